// The landscape
// Landskapet
MATCH (place:System|Device|IntegrationPlatform|SharedStorage)
WHERE ($sector IS NULL OR EXISTS { (place)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  AND ($organisation IS NULL OR EXISTS { (place)-[:OWNED_BY]->(:Organisation {id: $organisation}) })
OPTIONAL MATCH (place)-[owned:OWNED_BY]->(owner)
OPTIONAL MATCH (place)-[end:PROVIDES|CONSUMES|MEDIATED_BY]-(flow:Exchange)
OPTIONAL MATCH (flow)-[way:CARRIES|CONFORMS_TO|MEDIATED_BY|RUNS_THROUGH]->(other)
RETURN place, owned, owner, end, flow, way, other
