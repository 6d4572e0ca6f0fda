"""The servers that are measured, as processes of their own on one Neo4j."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from benchmarks.peer import HERE
from benchmarks.peer.queries import Ask, Text
from graph.settings import Settings

SAMBAND = (sys.executable, "-c", "from api.cli import main; main()")
ANSWERS_WITHIN = 300.0


@dataclass(frozen=True)
class Server:
    """One of them: who it is, where it answers GraphQL, and its processes."""

    who: str
    url: str
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """What all its processes have taken of the processor so far."""
        return sum(map(cpu_seconds, (self.process, *self.process.children(recursive=True))))


def cpu_seconds(process: psutil.Process) -> float:
    """What a process has taken of the processor so far, of its own."""
    with suppress(psutil.Error):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


def environment(settings: Settings) -> dict[str, str]:
    """What a process finds around it that is to use this graph."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "SAMBAND_"))}
    return own | {
        "NEO4J_URI": str(settings.neo4j_uri),
        "NEO4J_USER": settings.neo4j_user,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        "NEO4J_DATABASE": settings.neo4j_database,
        "SAMBAND_HOME": str(settings.samband_home),
        "PYTHONPATH": str(HERE.parents[1]),
    }


def load(settings: Settings, register: Path) -> None:
    """Load the register, as a command."""
    command = [*SAMBAND, "load", str(register)]
    subprocess.run(command, env=environment(settings), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def samband(settings: Settings, workers: int) -> Iterator[Server]:
    """Our own server, with so many workers."""
    who = "Samband" if workers == 1 else f"Samband, {workers} workers"
    command = [*SAMBAND, "serve", "--port", "0", "--workers", str(workers)]
    with _started(who, command, environment(settings), settings.samband_home, "graphql") as server:
        yield server


@contextmanager
def peer(settings: Settings, folder: Path) -> Iterator[Server]:
    """The peer's, as people run it in production."""
    around = environment(settings) | {"PORT": "0", "NODE_ENV": "production"}
    with _started("peer", ["node", "server.mjs"], around, folder, "") as server:
        yield server


@contextmanager
def asking(server: Server) -> Iterator[Ask]:
    """Asks the server, one request after the other."""
    with httpx.Client(timeout=ANSWERS_WITHIN, trust_env=False) as http:

        def ask(text: Text) -> dict[str, object]:
            answer = http.post(server.url, json={"query": text[0], "variables": text[1]}).json()
            if "errors" in answer:
                raise RuntimeError(f"{server.who} answers {text} with {answer['errors']}")
            data: dict[str, object] = answer["data"]
            return data

        ask(("{ __typename }", {}))
        yield ask


@contextmanager
def _started(who: str, command: list[str], around: dict[str, str], folder: Path, path: str) -> Iterator[Server]:
    """Start a server that says on its standard output where it answers, and end it."""
    log = Path(around["SAMBAND_HOME"]) / f"{who}.log"
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(command, env=around, cwd=folder, stdout=subprocess.PIPE, stderr=errors, text=True) as process,
    ):
        try:
            assert process.stdout is not None
            told = next(filter(None, (re.search(r"http://[^/\s]+/", line) for line in process.stdout)), None)
            if told is None:
                raise RuntimeError(f"{who} did not start: {log.read_text('utf-8')[-1000:]}")
            yield Server(who, told[0] + path, psutil.Process(process.pid))
        finally:
            process.terminate()
            process.communicate(timeout=90)
