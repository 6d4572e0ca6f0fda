// What does each fund pay for, from which budgets, and which needs does that meet?
// Vad bekostar varje fond, ur vilka budgetar, och vilka behov möter det?
MATCH (thing:Fund|Budget)
WHERE ($fund IS NULL OR thing.id = $fund OR EXISTS { (thing)-[:FINANCES]->(:Fund {id: $fund}) })
  AND ($year IS NULL OR coalesce(thing.year, $year) = $year)
OPTIONAL MATCH (thing)-[link:PAYS_FOR|FINANCES|STARTED_AT|LEADS|DECIDES_ON]-(other)
RETURN thing, link, other
UNION
MATCH (thing:Initiative|Procurement)
WHERE $unfunded OR EXISTS { (thing)<-[:PAYS_FOR|FINANCES]-() }
OPTIONAL MATCH (thing)-[link:ADDRESSES|INTRODUCES]->(other)
RETURN thing, link, other
UNION
MATCH (thing:Need)-[link:MET_BY|NEEDED_AT|ASKED_OF|CALLS_FOR]->(other)
WHERE EXISTS { (thing)<-[:ADDRESSES]-() }
RETURN thing, link, other
UNION
MATCH (thing:Exchange)-[link:PROVIDES|CONSUMES|CARRIES|CONFORMS_TO|PROFILED_BY|MEDIATED_BY|RUNS_THROUGH]-(other)
RETURN thing, link, other
UNION
MATCH (thing:System|Api|SharedStorage)-[link:KEEPS_DATA_IN|EXPOSES|FACADE_OVER|DEPENDS_ON|CONFORMS_TO|PROFILED_BY]->(other)
RETURN thing, link, other
