"""What can be asked: one stem per question, what finds its answer and a Cypher text to paste."""
