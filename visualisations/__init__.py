"""How it is seen: maps, legends, templates and pages."""
