"""Questions on a large world, warm: found and told, against the bare driver reading the facts that the rows show.

Each is asked of a smaller world too: what it costs should grow no faster than the graph and the answer do.
"""

import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction

from benchmarks.engines import engine, java_of
from benchmarks.loading import run_of
from benchmarks.measures import mebibytes, resident
from graph.database.store import Store
from graph.errors import SambandError
from graph.ontology.ontology import ONTOLOGY
from graph.settings import Settings
from graph.snapshot.snapshot import Snapshot
from queries.asking.catalogue import catalogue
from queries.asking.evidence import readings
from queries.asking.question import Question
from queries.asking.service import QuestionService

ROUNDS = 3
Measured = dict[str, Any]


async def asking(
    folder: Path, name: str, only: str | None = None, smaller: Path | None = None
) -> tuple[Measured, list[Measured]]:
    """The snapshot's reading and memory; then what each question takes, and how that grows from the smaller world."""
    before = {row["question"]: row for row in (await _of_world(smaller, name, only))[1]} if smaller else {}
    snapshot, found = await _of_world(folder, name, only)
    return snapshot, [row | growth(before.get(row["question"]), row) for row in found]


def growth(small: Measured | None, large: Measured) -> Measured:
    """How many times as long it takes, and how many times as much there is to read and to answer."""
    if small is None or "size" not in small or "size" not in large:
        return {}
    longer, more = large["ms"] / max(small["ms"], 1), large["size"] / small["size"]
    return {
        "small_ms": small["ms"], "longer": round(longer, 1), "more": round(more, 1), "growth": round(longer / more, 2),
    }  # fmt: skip


async def _of_world(folder: Path, name: str, only: str | None) -> tuple[Measured, list[Measured]]:
    found: list[Measured] = []
    async with _loaded(folder, name) as (store, settings):
        service = QuestionService(store)
        read: Measured = {"engine": name} | await _read(service, settings)
        print(read, file=sys.stderr, flush=True)
        address = store.address
        async with AsyncGraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
            for stem, question in catalogue().items():
                if only in (None, stem):
                    asked = await _asked(service, store, driver, question, read["things"] + read["relations"])
                    found.append({"question": stem} | asked)
                    print(found[-1], file=sys.stderr, flush=True)
    return read, found


async def _read(service: QuestionService, settings: Settings) -> Measured:
    """Reading the snapshot: its size, its seconds, its own memory, how this process has grown, and the engine's."""
    began, before = time.perf_counter(), resident()
    snapshot = await service.snapshots.snapshot()
    seconds, grown = time.perf_counter() - began, resident() - before
    return {
        "things": len(snapshot), "relations": sum(1 for _ in snapshot.relations()), "seconds": round(seconds, 1),
        "snapshot_mib": mebibytes(snapshot), "grown_mib": grown, "engine_mib": resident(java_of(settings)),
    }  # fmt: skip


@asynccontextmanager
async def _loaded(folder: Path, name: str) -> AsyncIterator[tuple[Store, Settings]]:
    with engine(name) as settings:
        async with Store.open(settings) as store:
            await run_of(store, folder)
            yield store, settings


async def _asked(
    service: QuestionService, store: Store, driver: AsyncDriver, question: Question, size: int
) -> Measured:
    """The first asking, which may work out what the snapshot keeps, then the middle of some; `size` is the graph's."""
    values = _needed(await service.snapshots.snapshot(), question)
    began = time.perf_counter()
    try:
        answer = await service.evaluate(question.stem, **values)
    except SambandError as error:
        return {"failed": str(error)[:200]}
    first = time.perf_counter() - began
    facts = {shown.key for row in answer.rows for shown in row.evidence}
    needed = readings(facts)

    async def ours() -> None:
        service.forget_answers()
        await service.evaluate(question.stem, **values)

    async def read(transaction: AsyncManagedTransaction) -> None:
        for each in needed:
            async for _ in await transaction.run(each.text, dict(each.parameters)):
                pass

    async def bare() -> None:
        async with driver.session(database=store.address.database) as session:
            await session.execute_read(read)

    mine, driver_alone = await _milliseconds(ours), await _milliseconds(bare)
    return {
        "values": values, "rows": answer.total, "facts": len(facts), "first_ms": round(first * 1000),
        "ms": round(mine), "bare_ms": round(driver_alone), "ratio": round(driver_alone / mine, 2),
        "size": size + answer.total + len(facts),
    }  # fmt: skip


def _needed(snapshot: Snapshot, question: Question) -> dict[str, Any]:
    """Values for the parameters that must be given: the thing with the most relations."""
    found: dict[str, Any] = {}
    for name, each in question.inputs.items():
        kind = question.kind_of(name)
        if each.required and kind in ONTOLOGY.kinds:
            found[name] = max(
                snapshot.all(ONTOLOGY.kinds[kind]), key=lambda node: sum(map(len, node.sides.values()))
            ).id
    return found


async def _milliseconds(work: Callable[[], Awaitable[None]]) -> float:
    """The middle of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await work()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000
