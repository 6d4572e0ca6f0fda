// What has nobody said to own it?
// Vad har ingen uppgiven ägare?
MATCH (thing:System|Api|Exchange|IntegrationPlatform|SharedStorage|Device|InformationModel)
WHERE ($kind IS NULL OR labels(thing)[0] = $kind)
  AND NOT coalesce(thing.lifecycle, '') = 'retired' AND NOT coalesce(thing.status, '') = 'ended'
  AND NOT (thing)-[:OWNED_BY]->()
WITH thing, CASE labels(thing)[0] WHEN 'System' THEN 1 WHEN 'IntegrationPlatform' THEN 2 WHEN 'SharedStorage' THEN 3
  WHEN 'InformationModel' THEN 4 WHEN 'Api' THEN 5 WHEN 'Exchange' THEN 6 ELSE 7 END AS rank
ORDER BY rank, thing.sort_key, thing.id
WITH collect(thing) AS things
WITH size(things) AS total, things[$offset..$offset + $limit] AS page
UNWIND range(0, size(page) - 1) AS place
WITH total, place, page[place] AS thing
OPTIONAL MATCH (thing)<-[within:CONTAINS]-(object:SteeringObject)
WITH total, place, thing, within, object ORDER BY object.sort_key, object.id
WITH total, place, thing, collect(object) AS objects, collect(within) AS steering
OPTIONAL MATCH (thing)<-[answers:ACCOUNTABLE_FOR]-(party)
WITH total, place, thing, objects, steering, answers, party ORDER BY party.sort_key, party.id, labels(party)[0]
WITH total, place, thing, objects, steering, collect(party) AS parties, collect(answers) AS answering
RETURN labels(thing)[0] AS kind, thing, objects AS steered_in, parties AS accountable, thing.criticality AS criticality,
       steering + answering AS facts, total
ORDER BY place
