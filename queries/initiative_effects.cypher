// What does an initiative or procurement retire and leave, in which waves, and what does it leave hanging?
// Vad avvecklar och lämnar kvar ett initiativ eller en upphandling, i vilka etapper, och vad blir hängande?
MATCH (change:Initiative|Procurement)
WHERE ($initiative IS NULL AND $procurement IS NULL)
   OR (change:Initiative AND change.id = $initiative) OR (change:Procurement AND change.id = $procurement)
CALL (change) {
  MATCH (change)-[:RETIRES]->(gone:System) WHERE gone.category IS NOT NULL
  WITH collect(DISTINCT gone.category) AS categories
  RETURN CASE WHEN size(categories) = 0 THEN []
         ELSE COLLECT { MATCH (left:System) WHERE left.category IN categories RETURN left } END AS same_category
}
RETURN change, same_category,
       [(change)-[retires:RETIRES]->(gone:System) | [gone, retires]] AS retired,
       [(change)-[introduces:INTRODUCES]->(new) | [new, introduces]] AS introduced,
       [(change)-[covers:COVERS]->(domain) | [domain, covers]] AS covered,
       [(change)-[:RETIRES]->(gone:System)<-[needs:DEPENDS_ON]-(needy) | [needy, gone, null, [needs]]]
       + [(change)-[:RETIRES]->(gone:System)-[exposes:EXPOSES]->(api:Api)<-[needs:DEPENDS_ON]-(needy) | [needy, gone, api, [exposes, needs]]]
       + [(change)-[:RETIRES]->(gone:System)<-[front:FACADE_OVER]-(api:Api)<-[needs:DEPENDS_ON]-(needy) | [needy, gone, api, [front, needs]]]
         AS needing,
       [(change)-[:RETIRES]->(gone:System)-[gives:PROVIDES]->(flow:Exchange)<-[takes:CONSUMES]-(needy)
        WHERE coalesce(flow.status, '') <> 'ended' | [needy, gone, flow, [gives, takes]]] AS fed,
       [(change)-[:COVERS]->(domain:CareSector)<-[within:IN_SECTOR]-(left:System) | [left, domain, [within]]]
       + [(change)-[:COVERS]->(domain:CareSector)<-[within:IN_SECTOR]-(:Organisation)<-[use:USED_BY]-(left:System) | [left, domain, [within, use]]]
       + [(change)-[:COVERS]->(domain:Organisation)<-[within:USED_BY]-(left:System) | [left, domain, [within]]]
       + [(change)-[:COVERS]->(domain:Discipline)<-[within:SERVES]-(left:System) | [left, domain, [within]]]
       + [(change)-[:COVERS]->(domain:InformationEntity)<-[within:MASTERS|STORES|PUBLISHES]-(left:System) | [left, domain, [within]]]
         AS same_domain
ORDER BY change.sort_key, change.id, labels(change)[0]
