// Surroundings
// Omgivning
MATCH (root {id: $id}) WHERE $kind IN labels(root)
OPTIONAL MATCH (root)-[]-(near)
OPTIONAL MATCH way = (near)-[:PROVIDES|CONSUMES|DEPENDS_ON|KEEPS_DATA_IN|EXPOSES|FACADE_OVER*0..4]-(thing)
WHERE length(way) <= 2 * ($depth - 1)
WITH DISTINCT root, thing
OPTIONAL MATCH (thing)-[fact]-(other)
RETURN root, thing, fact, other
