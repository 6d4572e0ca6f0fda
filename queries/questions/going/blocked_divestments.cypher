// Which divestments and changes are blocked, and by what?
// Vilka avvecklingar och förändringar är hindrade, och av vad?
MATCH (blocked:System|Initiative|Procurement)
WHERE ($kind IS NULL OR labels(blocked)[0] = $kind)
  AND ($subject IS NULL OR $subject IN [blocked.id, labels(blocked)[0] + '/' + blocked.id])
  AND ((blocked)<-[:BLOCKS]-() OR blocked.must_not_stop = true OR blocked.retention_rationale IS NOT NULL)
OPTIONAL MATCH (blocked)<-[blocks:BLOCKS]-(blocker)
OPTIONAL MATCH (blocker)-[about:RAISED_TO|DECIDES_ON|HAS_INPUT_ON|SETS]-(party)
OPTIONAL MATCH way = (party)-[:ESCALATES_TO*1..8]->(:GovernanceBody)
OPTIONAL MATCH (blocked)-[changes:RETIRES|CONCERNS]-(change)
RETURN blocked, blocks, blocker, about, party, way, changes, change
