// Who uses a version, a standard or an information model that has a successor, and since when?
// Vem använder en version, en standard eller en informationsmodell som har en efterträdare, och sedan när?
MATCH (old:StandardVersion|Standard|InformationModel)
OPTIONAL MATCH (old)-[:VERSION_OF]->(whole:Standard)
WITH old, whole
WHERE $standard IS NULL OR $standard = whole.id OR (old:Standard AND old.id = $standard)
OPTIONAL MATCH later = (old)<-[:SUPERSEDES*1..8]-(newest)
OPTIONAL MATCH (old)<-[plan:WILL_SUPERSEDE]-(next)
WITH old, later, newest, plan, next
WHERE newest IS NOT NULL OR next IS NOT NULL OR old.publication_status IN ['superseded', 'withdrawn']
OPTIONAL MATCH (old)<-[has:VERSION_OF]-(version:StandardVersion)
UNWIND CASE WHEN version IS NULL THEN [old] ELSE [old, version] END AS used
OPTIONAL MATCH (used)-[uses:CONFORMS_TO|PROFILED_BY|MAPS_TO|BOUND_TO|DEMANDS|REQUIRES]-(user)
RETURN DISTINCT old, later, plan, next, has, version, uses, user
