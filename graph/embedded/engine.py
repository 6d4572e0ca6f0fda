"""The embedded engine, as a command sees it: use it, ask how it is, stop it.

The first command starts a keeper (`graph.embedded.keeper`), the others join; each holds a connection to it until it
lets go, and the engine ends with the last. ``engine.lock`` is held while joining, so that only one is started.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.embedded.control_channel import Connection, bolt_answers, connect
from graph.embedded.engine_folder import EngineFolder
from graph.embedded.full_disk import NUMBERS, full_disk, written
from graph.embedded.java import end_orphans
from graph.embedded.java_line import DATABASE, USER, installation
from graph.embedded.keeper_start import alone, enter, not_started
from graph.errors import EngineStartError
from graph.language.system_errors import of_system
from graph.language.words import N_
from graph.settings import Settings

ATTEMPTS = 3  # an engine that dies under our hands is started anew


@dataclass(frozen=True)
class Address:
    """How to reach a database."""

    uri: str
    user: str
    password: str
    database: str
    engine: EngineFolder | None = None
    """Where the embedded engine is, if it is that."""


@dataclass(frozen=True)
class EngineStatus:
    """How the embedded engine is; None stands for what it has not got, or not yet."""

    folder: Path
    running: bool
    uri: str | None = None
    pid: int | None = None
    memory_bytes: int | None = None
    uptime_seconds: float | None = None
    users: int = 0


@asynccontextmanager
async def embedded_engine(settings: Settings) -> AsyncIterator[Address]:
    """Start the engine of the settings' home, or join it when it runs; it ends with its last user."""
    folder = EngineFolder.of_home(settings.samband_home)
    if installation() is None:
        raise EngineStartError(
            N_(
                "The embedded engine is not installed: the package arcadedb-embedded is missing. "
                "Install it with pip install arcadedb-embedded, or set NEO4J_URI to use a Neo4j server."
            )
        )
    with _usable(folder):
        folder.make()
        connection, port = await _join(folder, settings.samband_engine_memory_mb)
    try:
        yield Address(_uri(port), USER, folder.password.read_text("utf-8"), DATABASE, folder)
    finally:
        await connection.leave()


async def engine_status(settings: Settings) -> EngineStatus:
    """How the engine of the settings' home is, without using it."""
    folder = EngineFolder.of_home(settings.samband_home)
    with _usable(folder):
        connection = await connect(folder, "status")
    if connection is None:
        return EngineStatus(folder.path, running=False)
    await connection.leave()
    state = connection.state
    uri = _uri(state["bolt"]) if "bolt" in state else None
    try:
        java = psutil.Process(state["pid"]) if state["pid"] else None
        memory = java.memory_info().rss if java else None
        uptime = time.time() - java.create_time() if java else None
    except psutil.NoSuchProcess:
        return EngineStatus(folder.path, running=False)
    return EngineStatus(folder.path, True, uri, state["pid"], memory, uptime, state["users"])


async def stop_engine(settings: Settings) -> bool:
    """End the engine of the settings' home now, whoever uses it; False when none ran."""
    folder = EngineFolder.of_home(settings.samband_home)
    with _usable(folder):
        if not folder.path.is_dir():
            return False
        async with alone(folder):
            if connection := await connect(folder, "stop"):
                await connection.leave()
                return True
            return await asyncio.to_thread(end_orphans, folder)


@asynccontextmanager
async def engine_alone(settings: Settings) -> AsyncIterator[None]:
    """Keep out whoever else starts, joins or stops the engine of the settings' home, or does what needs this too."""
    folder = EngineFolder.of_home(settings.samband_home)
    with _usable(folder):
        async with alone(folder):
            yield


@contextmanager
def _usable(folder: EngineFolder) -> Iterator[None]:
    """Say of an error of the operating system which folder it is about, and what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in NUMBERS:
            raise full_disk(folder) from error
        raise EngineStartError(
            N_(
                "The embedded engine cannot use its folder {folder}: {reason}. "
                "Make it writable, or name another in SAMBAND_HOME."
            ),
            folder=folder.path,
            reason=of_system(error),
        ) from error


async def _join(folder: EngineFolder, memory_mb: int) -> tuple[Connection, int]:
    """A connection to a keeper whose engine answers, and the port of that engine."""
    since = written(folder)
    for _ in range(ATTEMPTS):
        async with alone(folder):
            connection = await enter(folder, memory_mb)
        try:
            outcome = await connection.hear()
            answers = "bolt" in outcome and await bolt_answers(outcome["bolt"])
        except BaseException:
            connection.writer.close()
            raise
        if answers:
            return connection, outcome["bolt"]
        await connection.leave()
        if "failed" in outcome:
            raise not_started(folder, folder.log, memory_mb, outcome["failed"], since)
    raise not_started(folder, folder.log, memory_mb, f"it ended {ATTEMPTS} times", since)


def _uri(port: int) -> str:
    return f"bolt://127.0.0.1:{port}"
