"""Loading: a register through a run, at first and again, against the bare driver writing the very same rows."""

import csv
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
from neo4j import AsyncGraphDatabase, AsyncManagedTransaction

from benchmarks.engines import engine, java_of
from benchmarks.measures import Stopwatch, peaks
from benchmarks.worlds import World
from graph.database.store import Store
from loaders.runs.plan import plan
from loaders.runs.run import load
from loaders.runs.statements import Statement, shared_out, statements
from loaders.sources.formats import recognised

Rows = list[dict[str, str]]
STEPS = {"start": "start", "Reading": "read", "Comparing with the graph": "compare", "Writing": "write"}
AT_MOST = {"first": 1.25, "unchanged": 1 / 6, "shuffled": 1 / 5, "one cell": 1 / 4, "a tenth": 1 / 2}
"""What each load may take, of the time that the bare driver takes for the whole world."""


async def loading(world: World, folder: Path, name: str) -> list[dict[str, Any]]:
    """A row for each load: its seconds, what they are of the bare driver's, and what they may be; memory."""
    bare = await bare_driver(folder, name)
    found = []
    with engine(name) as settings:
        async with Store.open(settings) as store:
            java = java_of(settings)
            for what, files in loads(folder):
                with peaks(engine=java, command=psutil.Process()) as memory:
                    rows, split = await run_of(store, files)
                found.append(
                    {
                        "engine": name,
                        "load": what,
                        "systems": world.systems,
                        "written": rows,
                        "seconds": round(split.total, 2),
                        "bare_seconds": round(bare, 2),
                        "ratio": round(split.total / bare, 3),
                        "at_most": round(AT_MOST[what], 3),
                        **{f"{step}_s": round(took, 2) for step, took in split.laps.items()},
                        **{f"{who}_mib": size for who, size in memory.items()},
                    }
                )
    return found


def loads(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is loaded, in turn: each is the one before it with something changed."""
    chance = random.Random(1)
    yield "first", folder
    yield "unchanged", folder
    yield "shuffled", _changed(folder, "shuffled", lambda name, rows: chance.shuffle(rows))
    yield "one cell", _changed(folder, "one-cell", _one_cell)
    yield "a tenth", _changed(folder, "a-tenth", lambda name, rows: _a_tenth(rows, chance))


def _changed(folder: Path, name: str, change: Callable[[str, Rows], object]) -> Path:
    """The register beside itself, under its own name, with its tables changed."""
    other = folder.parent / name / folder.name
    shutil.copytree(folder, other, dirs_exist_ok=True)  # the second engine is measured with the same
    for path in sorted(other.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        change(path.stem, rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return other


def _one_cell(name: str, rows: Rows) -> None:
    if name == "System":
        rows[len(rows) // 2]["name"] += " (renamed)"


def _a_tenth(rows: Rows, chance: random.Random) -> None:
    """A tenth of the rows say where in the document they stand: so does all that is read from them."""
    for row in rows:
        row["section"] = "Chapter 2" if chance.random() < 0.1 else row.get("section", "")


async def run_of(store: Store, folder: Path) -> tuple[int, Stopwatch]:
    """Load the register; how many things and relations it wrote, and its seconds by step."""
    watch = Stopwatch()
    steps = ["start"]

    def shown_progress(step: str, done: int, total: int) -> None:
        if step != steps[-1]:
            watch.lap(steps[-1])
            steps.append(step)

    report = await load(store, recognised(folder), folder, progress=shown_progress)
    watch.lap(steps[-1])
    watch.laps = {STEPS.get(step, step): seconds for step, seconds in watch.laps.items()}
    return report.plan.written, watch


async def bare_driver(folder: Path, name: str) -> float:
    """Seconds for the same properties in the same batches and transactions, and nothing else."""
    reading = recognised(folder).read(folder, {})
    prepared = plan(reading.facts, {}, {}, dataset=reading.dataset.id, trust={}, run=1)
    shares = list(shared_out(statements(prepared)))
    with engine(name) as settings:
        async with Store.open(settings) as store:  # for its constraints, as a run finds them
            address = store.address
            async with AsyncGraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
                watch = Stopwatch()
                for share in shares:
                    async with driver.session(database=address.database) as session:
                        await session.execute_write(_write, share)
                watch.lap("write")
    return watch.total


async def _write(transaction: AsyncManagedTransaction, share: list[Statement]) -> None:
    for text, parameter, batch, _ in share:
        result = await transaction.run(text, {parameter: batch})
        await result.consume()
