// Which organisations and designations were interviewed, and what do they govern?
// Vilka organisationer och befattningar intervjuades, och vad styr de?
MATCH (role:Role)
WHERE ($role IS NULL OR role.id = $role)
  AND (coalesce($interviewed, true) = false OR EXISTS { (role)-[:INFORMED]->(:Document) })
OPTIONAL MATCH (role)-[works:WORKS_AT]->(organisation:Organisation)
WITH role, works, organisation WHERE $organisation IS NULL OR organisation.id = $organisation
UNWIND CASE WHEN organisation IS NULL THEN [role] ELSE [role, organisation] END AS who
OPTIONAL MATCH (who)-[says:INFORMED|GOVERNS|LEADS|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR|MEMBER_OF|PARTNER_IN|OWNED_BY]-(thing)
WHERE startNode(says) = who OR (who = role AND type(says) = 'OWNED_BY')
RETURN role, works, organisation, says, thing
UNION
MATCH (organisation:Organisation)-[says:GOVERNS|LEADS|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR|MEMBER_OF|PARTNER_IN|OWNED_BY]-(thing)
WHERE $interviewed = false AND $role IS NULL AND ($organisation IS NULL OR organisation.id = $organisation)
  AND (startNode(says) = organisation OR type(says) = 'OWNED_BY')
RETURN null AS role, null AS works, organisation, says, thing
