// In which order can systems be retired, and what must exist before each wave?
// I vilken ordning kan system avvecklas, och vad måste finnas före varje etapp?
MATCH (system:System)
WHERE ($systems IS NULL AND $initiative IS NULL) OR system.id IN $systems
   OR EXISTS { (system)<-[:RETIRES]-(:Initiative {id: $initiative}) }
OPTIONAL MATCH (system)-[one:MASTERS|STORES|PROVIDES|EXPOSES|CONSUMES|DEPENDS_ON]->(thing)
OPTIONAL MATCH (thing)-[next:MASTERS|STORES|PUBLISHES|CARRIES|CONSUMES|PROVIDES|EXPOSES|FACADE_OVER|DEPENDS_ON|RUNS_THROUGH]-(further)
OPTIONAL MATCH (further:Api)-[last:EXPOSES|FACADE_OVER]-(end)
RETURN system, one, thing, next, further, last, end
UNION ALL
MATCH (system:System)
WHERE ($systems IS NULL AND $initiative IS NULL) OR system.id IN $systems
   OR EXISTS { (system)<-[:RETIRES]-(:Initiative {id: $initiative}) }
MATCH (system)<-[one:RETIRES|SUCCEEDS|FACADE_OVER|BLOCKS|DEPENDS_ON]-(thing)
OPTIONAL MATCH (thing)<-[next:BLOCKS|EXPOSES|RUNS_THROUGH|DEPENDS_ON]-(further)
OPTIONAL MATCH (further)<-[last:CONSUMES]-(end)
RETURN system, one, thing, next, further, last, end
