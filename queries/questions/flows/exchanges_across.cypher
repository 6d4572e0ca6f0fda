// Which exchanges between organisations lack an owner, a governing body, an arena or a coordinator?
// Vilka utbyten mellan organisationer saknar ägare, styrande organ, arena eller samordnare?
MATCH (flow:Exchange)
WHERE NOT coalesce(flow.status, '') = 'ended'
  AND ($entity IS NULL OR EXISTS { (flow)-[:CARRIES]->(:InformationEntity {id: $entity}) })
OPTIONAL MATCH (flow)-[carries:CARRIES]->(entity:InformationEntity)
OPTIONAL MATCH (flow)<-[moves:PROVIDES|CONSUMES]-(end)
OPTIONAL MATCH (end)-[behind:USED_BY|OWNED_BY|WORKS_AT]->(party)
OPTIONAL MATCH (flow)-[meets:MET_BY]-(need:Need)
UNWIND CASE WHEN need IS NULL THEN [flow] ELSE [flow, need] END AS held
OPTIONAL MATCH (held)-[holds:OWNED_BY|DECIDES_ON|ACCOUNTABLE_FOR|HAS_INPUT_ON|DISCUSSES|COORDINATES]-(who)
RETURN flow, carries, entity, moves, end, behind, party, meets, need, holds, who
