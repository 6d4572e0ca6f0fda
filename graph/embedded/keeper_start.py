"""How a keeper comes to be: one command at a time, and a clear word when it does not."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph.embedded.control_channel import Connection, connect
from graph.embedded.engine_folder import EngineFolder, tail
from graph.embedded.full_disk import full_disk, is_full, written
from graph.errors import EngineError, EngineStartError
from graph.language.words import N_

ENTER_LIMIT = 90.0  # seconds until a keeper takes us in; longer than the one before it may take to end
LOCK_LIMIT = 120.0  # seconds that another command may need for its own start or stop
PAUSE = 0.02  # seconds between two looks
NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # Windows' way out of reach of Ctrl-C


def start_keeper(folder: EngineFolder, memory_mb: int) -> "subprocess.Popen[bytes]":
    """Start a keeper that outlives this process and does not hear the terminal's Ctrl-C."""
    with folder.keeper_log.open("wb") as log:
        keeper = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "graph.embedded.keeper", str(folder.path), str(memory_mb)],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            creationflags=NEW_GROUP,
        )
    threading.Thread(target=keeper.wait, daemon=True).start()  # else it stays a zombie while we live
    return keeper


async def enter(folder: EngineFolder, memory_mb: int) -> Connection:
    """A connection as user of the engine, whose keeper is started when there is none."""
    keeper: subprocess.Popen[bytes] | None = None
    since, limit = written(folder), time.monotonic() + ENTER_LIMIT
    while time.monotonic() < limit:
        if connection := await connect(folder, "use"):
            return connection
        status = keeper.poll() if keeper else 0
        if status == 0:  # none yet, or it gave way to another
            keeper = start_keeper(folder, memory_mb)
        elif status is not None:
            raise not_started(folder, folder.keeper_log, memory_mb, f"its keeper ended with {status}", since)
        await asyncio.sleep(PAUSE)
    raise not_started(folder, folder.keeper_log, memory_mb, "its keeper does not answer", since)


@asynccontextmanager
async def alone(folder: EngineFolder) -> AsyncIterator[None]:
    """Hold the folder's lock; no other command starts, joins or stops its engine meanwhile."""
    lock, limit = FileLock(folder.start_lock), time.monotonic() + LOCK_LIMIT
    while not lock.is_locked:
        try:
            lock.acquire(blocking=False)
        except Timeout as held:
            if time.monotonic() > limit:
                text = N_("Another command holds {lock} and does not let go. End that command, and try again.")
                raise EngineStartError(text, lock=folder.start_lock) from held
            await asyncio.sleep(PAUSE)
    try:
        yield
    finally:
        lock.release()


def not_started(folder: EngineFolder, log: Path, memory_mb: int, reason: str, since: int = 0) -> EngineError:
    """The error that says why, shows the end of `log`, and what to do next; `since` is how long Java's log was."""
    if is_full(folder, since):
        return full_disk(folder)
    return EngineStartError(
        N_(
            "The embedded engine did not start: {reason}.\n"
            "The end of its log, {log}:\n{tail}\n"
            "See that the disk has room and that {folder} can be written; if memory is short, lower "
            "SAMBAND_ENGINE_MEMORY_MB (now {memory_mb}). Then try again, or set NEO4J_URI to use a Neo4j server."
        ),
        reason=reason,
        log=log,
        tail=tail(log),
        folder=folder.path,
        memory_mb=memory_mb,
    )
