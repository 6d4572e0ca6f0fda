// Without which systems, platforms and storages does the network of exchanges fall apart, and into what?
// Utan vilka system, plattformar och lagringsutrymmen faller nätet av utbyten isär, och i vilka delar?
MATCH (thing:System|IntegrationPlatform|SharedStorage|Device)
WHERE NOT coalesce(thing.lifecycle, '') IN ['plan', 'retired']
OPTIONAL MATCH (thing)-[joins:PROVIDES|CONSUMES|MEDIATED_BY|KEEPS_DATA_IN]-(other)
WHERE NOT coalesce(other.status, '') IN ['planned', 'ended']
OPTIONAL MATCH (thing)-[reads:READS]->(entity:InformationEntity)
OPTIONAL MATCH (need:Need)-[asks:ASKED_OF|NEEDED_AT]->(thing)
OPTIONAL MATCH (need)-[calls:CALLS_FOR]->(wanted)
RETURN thing, joins, other, reads, entity, need, asks, calls, wanted
