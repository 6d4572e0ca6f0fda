// What has nobody said to own it?
// Vad har ingen uppgiven ägare?
MATCH (thing:System|Api|Exchange|IntegrationPlatform|SharedStorage|Device|InformationModel)
WHERE ($kind IS NULL OR labels(thing)[0] = $kind)
  AND NOT coalesce(thing.lifecycle, '') = 'retired' AND NOT coalesce(thing.status, '') = 'ended'
  AND NOT (thing)-[:OWNED_BY]->()
OPTIONAL MATCH (thing)<-[answers:CONTAINS|ACCOUNTABLE_FOR]-(party)
RETURN thing, answers, party
