// Who is heard, who decides and who answers for it, and where does a matter go when they may not settle it?
// Vem hörs, vem beslutar och vem ansvarar, och vart går en fråga som de inte får avgöra?
MATCH (subject:System|Api|Exchange|IntegrationPlatform|SharedStorage|InformationModel|SteeringObject|Initiative|Procurement|Decision|Budget|Fund)
WHERE ($kind IS NULL OR labels(subject)[0] = $kind) AND ($id IS NULL OR subject.id = $id)
OPTIONAL MATCH (subject)-[right:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR|RAISED_TO]-(party)
OPTIONAL MATCH (party)-[sits:MEMBER_OF]->(other)
OPTIONAL MATCH (subject)<-[pays:PAYS_FOR|FINANCES]-(money)
OPTIONAL MATCH (money)<-[gives:FINANCES|DECIDES_ON]-(payer)
OPTIONAL MATCH (payer:Budget)<-[approves:DECIDES_ON]-(approver)
UNWIND CASE WHEN other IS NULL THEN [party] ELSE [party, other] END AS body
OPTIONAL MATCH way = (body)-[:ESCALATES_TO*1..12]->(:GovernanceBody)
RETURN DISTINCT subject, right, party, sits, other, pays, money, gives, payer, approves, approver, way
