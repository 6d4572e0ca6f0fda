// Who has input, who decides and who is accountable, and which of these rights does nobody hold?
// Vem ger underlag, vem beslutar, vem ansvarar, och vilka av dessa rättigheter saknar innehavare?
// Equals: samband ask decision-rights --kind System
:param kind => 'System';
:param subject => null;
:param only_missing => false;
MATCH (subject:System|Api|Exchange|IntegrationPlatform|SharedStorage|InformationModel|SteeringObject
               |Initiative|Procurement|Decision|Budget|Fund)
WITH subject, labels(subject)[0] AS kind
WHERE ($kind IS NULL OR kind = $kind) AND ($subject IS NULL OR $subject IN [subject.id, kind + '/' + subject.id])
WITH subject, kind, [(subject)<-[:HAS_INPUT_ON]-(party) | party] AS input_from,
     [(subject)<-[:DECIDES_ON]-(party) | party] AS decided_by,
     [(subject)<-[:ACCOUNTABLE_FOR]-(party) | party] AS accountable,
     [(subject)-[:RAISED_TO]->(body:GovernanceBody) | body] AS raised_to
WITH *, [right IN ['input', 'decision', 'accountability']
         WHERE size(CASE right WHEN 'input' THEN input_from WHEN 'decision' THEN decided_by ELSE accountable END) = 0
        ] AS held_by_nobody
WHERE NOT $only_missing OR size(held_by_nobody) > 0
RETURN subject, input_from, decided_by, accountable, held_by_nobody, raised_to
ORDER BY CASE WHEN size(held_by_nobody) < 3 THEN 0 ELSE 1 END, kind, subject.sort_key, subject.id;
