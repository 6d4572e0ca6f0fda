// Which steering objects are there, who leads them, what do they contain, and what is in no object?
// Vilka styrobjekt finns, vem leder dem, vad innehåller de, och vad finns inte i något objekt?
MATCH (object:SteeringObject)
WHERE $object IS NULL OR object.id = $object
OPTIONAL MATCH (object)-[says:CONTAINS|STEERS_THROUGH|LEADS|DECIDES_ON|ACCOUNTABLE_FOR]-(other)
OPTIONAL MATCH (other:Role)-[works:WORKS_AT]->(place:Organisation)
RETURN object, says, other, works, place
UNION
MATCH (other:System)
WHERE $object IS NULL AND coalesce(other.lifecycle, '') <> 'retired' AND NOT EXISTS { (other)<-[:CONTAINS]-(:SteeringObject) }
RETURN null AS object, null AS says, other, null AS works, null AS place
