// What does the region do of each orchestration action, at which managerial level, and where is nothing recorded?
// Vad gör regionen av varje orkestreringsåtgärd, på vilken ledningsnivå, och var är inget registrerat?
MATCH (thing:Initiative|Procurement|Decision)
WHERE size(coalesce(thing.actions, [])) > 0
  AND ($action IS NULL OR $action IN thing.actions)
  AND ($level IS NULL OR $level IN thing.managerial_levels)
UNWIND thing.actions AS action
WITH thing, action WHERE $action IS NULL OR action = $action
UNWIND CASE WHEN size(coalesce(thing.managerial_levels, [])) = 0 THEN ['not stated'] ELSE thing.managerial_levels END AS level
WITH action, level, thing WHERE $level IS NULL OR level = $level
WITH action, level, thing ORDER BY thing.sort_key, thing.id, labels(thing)[0]
RETURN action, level, collect(thing) AS things
ORDER BY action, level
