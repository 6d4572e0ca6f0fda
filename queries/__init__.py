"""What can be asked: one stem per question, a Cypher text and its typed declaration."""
