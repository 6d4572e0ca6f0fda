// Which information has two masters, none, or nobody who holds it, and which models and terminologies are missing?
// Vilken information har två mastersystem, inget, eller ingen som har den, och vilka modeller och terminologier saknas?
MATCH (subject:InformationEntity|System)
WHERE ($entity IS NULL OR subject.id = $entity)
  AND ($model IS NULL OR EXISTS { (subject)-[:DEFINES|MAPS_TO]-(:InformationModel {id: $model}) } OR subject:System)
OPTIONAL MATCH (subject)-[models:DEFINES|MAPS_TO]-(model:InformationModel)
OPTIONAL MATCH (subject)-[uses:MASTERS|STORES|READS|PUBLISHES|CARRIES]-(user)
WHERE subject:InformationEntity
OPTIONAL MATCH (user)-[has:RETIRES|USED_BY|OWNED_BY]-(party)
OPTIONAL MATCH (subject)-[codes:BOUND_TO]->(terminology)
RETURN subject, models, model, uses, user, has, party, codes, terminology
