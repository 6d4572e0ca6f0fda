// Which new things (mode 2) depend on old systems (mode 1), and through which API or exchange?
// Vilka nya saker (läge 2) är beroende av gamla system (läge 1), och genom vilket API eller utbyte?
CALL {
  MATCH (newer:System|Device|Initiative)-[needs:DEPENDS_ON]->(older:System)
  RETURN newer, older, null AS through, null AS api, [needs] AS facts
  UNION ALL
  MATCH (newer:System|Device|Initiative)-[needs:DEPENDS_ON]->(through:Api)-[front:FACADE_OVER]->(older:System)
  RETURN newer, older, through, null AS api, [needs, front] AS facts
  UNION ALL
  MATCH (newer:System|Device|Initiative)-[needs:DEPENDS_ON]->(through:Api)<-[offers:EXPOSES]-(older:System)
  RETURN newer, older, through, null AS api, [needs, offers] AS facts
  UNION ALL
  MATCH (newer:System|Device)-[takes:CONSUMES]->(through:Exchange)<-[gives:PROVIDES]-(older:System)
  WHERE newer.mode = 'mode-2' AND older.mode = 'mode-1' AND coalesce(through.status, '') <> 'ended'
  OPTIONAL MATCH (through)-[runs:RUNS_THROUGH]->(api:Api)
  RETURN newer, older, through, api, [takes, gives] + CASE WHEN runs IS NULL THEN [] ELSE [runs] END AS facts
}
WITH newer, older, through, api, facts
WHERE newer.mode = 'mode-2' AND older.mode = 'mode-1' AND ($older IS NULL OR older.id = $older)
WITH newer, older, through, api, facts
ORDER BY through.sort_key, through.id, api.sort_key, api.id
WITH newer, older, collect({through: through, api: api, facts: facts}) AS ways
RETURN newer, older, ways,
       [(newer)<-[brings:INTRODUCES]-(change) | [change, brings]] AS changes,
       [(older)<-[retires:RETIRES]-(change) | [change, retires]] AS retiring,
       [(newer)-[:CONSUMES]->(flow:Exchange)<-[:PROVIDES]-(older) WHERE coalesce(flow.status, '') <> 'ended'
        | [(flow)-[carries:CARRIES]->(entity:InformationEntity) | [entity, carries]]] AS carried
ORDER BY older.sort_key, older.id, newer.sort_key, newer.id, labels(newer)[0]
