"""Several workers on one socket, as people start them."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.two_workers import WITHIN, ended, of_home, two_workers
from tests.integration.test_cli import COMMAND, environment

REGISTER = "System:\n  - {id: lab, name: Lab, source: a}\n"
LAB = {"id": "lab"}
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="refused there, which tests/unit/test_supervisor.py tries"
)


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

        assert await workers.least_shared() >= 10, "of 80 connections; half of each 16 would be 40"

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
