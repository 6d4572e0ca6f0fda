// What has changed since a day or a run?
// Vad har ändrats sedan en dag eller en körning?
MATCH (thing)
WHERE thing.born IS NOT NULL AND thing.run > coalesce($run, 0) AND ($kind IS NULL OR labels(thing)[0] = $kind)
RETURN thing
