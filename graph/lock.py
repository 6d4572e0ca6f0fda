"""The graph's one write lock: it lives in the database, with a lease, so that it holds across machines."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from graph.errors import LockedError, LockLostError
from graph.store import Store, Write
from graph.words import N_

# The first SET takes the node's write lock before anything is compared, so that two takers queue up.
TAKE = """
MATCH (g:Graph {id: 'samband'})
SET g.touched = timestamp()
WITH g WHERE g.holder IS NULL OR g.lease_until < timestamp()
SET g.holder = $holder, g.held_by = $held_by, g.held_since = $since, g.lease_until = timestamp() + $lease
RETURN g.holder AS holder
"""
RENEW = """
MATCH (g:Graph {id: 'samband'})
SET g.touched = timestamp()
WITH g WHERE g.holder = $holder
SET g.lease_until = timestamp() + $lease
RETURN g.holder AS holder
"""
FREE = """
MATCH (g:Graph {id: 'samband'}) WHERE g.holder = $holder
SET g.holder = null, g.held_by = null, g.held_since = null, g.lease_until = null
"""
GROW = """
MATCH (g:Graph {id: 'samband'})
SET g.touched = timestamp()
WITH g WHERE g.holder = $holder
SET g.revision = g.revision + 1
RETURN g.revision AS revision
"""
LOOK = "MATCH (g:Graph {id: 'samband'}) RETURN g.held_by AS held_by, g.held_since AS since, g.revision AS revision"


class Lock:
    """The write lock while it is held."""

    def __init__(self, store: Store, lease: float) -> None:
        self._store = store
        self._lease = int(lease * 1000)
        self._holder = secrets.token_hex(8)
        self._renewing = asyncio.Lock()

    async def _try(self) -> bool:
        parameters = {
            "holder": self._holder,
            "held_by": f"{socket.gethostname()}, process {os.getpid()}",
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
            "lease": self._lease,
        }

        async def take(write: Write) -> bool:
            return bool(await write.run(TAKE, **parameters))

        return await self._store.write(take)

    async def _renew(self) -> None:
        async def renew(write: Write) -> bool:
            return bool(await write.run(RENEW, holder=self._holder, lease=self._lease))

        while True:
            await asyncio.sleep(self._lease / 3000)
            async with self._renewing:
                await self._store.write(renew)

    async def _free(self) -> None:
        async def free(write: Write) -> None:
            await write.run(FREE, holder=self._holder)

        await self._store.write(free)

    @asynccontextmanager
    async def settling(self) -> AsyncIterator[None]:
        """No renewal inside: the run's transaction writes the same node at its end."""
        async with self._renewing:
            yield

    async def next_revision(self, write: Write) -> int:
        """Make the graph one revision older, inside the run's own transaction.

        Raises:
            LockLostError: somebody else took the lock; the transaction must not be kept.
        """
        rows = await write.run(GROW, holder=self._holder)
        if not rows:
            raise LockLostError(
                N_("This run took too long and lost the write lock; nothing was written. Run it again.")
            )
        return int(rows[0]["revision"])


@asynccontextmanager
async def write_lock(store: Store, *, lease: float, wait: float) -> AsyncIterator[Lock]:
    """Hold the write lock; wait up to `wait` seconds for it. `lease` is in seconds too.

    Raises:
        LockedError: somebody else still holds it; says who and since when.
    """
    lock = Lock(store, lease)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + wait
    while not await lock._try():
        if loop.time() >= deadline:
            rows = await store.read(LOOK)
            raise LockedError(
                N_("Another run is writing: {holder}, since {since}. Wait until it has ended and try again."),
                holder=rows[0]["held_by"],
                since=rows[0]["since"],
            )
        await asyncio.sleep(min(0.2, lease / 4))
    renewal = asyncio.create_task(lock._renew())
    try:
        yield lock
    finally:
        renewal.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await renewal
        with suppress(Exception):  # an engine that is gone frees the lock when the lease ends
            await lock._free()
