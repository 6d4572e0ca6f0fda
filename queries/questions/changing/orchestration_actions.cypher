// What does the region do of each orchestration action, at which managerial level, and where is nothing recorded?
// Vad gör regionen av varje orkestreringsåtgärd, på vilken ledningsnivå, och var är inget registrerat?
MATCH (thing:Initiative|Procurement|Decision)
WHERE size(coalesce(thing.actions, [])) > 0
  AND ($action IS NULL OR $action IN thing.actions)
  AND ($level IS NULL OR $level IN thing.managerial_levels)
RETURN thing
