// Shared storage
// Delad lagring
MATCH (storage:SharedStorage)
WHERE $storage IS NULL OR storage.id = $storage
OPTIONAL MATCH (storage)-[says:KEEPS_DATA_IN|SERVES|STORES|CONFORMS_TO]-(other)
RETURN storage, says, other
