"""GraphQL measured beside `@neo4j/graphql` with Apollo Server, on the same Neo4j with the same graph, in one run."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parents[1] / ".cache" / "peer"
"""Where the peer's packages are installed, one folder for each lock."""
