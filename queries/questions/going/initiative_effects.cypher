// What does an initiative or procurement retire and leave, in which waves, and what does it leave hanging?
// Vad avvecklar och lämnar kvar ett initiativ eller en upphandling, i vilka etapper, och vad blir hängande?
MATCH (change:Initiative|Procurement)
WHERE ($initiative IS NULL AND $procurement IS NULL)
   OR (change:Initiative AND change.id = $initiative) OR (change:Procurement AND change.id = $procurement)
OPTIONAL MATCH (change)-[does:RETIRES|INTRODUCES]->(thing)
OPTIONAL MATCH (thing)-[has:EXPOSES|FACADE_OVER|PROVIDES|DEPENDS_ON]-(near)
OPTIONAL MATCH (near)<-[needs:DEPENDS_ON|CONSUMES]-(needy)
OPTIONAL MATCH (same:System) WHERE same.category = thing.category
RETURN change, does, thing, has, near, needs, needy, same
UNION ALL
MATCH (change:Initiative|Procurement)-[does:COVERS]->(thing)
WHERE ($initiative IS NULL AND $procurement IS NULL)
   OR (change:Initiative AND change.id = $initiative) OR (change:Procurement AND change.id = $procurement)
OPTIONAL MATCH (thing)<-[has:IN_SECTOR|USED_BY|SERVES|MASTERS|STORES|PUBLISHES]-(near)
OPTIONAL MATCH (near)<-[needs:USED_BY]-(needy)
RETURN change, does, thing, has, near, needs, needy, null AS same
