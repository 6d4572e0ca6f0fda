"""``samband map``: maps as files."""
