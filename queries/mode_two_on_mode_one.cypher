// Which new things (mode 2) depend on old systems (mode 1), and through which API or exchange?
// Vilka nya ting (läge 2) är beroende av gamla system (läge 1), och genom vilket API eller utbyte?
CALL {
  MATCH (newer:System|Device|Initiative)-[:DEPENDS_ON]->(older:System)
  WHERE newer.mode = 'mode-2' AND older.mode = 'mode-1'
  RETURN newer, older
  UNION ALL
  MATCH (newer:System|Device|Initiative)-[:DEPENDS_ON]->(:Api)-[:FACADE_OVER]->(older:System)
  WHERE newer.mode = 'mode-2' AND older.mode = 'mode-1'
  RETURN newer, older
  UNION ALL
  MATCH (newer:System|Device|Initiative)-[:DEPENDS_ON]->(:Api)<-[:EXPOSES]-(older:System)
  WHERE newer.mode = 'mode-2' AND older.mode = 'mode-1'
  RETURN newer, older
  UNION ALL
  MATCH (older:System)-[:PROVIDES]->(flow:Exchange)<-[:CONSUMES]-(newer:System|Device)
  WHERE newer.mode = 'mode-2' AND older.mode = 'mode-1' AND coalesce(flow.status, '') <> 'ended'
  RETURN newer, older
}
WITH DISTINCT newer, older
WHERE $older IS NULL OR older.id = $older
WITH newer, older ORDER BY older.sort_key, older.id, newer.sort_key, newer.id, labels(newer)[0]
WITH collect([newer, older]) AS found
WITH found[$offset..$offset + $limit] AS page, size(found) AS total
UNWIND range(0, size(page) - 1) AS number
WITH number, total, page[number][0] AS newer, page[number][1] AS older
CALL (newer, older) {
  MATCH (newer)-[needs:DEPENDS_ON]->(older)
  RETURN null AS through, null AS api, [needs] AS facts
  UNION ALL
  MATCH (newer)-[needs:DEPENDS_ON]->(through:Api)-[front:FACADE_OVER]->(older)
  RETURN through, null AS api, [needs, front] AS facts
  UNION ALL
  MATCH (newer)-[needs:DEPENDS_ON]->(through:Api)<-[offers:EXPOSES]-(older)
  RETURN through, null AS api, [needs, offers] AS facts
  UNION ALL
  MATCH (newer)-[takes:CONSUMES]->(through:Exchange)<-[gives:PROVIDES]-(older)
  WHERE coalesce(through.status, '') <> 'ended'
  OPTIONAL MATCH (through)-[runs:RUNS_THROUGH]->(api:Api)
  RETURN through, api, [takes, gives] + CASE WHEN runs IS NULL THEN [] ELSE [runs] END AS facts
}
WITH number, total, newer, older, through, api, facts
ORDER BY number, through.sort_key, through.id, api.sort_key, api.id
WITH number, total, newer, older, collect({through: through, api: api, facts: facts}) AS ways
RETURN newer, older, ways, total,
       [(newer)<-[brings:INTRODUCES]-(change) | [change, brings]] AS changes,
       [(older)<-[retires:RETIRES]-(change) | [change, retires]] AS retiring,
       [(newer)-[:CONSUMES]->(flow:Exchange)<-[:PROVIDES]-(older) WHERE coalesce(flow.status, '') <> 'ended'
        | [(flow)-[carries:CARRIES]->(entity:InformationEntity) | [entity, carries]]] AS carried
ORDER BY number
