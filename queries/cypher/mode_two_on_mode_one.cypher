// Which new things (mode 2) rest on which old systems (mode 1)?
// Vilka nya ting (läge 2) vilar på vilka gamla system (läge 1)?
// Equals: samband ask mode-two-on-mode-one
:param older => null;
MATCH (newer:System|Device|Initiative {mode: 'mode-2'})
CALL (newer) {
  MATCH (newer)-[:DEPENDS_ON]->(older:System) RETURN older
  UNION
  MATCH (newer)-[:DEPENDS_ON]->(:Api)-[:FACADE_OVER]->(older:System) RETURN older
  UNION
  MATCH (newer)-[:DEPENDS_ON]->(:Api)<-[:EXPOSES]-(older:System) RETURN older
  UNION
  MATCH (newer)-[:CONSUMES]->(flow:Exchange)<-[:PROVIDES]-(older:System)
  WHERE coalesce(flow.status, '') <> 'ended'
  RETURN older
}
WITH DISTINCT newer, older
WHERE older.mode = 'mode-1' AND ($older IS NULL OR older.id = $older)
WITH newer, older, [(newer)-[:CONSUMES]->(flow:Exchange)<-[:PROVIDES]-(older)
                    WHERE coalesce(flow.status, '') <> 'ended' | flow] AS exchanges
RETURN older, newer, exchanges,
       COLLECT { UNWIND exchanges AS flow MATCH (flow)-[:CARRIES]->(entity) RETURN DISTINCT entity } AS entities,
       older.retention_rationale AS retention_rationale, older.must_not_stop AS must_not_stop,
       [(newer)<-[:INTRODUCES]-(change) | change] AS introduced_by, [(older)<-[:RETIRES]-(change) | change] AS retired_by
ORDER BY older.sort_key, older.id, newer.sort_key, newer.id, labels(newer)[0];
