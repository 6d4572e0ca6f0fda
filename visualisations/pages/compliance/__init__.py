"""The page of a comparison with requirements."""
