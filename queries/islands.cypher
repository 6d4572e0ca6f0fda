// Which care sectors or organisations are islands: pairs between whose systems no exchange path is stated?
// Vilka vårdsektorer eller organisationer är öar: par mellan vars system ingen väg av utbyten är uppgiven?
// One row.
CALL {
  MATCH (place:CareSector) WHERE $among = 'sectors'
  OPTIONAL MATCH (end:System)-[:IN_SECTOR]->(place)
  RETURN place, end
  UNION
  MATCH (place:CareSector) WHERE $among = 'sectors'
  MATCH (end:System)-[:USED_BY]->(:Organisation)-[:IN_SECTOR]->(place)
  RETURN place, end
  UNION
  MATCH (place:Organisation)<-[:USED_BY|OWNED_BY]-(end:System) WHERE $among = 'organisations'
  RETURN place, end
}
WITH place, end ORDER BY end.sort_key, end.id
WITH place, collect(DISTINCT end) AS ends
WITH place, [e IN ends | 'System/' + e.id] AS systems, ends[..20] AS shown
ORDER BY place.sort_key, place.id
WITH collect({place: place, systems: systems, shown: shown}) AS places
CALL {
  MATCH (source:System|Device|SharedStorage|IntegrationPlatform)-[:PROVIDES]->(flow:Exchange)
        <-[:CONSUMES]-(sink:System|Device|SharedStorage|IntegrationPlatform)
  WHERE coalesce(flow.status, 'in-use') = 'in-use'
    AND ($entity IS NULL OR EXISTS { (flow)-[:CARRIES]->(:InformationEntity {id: $entity}) } OR NOT EXISTS { (flow)-[:CARRIES]->() })
  WITH source, sink, flow.status IS NOT NULL AND ($entity IS NULL OR EXISTS { (flow)-[:CARRIES]->() }) AS sure
  WITH source, sure, collect(DISTINCT labels(sink)[0] + '/' + sink.id) AS takers
  WITH labels(source)[0] + '/' + source.id AS giver, sure, takers
  RETURN collect([giver, sure, takers]) AS flows
}
CALL {
  MATCH (system:System)-[:KEEPS_DATA_IN]->(storage:SharedStorage)
  WHERE $entity IS NULL OR EXISTS { (storage)-[:STORES]->(:InformationEntity {id: $entity}) }
  RETURN collect(['System/' + system.id, 'SharedStorage/' + storage.id]) AS kept
}
RETURN places, flows, kept
