// Which needs and exchanges cross organisations without an arena, a body or a coordinator, and which have them?
// Vilka behov och utbyten går över organisationsgränser utan arena, organ eller samordnare, och vilka har dem?
MATCH (thing:Need|Exchange) WHERE NOT coalesce(thing.status, '') = 'ended'
OPTIONAL MATCH (thing)-[link:NEEDED_AT|ASKED_OF|PROVIDES|CONSUMES|OWNED_BY|MET_BY|ADDRESSES]-(other)
RETURN thing, link, other
UNION
MATCH (thing:System|Device|SharedStorage|IntegrationPlatform|Role|Coordinator)-[link:USED_BY|OWNED_BY|WORKS_AT]->(other:Organisation)
RETURN thing, link, other
UNION
MATCH (thing:Organisation|CareSector)-[link:PART_OF]->(other:Organisation)
RETURN thing, link, other
UNION
MATCH (thing:Need|Exchange|Initiative|Procurement)<-[link:DISCUSSES|COORDINATES|HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR]-(other)
RETURN thing, link, other
UNION
MATCH (thing:Arena)<-[link:TAKES_PART_IN]-(other)
RETURN thing, link, other
