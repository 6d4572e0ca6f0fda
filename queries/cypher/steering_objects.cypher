// Which steering objects are there, who leads them, what do they contain, and which systems are in none?
// Vilka styrobjekt finns, vem leder dem, vad innehåller de, och vilka system finns inte i något objekt?
// Equals: samband ask steering-objects --listed 10000
:param object => null;
CALL () {
  MATCH (object:SteeringObject)
  WHERE $object IS NULL OR object.id = $object
  RETURN object, [(object)-[:CONTAINS]->(part) | part] AS contents,
         [(object)<-[says:STEERS_THROUGH|LEADS|DECIDES_ON|ACCOUNTABLE_FOR]-(who) | [type(says), who]] AS around
  UNION ALL
  MATCH (loose:System)
  WHERE $object IS NULL AND coalesce(loose.lifecycle, '') <> 'retired'
    AND NOT EXISTS { (loose)<-[:CONTAINS]-(:SteeringObject) }
  WITH collect(loose) AS contents
  WHERE size(contents) > 0
  RETURN null AS object, contents, [] AS around
}
RETURN object, [each IN around WHERE each[0] = 'STEERS_THROUGH' | each[1]] AS models,
       [each IN around WHERE each[0] = 'LEADS' | each[1]] AS leaders,
       [each IN around WHERE each[0] = 'DECIDES_ON' | each[1]] AS decided_by,
       [each IN around WHERE each[0] = 'ACCOUNTABLE_FOR' | each[1]] AS accountable,
       CASE WHEN size(contents) > 0 THEN size(contents) END AS count, contents
ORDER BY CASE WHEN object IS NULL THEN 1 ELSE 0 END, object.sort_key, object.id;
