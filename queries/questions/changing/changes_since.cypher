// What has changed since a day or a run?
// Vad har ändrats sedan en dag eller en körning?
MATCH (thing)
WHERE thing.born IS NOT NULL AND (thing.run > coalesce($run, 0) OR size(thing.datasets) > 1)
  AND ($kind IS NULL OR labels(thing)[0] = $kind)
RETURN thing, null AS relation
UNION ALL
MATCH (thing)-[relation]->()
WHERE relation.born IS NOT NULL AND (relation.run > coalesce($run, 0) OR size(relation.datasets) > 1)
  AND ($kind IS NULL OR labels(thing)[0] = $kind)
RETURN thing, relation
