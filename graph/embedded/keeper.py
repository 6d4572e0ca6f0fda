"""Keeper: the small process that owns the embedded engine for as long as a command uses it.

``python -m graph.embedded.keeper FOLDER MEMORY_MB`` starts Java, writes ``endpoint.json`` and listens on loopback.
Each command holds one connection. A connection ends with its process, however that ends, so ``kill -9`` leaves
nothing to clean up. When the last one has gone the keeper ends Java and itself. A connection that lets go is
closed when there is nothing more to wait for: at once when others remain, else when Java has ended.

Lines of JSON: ``{"token": ..., "wish": "use" | "status" | "stop"}`` is answered with the state of the engine;
a user then hears ``{"bolt": PORT}`` or ``{"failed": REASON}`` as soon as it is known.
"""

import asyncio
import hmac
import json
import os
import secrets
import signal
import sys
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from pathlib import Path

from graph.embedded.engine_folder import EngineFolder, succeed, write_private
from graph.embedded.java import Java, Outcome, end_orphans
from graph.embedded.java_line import LOGGING

START_LIMIT = 300.0  # seconds; recovery of a large database after a crash takes its time
LONELY_LIMIT = 10.0  # seconds that a new keeper waits for its first user
HELLO_LIMIT = 5.0  # seconds that a client has to say who he is


class Keeper:
    """The users of one engine, and what they are told."""

    def __init__(self, folder: EngineFolder) -> None:
        self.folder = folder
        self.java = Java(folder, self.announce)
        self.token = secrets.token_urlsafe(24)
        self.clients: set[StreamWriter] = set()
        self.users: set[StreamWriter] = set()
        self.outcome: Outcome = {}
        self.ending = asyncio.Event()
        self.ended = asyncio.Event()

    async def keep(self, memory_mb: int) -> None:
        """Serve until the last user has gone, the engine has ended, or somebody asks to stop."""
        self.server = await asyncio.start_server(self.attend, "127.0.0.1", 0)
        port = self.server.sockets[0].getsockname()[1]
        write_private(self.folder.endpoint, json.dumps({"port": port, "token": self.token}))
        loop = asyncio.get_running_loop()
        loop.call_later(LONELY_LIMIT, self.end_if_unused)
        loop.call_later(START_LIMIT, lambda: self.announce({"failed": f"no answer in {START_LIMIT:.0f} s"}))
        if sys.platform != "win32":
            loop.add_signal_handler(signal.SIGTERM, self.end)
        running = asyncio.create_task(self.java.run(memory_mb))
        running.add_done_callback(lambda _: self.end())
        await self.ending.wait()
        await self.java.end(running)
        self.ended.set()
        for client in tuple(self.clients):
            with suppress(OSError):
                client.close()
                await client.wait_closed()
        running.result()

    def announce(self, outcome: Outcome) -> None:
        """Tell all users how the start went; only the first outcome counts."""
        if not self.outcome:
            self.outcome = outcome
            for user in self.users:
                user.write(line(outcome))
            if "failed" in outcome:
                self.end()

    def end(self) -> None:
        """Take no more users from this moment on, and let the engine end."""
        if not self.ending.is_set():
            self.ending.set()
            self.server.close()
            self.folder.endpoint.unlink(missing_ok=True)

    def end_if_unused(self) -> None:
        """End when the last user has gone, or none has come."""
        if not self.users:
            self.end()

    async def attend(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Serve one connection until it lets go."""
        self.clients.add(writer)
        with suppress(OSError, ValueError, KeyError, TypeError):
            wish = await self.wish_of(reader)
            if wish and not self.ending.is_set():
                await self.grant(wish, reader, writer)
        self.clients.discard(writer)
        writer.close()

    async def wish_of(self, reader: StreamReader) -> str | None:
        """What a client wants; None for one without our token."""
        async with asyncio.timeout(HELLO_LIMIT):
            words = json.loads(await reader.readline())
        known = hmac.compare_digest(str(words["token"]).encode(), self.token.encode())
        return str(words["wish"]) if known else None

    async def grant(self, wish: str, reader: StreamReader, writer: StreamWriter) -> None:
        """Do what a known client wants; no other task runs between his welcome and his place among the users."""
        writer.write(line({"pid": self.java.pid, "users": len(self.users), **self.outcome}))
        if wish == "stop":
            self.end()
            await self.ended.wait()
        if wish == "use":
            self.users.add(writer)
            if self.outcome:
                writer.write(line(self.outcome))
            with suppress(OSError):
                await reader.read()  # until the command lets go, or is killed
            self.users.discard(writer)
            self.end_if_unused()
            if self.ending.is_set():
                await self.ended.wait()


def line(words: object) -> bytes:
    """`words` as one line of JSON."""
    return json.dumps(words).encode() + b"\n"


def main(path: str, memory_mb: str) -> None:
    """Be the keeper of the engine in `path`, unless there is one."""
    os.umask(0o077)
    folder = EngineFolder(Path(path))
    lock = succeed(folder)
    if lock:
        folder.endpoint.unlink(missing_ok=True)
        end_orphans(folder)
        folder.prepare(LOGGING)
        asyncio.run(Keeper(folder).keep(int(memory_mb)))


if __name__ == "__main__":
    main(*sys.argv[1:])
