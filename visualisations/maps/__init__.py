"""One map, one file: ``<stem>.py`` says what is drawn and where it stands."""
