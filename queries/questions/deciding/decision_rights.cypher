// Who has input, who decides and who is accountable, and which of these rights does nobody hold?
// Vem ger underlag, vem beslutar, vem ansvarar, och vilka av dessa rättigheter saknar innehavare?
MATCH (subject:System|Api|Exchange|IntegrationPlatform|SharedStorage|InformationModel|SteeringObject|Initiative|Procurement|Decision|Budget|Fund)
WHERE ($kind IS NULL OR labels(subject)[0] = $kind)
  AND ($subject IS NULL OR $subject IN [subject.id, labels(subject)[0] + '/' + subject.id])
OPTIONAL MATCH (subject)-[about:CONCERNS|BLOCKS|CARRIES_OUT]-(decision:Decision)
UNWIND CASE WHEN decision IS NULL THEN [subject] ELSE [subject, decision] END AS governed
OPTIONAL MATCH (governed)-[right:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR|RAISED_TO]-(party)
OPTIONAL MATCH (party)-[sits:MEMBER_OF]-(other)
UNWIND CASE WHEN other IS NULL THEN [party] ELSE [party, other] END AS body
OPTIONAL MATCH way = (body)-[:ESCALATES_TO*1..8]->(:GovernanceBody)
RETURN DISTINCT subject, about, decision, right, party, sits, other, way
