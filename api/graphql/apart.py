"""A thread and a loop of their own for GraphQL: what a query costs keeps neither pages nor health waiting."""

import asyncio
import atexit
import sys
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")
TURN_SECONDS = 0.001
"""After which Python lets another thread go on; an answer of the server's own loop takes several turns."""


class LoopApart:
    """A loop that runs beside the one of the server, from the first work on until the program ends."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._starting = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    async def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """What comes of `work`, which is done over there."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._running()))

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._loop is None:
                sys.setswitchinterval(min(TURN_SECONDS, sys.getswitchinterval()))
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._loop.run_forever, name=self._name, daemon=True)
                self._thread.start()
                atexit.register(self._end)
            return self._loop

    def _end(self) -> None:
        assert self._loop and self._thread  # noqa: S101, PT018 - registered when they were made
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=1)
        if not self._loop.is_running():
            self._loop.close()


class Home:
    """The loop that the store belongs to: the one in which this was made."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()

    async def do(self, work: Coroutine[Any, Any, Result]) -> Result:
        """What comes of `work`, which is done at home wherever it is asked for."""
        if asyncio.get_running_loop() is self._loop:
            return await work
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))
