"""The first page, and the page about the data."""
