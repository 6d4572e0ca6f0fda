"""Taking back a run that ended half-way, so that the graph is as it was before it."""

import json
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from graph.database import ledgers, runs
from graph.database.lock import Lock, write_lock
from graph.database.ontology_check import unmigrated
from graph.database.state import STATE
from graph.database.store import Row, Store, Write
from graph.errors import LockedError
from graph.facts.facts import Properties
from graph.language.words import Message
from graph.settings import Settings
from loaders.runs.migration import Migrated, migrated
from loaders.runs.plan import Plan
from loaders.runs.statements import Statement, restoring, write_share

log = logging.getLogger("samband.migration")


def _logged(message: Message) -> None:
    log.warning("%s", message)


MIGRATION_SECONDS = 300.0
"""How long to wait for somebody else who migrates the graph."""


@asynccontextmanager
async def opened(
    settings: Settings, *, migrate: bool = True, notify: Callable[[Message], None] = _logged
) -> AsyncIterator[Store]:
    """The store that `settings` name, with a half-written run taken back first, and an older graph migrated.

    `notify` hears of a migration. Without `migrate`, a graph that has to be migrated is refused.

    Raises:
        OntologyError: the graph holds what this program does not know, or has to be migrated and may not be.
        LockedError: somebody still writes when a lease would have run out.
    """

    async def adapted(store: Store) -> None:
        try:
            done = await _migrated(store, _lock(store, settings))
        except LockedError:
            if (await store.read(STATE))[0]["migrating"] is None:
                raise
            done = await _migrated(store, _lock(store, settings, MIGRATION_SECONDS))
        if done:
            notify(done.message)

    async with Store.open(settings, adapted if migrate else unmigrated) as store:
        await recover_half_written(store, settings)
        yield store


async def _migrated(store: Store, locked: AbstractAsyncContextManager[Lock]) -> Migrated | None:
    async with locked as lock:
        await recover(store, lock)
        return await migrated(store, lock)


def _lock(store: Store, settings: Settings, wait: float = 0) -> AbstractAsyncContextManager[Lock]:
    """The write lock, as soon as nobody writes any more; `wait` is in seconds, and at least as long as a lease."""
    lease = settings.samband_lease_seconds
    return write_lock(store, lease=lease, wait=max(wait, lease + 5))


async def recover_half_written(store: Store, settings: Settings) -> None:
    """Take back a half-written run where there is one, as soon as nobody writes any more.

    Raises:
        LockedError: somebody still writes when a lease would have run out.
    """
    if (await store.read(STATE))[0]["applying"] is not None:
        async with _lock(store, settings) as lock:
            await recover(store, lock)


def undo_rows(dataset: str, run: int, undo: Plan) -> Iterator[Properties]:
    """What `run` is going to replace and delete, as it is noted."""
    ours = secrets.token_hex(8)  # an id that nobody else can have
    for part, said in enumerate(restoring(undo)):
        yield {
            "id": f"{run}-{part}-{ours}", "dataset": dataset, "run": run, "part": part, "text": said.text,
            "parameter": said.parameter, "batch": json.dumps(said.batch), "sort": said.sort,
        }  # fmt: skip


async def note_undo(write: Write, row: Properties) -> None:
    """Write down one part of what a run is going to replace and delete."""
    await write.run(runs.NOTE_UNDO, row=row)


async def let_count(write: Write, dataset: str, run: int, *, for_good: bool) -> None:
    """The run counts now: it is taken back by a run of its own only, and if it is `for_good`, not by that."""
    await write.run(runs.FORGET_UNDO, dataset=dataset, run=run + for_good)


async def recover(store: Store, lock: Lock) -> None:
    """Take back a run that was being written when its process or its engine ended; a migration is gone on with."""
    (state,) = await store.read(STATE)
    if state["applying"] is not None and state["applying"] != state["migrating"]:
        await take_back(store, lock, state["applying"])


async def take_back(store: Store, lock: Lock, run: int) -> None:
    """Undo whatever `run` has written, however much it is; each part is undone and forgotten in one transaction."""
    for text in (runs.DELETE_LINKS_BORN, runs.DELETE_THINGS_BORN):
        while (await lock.write(_taking(text, run)))[0]["rows"]:
            pass
    for row in await store.read(runs.UNDO_OF_RUN, run=run):
        await lock.write(_restoring(row))
    await lock.write(lambda write: write.run(ledgers.FORGET_OF_RUN, run=run))
    await lock.settle(_nothing, grown=False)


def _taking(text: str, run: int) -> Callable[[Write], Awaitable[list[Row]]]:
    return lambda write: write.run(text, run=run)


def _restoring(row: Row) -> Callable[[Write], Awaitable[None]]:
    async def restore(write: Write) -> None:
        await write_share(write, [Statement(row["text"], row["parameter"], json.loads(row["batch"]), "")])
        await write.run(runs.FORGET_PART, id=row["id"])

    return restore


async def _nothing(write: Write) -> None:
    """Only the lock's node is written."""
