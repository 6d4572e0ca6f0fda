"""A server of two workers, as people start it: a process of its own, on an embedded engine of its own."""

import asyncio
import re
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import psutil

from tests.integration.test_cli import COMMAND, environment

WITHIN = 90.0
"""Seconds for what takes a few on a machine that does nothing else."""
QUERY = {"query": '{ system(id: "lab") { id } }'}


class Workers:
    """A server of two workers: where it answers, and what it says."""

    def __init__(self, process: "subprocess.Popen[str]", address: str, log: Path) -> None:
        self.process, self.address, self._log = process, address, log

    def said(self) -> str:
        """Its log so far."""
        return self._log.read_text("utf-8")

    def pids(self) -> dict[int, int]:
        """The process that each worker is now, by the worker's number."""
        return {int(n): int(pid) for n, pid in re.findall(r"Worker (\d) is process (\d+)", self.said())}

    async def answers(self, of: set[int]) -> dict[int, object]:
        """What each of these processes answers to the query, once all of them have; each request has a connection."""
        got: dict[int, object] = {}
        async with asyncio.timeout(WITHIN):
            while not of <= got.keys():
                bodies = dict(await asyncio.gather(*(self.answer() for _ in range(16))))
                for pid, request in self._served():
                    if request in bodies:
                        got[pid] = bodies[request]
        return got

    async def least_shared(self) -> int:
        """How many connections the less burdened one had, of five times sixteen that are opened together and kept."""
        least = 0
        for _ in range(5):
            async with httpx.AsyncClient(base_url=self.address, timeout=WITHIN) as http:
                answers = await asyncio.gather(*(http.post("/graphql", json=QUERY) for _ in range(16)))
            asked = {each.headers["x-request-id"] for each in answers}
            async with asyncio.timeout(WITHIN):
                while len(served := [pid for pid, request in self._served() if request in asked]) < 16:  # noqa: ASYNC110 - it is in a file
                    await asyncio.sleep(0.05)
            least += min(served.count(pid) for pid in self.pids().values())
        return least

    async def answer(self) -> tuple[str, object]:
        """The id of a request, and what it was answered."""
        async with httpx.AsyncClient(base_url=self.address, timeout=WITHIN) as http:
            answer = await http.post("/graphql", json=QUERY)
        assert answer.status_code == 200, answer.text
        return answer.headers["x-request-id"], answer.json()["data"]["system"]

    def _served(self) -> Iterator[tuple[int, str]]:
        for pid, request in re.findall(r"\(worker \d, (\d+)\) samband\.requests \[(\w+)\]", self.said()):
            yield int(pid), request


def started(home: Path) -> tuple["subprocess.Popen[str]", Path]:
    """A server of two workers on a free port, and its log."""
    home.mkdir()
    log, command = home / "log", [*COMMAND, "serve", "--workers", "2", "--port", "0"]
    with log.open("w") as errors:
        return subprocess.Popen(
            command, env=environment(home), stdout=subprocess.PIPE, stderr=errors, text=True, cwd=home
        ), log


@asynccontextmanager
async def two_workers(home: Path) -> AsyncIterator[Workers]:
    """Them, ready; whatever is left of them is killed."""
    process, log = await asyncio.to_thread(started, home)
    try:
        assert process.stdout is not None
        told = re.search(r"(http://\S+)/ ", await asyncio.to_thread(process.stdout.readline))
        assert told, log.read_text("utf-8")
        async with httpx.AsyncClient(base_url=told[1], timeout=WITHIN) as http:
            assert (await http.get("/health/ready")).status_code == 200, log.read_text("utf-8")
        yield Workers(process, told[1], log)
    finally:
        for each in of_home(home):
            each.kill()
        process.communicate(timeout=30)


def of_home(home: Path) -> list[psutil.Process]:
    """Every process that this server or its engine has, whichever parent it has by now."""
    found = []
    for each in psutil.process_iter():
        try:
            its_own = each.environ().get("SAMBAND_HOME") == str(home) or str(home) in " ".join(each.cmdline())
            if its_own and each.status() != psutil.STATUS_ZOMBIE:
                found.append(each)
        except psutil.Error:
            pass
    return found


async def ended(home: Path) -> None:
    """Wait until no process is left."""
    until = time.monotonic() + WITHIN
    while left := of_home(home):
        assert time.monotonic() < until, [each.cmdline() for each in left]
        await asyncio.sleep(0.1)
