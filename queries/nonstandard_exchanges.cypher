// Which exchanges and systems rest on opinion, on proprietary formats, or on an inherited model that does not map?
// Vilka utbyten och system bygger på åsikter, leverantörsformat eller en ärvd modell som inte kan översättas?
MATCH (subject:Exchange|System|SharedStorage)
WITH subject,
     subject.design_basis IN ['personal-opinion', 'proprietary'] AS basis,
     subject:Exchange AND subject.format IS NOT NULL AND NOT EXISTS { (subject)-[:CONFORMS_TO]->() } AS own_format,
     coalesce(subject.inherited_model, false)
       AND NOT EXISTS { (subject)-[:MAPS_TO]->(model:InformationModel) WHERE model.guides_procurement } AS inherited,
     $unstated AND subject:Exchange AND subject.format IS NULL AND NOT EXISTS { (subject)-[:CONFORMS_TO]->() } AS unstated
WHERE (coalesce(basis, false) OR own_format OR inherited OR unstated)
  AND coalesce(subject.status, '') <> 'ended' AND coalesce(subject.lifecycle, '') <> 'retired'
WITH subject, own_format, inherited, unstated,
     CASE WHEN subject:System THEN 0 WHEN subject:SharedStorage THEN 1 ELSE 2 END AS rank
ORDER BY unstated, rank, subject.sort_key, subject.id
WITH collect([subject, own_format, inherited, unstated]) AS found
WITH found, size(found) AS total
UNWIND range($offset, $offset + $limit - 1) AS number
WITH number, total, found[number] AS each
WHERE each IS NOT NULL
WITH number, total, each[0] AS subject, each[1] AS own_format, each[2] AS inherited, each[3] AS unstated
RETURN subject, own_format, inherited, unstated, total,
       [(subject)<-[r:PROVIDES]-(source) | [source, r]] AS givers,
       [(subject)<-[r:CONSUMES]-(sink) | [sink, r]] AS takers,
       [(subject)-[r:CARRIES|MASTERS|STORES]->(entity:InformationEntity) | [entity, r]] AS entities,
       [(subject)-[r:MAPS_TO]->(model:InformationModel) | [model, r]] AS models,
       [(subject)-[r:OWNED_BY]->(owner) | [owner, r]] AS owners
ORDER BY number
