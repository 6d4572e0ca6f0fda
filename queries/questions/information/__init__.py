"""Information, standards and law."""
