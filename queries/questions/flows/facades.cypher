// Which interfaces stand in front of older systems, who uses them, and what still runs behind?
// Vilka gränssnitt står framför äldre system, vilka använder dem, och vad körs fortfarande bakom?
MATCH (api:Api)-[front:FACADE_OVER]->(behind:System|SharedStorage)
WHERE $system IS NULL OR (behind:System AND behind.id = $system)
UNWIND [api, behind] AS looked_at
OPTIONAL MATCH (looked_at)-[says:EXPOSES|RUNS_THROUGH|DEPENDS_ON|CONSUMES|SUCCEEDS]-(other)
OPTIONAL MATCH (other:Exchange)-[more:CONSUMES|PROVIDES|RUNS_THROUGH]-(beyond)
OPTIONAL MATCH (beyond:Api)-[further:FACADE_OVER]->(deeper)
RETURN api, front, behind, says, other, more, beyond, further, deeper
