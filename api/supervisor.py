"""Several workers on one socket: one that ends is started again, and all end with the process that started them."""

import asyncio
import logging
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from graph.errors import SettingsError
from graph.language.words import N_
from graph.settings import Settings

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 30.0
"""Seconds until a worker is started again: each time twice as many, while none of them lives long."""
SETTLED = 10.0
"""Seconds of life after which the pause is short again."""
END_SECONDS = 60.0
"""For the answers that are being made and for the snapshot file; then a worker is killed."""
STOPS = (signal.SIGINT, signal.SIGTERM)
log = logging.getLogger(__name__)


def refuse_where_not_shared(settings: Settings, platform: str = sys.platform) -> None:
    """Take no more than one worker where processes cannot be handed one socket.

    Raises:
        SettingsError: more are wanted, and this is Windows.
    """
    if settings.samband_workers > 1 and platform == "win32":
        text = N_(
            "Several workers serve one socket, which this program cannot do on Windows. "
            "Leave --workers and SAMBAND_WORKERS at 1, or serve on Linux or macOS."
        )
        raise SettingsError(text)


async def supervise(settings: Settings, listener: socket.socket) -> signal.Signals:
    """Keep as many workers as the settings say, until a signal stops them all; says which.

    A second signal kills those that have not ended yet.
    """
    posts = [_Post(number, settings, listener) for number in range(1, settings.samband_workers + 1)]
    heard: list[signal.Signals] = []

    def stop(which: signal.Signals) -> None:
        heard.append(which)
        if len(heard) > 1:
            for post in posts:
                post.end_now()
            return
        for post in posts:
            post.end()
            loop.call_later(END_SECONDS, post.end_now)

    loop = asyncio.get_running_loop()
    with _called_at(stop, loop):
        try:
            await asyncio.gather(*(post.fill() for post in posts))
        finally:
            for post in posts:
                post.end_now()
    return heard[0]


class _Post:
    """The place of one worker, and the process that has it now."""

    def __init__(self, number: int, settings: Settings, listener: socket.socket) -> None:
        self._number = number
        self._settings = settings
        self._listener = listener
        self._process: asyncio.subprocess.Process | None = None
        self._ending = asyncio.Event()

    async def fill(self) -> None:
        """Start a process, and another one whenever it ends, until all are to end."""
        pause = FIRST_PAUSE
        while not self._ending.is_set():
            begun = time.monotonic()
            outcome = await self._lived()
            if self._ending.is_set():
                return
            pause = FIRST_PAUSE if time.monotonic() - begun > SETTLED else min(2 * pause, LONGEST_PAUSE)
            log.error("Worker %d %s; it is started again in %.1f s", self._number, outcome, pause)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), pause)

    def end(self) -> None:
        """Let the process give the answers that it is at, and end."""
        self._ending.set()
        if self._process and self._process.stdin:
            self._process.stdin.close()

    def end_now(self) -> None:
        """End the process now."""
        if self._process and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _lived(self) -> str:
        """How it went with one process."""
        descriptor = self._listener.fileno()
        command = [sys.executable, "-P", "-m", "api.worker", str(self._number), str(descriptor)]
        try:
            self._process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE,
                pass_fds=(descriptor,),
                start_new_session=True,  # a terminal's Ctrl-C is for whoever ends all of them
            )
        except OSError as error:
            return f"cannot be started: {error}"
        log.info("Worker %d is process %d", self._number, self._process.pid)
        if self._process.stdin:
            self._process.stdin.write(self._settings.handed_on().encode() + b"\n")
        if self._ending.is_set():
            self.end()
        return f"(process {self._process.pid}) ended with {await self._process.wait()}"


@contextmanager
def _called_at(stop: Callable[[signal.Signals], None], loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    for each in STOPS:
        loop.add_signal_handler(each, stop, each)
    try:
        yield
    finally:
        for each in STOPS:
            loop.remove_signal_handler(each)
