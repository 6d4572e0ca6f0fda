// Which disciplines share a storage space, and which stand apart?
// Vilka specialiteter delar lagring, och vilka står för sig?
// Equals: samband ask shared-storage
:param discipline => null;
CALL () {
  MATCH (storage:SharedStorage)
  OPTIONAL MATCH (storage)<-[:KEEPS_DATA_IN*0..1]-()-[:SERVES]->(served:Discipline)
  RETURN storage, collect(DISTINCT served) AS disciplines
  UNION ALL
  MATCH (alone:Discipline)
  WHERE NOT EXISTS { (alone)<-[:SERVES]-()-[:KEEPS_DATA_IN*0..1]->(:SharedStorage) }
  RETURN null AS storage, [alone] AS disciplines
}
WITH storage, disciplines, coalesce(storage, head(disciplines)) AS named,
     CASE WHEN storage IS NULL THEN []
          ELSE [(storage)-[says:STORES|KEEPS_DATA_IN|CONFORMS_TO]-(other) | [type(says), other]] END AS around
WHERE $discipline IS NULL OR any(each IN disciplines WHERE each.id = $discipline)
RETURN storage, disciplines,
       CASE WHEN storage IS NOT NULL AND size(disciplines) > 0 THEN size(disciplines) > 1 END AS shared,
       storage.separation_rationale AS separation_rationale, storage.seen_as_one AS seen_as_one, storage.age AS age,
       storage.design_basis AS design_basis,
       [each IN around WHERE each[0] = 'STORES' | each[1]] AS entities,
       [each IN around WHERE each[0] = 'KEEPS_DATA_IN' | each[1]] AS systems,
       [each IN around WHERE each[0] = 'CONFORMS_TO' | each[1]] AS standards
ORDER BY CASE WHEN storage IS NULL THEN 3 WHEN size(disciplines) > 1 THEN 0 WHEN size(disciplines) = 1 THEN 1 ELSE 2 END,
         named.sort_key, named.id;
