// For a need: which standard suits, which systems already speak it, can it be met today, and which exchange is missing?
// För ett behov: vilken standard passar, vilka system talar den redan, kan det mötas i dag och vilket utbyte saknas?
MATCH (thing:Need) WHERE $need IS NULL OR thing.id = $need
OPTIONAL MATCH (thing)-[link:CALLS_FOR|SUITED_BY|MET_BY|ASKED_OF|NEEDED_AT]->(other)
RETURN thing, link, other
UNION
MATCH (need:Need)-[:CALLS_FOR]->(thing)-[link:BOUND_TO|EXPRESSES|CARRIES]-(other)
WHERE $need IS NULL OR need.id = $need
RETURN thing, link, other
UNION
MATCH (need:Need)-[:CALLS_FOR]->()<-[:CARRIES]-(thing:Exchange)-[link:PROVIDES|CONSUMES]-(other)
WHERE $need IS NULL OR need.id = $need
RETURN thing, link, other
UNION
MATCH (need:Need)-[:MET_BY]->(thing)-[link:CARRIES]->(other) WHERE $need IS NULL OR need.id = $need
RETURN thing, link, other
UNION
MATCH (thing:StandardVersion)-[link:VERSION_OF|CONFORMS_TO]-(other)
RETURN thing, link, other
UNION
MATCH (:StandardVersion)<-[:CONFORMS_TO]-(thing:Api|Exchange)<-[link:EXPOSES|PROVIDES|CONSUMES]-(other:System)
RETURN thing, link, other
