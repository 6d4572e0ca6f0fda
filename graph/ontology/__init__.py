"""Which words there are: kinds, relations, fields and closed lists, each declared once."""
