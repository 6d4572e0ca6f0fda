// What does each fund pay for, from which budgets, and which needs does that meet?
// Vad bekostar varje fond, ur vilka budgetar, och vilka behov möter det?
CALL {
  MATCH (fund:Fund) OPTIONAL MATCH (fund)-[pays:PAYS_FOR]->(work:Initiative|Procurement)
  RETURN fund, fund AS payer, pays, work
  UNION ALL
  MATCH (budget:Budget)-[pays:FINANCES]->(work:Initiative|Procurement|Organisation|CareSector)
  RETURN null AS fund, budget AS payer, pays, work
  UNION ALL
  MATCH (work:Initiative|Procurement)
  WHERE $unfunded AND NOT EXISTS { (work)<-[:PAYS_FOR]-(:Fund) } AND NOT EXISTS { (work)<-[:FINANCES]-(:Budget) }
  RETURN null AS fund, null AS payer, null AS pays, work
}
WITH fund, payer, pays, work
WHERE $fund IS NULL OR fund.id = $fund OR ($unfunded AND payer IS NULL)
WITH fund, payer, pays, work,
     CASE WHEN fund IS NOT NULL THEN [(fund)<-[finances:FINANCES]-(budget:Budget) | [budget, finances]]
          WHEN payer IS NOT NULL THEN [[payer, pays]] ELSE [] END AS budgets
WHERE $year IS NULL OR any(each IN budgets WHERE each[0].year = $year)
RETURN fund, payer, pays, work, budgets,
       CASE WHEN fund IS NULL THEN [] ELSE [(fund)-[started:STARTED_AT]->(place:Organisation) | [place, started]] END AS started_at,
       CASE WHEN fund IS NULL THEN [] ELSE [(fund)<-[leads:LEADS]-(leader) | [leader, leads]] END AS leaders,
       CASE WHEN payer IS NULL OR fund IS NOT NULL THEN []
            ELSE [(payer)<-[right:DECIDES_ON]-(party) | [party, right]] END
       + CASE WHEN fund IS NULL THEN []
         ELSE [(fund)<-[:FINANCES]-(:Budget)<-[right:DECIDES_ON]-(party) | [party, right]] END AS approved_by,
       CASE WHEN work IS NULL THEN []
            ELSE [(work)-[addresses:ADDRESSES]->(need:Need) | [need, addresses,
                  [(need)-[met:MET_BY]->(flow:Exchange) | [flow, met]],
                  size([(need)-[:CALLS_FOR]->(e) | e.id])]] END AS needs,
       CASE WHEN work IS NULL THEN [] ELSE [(work)-[introduces:INTRODUCES]->(new) | [new, introduces]] END AS introduces
ORDER BY fund IS NULL, payer IS NULL, payer.sort_key, payer.id, work IS NULL, work.sort_key, work.id, labels(work)[0]
