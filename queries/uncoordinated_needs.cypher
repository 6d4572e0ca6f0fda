// Which needs and exchanges cross organisations without an arena, a body or a coordinator, and which have them?
// Vilka behov och utbyten går över organisationsgränser utan arena, organ eller samordnare, och vilka har dem?
CALL {
  MATCH (subject:Need) OPTIONAL MATCH (subject)-[:NEEDED_AT|ASKED_OF]->(end)
  RETURN subject, end, null AS gives
  UNION ALL
  MATCH (subject:Exchange) WHERE coalesce(subject.status, '') <> 'ended'
  OPTIONAL MATCH (subject)<-[side:PROVIDES|CONSUMES]-(end:System|Device|SharedStorage|IntegrationPlatform|Role)
  RETURN subject, end, type(side) = 'PROVIDES' AS gives
}
OPTIONAL MATCH (end)-[:USED_BY]->(user:Organisation) WHERE end IS NOT NULL
OPTIONAL MATCH (end)-[:OWNED_BY|WORKS_AT]->(owner:Organisation) WHERE end IS NOT NULL
WITH subject, end, gives,
     CASE WHEN end IS NULL THEN null WHEN end:Organisation OR end:CareSector OR end:Discipline THEN end ELSE coalesce(user, owner) END AS party
OPTIONAL MATCH (party)-[:PART_OF*1..6]->(whole:Organisation) WHERE party IS NOT NULL
WITH subject, count(DISTINCT CASE WHEN party IS NULL THEN coalesce(end.id, '?') END) AS unknown,
     collect(DISTINCT labels(party)[0] + '/' + party.id) AS parties, collect(DISTINCT 'Organisation/' + whole.id) AS wholes,
     collect(DISTINCT CASE WHEN gives THEN labels(party)[0] + '/' + party.id END) AS giving,
     collect(DISTINCT CASE WHEN NOT gives THEN labels(party)[0] + '/' + party.id END) AS taking
WITH subject, unknown, size([p IN parties WHERE NOT p IN wholes]) > 1 AND
     (subject:Need OR any(p IN giving WHERE NOT p IN taking) OR any(p IN taking WHERE NOT p IN giving)) AS crosses
WHERE crosses OR ($unclear AND unknown > 0)
WITH subject, crosses,
     CASE WHEN EXISTS { (subject)<-[:DISCUSSES]-(:Arena) } OR EXISTS { (subject)<-[:ADDRESSES|MET_BY]-()<-[:DISCUSSES]-(:Arena) }
          THEN 1 ELSE 0 END
     + CASE WHEN EXISTS { (subject)<-[:COORDINATES]-(:Coordinator) } OR EXISTS { (subject)<-[:ADDRESSES|MET_BY]-()<-[:COORDINATES]-(:Coordinator) }
            THEN 1 ELSE 0 END
     + CASE WHEN EXISTS { (subject)-[:OWNED_BY]->(:GovernanceBody) }
              OR EXISTS { (subject)<-[:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR]-(:GovernanceBody) }
              OR EXISTS { (subject)<-[:ADDRESSES|MET_BY]-()<-[:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR]-(:GovernanceBody) }
            THEN 1 ELSE 0 END AS held
WHERE NOT $only_missing OR held = 0
WITH subject, crosses, held ORDER BY NOT crosses, held, subject:Exchange, subject.sort_key, subject.id
WITH collect([subject, crosses]) AS found
WITH found, size(found) AS total
UNWIND range($offset, $offset + $limit - 1) AS number
WITH number, total, found[number] AS each
WHERE each IS NOT NULL
WITH number, total, each[0] AS subject, each[1] AS crosses
RETURN subject, crosses, total,
       [(subject)-[r:NEEDED_AT|ASKED_OF]->(end) | [end, r]] + [(subject)<-[r:PROVIDES|CONSUMES]-(end) | [end, r]] AS ends,
       [(subject)-[:NEEDED_AT|ASKED_OF]->(end)-[r:USED_BY]->(o:Organisation) | [end, o, r]]
       + [(subject)<-[:PROVIDES|CONSUMES]-(end)-[r:USED_BY]->(o:Organisation) | [end, o, r]] AS used,
       [(subject)-[:NEEDED_AT|ASKED_OF]->(end)-[r:OWNED_BY|WORKS_AT]->(o:Organisation) | [end, o, r]]
       + [(subject)<-[:PROVIDES|CONSUMES]-(end)-[r:OWNED_BY|WORKS_AT]->(o:Organisation) | [end, o, r]] AS owned,
       [(subject)<-[r:DISCUSSES]-(arena:Arena) | [arena, r]]
       + [(subject)<-[by:ADDRESSES|MET_BY]-(about)<-[r:DISCUSSES]-(arena:Arena) | [arena, r, about, by]] AS arenas,
       [(subject)<-[:DISCUSSES]-(arena:Arena)<-[r:TAKES_PART_IN]-(who) | [who, r]]
       + [(subject)<-[:ADDRESSES|MET_BY]-(about)<-[:DISCUSSES]-(arena:Arena)<-[r:TAKES_PART_IN]-(who) | [who, r]] AS gathered,
       [(subject)<-[:DISCUSSES]-(:Arena)<-[:TAKES_PART_IN]-(who)-[r:WORKS_AT]->(o:Organisation) | [o, r]]
       + [(subject)<-[:ADDRESSES|MET_BY]-()<-[:DISCUSSES]-(:Arena)<-[:TAKES_PART_IN]-(who)-[r:WORKS_AT]->(o:Organisation) | [o, r]] AS sent,
       [(subject)<-[r:COORDINATES]-(c:Coordinator) | [c, r]]
       + [(subject)<-[by:ADDRESSES|MET_BY]-(about)<-[r:COORDINATES]-(c:Coordinator) | [c, r, about, by]] AS coordinators,
       [(subject)-[r:OWNED_BY]->(body:GovernanceBody) | [body, r]]
       + [(subject)<-[r:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR]-(body:GovernanceBody) | [body, r]]
       + [(subject)<-[by:ADDRESSES|MET_BY]-(about)<-[r:HAS_INPUT_ON|DECIDES_ON|ACCOUNTABLE_FOR]-(body:GovernanceBody)
          | [body, r, about, by]] AS bodies
ORDER BY number
