"""The keeper's control channel, as its clients see it: connect, hear, let go."""

import asyncio
import json
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from filelock import FileLock, Timeout

from graph.embedded.engine_folder import EngineFolder

ANSWER_LIMIT = 10.0  # seconds that a keeper may take to answer a knock
LEAVE_LIMIT = 45.0  # seconds that an engine may take to end
BOLT_HELLO = bytes.fromhex("6060b017 00000404 00000000 00000000 00000000")  # only version 4.4, enough to ask


@dataclass(frozen=True)
class Connection:
    """An open connection to the keeper, and the state of the engine when it began."""

    reader: StreamReader
    writer: StreamWriter
    state: dict[str, Any]

    async def hear(self) -> dict[str, Any]:
        """What the keeper says next; nothing when it has ended."""
        with suppress(OSError, ValueError):
            heard: dict[str, Any] = json.loads(await self.reader.readline())
            return heard
        return {}

    async def leave(self) -> None:
        """Let go, and wait until the keeper says that there is nothing to wait for."""
        try:
            with suppress(OSError):
                self.writer.write_eof()
                async with asyncio.timeout(LEAVE_LIMIT):
                    await self.reader.read()
        finally:
            self.writer.close()


async def connect(folder: EngineFolder, wish: str) -> Connection | None:
    """A connection to the keeper of `folder`; None when there is none, or it is just ending."""
    if not folder.endpoint.exists() or not _keeper_lives(folder):
        return None
    with suppress(OSError, ValueError, KeyError, TypeError):
        endpoint = json.loads(folder.endpoint.read_text("utf-8"))
        reader, writer = await asyncio.open_connection("127.0.0.1", int(endpoint["port"]))
        try:
            writer.write(json.dumps({"token": endpoint["token"], "wish": wish}).encode() + b"\n")
            async with asyncio.timeout(ANSWER_LIMIT):
                return Connection(reader, writer, json.loads(await reader.readline()))
        except BaseException:
            writer.close()
            raise
    return None


def _keeper_lives(folder: EngineFolder) -> bool:
    """Whether a keeper holds its lock; what a killed one has left is taken away."""
    try:
        with FileLock(folder.keeper_lock, timeout=0):
            folder.endpoint.unlink(missing_ok=True)
        return False
    except Timeout:
        return True


async def bolt_answers(port: int) -> bool:
    """Whether a database answers on `port` of loopback."""
    with suppress(OSError, asyncio.IncompleteReadError):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(BOLT_HELLO)
            async with asyncio.timeout(ANSWER_LIMIT):
                return any(await reader.readexactly(4))
        finally:
            writer.close()
    return False
