"""Making a database ours at the first opening, or refusing one that is somebody else's."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from graph.database import constraints
from graph.database.ownership import HOLDINGS
from graph.database.state import FINGERPRINT, SET_FINGERPRINT
from graph.errors import EngineError, EngineLostError, FullDiskError, TakenError
from graph.language.words import N_

if TYPE_CHECKING:
    from graph.database.store import Store, Write

TRIES = 8
PAUSE = 0.25  # seconds until the second try, twice that until the third: who got in first takes about one
Alone = Callable[[], AbstractAsyncContextManager[object]]
"""Keeps the other commands of this machine out for as long as it is entered."""


async def claim(store: "Store", alone: Alone) -> None:
    """Give the database our mark and the constraints of this program; nothing is written where it has both.

    Two that open a new database at once are in each other's way on either engine, and one of them is refused for it:
    so a refusal is looked into, and tried again.

    Raises:
        TakenError: the database is not ours, and not empty.
    """
    if await _is_ready(store):
        return
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


async def _is_ready(store: "Store") -> bool:
    rows = await store.read(FINGERPRINT)
    return bool(rows) and rows[0]["fingerprint"] == constraints.fingerprint()


async def _made_ready(store: "Store") -> None:
    (held,) = await store.read(HOLDINGS)
    rows = await store.read(FINGERPRINT)  # after what is held: else another command's first things were foreign
    if held["holdings"] and not rows:
        raise _NotOursError(
            N_(
                "The database {database} at {uri} is not empty, and what it holds is not Samband's: {holdings}. "
                "Nothing was changed. Name another database in NEO4J_DATABASE or NEO4J_URI, or empty this one."
            ),
            database=store.address.database,
            uri=store.address.uri,
            holdings=", ".join(f"{':'.join(labels) or '-'} ({total})" for labels, total in held["holdings"]),
        )
    if rows and rows[0]["fingerprint"] == constraints.fingerprint():
        return

    async def constrain(write: "Write") -> None:
        for statement in constraints.constraints():
            await write.run(statement)

    async def record(write: "Write") -> None:
        await write.run(SET_FINGERPRINT, schema=constraints.fingerprint())

    await store.write(constrain)
    await store.write(record)
