// What does each fund pay for, from which budgets, and which needs does that meet?
// Vad bekostar varje fond, ur vilka budgetar, och vilka behov möter det?
MATCH (payer:Fund|Budget)
WHERE ($fund IS NULL OR payer.id = $fund OR EXISTS { (payer)-[:FINANCES]->(:Fund {id: $fund}) })
  AND ($year IS NULL OR coalesce(payer.year, $year) = $year)
OPTIONAL MATCH (payer)-[pays:PAYS_FOR|FINANCES]->(work)
OPTIONAL MATCH (work)-[aims:ADDRESSES|INTRODUCES]->(aim)
OPTIONAL MATCH (aim)-[met:MET_BY]->(flow:Exchange)
OPTIONAL MATCH (payer)-[beside:STARTED_AT|LEADS|DECIDES_ON]-(other)
RETURN payer, pays, work, aims, aim, met, flow, beside, other
UNION
MATCH (work:Initiative|Procurement)
WHERE $unfunded AND NOT EXISTS { (work)<-[:PAYS_FOR|FINANCES]-() }
OPTIONAL MATCH (work)-[aims:ADDRESSES|INTRODUCES]->(aim)
OPTIONAL MATCH (aim)-[met:MET_BY]->(flow:Exchange)
RETURN null AS payer, null AS pays, work, aims, aim, met, flow, null AS beside, null AS other
