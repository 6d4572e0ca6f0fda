// Which new things (mode 2) depend on old systems (mode 1), and through which API or exchange?
// Vilka nya ting (läge 2) är beroende av gamla system (läge 1), och genom vilket API eller utbyte?
MATCH (newer:System|Device|Initiative)-[needs:DEPENDS_ON|CONSUMES]->(through)
WHERE newer.mode = 'mode-2' AND coalesce(through.status, '') <> 'ended'
OPTIONAL MATCH (through)-[behind:FACADE_OVER|EXPOSES|PROVIDES]-(system:System)
WITH newer, needs, through, behind, coalesce(system, through) AS older
WHERE older.mode = 'mode-1' AND ($older IS NULL OR older.id = $older)
OPTIONAL MATCH (through)-[more:CARRIES|RUNS_THROUGH]->(other)
UNWIND [newer, older] AS changed
OPTIONAL MATCH (changed)<-[changes:INTRODUCES|RETIRES]-(change)
RETURN newer, needs, through, behind, older, more, other, changes, change
