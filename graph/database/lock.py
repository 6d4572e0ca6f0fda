"""The graph's one write lock: it lives in the database, with a lease, so that it holds across machines."""

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TypeVar

import psutil

from graph.database.lock_holder import free_of_the_dead, holder_of
from graph.database.ontology_check import refuse_another
from graph.database.state import BEGIN, FREE, GROW, NEW_CONTENT, RENEW, STAY, TAKE
from graph.database.store import Row, Store, Write
from graph.errors import ContendedError, EngineLostError, LockedError, LockLostError
from graph.language.words import N_

Answer = TypeVar("Answer")


class Lock:
    """The write lock while it is held."""

    def __init__(self, store: Store, lease: float) -> None:
        self._store = store
        self._lease = int(lease * 1000)
        self._holder = secrets.token_hex(8)
        self._renewing = asyncio.Lock()

    async def _try(self) -> bool:
        own = psutil.Process()
        parameters = {
            "holder": self._holder,
            "host": socket.gethostname(),
            "process": own.pid,
            "process_started": own.create_time(),
            "lease": self._lease,
        }

        async def take(write: Write) -> bool:
            return bool(await write.run(TAKE, **parameters))

        with suppress(ContendedError):  # by who took it, or will
            return await self._store.write(take)
        return False

    async def _renew(self) -> None:
        async def renew(write: Write) -> bool:
            return bool(await write.run(RENEW, holder=self._holder, lease=self._lease))

        while True:
            await asyncio.sleep(self._lease / 3000)
            async with self._renewing:
                with suppress(ContendedError):  # two more come before the lease ends
                    await self._store.write(renew)

    async def _free(self) -> None:
        """Give the lock back, however many others reach for it."""

        async def free(write: Write) -> None:
            await write.run(FREE, holder=self._holder)

        loop = asyncio.get_running_loop()
        end = loop.time() + self._lease / 1000
        while loop.time() < end:
            with suppress(ContendedError):
                await self._store.write(free)
                return

    async def begin(self, run: int) -> None:
        """Tell readers that `run` is being written, so that none takes a half-written graph for a whole one.

        Raises:
            OntologyError: the graph was migrated since this program opened it.
        """

        async def begun(write: Write) -> list[Row]:
            rows = await write.run(BEGIN, holder=self._holder, run=run)
            for row in rows:
                refuse_another(row)
            return rows

        await self._must_hold(await self._store.write(begun))

    async def note(self, text: str, **parameters: object) -> None:
        """Run one statement on the lock's own node, which no work in a transaction of the lock may write.

        Raises:
            LockLostError: somebody else took the lock; nothing was noted.
        """
        await self._must_hold(await self._store.write(lambda write: write.run(text, holder=self._holder, **parameters)))

    async def disown_content(self) -> None:
        """Let nobody take the graph for what the runs made of it: something else has changed it."""
        await self.note(NEW_CONTENT, content=secrets.token_hex(8))

    async def write(self, work: Callable[[Write], Awaitable[Answer]]) -> Answer:
        """Do `work` in a transaction that renews the lock at its end, and is kept only if the lock is still ours.

        Who takes the lock writes the same node, and so comes before this transaction or after it, never beside it:
        what a dead process had under way cannot come after its run was taken back.

        `work` does not write that node: a renewal would wait for it, and it for the renewal.

        Raises:
            LockLostError: somebody else took the lock; nothing was kept.
        """
        answer, _ = await self._closing(work, RENEW, lease=self._lease)
        return answer

    async def settle(self, work: Callable[[Write], Awaitable[object]], *, grown: bool = True) -> int:
        """Do `work` in the last transaction of what `begin` began; return the graph's revision.

        Raises:
            LockLostError: somebody else took the lock; nothing was kept.
        """
        text, parameters = (GROW, {"content": secrets.token_hex(8)}) if grown else (STAY, {})
        _, rows = await self._closing(work, text, **parameters)
        return int(rows[0]["revision"])

    async def _closing(
        self, work: Callable[[Write], Awaitable[Answer]], text: str, **parameters: object
    ) -> tuple[Answer, list[Row]]:
        """`work`, then `text` on the lock's node; no renewal writes that node from there until all is kept."""
        async with AsyncExitStack() as unrenewed:

            async def closed(write: Write) -> tuple[Answer, list[Row]]:
                await unrenewed.aclose()  # where the driver tries again, work may take long again
                answer = await work(write)
                await unrenewed.enter_async_context(self._renewing)
                rows = await write.run(text, holder=self._holder, **parameters)
                await self._must_hold(rows)
                return answer, rows

            return await self._store.write(closed)

    async def _must_hold(self, rows: list[Row]) -> None:
        if not rows:
            raise LockLostError(
                N_("This run took too long and lost the write lock; nothing was written. Run it again.")
            )


async def _taken(lock: Lock, store: Store, lease: float, until: float) -> bool:
    """Whether the lock is ours now. It is looked at first: a try writes its node, in the way of who holds it."""
    holder = await holder_of(store, lease)
    if holder is None or holder.lapsed:
        return await lock._try()
    if asyncio.get_running_loop().time() >= until:
        raise LockedError(
            N_(
                "Another run is writing: {holder}, since {since}. Wait until it has ended and try again; "
                "if it hangs, samband unlock tells more."
            ),
            holder=holder,
            since=holder.since,
        )
    return False


@asynccontextmanager
async def write_lock(store: Store, *, lease: float, wait: float) -> AsyncIterator[Lock]:
    """Hold the write lock; wait up to `wait` seconds for it. `lease` is in seconds too.

    Raises:
        LockedError: somebody else still holds it; says who and since when.
    """
    lock = Lock(store, lease)
    until = asyncio.get_running_loop().time() + wait
    await free_of_the_dead(store, lease)
    while True:
        if await _taken(lock, store, lease, until):
            break
        await asyncio.sleep(min(0.2, lease / 4))
    renewal = asyncio.create_task(lock._renew())
    lost = False
    try:
        yield lock
    except EngineLostError:
        lost = True
        raise
    finally:
        renewal.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await renewal
        if not lost:  # an engine that is gone frees the lock when the lease ends, or this process does
            with suppress(Exception):
                await lock._free()
