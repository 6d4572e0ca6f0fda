"""The tests' own Neo4j starts, answers and ends, also where whoever started it is killed."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from neo4j import GraphDatabase

from tests.neo4j.server import neo4j_available, neo4j_server

MISSING = neo4j_available()
ROOT = Path(__file__).parents[2]
STARTER = """
import sys, time
from pathlib import Path
from tests.neo4j.server import neo4j_server
with neo4j_server(Path(sys.argv[1]), heap_mb=512):
    print("up", flush=True)
    time.sleep(60)
"""


@pytest.mark.long
@pytest.mark.skipif(MISSING is not None, reason=str(MISSING))
def test_it_answers_a_query(tmp_path: Path) -> None:
    with (
        neo4j_server(tmp_path / "neo4j", heap_mb=512) as (uri, user, password, database),
        GraphDatabase.driver(uri, auth=(user, password)) as driver,
    ):
        records, _, _ = driver.execute_query("RETURN 1 AS one", database_=database)
    assert [record["one"] for record in records] == [1]


@pytest.mark.long
@pytest.mark.skipif(MISSING is not None, reason=str(MISSING))
def test_it_ends_with_whoever_started_it(tmp_path: Path) -> None:
    line = [sys.executable, "-c", STARTER, str(tmp_path / "neo4j")]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == "up\n"
        (server,) = psutil.Process(starter.pid).children()
        starter.kill()
    _, alive = psutil.wait_procs([server], timeout=10)
    assert not alive
