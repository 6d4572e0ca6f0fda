"""Offers that are handed in as files, and the files that are handed out: questionnaires and capability statements."""
