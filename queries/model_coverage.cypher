// How is the information covered: who masters, stores, reads and publishes it, and is it in the information model?
// Hur täcks informationen: vem är master för, lagrar, läser och publicerar den, och finns den i informationsmodellen?
CALL () {
  MATCH (model:InformationModel)
  WHERE CASE WHEN $model IS NULL THEN NOT EXISTS { (model)<-[:SUPERSEDES]-(:InformationModel) } ELSE model.id = $model END
  RETURN collect(model.id) AS models
}
CALL (models) {
  MATCH (subject:InformationEntity) WHERE $entity IS NULL OR subject.id = $entity
  WITH models, subject, COUNT { MATCH (subject)<-[:MASTERS]-(s:System) WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] } AS masters,
       EXISTS { MATCH (subject)<-[:MASTERS|STORES|READS|PUBLISHES]-(s) WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] } AS used,
       EXISTS { MATCH (subject)<-[:DEFINES]-(m:InformationModel) WHERE m.id IN models } AS defined
  WITH subject, CASE WHEN NOT used THEN 'not-used' WHEN masters = 0 THEN 'no-master' WHEN masters = 1 THEN 'one-master' ELSE 'several-masters' END AS first,
       CASE WHEN defined THEN null ELSE 'not-in-model' END AS second
  RETURN subject, [f IN [first, second] WHERE f IS NOT NULL] AS findings
  UNION ALL
  MATCH (subject:System)
  WHERE $entity IS NULL AND NOT coalesce(subject.lifecycle, '') IN ['plan', 'retired']
    AND NOT EXISTS { MATCH (subject)-[:MAPS_TO]->(m:InformationModel) WHERE m.id IN models }
  RETURN subject, [CASE WHEN subject.inherited_model THEN 'fixed-model' ELSE 'mapping-not-stated' END] AS findings
}
WITH subject, findings,
     [f IN ['several-masters', 'no-master', 'not-used', 'not-in-model', 'fixed-model', 'one-master', 'mapping-not-stated'] WHERE f IN findings] AS findings_ranked
WHERE $finding IS NULL OR $finding IN findings
WITH subject, findings_ranked AS findings, CASE head(findings_ranked) WHEN 'several-masters' THEN 1 WHEN 'no-master' THEN 2 WHEN 'not-in-model' THEN 3
     WHEN 'fixed-model' THEN 4 WHEN 'not-used' THEN 5 WHEN 'one-master' THEN 6 ELSE 7 END AS rank
ORDER BY rank, subject.sort_key, subject.id
WITH collect({subject: subject, findings: findings}) AS found
WITH size(found) AS total, found[$offset..$offset + $limit] AS page
UNWIND range(0, size(page) - 1) AS place
WITH total, place, page[place] AS f
WITH total, place, f.subject AS subject, f.findings AS findings
WITH total, place, subject, findings,
     COLLECT { MATCH (subject)<-[:DEFINES]-(m:InformationModel) RETURN m ORDER BY m.sort_key, m.id }
     + COLLECT { MATCH (subject)-[:MAPS_TO]->(m:InformationModel) RETURN m ORDER BY m.sort_key, m.id } AS models,
     CASE WHEN subject:System THEN null ELSE COUNT { MATCH (subject)<-[:MASTERS|STORES|READS|PUBLISHES]-(s)
       WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] RETURN DISTINCT s } END AS uses,
     COLLECT { MATCH (subject)<-[:MASTERS]-(s:System) WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] RETURN s ORDER BY s.sort_key, s.id LIMIT 5 } AS masters,
     COLLECT { MATCH (subject)<-[:STORES]-(s) WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] RETURN s ORDER BY s.sort_key, s.id, labels(s)[0] LIMIT 5 } AS stores,
     COLLECT { MATCH (subject)<-[:READS]-(s:System) WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] RETURN s ORDER BY s.sort_key, s.id LIMIT 5 } AS reads,
     COLLECT { MATCH (subject)<-[:PUBLISHES]-(s) WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] RETURN s ORDER BY s.sort_key, s.id, labels(s)[0] LIMIT 5 } AS publishes
RETURN subject, findings, models, uses, masters, stores, reads, publishes, total,
       [(subject)<-[d:DEFINES]-(:InformationModel) | d] + [(subject)-[t:MAPS_TO]->(:InformationModel) | t]
       + [(subject)<-[r:MASTERS|STORES|READS|PUBLISHES]-(s) WHERE s IN masters + stores + reads + publishes | r] AS facts
ORDER BY place
