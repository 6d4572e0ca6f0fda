// Which information has only one holder, and is that one on its way out?
// Vilken information finns bara på ett ställe, och är det på väg bort?
// Equals: samband ask last-holder
:param entity => null;
:param system => null;
MATCH (entity:InformationEntity)<-[:MASTERS|STORES]-(place)
WHERE ($entity IS NULL OR entity.id = $entity) AND NOT coalesce(place.lifecycle, '') IN ['plan', 'retired']
WITH entity, collect(DISTINCT place) AS holders
WHERE size(holders) = 1
WITH entity, head(holders) AS holder
WHERE $system IS NULL OR (holder:System AND holder.id = $system)
WITH entity, holder, [(holder)<-[:RETIRES]-(change) | change] AS retired_by
RETURN entity, holder, EXISTS { (holder)-[:MASTERS]->(entity) } AS masters, holder.lifecycle AS own_use, retired_by,
       COUNT { (entity)<-[:READS]-(reader) WHERE NOT coalesce(reader.lifecycle, '') IN ['plan', 'retired'] } AS readers,
       coalesce(holder.retention_rationale, holder.separation_rationale) AS retention_rationale
ORDER BY CASE WHEN holder.lifecycle = 'phase-out' OR size(retired_by) > 0 THEN 0 ELSE 1 END, entity.sort_key, entity.id;
