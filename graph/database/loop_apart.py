"""Work for a loop and a thread of its own: what comes from the database is taken apart there, and nobody waits."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

Result = TypeVar("Result")


async def in_loop_apart(make: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """What comes of the coroutine that `make` makes over there; it is cancelled with whoever waits for it."""
    running: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = []

    async def noted() -> Result:
        if task := asyncio.current_task():
            running.append((asyncio.get_running_loop(), task))
        return await make()

    work = asyncio.ensure_future(asyncio.to_thread(lambda: asyncio.run(noted())))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        for loop, task in running:
            with suppress(RuntimeError):  # it has just ended
                loop.call_soon_threadsafe(task.cancel)
        with suppress(Exception, asyncio.CancelledError):
            await work
        raise
