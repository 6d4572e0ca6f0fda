"""The catalogue: a folder for each theme, a file for each question."""
