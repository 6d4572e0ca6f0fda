// Which interfaces stand in front of older systems, and how many use them?
// Vilka gränssnitt står framför äldre system, och hur många använder dem?
// Equals: samband ask facades
:param system => null;
MATCH (api:Api)-[:FACADE_OVER]->(behind:System|SharedStorage)
WHERE $system IS NULL OR (behind:System AND behind.id = $system)
CALL (api) {
  MATCH (api)<-[:DEPENDS_ON]-(user) RETURN user
  UNION
  MATCH (api)<-[:RUNS_THROUGH]-(flow:Exchange)<-[:CONSUMES]-(user)
  WHERE coalesce(flow.status, '') <> 'ended'
  RETURN user
  UNION
  RETURN null AS user
}
WITH api, behind, count(user) AS user_count
RETURN api, [(api)<-[:EXPOSES]-(place) | place] AS exposed_by, behind, behind.lifecycle AS own_use,
       behind.retention_rationale AS retention_rationale, user_count
ORDER BY behind.sort_key, behind.id, labels(behind)[0], api.sort_key, api.id;
