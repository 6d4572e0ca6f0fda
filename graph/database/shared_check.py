"""One look at something for all who ask in the same moment, none of whom is told what was seen before he asked."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

Seen = TypeVar("Seen")


GATHERING = 0.002
"""Seconds from the beginning of a look that several shared to that of the next: those who come meanwhile share it."""


class SharedCheck(Generic[Seen]):
    """Whoever asks while a look is on its way shares the next one: many readers cost one round trip.

    One reader alone never waits for others; several wait some milliseconds for each other, which spares the database
    and this process a look for each.
    """

    def __init__(self, look: Callable[[], Coroutine[Any, Any, Seen]]) -> None:
        self._look = look
        self._looking: asyncio.Task[Seen] | None = None
        """The look that has begun last."""
        self._next: asyncio.Task[Seen] | None = None
        """The one that has not begun: it does when that has ended."""
        self._sharing = 0
        """How many wait for the next one."""
        self._gathers_until = 0.0

    async def seen(self) -> Seen:
        """What a look sees that begins after this was called; it fails for all who share it."""
        if self._next is None:
            self._next = asyncio.create_task(self._after(self._looking))
            self._next.add_done_callback(_heard)
        self._sharing += 1
        return await asyncio.shield(self._next)  # who is gone does not end it for the others

    async def _after(self, before: asyncio.Task[Seen] | None) -> Seen:
        if before is not None:
            await asyncio.wait({before})
        loop = asyncio.get_running_loop()
        if (left := self._gathers_until - loop.time()) > 0:
            await asyncio.sleep(left)
        self._gathers_until = loop.time() + GATHERING if self._sharing > 1 else 0.0
        self._looking, self._next, self._sharing = self._next, None, 0
        return await self._look()


def _heard(task: asyncio.Task[Any]) -> None:
    """Let nobody be warned of a failure that nobody waits for any more."""
    if not task.cancelled():
        task.exception()
