"""One load, put on a server by wrk: how many answers in which time, and how long each of them took."""

import json
import os
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peer import HERE


@dataclass
class Load:
    """What came of it; loads of the same sort are added up.

    Times are those of every single answer, to a microsecond.
    """

    responses: int = 0
    seconds: float = 0.0
    wrong: int = 0
    """Answers with another status than 200, or with errors in them."""
    unanswered: int = 0
    microseconds: Counter[int] = field(default_factory=Counter)
    """How often an answer took so long."""
    cpu_seconds: float = 0.0
    """What the server's processes took of the processor meanwhile."""
    database_seconds: float = 0.0
    """What the database's took."""

    def add(self, other: "Load") -> None:
        """Count another one in."""
        self.responses += other.responses
        self.seconds += other.seconds
        self.wrong += other.wrong
        self.unanswered += other.unanswered
        self.microseconds.update(other.microseconds)
        self.cpu_seconds += other.cpu_seconds
        self.database_seconds += other.database_seconds

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.responses / self.seconds if self.seconds else 0.0

    def within(self, percent: float) -> float:
        """Milliseconds in which so many of a hundred answers were there."""
        left = self.microseconds.total() * percent / 100
        for each in sorted(self.microseconds):
            left -= self.microseconds[each]
            if left <= 0:
                return each / 1000
        return float("nan")


def put_on(url: str, bodies: Path, clients: int, seconds: float, begin: int = 0) -> Load:
    """Let so many clients ask without a pause: one request for each line of `bodies` in turn, from line `begin` on.

    Raises:
        RuntimeError: wrk could not do it.
    """
    with tempfile.TemporaryDirectory(prefix="samband-wrk-") as folder:
        result = Path(folder) / "result.json"
        told = {"BODIES": str(bodies), "FROM": str(begin), "RESULT": str(result)}
        command = ["wrk", "-t1", f"-c{clients}", f"-d{round(seconds)}s", "--timeout", "20s"]
        run = subprocess.run(
            [*command, "-s", str(HERE / "requests.lua"), url],
            env=os.environ | told, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if not result.exists():
            raise RuntimeError(f"wrk did not measure {url}: {(run.stderr or run.stdout).strip()[-1000:]}")
        found = json.loads(result.read_text("utf-8"))
    return Load(
        found["responses"], found["microseconds"] / 1e6, found["wrong"], found["unanswered"] + found["late"],
        measured(
            Counter(dict(found["latencies"])), found["responses"], found["microseconds"], clients, found["late"]
        ),
    )  # fmt: skip


def measured(noted: Counter[int], responses: int, microseconds: int, clients: int, late: int = 0) -> Counter[int]:
    """How often an answer took so long, as it was measured.

    Where an answer takes more than twice as long as one does on the average, wrk notes as well those that its client
    would have waited for meanwhile (`stats_correct`). That is taken back, from the longest on; it has to come out even.
    Of those that came `late`, after its patience, wrk notes no time.

    Raises:
        RuntimeError: there are not as many times as answers.
    """
    found = Counter(noted)
    if found.total() != responses - late and responses >= clients:
        average = microseconds // (responses // clients)
        for longest in sorted(found, reverse=True):
            for each in range(longest - average, average, -average):
                found[each] -= found[longest]
    if found.total() != responses - late or any(often < 0 for often in found.values()):
        raise RuntimeError(f"wrk tells {responses} answers and the times of {found.total()}")
    return found
