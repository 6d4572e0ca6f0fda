// How does a system score for divestment, by which indicators and weights, and how firmly?
// Hur bedöms ett system för avveckling, med vilka indikatorer och vikter, och hur säkert?
MATCH (system:System) WHERE $system IS NULL OR system.id = $system
OPTIONAL MATCH (system)-[has:MASTERS|STORES|PUBLISHES|PROVIDES|CONSUMES|SERVES|USED_BY]->(thing)
OPTIONAL MATCH (thing)<-[too:MASTERS|STORES|PUBLISHES]-(other:System)
RETURN system, has, thing, too, other
