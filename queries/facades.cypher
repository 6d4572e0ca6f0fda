// Which interfaces stand in front of older systems, who uses them, and what still runs behind?
// Vilka gränssnitt står framför äldre system, vilka använder dem, och vad körs fortfarande bakom?
MATCH (api:Api)-[front:FACADE_OVER]->(behind:System|SharedStorage)
WHERE $system IS NULL OR (behind:System AND behind.id = $system)
WITH api, front, behind ORDER BY behind.sort_key, behind.id, api.sort_key, api.id
WITH collect({api: api, front: front, behind: behind}) AS found
WITH size(found) AS total, found[$offset..$offset + $limit] AS page
UNWIND range(0, size(page) - 1) AS place
WITH total, place, page[place] AS f
WITH total, place, f.api AS api, f.front AS front, f.behind AS behind
OPTIONAL MATCH (api)<-[:RUNS_THROUGH]-(flow:Exchange) WHERE NOT coalesce(flow.status, '') = 'ended'
OPTIONAL MATCH (flow)<-[takes:CONSUMES]-(user)
WITH total, place, api, front, behind, flow, takes, user
ORDER BY user.sort_key, user.id, labels(user)[0], flow.sort_key, flow.id
WITH total, place, api, front, behind, collect(DISTINCT user) AS users, collect(DISTINCT flow)[..5] AS flows, collect(takes)[..5] AS taking
WITH total, place, api, front, behind, flows, taking, users +
     COLLECT { MATCH (api)<-[:DEPENDS_ON]-(user) WHERE NOT user IN users RETURN user ORDER BY user.sort_key, user.id, labels(user)[0] } AS users
OPTIONAL MATCH way = (behind)-[:CONSUMES|RUNS_THROUGH|DEPENDS_ON|FACADE_OVER*2..9]->(deeper:System|SharedStorage)
WHERE all(i IN range(0, size(relationships(way)) - 1) WHERE CASE type(relationships(way)[i])
        WHEN 'FACADE_OVER' THEN true WHEN 'DEPENDS_ON' THEN labels(nodes(way)[i + 1])[0] = 'Api' ELSE labels(nodes(way)[i + 1])[0] IN ['Exchange', 'Api'] END)
  AND deeper <> behind AND deeper <> api
WITH total, place, api, front, behind, flows, taking, users, way, deeper ORDER BY length(way), deeper.sort_key, deeper.id, labels(deeper)[0],
     reduce(track = '', n IN nodes(way) | track + '|' + n.sort_key + '/' + n.id)
WITH total, place, api, front, behind, flows, taking, users, deeper, collect(relationships(way))[0] AS through,
     collect([n IN nodes(way) WHERE n:Api])[0] AS apis, min(length(way)) AS far
ORDER BY far, deeper.sort_key, deeper.id, labels(deeper)[0]
WITH total, place, api, front, behind, flows, taking, users, collect({apis: apis, behind: deeper, links: through})[..5] AS chain
RETURN api, behind, [c IN chain WHERE c.behind IS NOT NULL] AS chain, users[..5] AS users, size(users) AS user_count,
       COLLECT { MATCH (behind)-[:CONSUMES]->(e:Exchange)<-[:PROVIDES]-(from) WHERE NOT coalesce(e.status, '') = 'ended'
                 RETURN DISTINCT from ORDER BY from.sort_key, from.id, labels(from)[0] LIMIT 5 } AS fed_by,
       COLLECT { MATCH (api)<-[:EXPOSES]-(by) RETURN by ORDER BY by.sort_key, by.id, labels(by)[0] } AS exposed_by,
       COLLECT { MATCH (behind)<-[:SUCCEEDS]-(next:System) RETURN next ORDER BY next.sort_key, next.id } AS successors,
       [front] + flows + taking + [(api)<-[e:EXPOSES]-() | e] + [(api)<-[d:DEPENDS_ON]-(user) WHERE user IN users[..5] | d] AS facts, total
ORDER BY place
