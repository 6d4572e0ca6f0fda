// Which designations were interviewed, where do they work, and what do they govern?
// Vilka befattningar intervjuades, var arbetar de, och vad styr de?
// Equals: samband ask informants
:param organisation => null;
:param role => null;
MATCH (designation:Role)
WHERE ($role IS NULL OR designation.id = $role) AND EXISTS { (designation)-[:INFORMED]->(:Document) }
OPTIONAL MATCH (designation)-[:WORKS_AT]->(organisation:Organisation)
WITH designation, organisation
WHERE $organisation IS NULL OR organisation.id = $organisation
RETURN organisation, designation, [(designation)-[:INFORMED]->(document) | document] AS interviewed_for,
       COLLECT { MATCH (designation)-[:GOVERNS|LEADS]->(thing) RETURN DISTINCT thing } AS governs,
       [(designation)-[:DECIDES_ON]->(thing) | thing] AS decides_on,
       [(designation)-[:HAS_INPUT_ON]->(thing) | thing] AS input_on,
       [(designation)-[:ACCOUNTABLE_FOR]->(thing) | thing] AS accountable_for,
       [(designation)-[:MEMBER_OF]->(body) | body] AS sits_in,
       [(designation)-[:PARTNER_IN]->(work) | work] AS takes_part_in,
       COLLECT {
         MATCH (designation)-[:WORKS_AT]->(place)-[:GOVERNS|LEADS|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR]->(thing)
         WHERE place = organisation
         RETURN DISTINCT thing
       } AS organisation_governs
ORDER BY CASE WHEN organisation IS NULL THEN 1 ELSE 0 END, organisation.sort_key, organisation.id,
         designation.sort_key, designation.id;
