// For a need: which standard suits, which systems already speak it, can it be met today, and which exchange is missing?
// För ett behov: vilken standard passar, vilka system talar den redan, kan det mötas i dag och vilket utbyte saknas?
MATCH (need:Need)
WHERE $need IS NULL OR need.id = $need
OPTIONAL MATCH (need)-[calls:CALLS_FOR]->(entity:InformationEntity)
WITH need, calls, entity, coalesce(entity.id, '') AS key
CALL (need, key) {
  WITH need, [(need)-[:SUITED_BY]->(s) | s] + [(need)-[:SUITED_BY]->(:Standard)<-[:VERSION_OF]-(s) | s]
       + [(need)-[:SUITED_BY]->(:StandardVersion)-[:VERSION_OF]->(s) | s] AS suiting,
       COLLECT { MATCH (:InformationEntity {id: key})<-[:EXPRESSES]-(s) RETURN s } AS expressing
  WITH suiting, expressing, [s IN expressing WHERE s IN suiting] AS both
  UNWIND CASE WHEN size(both) > 0 THEN both WHEN size(expressing) > 0 THEN expressing ELSE suiting END AS standard
  CALL (standard) {
    MATCH (standard)<-[:CONFORMS_TO]-(system:System) RETURN system
    UNION
    MATCH (standard)<-[:CONFORMS_TO]-(:Api)<-[:EXPOSES]-(system:System) RETURN system
    UNION
    MATCH (standard)<-[:CONFORMS_TO]-(:Exchange)<-[:PROVIDES|CONSUMES]-(system:System) RETURN system
  }
  WITH DISTINCT system WHERE coalesce(system.lifecycle, '') <> 'retired'
  WITH system ORDER BY system.sort_key, system.id
  WITH collect(system) AS systems
  RETURN size(systems) AS speaking, systems[..$listed] AS speakers
}
CALL (need, key) {
  MATCH (need)-[asked:ASKED_OF]->(holder), (need)-[wanted:NEEDED_AT]->(seeker)
  CALL (holder) {
    MATCH (holder) WHERE holder:System OR holder:Device OR holder:SharedStorage RETURN holder AS source
    UNION
    MATCH (holder)<-[:USED_BY|OWNED_BY]-(source:System|Device|SharedStorage) RETURN source
    UNION
    MATCH (holder)<-[:IN_SECTOR]-(source:System) RETURN source
    UNION
    MATCH (holder)<-[:IN_SECTOR]-(:Organisation)<-[:USED_BY|OWNED_BY]-(source:System|Device|SharedStorage) RETURN source
    UNION
    MATCH (holder)<-[:SERVES]-(source:System|SharedStorage) RETURN source
  }
  MATCH (source)-[gives:PROVIDES]->(flow:Exchange)-[carries:CARRIES]->(:InformationEntity {id: key})
  WHERE coalesce(flow.status, '') <> 'ended'
  MATCH (flow)<-[takes:CONSUMES]-(sink)
  WHERE sink = seeker
     OR EXISTS { (sink)-[:USED_BY|OWNED_BY]->(seeker) } OR EXISTS { (sink)-[:IN_SECTOR]->(seeker) }
     OR EXISTS { (sink)-[:USED_BY|OWNED_BY]->(:Organisation)-[:IN_SECTOR]->(seeker) }
  RETURN collect([holder, seeker, flow, source, sink, gives, carries, takes]) AS between
}
RETURN need, calls, entity, speaking, speakers, between,
       [(need)-[r:SUITED_BY]->(standard) | [standard, r]] AS suited,
       [(need)-[:SUITED_BY]->(standard:Standard)<-[r:VERSION_OF]-(version:StandardVersion) | [standard, version, r]]
       + [(need)-[:SUITED_BY]->(version:StandardVersion)-[r:VERSION_OF]->(standard:Standard) | [standard, version, r]] AS versions,
       CASE WHEN entity IS NULL THEN [] ELSE [(entity)<-[r:EXPRESSES]-(standard) | [standard, r]] END AS expressing,
       CASE WHEN entity IS NULL THEN [] ELSE [(entity)-[r:BOUND_TO]->(code) | [code, r]] END AS codes,
       [(need)-[met:MET_BY]->(flow:Exchange) | [flow, met]] AS meeting,
       [(need)-[:MET_BY]->(flow:Exchange)-[carries:CARRIES]->(carried:InformationEntity) | [flow.id, carried.id, carries]] AS carried,
       [(need)-[r:ASKED_OF]->(holder) | [holder, r]] AS asked,
       [(need)-[r:NEEDED_AT]->(seeker) | [seeker, r]] AS wanted
ORDER BY need.sort_key, need.id, entity.sort_key, entity.id
