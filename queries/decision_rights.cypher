// Who has input, who decides and who is accountable, and which of these rights does nobody hold?
// Vem ger underlag, vem beslutar, vem ansvarar, och vilken av dessa rättigheter har ingen?
MATCH (subject:System|Api|Exchange|IntegrationPlatform|SharedStorage|InformationModel|SteeringObject|Initiative|Procurement|Decision|Budget|Fund)
WHERE ($kind IS NULL OR labels(subject)[0] = $kind)
  AND ($subject IS NULL OR $subject IN [subject.id, labels(subject)[0] + '/' + subject.id])
WITH subject, labels(subject)[0] AS kind,
     CASE WHEN EXISTS { (subject)<-[:HAS_INPUT_ON]-() } THEN 1 ELSE 0 END
     + CASE WHEN EXISTS { (subject)<-[:DECIDES_ON]-() } THEN 1 ELSE 0 END
     + CASE WHEN EXISTS { (subject)<-[:ACCOUNTABLE_FOR]-() } THEN 1 ELSE 0 END AS held
WHERE NOT $only_missing OR held < 3
WITH subject, kind, held ORDER BY held = 0, kind, subject.sort_key, subject.id
WITH collect(subject) AS subjects, collect(held) AS rights
WITH subjects, rights, size(subjects) AS total
UNWIND range($offset, $offset + $limit - 1) AS number
WITH number, total, subjects[number] AS subject, rights[number] AS held
WHERE subject IS NOT NULL
RETURN subject, held, total,
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
ORDER BY number
