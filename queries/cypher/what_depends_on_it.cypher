// What depends on a system, directly and through others, within three steps?
// Vad är beroende av ett system, direkt och genom andra, inom tre steg?
// Equals: samband ask dependencies --system radiology-north --direction depended-on-by --depth 3
:param system => 'radiology-north';
MATCH (start:System {id: $system})
CALL (start) {
  MATCH (start)-[r:DEPENDS_ON|FACADE_OVER|KEEPS_DATA_IN|EXPOSES|PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(near)
        <-[:CONSUMES*0..1]-(next)
  WHERE startNode(r) = CASE WHEN type(r) IN ['EXPOSES', 'PROVIDES'] THEN start ELSE near END
    AND NOT next:Exchange AND coalesce(near.status, '') <> 'ended' AND next <> start
  RETURN collect(DISTINCT next) AS first
}
CALL (start, first) {
  UNWIND first AS thing
  MATCH (thing)-[r:DEPENDS_ON|FACADE_OVER|KEEPS_DATA_IN|EXPOSES|PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(near)
        <-[:CONSUMES*0..1]-(next)
  WHERE startNode(r) = CASE WHEN type(r) IN ['EXPOSES', 'PROVIDES'] THEN thing ELSE near END
    AND NOT next:Exchange AND coalesce(near.status, '') <> 'ended' AND next <> start AND NOT next IN first
  RETURN collect(DISTINCT next) AS second
}
CALL (start, first, second) {
  UNWIND second AS thing
  MATCH (thing)-[r:DEPENDS_ON|FACADE_OVER|KEEPS_DATA_IN|EXPOSES|PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(near)
        <-[:CONSUMES*0..1]-(next)
  WHERE startNode(r) = CASE WHEN type(r) IN ['EXPOSES', 'PROVIDES'] THEN thing ELSE near END
    AND NOT next:Exchange AND coalesce(near.status, '') <> 'ended' AND next <> start AND NOT next IN first + second
  RETURN collect(DISTINCT next) AS third
}
UNWIND [[1, first], [2, second], [3, third]] AS step
UNWIND step[1] AS thing
WITH thing, step[0] AS distance
RETURN thing, distance
ORDER BY distance, thing.sort_key, thing.id, labels(thing)[0];
