"""Waiting for a database: as long as it takes while it is there, and not at all once it is silent."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from neo4j.exceptions import DriverError, Neo4jError

Result = TypeVar("Result")
GIVEN_UP = 1.0
"""Seconds for which a database that was silent is taken to be so still: what waits in a row is told at once."""


class Patience:
    """Waits for work that the database does, and looks meanwhile whether it is there at all."""

    def __init__(self, look: Callable[[], Awaitable[object]]) -> None:
        """`look` asks the database for a sign of life."""
        self._look = look
        self._silent_until = 0.0
        self._reason = ""
        self.seconds: float | None = None
        """How long a silent database is waited for; none where it is for as long as the driver does."""

    async def wait_for(self, work: Coroutine[Any, Any, Result]) -> Result:
        """What comes of `work`; half of the patience is for it, and half for each sign of life that it needs beyond.

        Raises:
            TimeoutError: the database is silent; says why.
        """
        if self.seconds is None:
            return await work
        if time.monotonic() < self._silent_until:
            work.close()
            raise TimeoutError(self._reason)
        task = asyncio.ensure_future(work)
        try:
            while not (await asyncio.wait({task}, timeout=self.seconds / 2))[0]:
                await self._see_a_sign(self.seconds / 2)
            return await task
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task}, timeout=GIVEN_UP / 10)

    async def _see_a_sign(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._look()
        except (TimeoutError, DriverError, Neo4jError, OSError) as error:
            self._reason = str(error).partition("\n")[0] or f"nothing was heard for {2 * seconds:g} seconds"
            self._silent_until = time.monotonic() + GIVEN_UP
            raise TimeoutError(self._reason) from error
