"""What exists: the ontology, the store that holds it, and the engines underneath."""
