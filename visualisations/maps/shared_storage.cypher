// Shared storage
// Delad lagring
// Rows: storage spaces. Left: systems that put their information there. Right: the disciplines that it serves, what it holds, and the standards that it follows. A space with one discipline stands apart; its own facts say why.
// Rader: lagringsutrymmen. Vänster: system som lägger sin information där. Höger: specialiteterna som det betjänar, vad det innehåller och standarderna som det följer. Ett utrymme med en enda specialitet står för sig; dess egna uppgifter säger varför.
MATCH (storage:SharedStorage)
WHERE $storage IS NULL OR storage.id = $storage
WITH storage, COUNT { (storage)-[:SERVES]->(:Discipline) } AS served
ORDER BY served DESC, storage.sort_key, storage.id
WITH collect(storage) AS found
WITH found[..40] AS spaces, found
UNWIND CASE WHEN size(spaces) = 0 THEN [null] ELSE range(0, size(spaces) - 1) END AS place
WITH found, place, spaces[place] AS storage
CALL (storage) {
  MATCH (system)-[r:KEEPS_DATA_IN]->(storage)
  WITH r, system ORDER BY system.sort_key, system.id
  RETURN collect({other: system, link: r}) AS systems
}
CALL (storage) {
  MATCH (storage)-[r:SERVES]->(discipline:Discipline)
  WITH r, discipline ORDER BY discipline.sort_key, discipline.id
  RETURN collect({other: discipline, link: r}) AS disciplines
}
CALL (storage) {
  MATCH (storage)-[r:STORES]->(entity:InformationEntity)
  WITH r, entity ORDER BY entity.sort_key, entity.id
  RETURN collect({other: entity, link: r}) AS entities
}
CALL (storage) {
  MATCH (storage)-[r:CONFORMS_TO]->(standard:StandardVersion)
  WITH r, standard ORDER BY standard.sort_key, standard.id
  RETURN collect({other: standard, link: r}) AS standards
}
WITH found, place, storage, systems, disciplines, entities, standards ORDER BY place
RETURN storage, systems, disciplines, entities, standards, size(found) AS spaces
