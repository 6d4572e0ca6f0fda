"""Kills in the middle of the writing: the next command finds the graph as it was before the run, or as after it."""

import asyncio
import os
import random
import re
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import ExitStack, suppress
from pathlib import Path

import psutil
import pytest
from pydantic import SecretStr

from benchmarks.worlds import World
from graph.database import runs
from graph.database.store import Store
from graph.embedded.engine import stop_engine
from graph.settings import Settings
from loaders.runs.current_state import held_by
from loaders.runs.ledger import kept_ledger, ledger_of
from loaders.runs.recovery import opened
from loaders.runs.run import load
from loaders.sources.formats import recognised
from tests.integration.foreign import foreign, settle
from tests.neo4j.server import neo4j_available, neo4j_server

FEW, MANY = 2, int(os.environ.get("SAMBAND_CRASH_ROUNDS", "40"))


def kills(few: int, many: int) -> pytest.MarkDecorator:
    """How many kills the test aims at the writing: few of them always, and many in the long run."""
    long = [pytest.mark.long, pytest.mark.timeout(300 + 60 * many)]
    return pytest.mark.parametrize("times", [few, pytest.param(many, marks=long)], ids=["few", "many"])


LONG = pytest.mark.long
LEASE = 5.0
"""Seconds that a killed command's lock outlives it; whoever comes next waits for that, or for 30 as it is set."""
WRITING, WRITTEN = "Writing", "written"
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
def say(step, done, total):
    print(step, done, total, flush=True)
async def main():
    settings = Settings()
    async with opened(settings) as store:
        lease = settings.samband_lease_seconds
        await load(store, recognised(path), path, lease=lease, progress=say, allow_removals=True)
        print("written", flush=True)
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
    """The graph, with everything of it; what is somebody else's, or was let go to him, is not of it."""
    things = await store.read(
        "MATCH (n) WHERE n.stranger IS NULL AND n.id IS NOT NULL AND NOT n:Graph "
        "RETURN labels(n)[0] AS kind, properties(n) AS held"
    )
    links = await store.read(
        "MATCH (a)-[r]->(b) WHERE r.stranger IS NULL "
        "RETURN type(r) AS kind, a.id AS a, b.id AS b, properties(r) AS held"
    )
    told = [f"{row['kind']} {row.get('a')} {row.get('b')} {sorted(row['held'].items())}" for row in things + links]
    return sorted(told), await store.revision()


BOOKKEEPING = ("Run ", "Dataset ", "Undo ", "Ledger ", "FilesRead ", "Delta ")


def content(graph: Graph) -> list[str]:
    """What the graph says, without the numbers and times of runs, which no two runs share."""
    stated = [line for line in graph[0] if not line.startswith(BOOKKEEPING)]
    return [re.sub(r"\('(run|first_run|born)', \d+\),? ?", "", line) for line in stated]


async def command(settings: Settings, path: Path, rows: int) -> Process:
    """A process that loads `path`, and says how far it is."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "SAMBAND_HOME": str(settings.samband_home),
        "NEO4J_URI": settings.neo4j_uri or "", "NEO4J_USER": settings.neo4j_user,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(), "NEO4J_DATABASE": settings.neo4j_database,
        "SAMBAND_LEASE_SECONDS": str(settings.samband_lease_seconds),
        "SAMBAND_ENGINE_MEMORY_MB": str(settings.samband_engine_memory_mb),
    }  # fmt: skip
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", LOAD, str(path), str(rows), env=environment, stdout=PIPE, stderr=PIPE
    )


async def reached(process: Process, fraction: float) -> None:
    """Wait until the process has written as much of its changes as that, 0 for none of them."""
    assert process.stdout is not None
    while line := (await process.stdout.readline()).decode().split():
        if line[0] == WRITING and int(line[1]) >= fraction * int(line[2]):
            return
    raise AssertionError((await process.communicate())[1].decode())


async def duration(settings: Settings, path: Path, rows: int) -> float:
    """How long an undisturbed load writes, in seconds."""
    process = await command(settings, path, rows)
    await reached(process, 0)
    began = time.monotonic()
    assert process.stdout is not None
    while (line := (await process.stdout.readline()).decode()) and WRITTEN not in line:
        pass
    took = time.monotonic() - began
    _, said = await process.communicate()
    assert WRITTEN in line, said.decode()
    return took


async def ledger_is_right(store: Store) -> None:
    """What a dataset says by its ledger is what it says in the graph."""
    for loaded in (await store.read(runs.DATASETS))[0]["datasets"]:
        kept = await kept_ledger(store, loaded["id"], loaded["run"])
        assert kept is not None
        assert kept.said == ledger_of(loaded["id"], [each async for each in held_by(store, loaded["id"])]).said


class Engine:
    """A database that commands write to."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings.model_copy(update={"samband_lease_seconds": LEASE})

    async def kill(self, process: Process) -> None:
        """`kill -9` of the loading command."""
        with suppress(ProcessLookupError):
            process.kill()

    def mended(self) -> None:
        """Be there again, after a kill."""


async def rounds(engine: Engine, worlds: list[Path], rows: int, times: int) -> None:
    """Load one version over the other again and again, and kill in the middle of the writing, as often as `times`."""
    versions: list[list[str]] = []
    async with opened(engine.settings) as store:
        for path in worlds:
            await load(store, recognised(path), path, allow_removals=True)
            versions.append(content(await whole(store)))
        await settle(store, first_run=900)
        theirs = await foreign(store)
    longest = await duration(engine.settings, worlds[0], rows) if rows == ONE_TRANSACTION else 0
    hits, found = 0, {"before": 0, "after": 0, "missed": 0}
    while hits < times:
        async with opened(engine.settings) as store:
            before = await whole(store)
        target = 1 - versions.index(content(before))
        process = await command(engine.settings, worlds[target], rows)
        fraction = (hits + random.random()) / times
        if rows == ONE_TRANSACTION:  # which says nothing of itself until it is over
            await reached(process, 0)
            await asyncio.sleep(fraction * longest)
        else:
            await reached(process, fraction * 0.9)  # what comes after its last word is short
        await engine.kill(process)
        out, _ = await asyncio.wait_for(process.communicate(), 60)
        engine.mended()
        async with opened(engine.settings) as store:
            graph = await whole(store)
            await ledger_is_right(store)
            assert await foreign(store) == theirs, f"round {hits}: what is not ours was changed"
        if graph != before:
            assert content(graph) == versions[target], f"round {hits}: neither as before nor as after"
            assert graph[1] == before[1] + 1
        ended = {line.split("('number', ")[1].split(")")[0] for line in graph[0] if line.startswith("Run ")}
        kept = {line.split("('run', ")[1].split(")")[0] for line in graph[0] if line.startswith("Undo ")}
        assert kept <= ended, f"round {hits}: what takes back a run that was taken back is left"
        if WRITTEN in out.decode():  # the kill came too late, and is aimed again
            found["missed"] += 1
            longest *= 0.8  # an engine that has written this before is quicker
            assert found["missed"] < 3 * times + 10, "The kills do not fall within the write"
            continue
        hits += 1
        found["before" if graph == before else "after"] += 1
    print(rows, found)
    assert found["before"] + found["after"] == times


@kills(FEW, MANY)
@pytest.mark.parametrize("rows", [ONE_TRANSACTION, MANY_TRANSACTIONS])
@pytest.mark.usefixtures("store")
async def test_a_killed_command_leaves_the_graph_as_before_or_as_after(
    settings: Settings, worlds: list[Path], rows: int, times: int
) -> None:
    await rounds(Engine(settings), worlds, rows, times)


def kill_java(folder: Path) -> None:
    """`kill -9` of the Java that works in the folder."""
    for each in psutil.process_iter(["cmdline"]):
        line = each.info["cmdline"] or []
        if line and "java" in line[0] and str(folder) in " ".join(line):
            with suppress(psutil.NoSuchProcess):
                each.send_signal(signal.SIGKILL)
                each.wait(30)


class MortalEmbedded(Engine):
    """An embedded engine of this test alone, which the next command starts anew."""

    def __init__(self, home: Path) -> None:
        super().__init__(Settings(_env_file=None, neo4j_uri=None, samband_home=home, samband_engine_memory_mb=512))

    async def kill(self, process: Process) -> None:
        kill_java(self.settings.samband_home)

    async def end(self) -> None:
        """Stop it for good."""
        await stop_engine(self.settings)


class MortalNeo4j(Engine):
    """A Neo4j of this test alone."""

    def __init__(self, home: Path) -> None:
        self.home, self._running = home, ExitStack()
        self.mended()

    def mended(self) -> None:
        self._running.close()
        uri, user, password, database = self._running.enter_context(neo4j_server(self.home, heap_mb=768))
        super().__init__(
            Settings(
                _env_file=None, neo4j_uri=uri, neo4j_user=user, neo4j_password=SecretStr(password),
                neo4j_database=database, samband_home=self.home,
            )
        )  # fmt: skip

    async def kill(self, process: Process) -> None:
        kill_java(self.home)

    async def end(self) -> None:
        """Stop it for good."""
        self._running.close()


@pytest.fixture
async def mortal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[MortalEmbedded | MortalNeo4j]:
    """An engine of the test's own."""
    if request.param == "neo4j" and (missing := neo4j_available()):
        pytest.skip(f"Neo4j half not run: {missing}")
    if request.param == "neo4j" and os.environ.get("NEO4J_URI"):
        pytest.skip("The Neo4j of NEO4J_URI is somebody's, and is not killed")
    engine = MortalEmbedded(tmp_path) if request.param == "embedded" else MortalNeo4j(tmp_path)
    yield engine
    await engine.end()


@kills(1, MANY // 4)
@pytest.mark.parametrize(
    ("mortal", "rows"),
    [
        pytest.param("embedded", ONE_TRANSACTION, id="own-embedded-50000"),
        pytest.param("neo4j", MANY_TRANSACTIONS, id="own-neo4j-40", marks=LONG),
        pytest.param("embedded", MANY_TRANSACTIONS, id="own-embedded-40", marks=LONG),
        pytest.param("neo4j", ONE_TRANSACTION, id="own-neo4j-50000", marks=LONG),
    ],
    indirect=["mortal"],
)
async def test_a_killed_engine_leaves_the_graph_as_before_or_as_after(
    mortal: MortalEmbedded | MortalNeo4j, worlds: list[Path], rows: int, times: int
) -> None:
    await rounds(mortal, worlds, rows, times)
