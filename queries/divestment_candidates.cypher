// Which systems could go, why, and what stands in the way?
// Vilka system kan avvecklas, varför, och vad står i vägen?
//
// Each branch names systems for which one rule holds, and what it holds for; then one page of them is told in full.
CALL () {
  MATCH (s:System)
  WITH s, s.functional_fit IN ['unreasonable', 'insufficient'] AS low_function,
       s.technical_fit IN ['unreasonable', 'inappropriate'] AS low_technology,
       CASE WHEN s.end_of_life < coalesce(s.extended_support_ends, s.support_ends, s.end_of_life) THEN s.end_of_life
            ELSE coalesce(s.extended_support_ends, s.support_ends, s.end_of_life) END AS supported
  UNWIND [CASE WHEN low_function IS NULL OR low_technology IS NULL THEN 'not-assessed'
               WHEN low_function AND low_technology THEN 'eliminate'
               WHEN low_technology THEN 'migrate' WHEN low_function THEN 'tolerate' ELSE 'invest' END,
          CASE WHEN substring($today, 0, size(supported)) > supported THEN 'support-ended'
               WHEN supported <= toString(date($today) + duration({days: 540})) THEN 'support-ends' END,
          CASE s.lifecycle WHEN 'phase-out' THEN 'phase-out' END,
          CASE WHEN s.must_not_stop THEN 'must-not-stop' END,
          CASE WHEN s.archive_duty THEN 'archive-duty' END,
          CASE WHEN s.contract_ends >= substring($today, 0, size(s.contract_ends)) THEN 'contract' END,
          CASE WHEN s.criticality = 'safety-critical' AND NOT EXISTS { (s)<-[:SUCCEEDS]-(:System) } THEN 'safety' END] AS flag
  WITH s, flag WHERE flag IS NOT NULL
  RETURN s, flag, null AS what
  UNION ALL
  MATCH (s:System)<-[:RETIRES]-(what)
  RETURN s, 'to-be-retired' AS flag, what
  UNION ALL
  MATCH (s:System)<-[:SUCCEEDS]-(what:System) WHERE NOT coalesce(what.lifecycle, 'plan') IN ['plan', 'retired']
  RETURN s, 'succeeded' AS flag, what
  UNION ALL
  MATCH (i:InformationEntity)<-[:MASTERS|STORES|PUBLISHES]-(s:System) WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired']
  WITH i, collect(DISTINCT s) AS holders
  WITH size(holders) > 1 AS shared, holders
  UNWIND holders AS s
  WITH s, shared
  WITH s, count(*) AS held, sum(CASE WHEN shared THEN 1 ELSE 0 END) AS shared
  WHERE shared * 100 > held * 75
  RETURN s, 'overlap' AS flag, null AS what
  UNION ALL
  MATCH (what:InformationEntity)<-[:MASTERS|STORES]-(s:System|SharedStorage)
  WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired']
  WITH what, collect(DISTINCT s) AS holders WHERE size(holders) = 1 AND head(holders):System
  RETURN head(holders) AS s, 'last-holder' AS flag, what
  UNION ALL
  MATCH (what:InformationEntity)
  OPTIONAL MATCH (what)<-[:MASTERS|PUBLISHES]-(p:System) WHERE NOT coalesce(p.lifecycle, '') IN ['plan', 'retired']
  WITH what, collect(DISTINCT p.id) AS own WHERE size(own) < 2
  MATCH (what)<-[:CARRIES]-(e:Exchange)<-[:PROVIDES]-(p:System)
  WHERE NOT coalesce(e.status, '') IN ['planned', 'ended'] AND (e)<-[:CONSUMES]-()
  WITH what, own, collect(DISTINCT p) AS providers WHERE size(providers) = 1
  WITH what, own, head(providers) AS s WHERE all(id IN own WHERE id = s.id)
  RETURN s, 'only-supplier' AS flag, what
  UNION ALL
  MATCH (what:Exchange)
  WHERE NOT (what)-[:CARRIES]->() AND NOT coalesce(what.status, '') IN ['planned', 'ended'] AND (what)<-[:CONSUMES]-()
  WITH what
  MATCH (what)<-[:PROVIDES]-(s:System)
  RETURN s, 'unstated-flow' AS flag, what
  UNION ALL
  MATCH (s:System)<-[:FACADE_OVER]-(what:Api)
  RETURN s, 'facade' AS flag, what
  UNION ALL
  MATCH (s:System)<-[:BLOCKS]-(what)
  RETURN s, 'blocked' AS flag, what
  UNION ALL
  MATCH (s:System)<-[:DEPENDS_ON]-(what) WHERE NOT coalesce(what.lifecycle, '') = 'retired'
  RETURN s, 'needed' AS flag, what
}
WITH s, flag, what WHERE NOT coalesce(s.lifecycle, '') IN ['plan', 'retired'] AND ($system IS NULL OR s.id = $system)
WITH s, collect(DISTINCT flag) AS flags, collect({flag: flag, what: what}) AS said
WITH s, flags, said, head([f IN ['eliminate', 'migrate', 'tolerate', 'not-assessed', 'invest'] WHERE f IN flags]) AS quadrant,
     size([f IN flags WHERE f IN ['eliminate', 'migrate', 'support-ended', 'support-ends', 'phase-out', 'to-be-retired', 'succeeded']
           OR (f = 'overlap' AND 'tolerate' IN flags)]) AS reasons,
     size([f IN flags WHERE f IN ['must-not-stop', 'archive-duty', 'contract', 'safety', 'last-holder', 'only-supplier', 'unstated-flow', 'facade', 'blocked', 'needed']]) AS blockers
WHERE (reasons > 0 OR quadrant = 'not-assessed') AND ($quadrant IS NULL OR quadrant = $quadrant)
WITH s, said, quadrant, reasons, blockers, CASE WHEN reasons = 0 THEN 'not-assessed' WHEN blockers = 0 THEN 'free' ELSE 'blocked' END AS standing,
     CASE quadrant WHEN 'eliminate' THEN 1 WHEN 'migrate' THEN 2 WHEN 'tolerate' THEN 3 WHEN 'not-assessed' THEN 4 ELSE 5 END AS rank
WITH s, said, quadrant, standing, reasons, blockers, CASE standing WHEN 'free' THEN 1 WHEN 'blocked' THEN 2 ELSE 3 END AS place, rank
ORDER BY place, rank, reasons DESC, blockers, coalesce(s.annual_cost_sek, -1.0) DESC, s.sort_key, s.id
WITH collect({s: s, said: said, quadrant: quadrant, standing: standing}) AS found
WITH size(found) AS total, found[$offset..$offset + $limit] AS page
UNWIND range(0, size(page) - 1) AS place
WITH total, place, page[place] AS f
WITH total, place, f.s AS s, f.said AS said, f.quadrant AS quadrant, f.standing AS standing
UNWIND said AS one
WITH total, place, s, quadrant, standing, one.flag AS flag, one.what AS what
WITH total, place, s, quadrant, standing, flag, what ORDER BY flag, what.sort_key, what.id, labels(what)[0]
WITH total, place, s, quadrant, standing, flag, collect(DISTINCT what) AS whats
WITH total, place, s, quadrant, standing, collect({flag: flag, count: size(whats), first: whats[..3]}) AS said
WITH total, place, s, quadrant, standing, said,
       COUNT { MATCH (s)-[:MASTERS|STORES|PUBLISHES]->(i) RETURN DISTINCT i } AS held,
       COUNT { MATCH (s)-[:MASTERS|STORES|PUBLISHES]->(i) WHERE EXISTS { MATCH (i)<-[:MASTERS|STORES|PUBLISHES]-(o:System)
               WHERE o.id <> s.id AND NOT coalesce(o.lifecycle, '') IN ['plan', 'retired'] } RETURN DISTINCT i } AS shared,
       COLLECT { MATCH (s)-[:MASTERS|STORES|PUBLISHES]->(i)<-[:MASTERS]-(o:System)
                 WHERE o.id <> s.id AND NOT coalesce(o.lifecycle, '') IN ['plan', 'retired']
                 WITH o, count(DISTINCT i) AS common ORDER BY common DESC, o.sort_key, o.id LIMIT 3 RETURN o } AS overlaps_with,
       COUNT { MATCH (s)-[:PROVIDES]->(e:Exchange)<-[:CONSUMES]-(to) WHERE NOT coalesce(e.status, '') IN ['planned', 'ended'] RETURN DISTINCT to } AS receivers,
       reduce(facts = [], one IN said | facts + reduce(all = [], w IN one.first | all +
         [(s)-[r:RETIRES|SUCCEEDS|MASTERS|STORES|PUBLISHES|FACADE_OVER|BLOCKS|DEPENDS_ON|PROVIDES]-(x) WHERE x = w | r])) AS facts
RETURN s AS system, quadrant, standing, said, held, shared, overlaps_with, receivers, facts, total
ORDER BY place
