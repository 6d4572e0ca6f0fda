"""One look at something for all who ask in the same moment, none of whom is told what was seen before he asked."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

Seen = TypeVar("Seen")


class SharedCheck(Generic[Seen]):
    """Whoever asks while a look is on its way shares the next one: many readers cost one round trip."""

    def __init__(self, look: Callable[[], Coroutine[Any, Any, Seen]]) -> None:
        self._look = look
        self._looking: asyncio.Task[Seen] | None = None
        """The look that has begun last."""
        self._next: asyncio.Task[Seen] | None = None
        """The one that has not begun: it does when that has ended."""

    async def seen(self) -> Seen:
        """What a look sees that begins after this was called; it fails for all who share it."""
        if self._next is None:
            self._next = asyncio.create_task(self._after(self._looking))
            self._next.add_done_callback(_heard)
        return await asyncio.shield(self._next)  # who is gone does not end it for the others

    async def _after(self, before: asyncio.Task[Seen] | None) -> Seen:
        if before is not None:
            await asyncio.wait({before})
        self._looking, self._next = self._next, None
        return await self._look()


def _heard(task: asyncio.Task[Any]) -> None:
    """Let nobody be warned of a failure that nobody waits for any more."""
    if not task.cancelled():
        task.exception()
