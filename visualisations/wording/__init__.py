"""Values, things and places as text, and where their pages are."""
