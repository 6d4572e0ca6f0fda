// What stands in the way of retiring a system, and what would lift it?
// Vad står i vägen för att avveckla ett system, och vad skulle undanröja det?
MATCH (system:System)-[one:MASTERS|STORES|PUBLISHES]->(thing:InformationEntity)
WHERE $system IS NULL OR system.id = $system
OPTIONAL MATCH (thing)<-[next:MASTERS|STORES|PUBLISHES|CARRIES]-(further)
RETURN system, one, thing, next, further, null AS last, null AS end
UNION ALL
MATCH (system:System)-[one:PROVIDES|EXPOSES]->(thing:Exchange|Api)
WHERE $system IS NULL OR system.id = $system
OPTIONAL MATCH (thing)-[next:CONSUMES|CARRIES|PROVIDES|DEPENDS_ON]-(further)
OPTIONAL MATCH (further)<-[last:RETIRES]-(end)
RETURN system, one, thing, next, further, last, end
UNION ALL
MATCH (system:System) WHERE $system IS NULL OR system.id = $system
OPTIONAL MATCH (system)<-[one:RETIRES|SUCCEEDS|FACADE_OVER|BLOCKS|DEPENDS_ON]-(thing)
OPTIONAL MATCH (thing)-[next:BLOCKS|RETIRES|DECIDES_ON|RAISED_TO]-(further)
OPTIONAL MATCH (further)-[last:DECIDES_ON|RAISED_TO]-(end)
RETURN system, one, thing, next, further, last, end
