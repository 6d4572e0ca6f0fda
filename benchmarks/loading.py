"""Loading: a register through a run, against the bare driver writing the very same rows."""

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


async def loading(world: World, folder: Path, name: str) -> dict[str, Any]:
    """Rows a second of both, their ratio, where the run's seconds go, and memory."""
    with engine(name) as settings:
        async with Store.open(settings) as store:
            with peaks(engine=java_of(settings), command=psutil.Process()) as memory:
                rows, split = await run_of(store, folder)
    seconds = await bare_driver(folder, name)
    return {
        "engine": name, "systems": world.systems, "exchanges": world.exchanges, "rows": rows,
        "run_seconds": round(split.total, 1), "bare_seconds": round(seconds, 1),
        "run_rows_per_second": round(rows / split.total), "bare_rows_per_second": round(rows / seconds),
        "ratio": round(seconds / split.total, 2), **{f"{step}_s": round(took, 1) for step, took in split.laps.items()},
        **{f"{who}_mib": size for who, size in memory.items()},
    }  # fmt: skip


async def run_of(store: Store, folder: Path) -> tuple[int, Stopwatch]:
    """Load the register; how many rows it wrote, and its seconds by step."""
    watch = Stopwatch()
    steps = ["start"]

    def shown_progress(step: str, done: int, total: int) -> None:
        if step != steps[-1]:
            watch.lap(steps[-1])
            steps.append(step)

    report = await load(store, recognised(folder), folder, progress=shown_progress)
    watch.lap(steps[-1])
    names = {"start": "start", "Reading": "read_and_validate", "Comparing with the graph": "plan", "Writing": "write"}
    watch.laps = {names.get(step, step): seconds for step, seconds in watch.laps.items()}
    return len(report.plan), watch


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
    for text, parameter, batch in share:
        result = await transaction.run(text, {parameter: batch})
        await result.consume()
