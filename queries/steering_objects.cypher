// Which steering objects are there, who leads them, what do they contain, and what is in no object?
// Vilka styrobjekt finns, vem leder dem, vad innehåller de, och vad finns inte i något objekt?
CALL {
  MATCH (object:SteeringObject)
  WHERE $object IS NULL OR object.id = $object
  CALL (object) {
    OPTIONAL MATCH (object)-[contains:CONTAINS]->(part)
    WITH part, contains ORDER BY part.sort_key, part.id, labels(part)[0]
    WITH collect([part, contains]) AS parts
    WITH [p IN parts WHERE p[0] IS NOT NULL] AS parts
    RETURN size(parts) AS holds, parts[..$listed] AS parts
  }
  RETURN object, holds, parts
  UNION ALL
  CALL {
    MATCH (part:System) WHERE $object IS NULL AND coalesce(part.lifecycle, '') <> 'retired'
      AND NOT EXISTS { (:SteeringObject)-[:CONTAINS]->(part) }
    RETURN count(part) AS holds
  }
  MATCH (part:System) WHERE $object IS NULL AND coalesce(part.lifecycle, '') <> 'retired'
    AND NOT EXISTS { (:SteeringObject)-[:CONTAINS]->(part) }
  WITH holds, part ORDER BY part.sort_key, part.id LIMIT $listed
  WITH holds, collect([part]) AS parts
  RETURN null AS object, holds, parts
}
WITH object, holds, parts
RETURN object, holds, parts,
       CASE WHEN object IS NULL THEN [] ELSE [(object)<-[through:STEERS_THROUGH]-(model:SteeringModel) | [model, through]] END AS models,
       CASE WHEN object IS NULL THEN [] ELSE [(object)<-[leads:LEADS]-(leader) | [leader, leads]] END AS leaders,
       CASE WHEN object IS NULL THEN [] ELSE
         [(object)<-[:LEADS]-(:Role)-[works:WORKS_AT]->(place:Organisation) | [place, works]] END AS workplaces,
       CASE WHEN object IS NULL THEN [] ELSE [(object)<-[right:DECIDES_ON]-(party) | [party, right]] END AS deciders,
       CASE WHEN object IS NULL THEN [] ELSE [(object)<-[right:ACCOUNTABLE_FOR]-(party) | [party, right]] END AS accountable
ORDER BY object IS NULL, object.sort_key, object.id
