"""Kills at random moments: the next command finds the graph as it was before the run, or as it is after it."""

import asyncio
import os
import random
import re
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from benchmarks.worlds import World
from graph.database.store import Store
from graph.embedded.engine import stop_engine
from graph.settings import Settings
from loaders.runs.recovery import opened
from loaders.runs.run import load
from loaders.sources.formats import recognised

FEW, MANY = 2, int(os.environ.get("SAMBAND_CRASH_ROUNDS", "20"))
ROUNDS = pytest.mark.parametrize(
    "times", [FEW, pytest.param(MANY, marks=[pytest.mark.long, pytest.mark.timeout(120 + 60 * MANY)])],
    ids=["few", "many"],
)  # fmt: skip
LEASE = 5.0
"""Seconds that a killed command's lock outlives it; whoever comes next waits for that, or for 30 as it is set."""
ROOT = Path(__file__).parents[2]
ONE_TRANSACTION, MANY_TRANSACTIONS = 50_000, 40
LOAD = """
import asyncio, sys
from pathlib import Path
from graph.settings import Settings
from loaders.runs import statements
from loaders.sources.formats import recognised
from loaders.runs.recovery import opened
from loaders.runs.run import load
statements.TRANSACTION_ROWS = int(sys.argv[2])
path = Path(sys.argv[1])
async def main():
    settings = Settings()
    async with opened(settings) as store:
        print("loading", flush=True)
        await load(store, recognised(path), path, lease=settings.samband_lease_seconds)
asyncio.run(main())
"""
Graph = tuple[list[str], int]
"""Everything in it, and its revision."""


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two versions of one register: much is added, changed and taken away between them."""
    folder = tmp_path_factory.mktemp("worlds")
    for seed in (1, 2):
        World(systems=20, exchanges=60, seed=seed).write(folder / str(seed))
    return [folder / "1", folder / "2"]


async def whole(store: Store) -> Graph:
    """The graph, with everything of it."""
    things = await store.read("MATCH (n) WHERE NOT n:Graph RETURN labels(n)[0] AS kind, properties(n) AS held")
    links = await store.read("MATCH (a)-[r]->(b) RETURN type(r) AS kind, a.id AS a, b.id AS b, properties(r) AS held")
    told = [f"{row['kind']} {row.get('a')} {row.get('b')} {sorted(row['held'].items())}" for row in things + links]
    return sorted(told), await store.revision()


def content(graph: Graph) -> list[str]:
    """What the graph says, without the numbers and times of runs, which no two runs share."""
    stated = [line for line in graph[0] if not line.startswith(("Run ", "Dataset ", "Undo "))]
    return [re.sub(r"\('(run|first_run|born)', \d+\),? ?", "", line) for line in stated]


async def command(settings: Settings, path: Path, rows: int) -> Process:
    """A process that loads `path`, as soon as it says that it begins."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "SAMBAND_HOME": str(settings.samband_home),
        "NEO4J_URI": settings.neo4j_uri or "", "NEO4J_USER": settings.neo4j_user,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(), "NEO4J_DATABASE": settings.neo4j_database,
        "SAMBAND_LEASE_SECONDS": str(settings.samband_lease_seconds),
    }  # fmt: skip
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LOAD, str(path), str(rows), env=environment, stdout=PIPE, stderr=PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline(), (await process.communicate())[1]
    return process


async def duration(settings: Settings, path: Path, rows: int) -> float:
    """How long an undisturbed load takes, in seconds."""
    process = await command(settings, path, rows)
    began = time.monotonic()
    _, said = await process.communicate()
    assert process.returncode == 0, said
    return time.monotonic() - began


async def rounds(
    settings: Settings, worlds: list[Path], rows: int, times: int, kill: Callable[[Process], Awaitable[None]]
) -> dict[str, int]:
    """Load one version over the other again and again, and kill at random; how it went, how often."""
    settings = settings.model_copy(update={"samband_lease_seconds": LEASE})
    versions: list[list[str]] = []
    for path in worlds:
        async with opened(settings) as store:
            await load(store, recognised(path), path)
            versions.append(content(await whole(store)))
    longest = await duration(settings, worlds[0], rows)
    found = {"before": 0, "after": 0}
    for number in range(times):
        async with opened(settings) as store:
            before = await whole(store)
        target = 1 - versions.index(content(before))
        process = await command(settings, worlds[target], rows)
        await asyncio.sleep(random.uniform(0, longest))
        await kill(process)
        await asyncio.wait_for(process.communicate(), 60)
        async with opened(settings) as store:
            graph = await whole(store)
        if graph == before:
            found["before"] += 1
        else:
            assert content(graph) == versions[target], f"round {number}: neither as before nor as after"
            assert graph[1] == before[1] + 1
            found["after"] += 1
        assert not [line for line in graph[0] if line.startswith("Undo ")]
    return found


async def kill_command(process: Process) -> None:
    """`kill -9` of the loading command."""
    with suppress(ProcessLookupError):
        process.kill()


@ROUNDS
@pytest.mark.parametrize("rows", [ONE_TRANSACTION, MANY_TRANSACTIONS])
@pytest.mark.usefixtures("store")
async def test_a_killed_command_leaves_the_graph_as_before_or_as_after(
    settings: Settings, worlds: list[Path], rows: int, times: int
) -> None:
    print(await rounds(settings, worlds, rows, times, kill_command))


@pytest.fixture
async def own_engine(tmp_path: Path) -> AsyncIterator[Settings]:
    """Settings of an embedded engine of this test alone."""
    settings = Settings(_env_file=None, neo4j_uri=None, samband_home=tmp_path, samband_engine_memory_mb=512)
    yield settings
    await stop_engine(settings)


@ROUNDS
@pytest.mark.parametrize("rows", [ONE_TRANSACTION, MANY_TRANSACTIONS])
async def test_a_killed_engine_leaves_the_graph_as_before_or_as_after(
    own_engine: Settings, worlds: list[Path], rows: int, times: int
) -> None:
    folder = str(own_engine.samband_home)

    async def kill_engine(_: Process) -> None:
        for each in psutil.process_iter(["cmdline"]):
            line = each.info["cmdline"] or []
            if line and "java" in line[0] and folder in " ".join(line):
                with suppress(psutil.NoSuchProcess):
                    each.send_signal(signal.SIGKILL)

    print(await rounds(own_engine, worlds, rows, times, kill_engine))
