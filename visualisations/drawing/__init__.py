"""How any map is drawn."""
