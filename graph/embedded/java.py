"""The Java process of the embedded engine: how it starts, what it says, how it ends, and orphans."""

import asyncio
import ctypes
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import Callable
from contextlib import suppress

import psutil

from graph.embedded.engine_folder import EngineFolder, Log
from graph.embedded.java_line import data_option, environment, start_line

LISTENING = rb"BOLT connections on /127\.0\.0\.1:(\d+)"
STARTED = b"ArcadeDB Server started in"
CRASHED = b'Exception in thread "main"'  # other threads can keep such a process alive for ever
STOP_LIMIT = 30.0  # seconds until it is killed, which loses nothing acknowledged
ORPHAN_LIMIT = 10.0  # seconds until an orphan is killed
PR_SET_PDEATHSIG = 1  # linux/prctl.h

Outcome = dict[str, int | str]  # {"bolt": port} or {"failed": reason}


class Java:
    """One run of the server; `announce` hears once how the start went."""

    def __init__(self, folder: EngineFolder, announce: Callable[[Outcome], None]) -> None:
        self.folder = folder
        self.announce = announce
        self.process: Process | None = None
        self.ending = False

    @property
    def pid(self) -> int | None:
        """Its process, None before it started."""
        return self.process.pid if self.process else None

    async def run(self, memory_mb: int) -> None:
        """Start, write the log, announce the outcome; returns when the process has ended."""
        try:
            self.process = await asyncio.create_subprocess_exec(
                *start_line(self.folder.path, memory_mb),
                cwd=self.folder.path,
                env=environment(),
                preexec_fn=die_with_parent(),
                stdin=DEVNULL,
                stdout=PIPE,
                stderr=STDOUT,
            )
        except OSError as error:
            return self.announce({"failed": str(error)})
        if self.ending:  # asked to while it was being made
            self._signal(Process.terminate)
        log = Log(self.folder.log)
        words: bytes | None = b""
        while self.process.stdout and (news := await self.process.stdout.read(65536)):
            log.write(news)
            if words is not None:
                words = self._heard(words + news)
        self.announce({"failed": f"exit status {await self.process.wait()}"})

    def _heard(self, words: bytes) -> bytes | None:
        """Announce the outcome that `words` tell; the words again when they tell none yet."""
        if STARTED in words and (port := re.search(LISTENING, words)):
            return self.announce({"bolt": int(port[1])})
        if CRASHED in words:
            return self.announce({"failed": "an error at the start"})
        return words

    async def end(self, running: "asyncio.Task[None]") -> None:
        """End the process that `running` waits for, gently and then not."""
        self.ending = True
        self._signal(Process.terminate)
        if not (await asyncio.wait({running}, timeout=STOP_LIMIT))[0]:
            self._signal(Process.kill)
            await asyncio.wait({running})

    def _signal(self, send: Callable[[Process], None]) -> None:
        if self.process and self.process.returncode is None:
            with suppress(ProcessLookupError):
                send(self.process)


def die_with_parent() -> Callable[[], None] | None:
    """What a child runs before it becomes Java, to die with its keeper; None where no system call does it."""
    if sys.platform != "linux":
        return None
    prctl, keeper = ctypes.CDLL(None).prctl, os.getpid()

    def bind() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != keeper:  # it died before we asked
            os._exit(1)

    return bind


def end_orphans(folder: EngineFolder) -> bool:
    """End any Java on this folder that outlived its keeper; whether there was one."""
    mark = data_option(folder.path)
    orphans = [java for java in psutil.process_iter(["cmdline"]) if mark in (java.info["cmdline"] or ())]
    for end in (psutil.Process.terminate, psutil.Process.kill):
        for java in orphans:
            with suppress(psutil.NoSuchProcess):
                end(java)
        if not psutil.wait_procs(orphans, timeout=ORPHAN_LIMIT)[1]:
            break
    return bool(orphans)
