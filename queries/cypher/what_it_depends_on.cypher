// What does a system depend on, directly and through others, within three steps?
// Vad är ett system beroende av, direkt och genom andra, inom tre steg?
// Equals: samband ask dependencies --system record-north --direction depends-on --depth 3
:param system => 'record-north';
MATCH (start:System {id: $system})
CALL (start) {
  MATCH (start)-[r:DEPENDS_ON|FACADE_OVER|KEEPS_DATA_IN|EXPOSES|CONSUMES]-(near)
        -[:MEDIATED_BY|RUNS_THROUGH|PROVIDES*0..1]-(next)
  WHERE startNode(r) = CASE WHEN type(r) = 'EXPOSES' THEN near ELSE start END
    AND NOT next:Exchange AND coalesce(near.status, '') <> 'ended' AND next <> start
  RETURN collect(DISTINCT next) AS first
}
CALL (start, first) {
  UNWIND first AS thing
  MATCH (thing)-[r:DEPENDS_ON|FACADE_OVER|KEEPS_DATA_IN|EXPOSES|CONSUMES]-(near)
        -[:MEDIATED_BY|RUNS_THROUGH|PROVIDES*0..1]-(next)
  WHERE startNode(r) = CASE WHEN type(r) = 'EXPOSES' THEN near ELSE thing END
    AND NOT next:Exchange AND coalesce(near.status, '') <> 'ended' AND next <> start AND NOT next IN first
  RETURN collect(DISTINCT next) AS second
}
CALL (start, first, second) {
  UNWIND second AS thing
  MATCH (thing)-[r:DEPENDS_ON|FACADE_OVER|KEEPS_DATA_IN|EXPOSES|CONSUMES]-(near)
        -[:MEDIATED_BY|RUNS_THROUGH|PROVIDES*0..1]-(next)
  WHERE startNode(r) = CASE WHEN type(r) = 'EXPOSES' THEN near ELSE thing END
    AND NOT next:Exchange AND coalesce(near.status, '') <> 'ended' AND next <> start AND NOT next IN first + second
  RETURN collect(DISTINCT next) AS third
}
UNWIND [[1, first], [2, second], [3, third]] AS step
UNWIND step[1] AS thing
WITH thing, step[0] AS distance
RETURN thing, distance
ORDER BY distance, thing.sort_key, thing.id, labels(thing)[0];
