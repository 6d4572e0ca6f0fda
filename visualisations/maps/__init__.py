"""One map, one stem: ``<stem>.py`` says what is drawn and where it stands, ``<stem>.cypher`` is a text to paste."""
