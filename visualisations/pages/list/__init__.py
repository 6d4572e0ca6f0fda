"""The page of a kind, and of a search."""
