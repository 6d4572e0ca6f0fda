// Which care sectors or organisations are islands: pairs between whose systems no exchange path is stated?
// Vilka vårdsektorer eller organisationer är öar: par mellan vars system ingen väg av utbyten är uppgiven?
MATCH (thing:CareSector) WHERE coalesce($among, 'sectors') = 'sectors'
OPTIONAL MATCH (thing)<-[link:IN_SECTOR]-(other)
RETURN thing, link, other
UNION
MATCH (thing:Organisation)<-[link:USED_BY|OWNED_BY]-(other:System)
WHERE $among = 'organisations' OR EXISTS { (thing)-[:IN_SECTOR]->(:CareSector) }
RETURN thing, link, other
UNION
MATCH (thing:Exchange)<-[link:PROVIDES|CONSUMES]-(other:System|Device|SharedStorage|IntegrationPlatform)
WHERE coalesce(thing.status, 'in-use') = 'in-use'
  AND ($entity IS NULL OR NOT (thing)-[:CARRIES]->() OR EXISTS { (thing)-[:CARRIES]->(:InformationEntity {id: $entity}) })
RETURN thing, link, other
UNION
MATCH (thing:SharedStorage)<-[link:KEEPS_DATA_IN]-(other:System)
WHERE $entity IS NULL OR EXISTS { (thing)-[:STORES]->(:InformationEntity {id: $entity}) }
RETURN thing, link, other
