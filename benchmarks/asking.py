"""Questions on a large world, warm: found and told, against the bare driver reading the facts that the rows show."""

import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction

from benchmarks.engines import engine, java_of
from benchmarks.loading import run_of
from benchmarks.measures import resident
from graph.errors import SambandError
from graph.ontology import ONTOLOGY
from graph.picture import Picture
from graph.store import Store
from queries.asking import Asker
from queries.catalogue import catalogue
from queries.evidence import statements
from queries.question import Question

ROUNDS = 3


async def asking(folder: Path, name: str, only: str | None = None) -> list[dict[str, Any]]:
    """The picture's reading, then milliseconds of each question, of the driver alone, and how many rows there were."""
    found: list[dict[str, Any]] = []
    with engine(name) as settings:
        async with Store.open(settings) as store:
            await run_of(store, folder)
            asker = Asker(store)
            began, before = time.perf_counter(), resident()
            picture = await asker.pictures.picture()
            seconds = time.perf_counter() - began
            found.append(
                {"engine": name, "question": "(reading the picture)", "rows": len(picture), "ms": round(seconds * 1000),
                 "mib": resident() - before, "engine_mib": resident(java_of(settings))}
            )  # fmt: skip
            print(found[-1], file=sys.stderr, flush=True)
            address = store.address
            async with AsyncGraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
                for stem, question in catalogue().items():
                    if only in (None, stem):
                        found.append({"engine": name, "question": stem} | await _asked(asker, store, driver, question))
                        print(found[-1], file=sys.stderr, flush=True)
    return found


async def _asked(asker: Asker, store: Store, driver: AsyncDriver, question: Question) -> dict[str, Any]:
    values = _needed(await asker.pictures.picture(), question)
    try:
        answer = await asker.ask(question.stem, **values)
    except SambandError as error:
        return {"failed": str(error)[:200]}
    needed = statements({shown.key for row in answer.rows for shown in row.evidence})

    async def ours() -> None:
        asker.forget_answers()
        await asker.ask(question.stem, **values)

    async def read(transaction: AsyncManagedTransaction) -> None:
        for text, parameters in needed:
            async for _ in await transaction.run(text, dict(parameters)):
                pass

    async def bare() -> None:
        async with driver.session(database=store.address.database) as session:
            await session.execute_read(read)

    mine, driver_alone = await _milliseconds(ours), await _milliseconds(bare)
    return {
        "values": values, "rows": answer.total, "ms": round(mine), "bare_ms": round(driver_alone),
        "ratio": round(driver_alone / mine, 2),
    }  # fmt: skip


def _needed(picture: Picture, question: Question) -> dict[str, Any]:
    """Values for the parameters that must be given: the thing with the most relations."""
    found: dict[str, Any] = {}
    for name, each in question.inputs.items():
        kind = question.kind_of(name)
        if each.required and kind in ONTOLOGY.kinds:
            found[name] = max(picture.all(ONTOLOGY.kinds[kind]), key=lambda node: sum(map(len, node.sides.values()))).id
    return found


async def _milliseconds(work: Callable[[], Awaitable[None]]) -> float:
    """The middle of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await work()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000
