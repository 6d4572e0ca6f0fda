"""The page of a thing, and of its relations."""
