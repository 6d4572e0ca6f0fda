// Where does information not flow, or not in a way that others can read?
// Var flödar information inte, eller inte så att andra kan läsa den?
MATCH (thing:Need)
OPTIONAL MATCH (thing)-[link:NEEDED_AT|ASKED_OF|CALLS_FOR|SUITED_BY|MET_BY]->(other)
RETURN thing, link, other
UNION
MATCH (thing:Requirement)-[link:CONCERNS]->(other)
RETURN thing, link, other
UNION
MATCH (thing:CareSector) WHERE $sector IS NULL OR thing.id = $sector
OPTIONAL MATCH (thing)<-[link:IN_SECTOR]-(other)
RETURN thing, link, other
UNION
MATCH (thing:System) WHERE $system IS NULL OR thing.id = $system
OPTIONAL MATCH (thing)-[link:READS|MASTERS|STORES|FACADE_OVER|KEEPS_DATA_IN|DEPENDS_ON]-(other)
RETURN thing, link, other
UNION
MATCH (thing:Exchange) WHERE NOT coalesce(thing.status, '') = 'ended'
  AND ($system IS NULL OR EXISTS { (thing)<-[:PROVIDES|CONSUMES]-(:System {id: $system}) })
  AND ($gap IS NULL OR NOT $gap = 'missing-exchange')
  AND ($entity IS NULL OR EXISTS { (thing)-[:CARRIES]->(:InformationEntity {id: $entity}) })
OPTIONAL MATCH (thing)-[link:PROVIDES|CONSUMES|CARRIES|RUNS_THROUGH|MEDIATED_BY|CONFORMS_TO|PROFILED_BY|OWNED_BY]-(other)
RETURN thing, link, other
UNION
MATCH (thing:StandardVersion|Standard)-[link:VERSION_OF|SUPERSEDES|CONFORMS_TO|EXPRESSES]-(other)
RETURN thing, link, other
