// Does information get to those who should have it, so that they can use it?
// Når information fram till dem som ska ha den, så att de kan använda den?
MATCH (need:Need)-[wants:NEEDED_AT|ASKED_OF|CALLS_FOR]->(end)
RETURN need AS thing, wants AS link, end AS other
UNION
MATCH (requirement:Requirement)-[asks:CONCERNS]->(end)
RETURN requirement AS thing, asks AS link, end AS other
UNION
MATCH (entity:InformationEntity)-[knows:MASTERS|STORES|READS|EXPRESSES|BOUND_TO]-(end)
WHERE $entity IS NULL OR entity.id = $entity
RETURN entity AS thing, knows AS link, end AS other
UNION
MATCH (flow:Exchange)-[step:PROVIDES|CONSUMES|CARRIES|CONFORMS_TO|PROFILED_BY|MEDIATED_BY|RUNS_THROUGH]-(end)
RETURN flow AS thing, step AS link, end AS other
UNION
MATCH (place:System|Api|SharedStorage)-[way:KEEPS_DATA_IN|EXPOSES|FACADE_OVER|DEPENDS_ON|CONFORMS_TO|PROFILED_BY]->(end)
RETURN place AS thing, way AS link, end AS other
