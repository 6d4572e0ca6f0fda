"""Commands that open a new database at once all get it."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from graph.database.constraints import RECORDS_OF_RUNS, constraints
from graph.database.store import Store, Write
from graph.settings import Settings
from loaders.runs.recovery import opened

ROUNDS = [(2, 1), (2, 2), (4, 1)]
"""How many commands at once, and for which time."""
ROOT = Path(__file__).parents[2]
OPEN = """
import asyncio, sys
from graph.settings import Settings
from loaders.runs.recovery import opened
async def main():
    print("ready", flush=True)
    sys.stdin.readline()
    async with opened(Settings()) as store:
        print(await store.revision(), flush=True)
        sys.stdin.readline()
asyncio.run(main())
"""


async def open_at_once(settings: Settings, many: int) -> None:
    """As many commands as that, which have read the program in, open the database of the settings at once."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "SAMBAND_HOME": str(settings.samband_home),
        "NEO4J_URI": settings.neo4j_uri or "", "NEO4J_USER": settings.neo4j_user,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(), "NEO4J_DATABASE": settings.neo4j_database,
        "SAMBAND_ENGINE_MEMORY_MB": "512",
    }  # fmt: skip
    commands = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", OPEN, env=environment, stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        for _ in range(many)
    ]
    for said in ("ready", "0"):
        for command in commands:
            assert command.stdout is not None
            assert (await command.stdout.readline()).decode().strip() == said, (await command.communicate())[1].decode()
        for command in commands:
            assert command.stdin is not None
            command.stdin.write(b"\n")
    for command in commands:
        _, told = await command.communicate()
        assert command.returncode == 0, told.decode()


@pytest.mark.parametrize(("many", "round_"), ROUNDS)
async def test_commands_that_start_on_a_new_home_at_once_all_work(tmp_path: Path, many: int, round_: int) -> None:
    settings = Settings(_env_file=None, neo4j_uri=None, samband_home=tmp_path, samband_engine_memory_mb=512)
    await open_at_once(settings, many)
    async with opened(settings) as store:
        assert await graphs(store) == 1
        assert await constrained(store) >= len(constraints())


@pytest.mark.parametrize(("many", "round_"), ROUNDS)
async def test_commands_that_open_an_empty_database_at_once_all_work(
    store: Store, settings: Settings, many: int, round_: int
) -> None:
    if settings.neo4j_uri:  # else without constraints, as it is when it is new
        await store.write(without_constraints)
    await store.write(lambda write: write.run("MATCH (n) DETACH DELETE n"))
    await open_at_once(settings, many)
    assert await graphs(store) == 1
    assert await constrained(store) >= len(RECORDS_OF_RUNS)


async def without_constraints(write: Write) -> None:
    """Drop all that the database has."""
    for row in await write.run("SHOW CONSTRAINTS YIELD name RETURN name"):
        await write.run(f"DROP CONSTRAINT {row['name']}")


async def graphs(store: Store) -> int:
    """How many nodes of the graph's state there are."""
    return int((await store.read("MATCH (g:Graph) RETURN count(g) AS graphs"))[0]["graphs"])


async def constrained(store: Store) -> int:
    """How many constraints the database has."""
    return len(await store.read("SHOW CONSTRAINTS YIELD name RETURN name"))
