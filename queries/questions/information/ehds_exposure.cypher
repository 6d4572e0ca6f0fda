// Which systems does the European Health Data Space reach, from when, who carries the duties, and what is missing?
// Vilka system nås av det europeiska hälsodataområdet, från när, vem har skyldigheterna, och vad saknas?
MATCH (entity:InformationEntity) WHERE entity.ehds_category IS NOT NULL AND ($entity IS NULL OR entity.id = $entity)
MATCH (entity)-[:MASTERS|STORES|READS|PUBLISHES|CARRIES|CONCERNS]-(place)
OPTIONAL MATCH (place)-[:PROVIDES|CONSUMES|MEDIATED_BY|APPLIES_FROM]-(mover)
UNWIND [entity, place, mover] AS each
WITH DISTINCT each WHERE each IS NOT NULL
OPTIONAL MATCH (each)-[:EXPOSES|PROVIDES]->(offered)
UNWIND [each, offered] AS thing
WITH DISTINCT thing WHERE thing IS NOT NULL
MATCH (thing)-[says:MASTERS|STORES|READS|PUBLISHES|CARRIES|CONCERNS|EXPRESSES|PROVIDES|CONSUMES|MEDIATED_BY|APPLIES_FROM|SUPPLIED_BY|OWNED_BY|RETIRES|EXPOSES|CONFORMS_TO|PROFILED_BY]-(other)
OPTIONAL MATCH (other)-[of:VERSION_OF]->(standard:Standard)
RETURN thing, says, other, of, standard
