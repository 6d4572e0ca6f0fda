"""The tests' own Neo4j starts, answers and ends."""

from pathlib import Path

import pytest
from neo4j import GraphDatabase

from tests.neo4j.server import neo4j_available, neo4j_server

MISSING = neo4j_available()


@pytest.mark.skipif(MISSING is not None, reason=str(MISSING))
def test_it_answers_a_query(tmp_path: Path) -> None:
    with (
        neo4j_server(tmp_path / "neo4j", heap_mb=512) as (uri, user, password, database),
        GraphDatabase.driver(uri, auth=(user, password)) as driver,
    ):
        records, _, _ = driver.execute_query("RETURN 1 AS one", database_=database)
    assert [record["one"] for record in records] == [1]
