"""The command line as people start it: a process of its own, on an embedded engine of its own."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from graph.database.store import Store
from graph.facts.facts import Evidence
from graph.ontology.declared_names import Name, written
from graph.ontology.ontology import NAMES
from graph.settings import Settings
from tests.integration.forked import Forking

COMMAND = [sys.executable, "-c", "from api.cli import main; main()"]
ROOT = Path(__file__).parents[2]
MINIMAL = """
System:
  - {id: lab, name: "Labb [bold]ÅÄÖ", source: a, exposes: lab-api}
  - {id: epr, name: EPR, source: a, depends_on: lab}
Api:
  - {id: lab-api, name: Lab API, source: a}
"""


KEEP = """
import asyncio, sys
from graph.embedded.engine import embedded_engine
from graph.settings import Settings
async def work():
    async with embedded_engine(Settings()):
        print("up", flush=True)
        await asyncio.to_thread(sys.stdin.read)
asyncio.run(work())
"""


def environment(home: Path) -> dict[str, str]:
    """What a command of this home finds around it."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "SAMBAND_"))} | {
        "SAMBAND_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "160",
    }


class Shell:
    """Runs the command on one engine's home."""

    def __init__(self, home: Path, forking: Forking) -> None:
        self.home, self.env = home, environment(home)
        self._forking = forking

    def __call__(self, *words: str, code: int = 0, **env: str) -> str:
        done = self._forking.run(words, self.env | env, self.home)
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        return done.stdout + done.stderr

    def json(self, *words: str, code: int = 0) -> Any:
        done = self._forking.run((*words, "--json"), self.env, self.home)
        assert done.returncode == code, done.stdout + done.stderr
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """A command whose engine is kept alive by one long command, so that each joins it quickly."""
    home = tmp_path_factory.mktemp("home")
    forking = Forking(environment(home), tmp_path_factory.mktemp("written"))
    holder = subprocess.Popen(
        [sys.executable, "-c", KEEP], env=environment(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "up\n"
    yield Shell(home, forking)
    forking.end()
    holder.communicate("", timeout=30)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A small register in a folder."""
    (tmp_path / "small.yaml").write_text(MINIMAL, encoding="utf-8")
    return tmp_path / "small.yaml"


def test_load_tells_what_changed_and_again_that_nothing_does(shell: Shell, register: Path) -> None:
    assert "would add" in shell("load", str(register), "--dry-run")
    assert "added 5" in shell("load", str(register))
    assert "inget att ändra" in shell("-l", "sv", "load", str(register)).lower()
    assert shell.json("load", str(register))[0]["things"] == {"create": [], "replace": [], "delete": []}


OLDER = written(NAMES | {Name("field", ("System", "kept_because")): "str"})


async def outdated(home: Path) -> None:
    """Let the graph of the home be one of before a field was renamed."""
    text = "MATCH (g:Graph {id: 'samband'}) SET g.ontology = 'older', g.declared = $declared"
    async with Store.open(Settings(_env_file=None, neo4j_uri=None, samband_home=home)) as store:
        await store.write(lambda write: write.run(text, declared=OLDER))
        await store.write(lambda write: write.run("MATCH (n:System {id: 'lab'}) SET n.kept_because = 'Det behövs'"))


def test_an_older_graph_is_migrated_in_a_line_and_not_by_a_server_that_is_only_read(
    shell: Shell, register: Path
) -> None:
    shell("load", str(register))
    asyncio.run(outdated(shell.home))
    refused = shell("serve", "--host", "0.0.0.0", "--port", "0", code=4)
    assert "samband migrate" in refused
    told = shell("-l", "sv", "ask", "no-owner")
    assert "System: kept_because → retention_rationale (1)" in told
    assert "Grafen flyttades" in told
    assert "Grafen flyttades" not in shell("-l", "sv", "ask", "no-owner")
    assert shell.json("migrate")["revision"] > 1
    (export,) = shell.json("export", str(register.parent / "out"))
    assert "retention_rationale: Det behövs" in (Path(export) / "systems.yaml").read_text(encoding="utf-8")


def test_check_lists_every_problem_and_ends_with_its_own_code(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text("System:\n  - {id: a, name: A, mode: mode-3}\n  - {name: B}\n", encoding="utf-8")
    told = shell("check", str(path), code=3)
    assert "wrong.yaml:2" in told
    assert "wrong.yaml:3" in told
    assert len(shell.json("check", str(path), code=3)["problems"]) == 2


def test_an_answer_comes_as_a_table_or_as_json_with_its_evidence(shell: Shell, register: Path) -> None:
    shell("load", str(register))
    assert "Labb [bold]ÅÄÖ" in shell("ask", "no-owner")
    answer = shell.json("ask", "no-owner")
    assert answer["total"] >= 3
    assert {shown["evidence"] for row in answer["rows"] for shown in row["evidence"]} == {Evidence.STATED.value}
    drawn = register.with_suffix(".html")
    assert shell.json("ask", "no-owner", "--map", str(drawn))["total"] == answer["total"]
    assert "Labb [bold]" in drawn.read_text("utf-8")


def test_wrong_words_are_told_with_what_to_do(shell: Shell, register: Path, tmp_path: Path) -> None:
    shell("load", str(register))
    assert "Did you mean 'lab'" in shell("ask", "dependencies", "--system", "labb", code=1)
    shell("ask", "no-such-question", code=2)
    assert "nothing at" in shell("load", str(tmp_path / "absent"), code=3)
    assert "NEO4J_URI" in shell("ask", "no-owner", code=4, NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="x")
    assert "Bolt" in shell("ask", "no-owner", code=6, NEO4J_URI="http://127.0.0.1:1")


def test_export_template_map_and_schema_write_what_they_say(shell: Shell, register: Path, tmp_path: Path) -> None:
    shell("load", str(register))
    shell("export", str(tmp_path / "out"), "--force")
    assert (tmp_path / "out" / "small").is_dir()
    assert "no problems" in shell("check", str(tmp_path / "out" / "small"))
    shell("template", str(tmp_path / "t.xlsx"))
    assert (tmp_path / "t.xlsx").stat().st_size > 10_000
    shell("map", "landscape", "-o", str(tmp_path / "m.html"))
    assert "Labb [bold]" in (tmp_path / "m.html").read_text("utf-8")
    assert json.loads(shell("schema", "register"))
    assert "type Query" in shell("schema", "graphql")


def test_a_load_is_taken_back_renamed_and_forgotten(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "november.csv"
    path.write_text("id;name\n" + "\n".join(f"n{n};Number {n}" for n in range(40)), encoding="utf-8")
    path = path.rename(tmp_path / "System.csv")
    shell("load", str(path), "--as", "numbers")
    assert "numbers: nothing to change" in shell("load", str(path), "--as", "numbers")
    path.write_text("id;name\n" + "\n".join(f"n{n};No. {n}" for n in range(18)), encoding="utf-8")
    dry = shell("load", str(path), "--as", "numbers", "--dry-run")
    assert [line.split() for line in dry.splitlines() if line.startswith("System ")] == [["System", "22", "18"]]
    assert dry.index("  - System/n39") < dry.index("  ~ System/n1\n")
    refused = shell("load", str(path), "--as", "numbers", code=1)
    assert "System: 22 of 40 would go" in refused
    assert "took away 22" in shell("load", str(path), "--as", "numbers", "--allow-removals")
    rows = shell.json("ask", "changes-since", "--kind", "System")["rows"]
    assert {(row["before"][0], row["after"][0]) for row in rows if row["change"] == "changed"} == {
        (f"Number {n}", f"No. {n}") for n in range(18)
    }
    assert shell.json("undo")["things"]["create"] == [f"System/n{n}" for n in sorted(range(18, 40))]
    assert "ta tillbaka" not in shell("-l", "sv", "rename", "numbers", "tal")
    assert "tal kan inte" not in shell("-l", "sv", "undo", "tal", code=1)
    assert "numbers is not loaded" in shell("forget", "numbers", code=1)
    assert "Forgotten: tal." in shell("forget", "tal")
    assert shell("load", str(path), str(path), "--as", "tal", code=2)


def test_a_lock_that_nobody_holds_is_said_to_be_free(shell: Shell) -> None:
    assert shell.json("unlock") == {"freed": None}
    assert "Ingen har skrivlåset." in shell("--language", "sv", "unlock", "--force")


def test_the_engine_tells_how_it_is(shell: Shell) -> None:
    assert shell.json("engine", "status")["running"] is True


def test_demo_serves_on_the_next_free_port_and_leaves_nothing_behind(tmp_path: Path) -> None:
    home = tmp_path / "demo home å"
    home.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        env = environment(home) | {"SAMBAND_PORT": str(port)}
        serve = [*COMMAND, "serve", "--port", str(port)]
        refused = subprocess.run(serve, env=env, capture_output=True, text=True, timeout=120, cwd=home)
        assert (refused.returncode, "Traceback" in refused.stderr) == (6, False)
        assert "cannot be used" in refused.stdout + refused.stderr
        demo = subprocess.Popen([*COMMAND, "demo"], env=env, stdout=subprocess.PIPE, text=True, cwd=home)
        assert demo.stdout is not None
        lines = []
        for line in demo.stdout:
            lines.append(line)
            if "/graphql" in line:
                break
        assert f"Port {port} is taken" in "".join(lines)
        address = lines[-1].split()[2].rstrip("/")
        ready = json.loads(_fetched(f"{address}/health/ready"))
        assert ready["status"] == "ready"
        children = psutil.Process(demo.pid).children(recursive=True)
        demo.send_signal(signal.SIGINT)
        demo.communicate(timeout=30)
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
    assert not [p for p in psutil.process_iter(["cmdline"]) if str(home) in " ".join(p.info["cmdline"] or [])]


def _fetched(url: str) -> bytes:
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                return bytes(response.read())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")
