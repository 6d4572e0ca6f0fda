"""What can be asked: one file per question, and starters in Cypher for Neo4j Browser."""
