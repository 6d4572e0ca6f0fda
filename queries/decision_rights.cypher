// Who has input, who decides and who is accountable, and which of these rights does nobody hold?
// Vem ger underlag, vem beslutar, vem ansvarar, och vilka av dessa rättigheter saknar innehavare?
CALL {
  MATCH (subject:System|Api|Exchange|IntegrationPlatform|SharedStorage|InformationModel|SteeringObject|Initiative|Procurement|Decision|Budget|Fund)
  WHERE ($kind IS NULL OR labels(subject)[0] = $kind)
    AND ($subject IS NULL OR $subject IN [subject.id, labels(subject)[0] + '/' + subject.id])
    AND NOT ($only_missing AND EXISTS { (subject)<-[:HAS_INPUT_ON]-() } AND EXISTS { (subject)<-[:DECIDES_ON]-() }
             AND EXISTS { (subject)<-[:ACCOUNTABLE_FOR]-() })
  RETURN count(subject) AS total
}
MATCH (subject:System|Api|Exchange|IntegrationPlatform|SharedStorage|InformationModel|SteeringObject|Initiative|Procurement|Decision|Budget|Fund)
WHERE ($kind IS NULL OR labels(subject)[0] = $kind)
  AND ($subject IS NULL OR $subject IN [subject.id, labels(subject)[0] + '/' + subject.id])
  AND NOT ($only_missing AND EXISTS { (subject)<-[:HAS_INPUT_ON]-() } AND EXISTS { (subject)<-[:DECIDES_ON]-() }
           AND EXISTS { (subject)<-[:ACCOUNTABLE_FOR]-() })
WITH total, subject, labels(subject)[0] AS kind, EXISTS { (subject)<-[:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR]-() } AS held
ORDER BY NOT held, kind, subject.sort_key, subject.id SKIP $offset LIMIT $limit
RETURN subject, total,
       [(subject)<-[right:HAS_INPUT_ON]-(party) | [party, right]] AS input,
       [(subject)<-[right:DECIDES_ON]-(party) | [party, right]] AS decide,
       [(subject)<-[right:ACCOUNTABLE_FOR]-(party) | [party, right]] AS accountable,
       [(subject)-[raised:RAISED_TO]->(body:GovernanceBody) | [body, raised]] AS raised,
       [(subject)<-[about:CONCERNS|BLOCKS]-(decision:Decision) | [decision, about]]
       + [(subject)-[about:CARRIES_OUT]->(decision:Decision) | [decision, about]] AS decisions,
       [(subject)<-[:CONCERNS|BLOCKS]-(decision:Decision)<-[right:DECIDES_ON]-(party) | [decision.id, party, right]]
       + [(subject)-[:CARRIES_OUT]->(decision:Decision)<-[right:DECIDES_ON]-(party) | [decision.id, party, right]] AS deciders,
       [(subject)<-[:CONCERNS|BLOCKS]-(decision:Decision)-[raised:RAISED_TO]->(body) | [decision.id, body, raised]]
       + [(subject)-[:CARRIES_OUT]->(decision:Decision)-[raised:RAISED_TO]->(body) | [decision.id, body, raised]] AS taken_up,
       [(subject)<-[:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR]-(body:GovernanceBody)<-[sits:MEMBER_OF]-(party) | [body, party, sits]]
       + [(subject)-[:RAISED_TO]->(body:GovernanceBody)<-[sits:MEMBER_OF]-(party) | [body, party, sits]] AS members,
       [way = (subject)<-[:DECIDES_ON|ACCOUNTABLE_FOR]-(:GovernanceBody)-[:ESCALATES_TO*1..8]->(:GovernanceBody) | way]
       + [way = (subject)-[:RAISED_TO]->(:GovernanceBody)-[:ESCALATES_TO*1..8]->(:GovernanceBody) | way]
       + [way = (subject)<-[:DECIDES_ON|ACCOUNTABLE_FOR]-(:Role)-[:MEMBER_OF]->(:GovernanceBody)-[:ESCALATES_TO*0..8]->(:GovernanceBody) | way]
         AS escalation
ORDER BY NOT held, kind, subject.sort_key, subject.id
