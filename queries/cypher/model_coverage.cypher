// Who masters, stores, reads and publishes the information, and is it in the information model?
// Vem är master för, lagrar, läser och publicerar informationen, och finns den i informationsmodellen?
// Equals: samband ask model-coverage
:param entity => null;
:param model => null;
:param finding => null;
MATCH (model:InformationModel)
WHERE CASE WHEN $model IS NULL THEN NOT EXISTS { (model)<-[:SUPERSEDES]-(:InformationModel) } ELSE model.id = $model END
WITH collect(model) AS in_force,
     ['several-masters', 'no-master', 'not-in-model', 'fixed-model', 'not-used', 'one-master', 'mapping-not-stated']
     AS order
MATCH (subject:InformationEntity|System)
WHERE ($entity IS NULL OR (subject:InformationEntity AND subject.id = $entity))
  AND (subject:InformationEntity OR NOT coalesce(subject.lifecycle, '') IN ['plan', 'retired'])
WITH *, [(subject)-[:DEFINES|MAPS_TO]-(model:InformationModel) | model] AS models,
     CASE WHEN subject:InformationEntity THEN [(subject)<-[use:MASTERS|STORES|READS|PUBLISHES]-(user)
       WHERE NOT coalesce(user.lifecycle, '') IN ['plan', 'retired'] | [type(use), user]] ELSE [] END AS used
WITH *, none(model IN models WHERE model IN in_force) AS outside, size([each IN used WHERE each[0] = 'MASTERS']) AS count
WITH *, CASE WHEN outside THEN ['not-in-model'] ELSE [] END AS lacking
WITH *, CASE WHEN subject:System AND NOT outside THEN []
             WHEN subject:System THEN [CASE WHEN subject.inherited_model THEN 'fixed-model' ELSE 'mapping-not-stated' END]
             WHEN count > 1 THEN ['several-masters'] + lacking WHEN count = 1 THEN lacking + ['one-master']
             WHEN size(used) > 0 THEN ['no-master'] + lacking ELSE ['not-used'] + lacking END AS findings
WHERE size(findings) > 0 AND ($finding IS NULL OR $finding IN findings)
CALL (used) {
  UNWIND CASE WHEN size(used) > 0 THEN used ELSE [null] END AS each
  WITH each[0] AS use, each[1] AS user
  ORDER BY user.sort_key, user.id
  RETURN collect(CASE WHEN use = 'MASTERS' THEN user END) AS masters,
         collect(CASE WHEN use = 'STORES' THEN user END) AS stores,
         collect(CASE WHEN use = 'READS' THEN user END) AS reads,
         collect(CASE WHEN use = 'PUBLISHES' THEN user END) AS publishes, count(DISTINCT user) AS uses
}
RETURN subject, findings, models, masters[..5] AS masters, stores[..5] AS stores, reads[..5] AS reads,
       publishes[..5] AS publishes, CASE WHEN subject:InformationEntity THEN uses END AS uses
ORDER BY head([place IN range(0, size(order) - 1) WHERE order[place] = head(findings)]), subject.sort_key, subject.id;
