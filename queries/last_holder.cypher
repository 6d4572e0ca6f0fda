// Which information has only one holder, and what must exist before that one can go?
// Vilken information finns bara på ett ställe, och vad måste finnas innan det kan avvecklas?
MATCH (entity:InformationEntity)<-[holds:MASTERS|STORES]-(holder:System|SharedStorage)
WHERE NOT coalesce(holder.lifecycle, '') IN ['plan', 'retired'] AND ($entity IS NULL OR entity.id = $entity)
WITH entity, count(DISTINCT holder) AS holders, head(collect(holder)) AS holder, collect(holds)[..2] AS holding
WHERE holders = 1 AND ($system IS NULL OR ($system = holder.id AND holder:System))
WITH entity, holder, holding,
     coalesce(holder.lifecycle, '') = 'phase-out' OR EXISTS { (holder)<-[:RETIRES]-() } AS going
WITH entity, holder, holding, going ORDER BY going DESC, entity.sort_key, entity.id
WITH collect({entity: entity, holder: holder, holding: holding, going: going}) AS found
WITH size(found) AS total, found[$offset..$offset + $limit] AS page
UNWIND range(0, size(page) - 1) AS place
WITH total, place, page[place] AS f
WITH total, place, f.entity AS entity, f.holder AS holder, f.holding AS holding, f.going AS going
RETURN entity, holder, going, total,
       EXISTS { MATCH (holder)-[:MASTERS]->(m) WHERE m.id = entity.id } AS masters,
       COLLECT { MATCH (holder)<-[:RETIRES]-(change) RETURN change ORDER BY change.sort_key, change.id, labels(change)[0] } AS retired_by,
       COUNT { MATCH (entity)<-[:READS]-(reader:System) WHERE NOT coalesce(reader.lifecycle, '') IN ['plan', 'retired'] } AS readers,
       COLLECT { MATCH (entity)<-[:MASTERS|STORES]-(next:System) WHERE next.lifecycle = 'plan'
                 RETURN DISTINCT next ORDER BY next.sort_key, next.id LIMIT 12 } AS planned,
       COLLECT { MATCH (holder)<-[:SUCCEEDS]-(next:System) WHERE NOT coalesce(next.lifecycle, '') = 'retired'
                 RETURN next ORDER BY next.sort_key, next.id LIMIT 12 } AS successors,
       COLLECT { MATCH (holder)-[:PROVIDES]->(out:Exchange)-[:CARRIES]->(what), (out)<-[:CONSUMES]-(to)
                 WHERE what.id = entity.id AND NOT coalesce(out.status, '') = 'ended'
                 WITH DISTINCT out, to ORDER BY out.sort_key, out.id, to.sort_key, to.id, labels(to)[0] LIMIT 12
                 RETURN {out: out, to: to} } AS moves,
       holding + [(holder)<-[r:RETIRES]-() | r] + [(holder)<-[s:SUCCEEDS]-(:System) | s] AS facts
ORDER BY place
