"""The graph in memory, at one revision, as it is or of a day."""
