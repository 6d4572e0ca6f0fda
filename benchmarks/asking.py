"""Questions on a large world, warm: through the house, against the bare driver reading the same rows."""

import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction

from benchmarks.engines import engine
from benchmarks.loading import run_of
from graph.errors import SambandError
from graph.ontology import ONTOLOGY
from graph.store import Store
from queries.asking import Asker
from queries.catalogue import catalogue
from queries.checking import validated
from queries.question import Question

ROUNDS = 3


async def asking(folder: Path, name: str, only: str | None = None) -> list[dict[str, Any]]:
    """Milliseconds of each question, of the driver alone, and how many rows there were."""
    found = []
    with engine(name) as settings:
        async with Store.open(settings) as store:
            await run_of(store, folder)
            address = store.address
            async with AsyncGraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
                for stem, question in catalogue().items():
                    if only in (None, stem):
                        found.append({"engine": name, "question": stem} | await _asked(store, driver, question))
    return found


async def _asked(store: Store, driver: AsyncDriver, question: Question) -> dict[str, Any]:
    values = await _needed(store, question)
    try:
        answer = await Asker(store).ask(question.stem, **values)
    except SambandError as error:
        return {"failed": str(error)[:200]}
    parameters = validated(question.parameters, question.stem, values).model_dump(mode="json")

    async def ours() -> None:
        await Asker(store).ask(question.stem, **values)  # a new asker has kept no answer

    async def read(transaction: AsyncManagedTransaction) -> None:
        result = await transaction.run(question.text, parameters)
        async for _ in result:
            pass

    async def bare() -> None:
        async with driver.session(database=store.address.database) as session:
            await session.execute_read(read)

    mine, driver_alone = await _milliseconds(ours), await _milliseconds(bare)
    return {
        "values": values, "rows": answer.total, "ms": round(mine), "bare_ms": round(driver_alone),
        "ratio": round(driver_alone / mine, 2),
    }  # fmt: skip


async def _needed(store: Store, question: Question) -> dict[str, Any]:
    """Values for the parameters that must be given: the thing with the most relations."""
    found: dict[str, Any] = {}
    for name, each in question.inputs.items():
        kind = question.kind_of(name)
        if each.required and kind in ONTOLOGY.kinds:
            text = f"MATCH (n:{kind}) RETURN n.id AS id ORDER BY COUNT {{ (n)--() }} DESC, n.id LIMIT 1"
            found[name] = (await store.read(text))[0]["id"]
    return found


async def _milliseconds(work: Callable[[], Awaitable[None]]) -> float:
    """The middle of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await work()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000
