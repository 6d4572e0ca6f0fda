// What does a system depend on, and what depends on it, directly and through others?
// Vad är ett system beroende av, och vad är beroende av det, direkt och genom andra?
// Six relations each way: three steps by exchanges, of two relations each.
MATCH way = (start:System {id: $system})
            ((a)-[r:CONSUMES|MEDIATED_BY|RUNS_THROUGH|KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER|PROVIDES|EXPOSES]-(b)
             WHERE startNode(r) = CASE WHEN type(r) IN ['PROVIDES', 'EXPOSES'] THEN b ELSE a END){1,6} (other)
WHERE coalesce($direction, '') <> 'depended-on-by'
RETURN way
UNION
MATCH way = (start:System {id: $system})
            ((a)-[r:CONSUMES|MEDIATED_BY|RUNS_THROUGH|KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER|PROVIDES|EXPOSES]-(b)
             WHERE startNode(r) = CASE WHEN type(r) IN ['PROVIDES', 'EXPOSES'] THEN a ELSE b END){1,6} (other)
WHERE coalesce($direction, '') <> 'depends-on'
RETURN way
