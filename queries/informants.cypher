// Which organisations and designations were interviewed, and what do they govern?
// Vilka organisationer och befattningar intervjuades, och vad styr de?
CALL {
  MATCH (role:Role)
  WHERE NOT $interviewed OR EXISTS { (role)-[:INFORMED]->(:Document) }
  OPTIONAL MATCH (role)-[works:WORKS_AT]->(organisation:Organisation)
  RETURN role AS who, role, organisation, works
  UNION ALL
  MATCH (organisation:Organisation)
  WHERE NOT EXISTS { (organisation)<-[:WORKS_AT]-(role:Role) WHERE NOT $interviewed OR EXISTS { (role)-[:INFORMED]->(:Document) } }
    AND NOT $interviewed
    AND EXISTS { (organisation)-[:GOVERNS|LEADS|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR|MEMBER_OF]->() }
  RETURN organisation AS who, null AS role, organisation, null AS works
}
WITH who, role, organisation, works
WHERE ($organisation IS NULL OR organisation.id = $organisation) AND ($role IS NULL OR role.id = $role)
RETURN who, role, organisation, works,
       [(who)-[r:INFORMED]->(document:Document) | [document, r]] AS informed,
       [(who)-[r:GOVERNS|LEADS]->(thing) | [thing, r]] AS steers,
       [(who)-[r:DECIDES_ON]->(thing) | [thing, r]] AS decides,
       [(who)-[r:HAS_INPUT_ON]->(thing) | [thing, r]] AS input,
       [(who)-[r:ACCOUNTABLE_FOR]->(thing) | [thing, r]] AS accountable,
       COLLECT { MATCH (who)<-[r:OWNED_BY]-(thing) RETURN [thing, r] ORDER BY thing.sort_key, thing.id LIMIT 100 } AS owned,
       [(who)-[r:MEMBER_OF]->(body:GovernanceBody) | [body, r]] AS bodies,
       [(who)-[r:PARTNER_IN]->(work:Initiative) | [work, r]] AS partner,
       CASE WHEN role IS NULL OR organisation IS NULL THEN [] ELSE
         [(organisation)-[r:GOVERNS|LEADS|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR]->(thing) | [thing, r]] END AS by_organisation
ORDER BY organisation IS NULL, organisation.sort_key, organisation.id, role IS NULL, role.sort_key, role.id
