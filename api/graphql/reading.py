"""The reads of one request: many statements, one revision of the graph."""

import asyncio

from api.graphql.apart import Home
from graph.database.store import Row, Store

AT_ONCE = 8
"""Statements of one request at the same time; the driver has a hundred connections for all of them."""


class RequestReader:
    """Reads from a store, and knows afterwards whether a run came in between."""

    def __init__(self, store: Store, home: Home) -> None:
        self._store, self._home = store, home
        self._began: asyncio.Task[int] | None = None
        self._seen: set[int] = set()
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def revision(self) -> int:
        """The revision at which the request began to read; it is asked for once."""
        if self._began is None:
            self._began = asyncio.create_task(self._home.do(self._store.revision()))
        return await self._began

    async def read(self, text: str, /, **parameters: object) -> list[Row]:
        """The rows of a reading statement."""
        await self.revision()
        async with self._turns:
            return await self._home.do(self._store.read(text, **parameters))

    def saw(self, revision: int) -> None:
        """Something else in the request was read at `revision`."""
        self._seen.add(revision)

    async def is_whole(self) -> int | None:
        """The revision that everything belongs to; 0 where nothing was read, and None where it is of several."""
        if self._began is not None:
            self._seen |= {await self._began, await self._home.do(self._store.revision())}
        return max(self._seen, default=0) if len(self._seen) <= 1 else None
