// Shared storage
// Delad lagring
// Rows: storage spaces. Left: systems that put their information there. Right: the disciplines that it serves, what it holds, and the standards that it follows. A space with one discipline stands apart; its own facts say why.
// Rader: lagringsutrymmen. Vänster: system som lägger sin information där. Höger: specialiteterna som det betjänar, vad det innehåller och standarderna som det följer. Ett utrymme med en enda specialitet står för sig; dess egna uppgifter säger varför.
MATCH (storage:SharedStorage)
WHERE $storage IS NULL OR storage.id = $storage
OPTIONAL MATCH (storage)-[says:KEEPS_DATA_IN|SERVES|STORES|CONFORMS_TO]-(other)
RETURN storage, says, other
