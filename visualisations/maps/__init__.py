"""One map, one stem: ``<stem>.cypher`` says what is read, ``<stem>.py`` where it stands."""
