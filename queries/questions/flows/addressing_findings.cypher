// What in the addressing catalogue needs to be looked at: what lacks its other half, is old, ends soon or is not used?
// Vad i tjänsteadresseringskatalogen behöver ses över: vad saknar sin andra halva, är gammalt, upphör snart eller används inte?
MATCH (entry:Permission|Route)
WHERE ($system IS NULL OR EXISTS { (entry)-[:ALLOWS|LEADS_TO]->(:System {id: $system}) })
  AND ($contract IS NULL
       OR EXISTS { (entry)-[:UNDER_CONTRACT]->(:StandardVersion)-[:VERSION_OF]->(:Standard {id: $contract}) })
OPTIONAL MATCH (entry)-[to:ALLOWS|LEADS_TO|UNDER_CONTRACT|ADDRESSED_TO|UNDER_PROFILE]->(end)
OPTIONAL MATCH (end)-[of:VERSION_OF]->(whole:Standard)
OPTIONAL MATCH (end)<-[next:SUPERSEDES]-(newer)
RETURN entry, to, end, of, whole, next, newer
UNION
MATCH (entry:StandardVersion)
WHERE (entry.in_catalogue OR entry.irregularities IS NOT NULL) AND $system IS NULL
  AND ($contract IS NULL OR EXISTS { (entry)-[:VERSION_OF]->(:Standard {id: $contract}) })
OPTIONAL MATCH (entry)-[of:VERSION_OF]->(whole:Standard)
RETURN entry, null AS to, null AS end, of, whole, null AS next, null AS newer
UNION
MATCH (entry:System|LogicalAddress)
WHERE entry.irregularities IS NOT NULL AND $contract IS NULL AND ($system IS NULL OR (entry:System AND entry.id = $system))
RETURN entry, null AS to, null AS end, null AS of, null AS whole, null AS next, null AS newer
UNION
MATCH (entry:CatalogueNote)
WHERE ($system IS NULL OR EXISTS { (entry)-[:REFERS_TO]->(:System {id: $system}) })
  AND ($contract IS NULL OR EXISTS { (entry)-[:REFERS_TO]->(:StandardVersion)-[:VERSION_OF]->(:Standard {id: $contract}) })
OPTIONAL MATCH (entry)-[to:REFERS_TO]->(end)
OPTIONAL MATCH (end)-[of:VERSION_OF]->(whole:Standard)
RETURN entry, to, end, of, whole, null AS next, null AS newer
