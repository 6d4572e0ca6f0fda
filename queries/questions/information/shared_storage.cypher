// Which disciplines share a storage space, and which stand apart and why?
// Vilka specialiteter delar lagring, och vilka står för sig och varför?
MATCH (place:SharedStorage|Discipline)
WHERE $discipline IS NULL OR place.id = $discipline OR EXISTS { (place)-[:SERVES]->(:Discipline {id: $discipline}) }
   OR EXISTS { (place)<-[:KEEPS_DATA_IN]-(:System)-[:SERVES]->(:Discipline {id: $discipline}) }
OPTIONAL MATCH (place)-[says:SERVES|STORES|KEEPS_DATA_IN|CONFORMS_TO]-(other)
OPTIONAL MATCH (other:System)-[serves:SERVES]->(discipline:Discipline)
RETURN place, says, other, serves, discipline
