// The landscape
// Landskapet
// Rows: who owns it. Columns: from the old and stable to the new and fast, with platforms and storage between them. An arrow goes from who gives information to who takes it.
// Rader: vem som äger det. Kolumner: från det gamla och stabila till det nya och snabba, med plattformar och lagring emellan. En pil går från den som lämnar information till den som tar emot.
MATCH (place:System|Device|IntegrationPlatform|SharedStorage)
WHERE ($sector IS NULL OR EXISTS { (place)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  AND ($organisation IS NULL OR EXISTS { (place)-[:OWNED_BY]->(:Organisation {id: $organisation}) })
OPTIONAL MATCH (place)-[owned:OWNED_BY]->(owner)
OPTIONAL MATCH (place)-[end:PROVIDES|CONSUMES|MEDIATED_BY]-(flow:Exchange)
OPTIONAL MATCH (flow)-[way:CARRIES|CONFORMS_TO|MEDIATED_BY|RUNS_THROUGH]->(other)
RETURN place, owned, owner, end, flow, way, other
