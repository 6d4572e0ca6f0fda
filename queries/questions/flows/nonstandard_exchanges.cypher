// Which exchanges and systems rest on opinion, on proprietary formats, or on an inherited model that does not map?
// Vilka utbyten och system bygger på åsikter, leverantörsformat eller en ärvd modell som inte kan översättas?
MATCH (subject:System|SharedStorage|Exchange)
WHERE NOT coalesce(subject.lifecycle, '') = 'retired' AND NOT coalesce(subject.status, '') = 'ended'
  AND (subject.inherited_model OR subject.design_basis IN ['personal-opinion', 'proprietary']
       OR subject:Exchange AND ($unstated OR subject.format IS NOT NULL))
OPTIONAL MATCH (subject)-[link:CARRIES|MASTERS|STORES|MAPS_TO|OWNED_BY|CONFORMS_TO|PROFILED_BY|RUNS_THROUGH]->(other)
RETURN subject, link, other
UNION
MATCH (subject:Exchange)<-[link:PROVIDES|CONSUMES]-(other)
WHERE NOT coalesce(subject.status, '') = 'ended' AND ($unstated OR subject.format IS NOT NULL)
RETURN subject, link, other
