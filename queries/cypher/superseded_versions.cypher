// Who uses a version, a standard or an information model that has a successor?
// Vem använder en version, en standard eller en informationsmodell som har en efterträdare?
// Equals: samband ask superseded-versions
:param standard => null;
:param coming => false;
:param unused => false;
WITH toString(date()) AS today, ['StandardVersion', 'Standard', 'InformationModel'] AS kinds,
     ['CONFORMS_TO', 'PROFILED_BY', 'MAPS_TO', 'BOUND_TO', 'DEMANDS'] AS types,
     ['follows', 'profiled-by', 'maps-to', 'coded-with', 'demands'] AS ways
MATCH (old:StandardVersion|Standard|InformationModel)
WHERE $standard IS NULL OR (old:Standard AND old.id = $standard)
   OR EXISTS { (old)-[:VERSION_OF]->(:Standard {id: $standard}) }
WITH *, [(old)<-[by:SUPERSEDES]-(next) | [next, coalesce(by.since, next.released)]] AS followed
WITH *, [each IN followed WHERE each[1] IS NULL OR left(today, size(each[1])) >= each[1] | each[0]] AS taken,
     [each IN followed | each[0]] AS all_followed, [(old)<-[:WILL_SUPERSEDE]-(next) | next] AS planned
CALL (old, taken, all_followed, planned) {
  MATCH (old)-[:SUPERSEDES*1..8]->(old)
  WITH DISTINCT old, all_followed
  WHERE NOT EXISTS {
    MATCH (old)-[:SUPERSEDES*1..8]->(other)-[:SUPERSEDES*1..8]->(old)
    WHERE other.sort_key < old.sort_key OR (other.sort_key = old.sort_key AND other.id < old.id)
  }
  RETURN 'circle' AS stage, all_followed AS successors
  UNION ALL
  WITH old, taken, all_followed, planned
  WHERE size(taken) > 0
  RETURN 'superseded' AS stage, taken AS successors
  UNION ALL
  WITH old, taken, all_followed, planned
  WHERE size(taken) = 0 AND $coming AND size(all_followed) + size(planned) > 0
  RETURN 'coming' AS stage, CASE WHEN size(planned) > 0 THEN planned ELSE all_followed END AS successors
  UNION ALL
  WITH old, all_followed, planned
  WHERE size(all_followed) + size(planned) = 0 AND old.publication_status IN ['superseded', 'withdrawn']
  RETURN 'no-successor-stated' AS stage, [] AS successors
}
OPTIONAL MATCH (old)<-[:VERSION_OF*0..1]-(used)<-[use:CONFORMS_TO|PROFILED_BY|MAPS_TO|BOUND_TO|DEMANDS]-(used_by)
WHERE stage <> 'circle' AND coalesce(used_by.lifecycle, '') <> 'retired' AND coalesce(used_by.status, '') <> 'ended'
WITH *, head([place IN range(0, size(types) - 1) WHERE types[place] = type(use)]) AS way
WHERE stage = 'circle' OR used_by IS NOT NULL OR $unused
RETURN old, stage, used_by, ways[way] AS how, CASE WHEN used <> old THEN used END AS version, successors
ORDER BY CASE stage WHEN 'circle' THEN 0 WHEN 'superseded' THEN 1 WHEN 'no-successor-stated' THEN 2 ELSE 3 END,
         head([place IN range(0, size(kinds) - 1) WHERE kinds[place] = labels(old)[0]]), old.sort_key, old.id,
         CASE WHEN used = old THEN 0 ELSE 1 END, used.sort_key, used.id, way, used_by.sort_key, used_by.id;
