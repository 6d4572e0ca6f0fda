// How is the information covered: who masters, stores, reads and publishes it, and is it in the information model?
// Hur täcks informationen: vem är master för, lagrar, läser och publicerar den, och finns den i informationsmodellen?
MATCH (subject:InformationEntity) WHERE $entity IS NULL OR subject.id = $entity
OPTIONAL MATCH (subject)<-[link:DEFINES|MASTERS|STORES|READS|PUBLISHES]-(other)
WHERE NOT coalesce(other.lifecycle, '') IN ['plan', 'retired']
RETURN subject, link, other
UNION
MATCH (subject:System) WHERE $entity IS NULL AND NOT coalesce(subject.lifecycle, '') IN ['plan', 'retired']
OPTIONAL MATCH (subject)-[link:MAPS_TO]->(other)
RETURN subject, link, other
