// Which exchanges run only through one integration platform, so that it is a single point of failure?
// Vilka utbyten går bara genom en integrationsplattform, så att den är en enskild felpunkt?
MATCH (thing:IntegrationPlatform) WHERE $platform IS NULL OR thing.id = $platform
OPTIONAL MATCH (thing)-[link:MEDIATED_BY|DEPENDS_ON|OWNED_BY]-(other)
RETURN thing, link, other
UNION
MATCH (platform:IntegrationPlatform)<-[:MEDIATED_BY]-(thing:Exchange)-[link:PROVIDES|CONSUMES|CARRIES]-(other)
WHERE NOT coalesce(thing.status, '') IN ['planned', 'ended'] AND ($platform IS NULL OR platform.id = $platform)
RETURN thing, link, other
