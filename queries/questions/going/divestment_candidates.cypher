// Which systems could go, why, and what stands in the way?
// Vilka system kan avvecklas, varför, och vad står i vägen?
MATCH (system:System)
WHERE NOT coalesce(system.lifecycle, '') IN ['plan', 'retired'] AND ($system IS NULL OR system.id = $system)
OPTIONAL MATCH (system)-[has:MASTERS|STORES|PUBLISHES]->(entity:InformationEntity)
OPTIONAL MATCH (entity)<-[too:MASTERS]-(other:System)
RETURN system, has AS one, entity AS thing, too AS next, other AS further
UNION ALL
MATCH (system:System)
WHERE NOT coalesce(system.lifecycle, '') IN ['plan', 'retired'] AND ($system IS NULL OR system.id = $system)
MATCH (system)-[one:PROVIDES|EXPOSES]->(thing:Exchange|Api)
OPTIONAL MATCH (thing)-[next:CONSUMES|CARRIES|PROVIDES|DEPENDS_ON]-(further)
RETURN system, one, thing, next, further
UNION ALL
MATCH (system:System)
WHERE NOT coalesce(system.lifecycle, '') IN ['plan', 'retired'] AND ($system IS NULL OR system.id = $system)
MATCH (system)<-[one:RETIRES|SUCCEEDS|FACADE_OVER|BLOCKS|DEPENDS_ON]-(thing)
OPTIONAL MATCH (thing)<-[next:BLOCKS]-(further)
RETURN system, one, thing, next, further
