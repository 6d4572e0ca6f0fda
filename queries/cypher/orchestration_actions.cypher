// What does the region do of each orchestration action, at which managerial level, and where is nothing recorded?
// Vad gör regionen av varje orkestreringsåtgärd, på vilken ledningsnivå, och var är inget registrerat?
// Equals: samband ask orchestration-actions
:param action => null;
:param level => null;
WITH ['acquire', 'accumulate', 'divest', 'stabilise', 'enrich', 'pioneer', 'mobilise', 'coordinate', 'deploy'] AS actions,
     ['top', 'middle', 'operational', null] AS levels
UNWIND range(0, 8) AS row
UNWIND range(0, 3) AS column
WITH row, column, actions[row] AS action, levels[column] AS level
WHERE ($action IS NULL OR action = $action) AND ($level IS NULL OR level = $level)
OPTIONAL MATCH (thing:Initiative|Procurement|Decision)
WHERE action IN coalesce(thing.actions, []) AND CASE WHEN level IS NULL THEN size(coalesce(thing.managerial_levels, [])) = 0
                                                     ELSE level IN coalesce(thing.managerial_levels, []) END
WITH row, column, action, level, collect(thing) AS things
WHERE level IS NOT NULL OR size(things) > 0
RETURN action, level, CASE WHEN size(things) > 0 THEN size(things) END AS recorded, things
ORDER BY row, column;
