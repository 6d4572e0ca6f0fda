// What has nobody said to own it?
// Vad har ingen uppgiven ägare?
// Equals: samband ask no-owner --kind System
:param kind => 'System';
WITH ['System', 'IntegrationPlatform', 'SharedStorage', 'InformationModel', 'Api', 'Exchange', 'Device'] AS kinds
MATCH (thing:System|IntegrationPlatform|SharedStorage|InformationModel|Api|Exchange|Device)
WHERE NOT EXISTS { (thing)-[:OWNED_BY]->() }
  AND coalesce(thing.lifecycle, '') <> 'retired' AND coalesce(thing.status, '') <> 'ended'
WITH thing, labels(thing)[0] AS kind, kinds
WHERE $kind IS NULL OR kind = $kind
RETURN kind, thing, thing.criticality AS criticality,
       [(thing)<-[:CONTAINS]-(object:SteeringObject) | object] AS steered_in,
       [(thing)<-[:ACCOUNTABLE_FOR]-(party) | party] AS accountable
ORDER BY head([place IN range(0, size(kinds) - 1) WHERE kinds[place] = kind]), thing.sort_key, thing.id;
