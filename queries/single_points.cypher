// Which exchanges run only through one integration platform, so that it is a single point of failure?
// Vilka utbyten går bara genom en integrationsplattform, så att den är en enskild felpunkt?
MATCH (platform:IntegrationPlatform)
WHERE $platform IS NULL OR platform.id = $platform
CALL (platform) {
  MATCH (platform)<-[:MEDIATED_BY]-(flow:Exchange)
  WHERE NOT coalesce(flow.status, '') IN ['ended', 'planned']
  RETURN count(flow) AS running,
         sum(CASE WHEN EXISTS { (flow)-[:MEDIATED_BY]->(second:IntegrationPlatform) WHERE second.id <> platform.id } THEN 1 ELSE 0 END) AS several
}
CALL (platform) {
  MATCH (platform)<-[via:MEDIATED_BY]-(flow:Exchange)
  WHERE NOT coalesce(flow.status, '') IN ['ended', 'planned']
    AND NOT EXISTS { (flow)-[:MEDIATED_BY]->(second:IntegrationPlatform) WHERE second.id <> platform.id }
  MATCH (flow)<-[gives:PROVIDES]-(source:System|Device|SharedStorage|IntegrationPlatform)
  MATCH (flow)<-[takes:CONSUMES]-(sink:System|Device|SharedStorage|IntegrationPlatform|Role)
  WHERE NOT EXISTS {
    MATCH (source)-[:PROVIDES]->(way:Exchange)<-[:CONSUMES]-(sink)
    WHERE way.id <> flow.id AND NOT coalesce(way.status, '') IN ['ended', 'planned']
      AND NOT EXISTS { (way)-[:MEDIATED_BY]->(same:IntegrationPlatform) WHERE same.id = platform.id }
      AND EXISTS { (way)-[:CARRIES]->(:InformationEntity)<-[:CARRIES]-(flow) }
  }
  WITH flow, via, gives, takes, source, sink
  ORDER BY flow.sort_key, flow.id, source.sort_key, source.id, sink.sort_key, sink.id
  WITH collect(DISTINCT flow.id) AS alone, collect([flow, source, sink, via, gives, takes]) AS pairs
  RETURN size(alone) AS alone, size(pairs) AS pairs_alone, pairs[..$listed] AS pairs
}
RETURN platform, running, several, alone, pairs_alone, pairs,
       [(platform)<-[:MEDIATED_BY]-(flow:Exchange) WHERE flow.status = 'planned' | flow.id] AS planned,
       [(platform)<-[needs:DEPENDS_ON]-(needy) | [needy, needs]] AS needing,
       [(platform)-[owned:OWNED_BY]->(owner) | [owner, owned]] AS owners
ORDER BY alone DESC, platform.sort_key, platform.id
