// Surroundings
// Omgivning
// In the middle the chosen thing. Left: what it gets from or needs. Right: what gets from it or needs it. Above: who owns, decides and answers. Below: what it is about, what it follows, and what changes it.
// I mitten det valda. Vänster: det som det får information av eller behöver. Höger: det som får information av det eller behöver det. Ovanför: vilka som äger, beslutar och ansvarar. Nedanför: vad det gäller, vad det följer och vad som förändrar det.
MATCH (root {id: $id}) WHERE $kind IN labels(root)
OPTIONAL MATCH (root)-[]-(near)
OPTIONAL MATCH way = (near)-[:PROVIDES|CONSUMES|DEPENDS_ON|KEEPS_DATA_IN|EXPOSES|FACADE_OVER*0..4]-(thing)
WHERE length(way) <= 2 * ($depth - 1)
WITH DISTINCT root, thing
OPTIONAL MATCH (thing)-[fact]-(other)
RETURN root, thing, fact, other
