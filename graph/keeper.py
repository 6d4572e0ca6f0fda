"""Keeper: the small process that owns the embedded engine for as long as a command uses it.

``python -m graph.keeper FOLDER MEMORY_MB`` starts Java, writes ``endpoint.json`` and listens on loopback.
Each command holds one connection; a connection ends with its process, however that ends, so nothing has to be
cleaned up after ``kill -9``. When the last one has gone the keeper ends Java and itself. A connection that let go
is closed when there is nothing more to wait for: at once when others remain, else when Java has ended.

Lines of JSON: ``{"token": ..., "wish": "use" | "status" | "stop"}`` is answered with the state of the engine;
a user then gets ``{"bolt": PORT}`` or ``{"failed": REASON}`` as soon as it is known.
"""

import asyncio
import hmac
import json
import os
import re
import secrets
import signal
import sys
import time
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from graph import java
from graph.engine_folder import EngineFolder, Log, write_private

START_LIMIT = 300.0  # seconds; recovery of a large database after a crash takes its time
STOP_LIMIT = 30.0  # seconds until Java is killed, which loses nothing acknowledged
LONELY_LIMIT = 10.0  # seconds that a new keeper waits for its first user
KNOCK_LIMIT = 5.0  # seconds that a visitor has to say who he is
SUCCESSION_LIMIT = 60.0  # seconds that a new keeper waits for the one before it to end


class Keeper:
    """The engine of one folder, its users, and what they are told."""

    def __init__(self, folder: EngineFolder) -> None:
        self.folder = folder
        self.token = secrets.token_urlsafe(24)
        self.users: set[StreamWriter] = set()
        self.process: Process | None = None
        self.outcome: dict[str, object] = {}
        self.ending = asyncio.Event()
        self.ended = asyncio.Event()

    async def keep(self, memory_mb: int) -> None:
        """Serve until the last user has gone, the engine has ended, or somebody asks to stop."""
        self.server = await asyncio.start_server(self.attend, "127.0.0.1", 0)
        loop = asyncio.get_running_loop()
        if sys.platform != "win32":
            loop.add_signal_handler(signal.SIGTERM, self.end)
        port = self.server.sockets[0].getsockname()[1]
        write_private(self.folder.endpoint, json.dumps({"port": port, "token": self.token}))
        loop.call_later(LONELY_LIMIT, lambda: self.users or self.end())
        loop.call_later(START_LIMIT, self.announce, {"failed": f"no answer in {START_LIMIT:.0f} s"})
        running = asyncio.create_task(self.run_java(memory_mb))
        running.add_done_callback(lambda _: self.end())
        await self.ending.wait()
        self.signal_java(Process.terminate)
        if running in (await asyncio.wait({running}, timeout=STOP_LIMIT))[1]:
            self.signal_java(Process.kill)
        await asyncio.wait({running})
        self.ended.set()
        for user in self.users:
            user.close()
        running.result()

    async def run_java(self, memory_mb: int) -> None:
        """Start Java, write its log, announce its port or its failure; ends when Java has ended."""
        try:
            self.process = await asyncio.create_subprocess_exec(
                *java.start_line(self.folder.path, memory_mb),
                cwd=self.folder.path, env=java.environment(), preexec_fn=java.death_with_parent(),
                stdin=DEVNULL, stdout=PIPE, stderr=STDOUT,
            )  # fmt: skip
        except OSError as error:
            return self.announce({"failed": str(error)})
        if self.ending.is_set():  # the only user left while we started
            self.signal_java(Process.terminate)
        log, words = Log(self.folder.log), b""
        while self.process.stdout and (news := await self.process.stdout.read(65536)):
            log.write(news)
            if not self.outcome:
                words += news
                self.read_outcome(words)
        self.announce({"failed": f"exit status {await self.process.wait()}"})

    def read_outcome(self, words: bytes) -> None:
        """Announce what Java's first `words` say about its start."""
        if java.STARTED in words and (port := re.search(java.LISTENING, words)):
            self.announce({"bolt": int(port[1])})
        elif java.CRASHED in words:  # other threads can keep such a process alive for ever
            self.announce({"failed": "error at start"})

    def announce(self, outcome: dict[str, object]) -> None:
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

    def signal_java(self, send: "java.Send") -> None:
        """End Java, gently or not, if it lives."""
        if self.process and self.process.returncode is None:
            with suppress(ProcessLookupError):
                send(self.process)

    async def attend(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Serve one connection until it lets go."""
        with suppress(OSError, ValueError, TimeoutError):
            wish = await self.wish_of(reader)
            if wish and not self.ending.is_set():
                if wish == "use":
                    self.users.add(writer)
                writer.write(line(self.state()))
                if wish == "use":
                    await self.host(reader, writer)
                elif wish == "stop":
                    self.end()
                    await self.ended.wait()
        writer.close()
