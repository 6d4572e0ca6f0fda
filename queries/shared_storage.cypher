// Which disciplines share a storage space, and which stand apart and why?
// Vilka specialiteter delar lagring, och vilka står för sig och varför?
MATCH (storage:SharedStorage)
OPTIONAL MATCH (storage)-[serves:SERVES]->(discipline:Discipline)
WITH storage, serves, discipline ORDER BY discipline.sort_key, discipline.id
WITH storage, collect(discipline) AS disciplines, collect(serves) AS serving
WHERE $discipline IS NULL OR any(d IN disciplines WHERE d.id = $discipline)
OPTIONAL MATCH (storage)-[stores:STORES]->(entity:InformationEntity)
WITH storage, disciplines, serving, stores, entity ORDER BY entity.sort_key, entity.id
WITH storage, disciplines, serving, collect(entity) AS entities, collect(stores) AS storing
OPTIONAL MATCH (storage)-[follows:CONFORMS_TO]->(version:StandardVersion)
WITH storage, disciplines, serving, entities, storing, follows, version ORDER BY version.sort_key, version.id
RETURN storage, disciplines, size(disciplines) > 1 AS shared, storage.stands_apart_because AS stands_apart_because,
       entities, collect(version) AS standards, serving + storing + collect(follows) AS facts
ORDER BY shared DESC, storage.sort_key, storage.id
