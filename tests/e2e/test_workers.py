"""Several workers on one socket, as people start them: a process of its own, on an embedded engine of its own."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import psutil
import pytest

from tests.integration.test_cli import COMMAND, environment

WITHIN = 90.0
"""Seconds for what takes a few on a machine that does nothing else."""
REGISTER = "System:\n  - {id: lab, name: Lab, source: a}\n"
QUERY = {"query": '{ system(id: "lab") { id } }'}
LAB = {"id": "lab"}
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="refused there, which tests/unit/test_supervisor.py tries"
)


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


async def test_both_answer_and_see_a_load_one_that_is_killed_is_replaced_and_all_end_together(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (tmp_path / "systems.yaml").write_text(REGISTER, "utf-8")
    async with two_workers(home) as workers:
        first = workers.pids()
        assert await workers.answers({*first.values()}) == dict.fromkeys(first.values())

        load = [*COMMAND, "load", str(tmp_path / "systems.yaml")]
        await asyncio.to_thread(
            subprocess.run, load, env=environment(home), check=True, cwd=home, capture_output=True, timeout=WITHIN
        )
        assert await workers.answers({*first.values()}) == dict.fromkeys(first.values(), LAB)

        os.kill(first[2], signal.SIGKILL)
        async with asyncio.timeout(WITHIN):
            while workers.pids()[2] == first[2]:
                assert await workers.answer()
        second = workers.pids()
        assert second[1] == first[1]
        assert await workers.answers({*second.values()}) == dict.fromkeys(second.values(), LAB)
        assert f"Worker 2 (process {first[2]}) ended with -9" in workers.said()

        workers.process.terminate()
        assert await asyncio.to_thread(workers.process.wait, WITHIN) == 0
        await ended(home)
        assert "Traceback" not in workers.said()
    assert list((home / "snapshots").iterdir()), "one of them has kept the snapshot for the next start"


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)], ids=["Ctrl-C", "kill -9"])
async def test_nothing_is_left_however_their_parent_ends(tmp_path: Path, how: signal.Signals, code: int) -> None:
    home = tmp_path / "home"
    async with two_workers(home) as workers:
        assert len(of_home(home)) >= 5, "the parent, two workers, the engine and its keeper"
        workers.process.send_signal(how)
        assert await asyncio.to_thread(workers.process.wait, WITHIN) == code
        await ended(home)
        assert "Traceback" not in workers.said()
