// How many facades stand between who asks and the system of record, and how old is that?
// Hur många fasader står mellan den som frågar och källsystemet, och hur gammalt är det?
MATCH (api:Api)-[front:FACADE_OVER]->(behind:System|SharedStorage)
OPTIONAL MATCH (behind)-[uses:DEPENDS_ON]->(next:Api)
OPTIONAL MATCH (behind)-[takes:CONSUMES]->(flow:Exchange)-[passes:RUNS_THROUGH]->(other:Api)
OPTIONAL MATCH (behind)<-[ends:RETIRES]-(change)
WITH api, front, behind, uses, next, takes, flow, passes, other, ends, change
WHERE ($api IS NULL OR $api IN [api.id, next.id, other.id])
  AND ($system IS NULL OR behind.id = $system OR next IS NOT NULL OR other IS NOT NULL)
RETURN api, front, behind, uses, next, takes, flow, passes, other, ends, change
