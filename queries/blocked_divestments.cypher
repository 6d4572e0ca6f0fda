// Which divestments and changes are blocked, and by what?
// Vilka avvecklingar och förändringar är hindrade, och av vad?
CALL {
  MATCH (blocked:System|Initiative|Procurement)<-[blocks:BLOCKS]-(blocker:Decision|Requirement)
  RETURN blocked, blocks, blocker
  UNION ALL
  MATCH (blocked:System)
  WHERE (blocked.must_not_stop = true OR blocked.kept_because IS NOT NULL)
    AND coalesce(blocked.lifecycle, '') <> 'retired'
    AND (blocked.lifecycle = 'phase-out' OR EXISTS { (blocked)<-[:RETIRES]-() }
         OR EXISTS { (blocked)<-[:CONCERNS]-(wish:Decision) WHERE 'divest' IN wish.actions })
  RETURN blocked, null AS blocks, null AS blocker
}
WITH blocked, blocks, blocker
WHERE ($kind IS NULL OR labels(blocked)[0] = $kind)
  AND ($subject IS NULL OR $subject IN [blocked.id, labels(blocked)[0] + '/' + blocked.id])
RETURN blocked, blocks, blocker,
       [(blocked)<-[retires:RETIRES]-(change:Initiative|Procurement) | [change, retires]] AS changes,
       [(blocked)-[retires:RETIRES]->(system:System) | [system, retires]] AS held_back,
       [(blocked)<-[about:CONCERNS]-(wish:Decision) WHERE 'divest' IN wish.actions | [wish, about]] AS wishes,
       CASE WHEN blocker IS NULL THEN [] ELSE [(blocker)-[raised:RAISED_TO]->(body:GovernanceBody) | [body, raised]] END AS raised,
       CASE WHEN blocker IS NULL THEN [] ELSE [way = (blocker)-[:RAISED_TO]->(:GovernanceBody)-[:ESCALATES_TO*1..8]->(:GovernanceBody) | way] END AS escalation,
       CASE WHEN blocker IS NULL THEN [] ELSE [(blocker)<-[right:DECIDES_ON]-(party) | [party, right]] END AS deciders,
       CASE WHEN blocker IS NULL THEN [] ELSE [(blocker)<-[right:HAS_INPUT_ON]-(party) | [party, right]] END AS input,
       CASE WHEN blocker IS NULL THEN [] ELSE [(blocker)<-[sets:SETS]-(ground) | [ground, sets]] END AS set_by
ORDER BY blocked.sort_key, blocked.id, labels(blocked)[0], blocker IS NULL, blocker.sort_key, blocker.id, labels(blocker)[0]
