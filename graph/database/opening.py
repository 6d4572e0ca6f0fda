"""Making a database ours at the first opening, and refusing one that is somebody else's or of another ontology."""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from graph.database import constraints
from graph.database.ontology_check import Adapt, has_to_be_migrated, is_of_this, note, noted, of_this
from graph.database.ownership import HOLDINGS
from graph.database.state import FORMAT, NAME_CONTENT, NOTE_GRAPH
from graph.errors import EngineError, EngineLostError, FullDiskError, TakenError
from graph.language.words import N_

if TYPE_CHECKING:
    from graph.database.store import Store, Write

TRIES = 8
PAUSE = 0.25  # seconds until the second try, twice that until the third: who got in first takes about one
Alone = Callable[[], AbstractAsyncContextManager[object]]
"""Keeps the other commands of this machine out for as long as it is entered."""


async def claim(store: "Store", alone: Alone, adapt: Adapt | None) -> None:
    """Give the database our mark, and the constraints and the ontology of this program; where it has them, nothing.

    A graph that has to be migrated is handed to `adapt`; without one, its ontology is not looked at.

    Raises:
        TakenError: the database is not ours, and not empty.
        OntologyError: the graph holds what this program does not know, or is not migrated.
    """
    found = await noted(store)
    if found and adapt is None:
        return
    outdated = found is not None and not is_of_this(found)
    migrating = found is not None and outdated and await has_to_be_migrated(store, found)
    if found is None or found["schema"] != constraints.fingerprint():
        await _constrained(store, alone)
    if migrating and adapt:
        await adapt(store)
    elif outdated:
        await note(store)


async def _constrained(store: "Store", alone: Alone) -> None:
    """Make the database ready.

    Two that open a new database at once are in each other's way on either engine, and one of them is refused for it:
    so a refusal is looked into, and tried again.
    """
    async with alone():
        for each in range(1, TRIES):
            try:
                return await _made_ready(store)
            except (EngineLostError, FullDiskError, _NotOursError):
                raise
            except EngineError:
                await asyncio.sleep(PAUSE * each)
        await _made_ready(store)


class _NotOursError(TakenError):
    """The database is not ours, and not empty."""


async def _made_ready(store: "Store") -> None:
    (held,) = await store.read(HOLDINGS)
    found = await noted(store)  # after what is held: else another command's first things were foreign
    if held["holdings"] and not found:
        raise _NotOursError(
            N_(
                "The database {database} at {uri} is not empty, and what it holds is not Samband's: {holdings}. "
                "Nothing was changed. Name another database in NEO4J_DATABASE or NEO4J_URI, or empty this one."
            ),
            database=store.address.database,
            uri=store.address.uri,
            holdings=", ".join(f"{':'.join(labels) or '-'} ({total})" for labels, total in held["holdings"]),
        )
    if found and found["schema"] == constraints.fingerprint():
        return

    async def constrain(write: "Write") -> None:
        for statement in constraints.constraints():
            await write.run(statement)

    async def record(write: "Write") -> None:
        await write.run(NOTE_GRAPH, **of_this(), format=FORMAT, schema=constraints.fingerprint())
        await write.run(NAME_CONTENT, content=secrets.token_hex(8))

    await store.write(constrain)
    await store.write(record)
