// Which disciplines share a storage space, and which stand apart and why?
// Vilka specialiteter delar lagring, och vilka står för sig och varför?
CALL {
  MATCH (storage:SharedStorage)
  RETURN storage, null AS homeless
  UNION ALL
  MATCH (homeless:Discipline)
  WHERE NOT EXISTS { (homeless)<-[:SERVES]-(:SharedStorage) }
    AND NOT EXISTS { (homeless)<-[:SERVES]-(:System)-[:KEEPS_DATA_IN]->(:SharedStorage) }
  RETURN null AS storage, homeless
}
WITH storage, homeless,
     CASE WHEN storage IS NULL THEN [] ELSE [(storage)-[serves:SERVES]->(d:Discipline) | [d, serves]] END AS served,
     CASE WHEN storage IS NULL THEN [] ELSE [(storage)<-[keeps:KEEPS_DATA_IN]-(s:System)-[serves:SERVES]->(d:Discipline) | [d, keeps, s, serves]] END AS served_by_systems
WHERE $discipline IS NULL OR homeless.id = $discipline
   OR any(each IN served WHERE each[0].id = $discipline)
   OR any(each IN served_by_systems WHERE each[0].id = $discipline)
RETURN storage, homeless, served, served_by_systems,
       CASE WHEN storage IS NULL THEN [] ELSE [(storage)-[stores:STORES]->(e:InformationEntity) | [e, stores]] END AS stored,
       CASE WHEN storage IS NULL THEN [] ELSE [(storage)<-[keeps:KEEPS_DATA_IN]-(s:System) | [s, keeps]] END AS systems,
       CASE WHEN storage IS NULL THEN [] ELSE [(storage)-[follows:CONFORMS_TO]->(v:StandardVersion) | [v, follows]] END AS standards
ORDER BY storage IS NULL, coalesce(storage.sort_key, homeless.sort_key), coalesce(storage.id, homeless.id)
