"""The one door to the database: its store, schema and lock, and the Cypher that the program runs."""
