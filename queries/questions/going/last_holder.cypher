// Which information has only one holder, and what must exist before that one can go?
// Vilken information finns bara på ett ställe, och vad måste finnas innan det kan avvecklas?
MATCH (entity:InformationEntity)<-[:MASTERS|STORES]-(each:System|SharedStorage)
WHERE NOT coalesce(each.lifecycle, '') IN ['plan', 'retired'] AND ($entity IS NULL OR entity.id = $entity)
WITH entity, collect(DISTINCT each) AS holders
WHERE size(holders) = 1 AND ($system IS NULL OR $system = head(holders).id)
WITH entity, head(holders) AS holder
MATCH (entity)<-[holds:MASTERS|STORES]-(place)
OPTIONAL MATCH (holder)<-[ends:RETIRES|SUCCEEDS]-(next)
OPTIONAL MATCH (holder)-[gives:PROVIDES]->(out:Exchange)-[carries:CARRIES]->(entity), (out)<-[takes:CONSUMES]-(to)
RETURN entity, holds, place, holder, ends, next, gives, out, carries, takes, to
