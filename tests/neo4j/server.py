"""Starts a real Neo4j for tests from the jars that Maven brings, without Docker."""

import os
import re
import secrets
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from filelock import FileLock

HERE = Path(__file__).resolve().parent
POM = HERE / "pom.xml"
CACHE = HERE.parents[1] / ".cache" / "neo4j"
PAGE_CACHE_MB = 128
START_SECONDS = 120
QUICK_START = "-XX:TieredStopAtLevel=1"
"""Most of its time in tests goes to planning texts for the first time, in code that is cold."""
MAVEN_SECONDS = 270
OPENED_MODULES = ("java.nio", "java.io", "sun.nio.ch")


def neo4j_available() -> str | None:
    """Return None when a Neo4j can be had, else a sentence saying what is missing."""
    if os.environ.get("NEO4J_URI"):
        return None
    if _java() is None:
        return "Neo4j needs a Java 17 or later with its compiler (a JDK), on the PATH or at JAVA_HOME."
    if not _jar_folder().is_dir() and shutil.which("mvn") is None:
        return "Neo4j's jars are not in .cache/neo4j and Maven (mvn) is not on the PATH to bring them."
    return None


@contextmanager
def neo4j_server(home: Path, *, heap_mb: int = 2048, lives_long: bool = False) -> Iterator[tuple[str, str, str, str]]:
    """Yield uri, user, password and database of a Neo4j: the environment's, else one started in `home`.

    One that `lives_long` compiles what it does often as well as Java can, which takes a while to pay.
    """
    if uri := os.environ.get("NEO4J_URI"):
        yield (
            uri,
            os.environ.get("NEO4J_USER", "neo4j"),
            os.environ.get("NEO4J_PASSWORD", ""),
            os.environ.get("NEO4J_DATABASE", "neo4j"),
        )
        return
    if missing := neo4j_available():
        raise RuntimeError(missing)
    jars = _jars()
    home = home.resolve()
    home.mkdir(parents=True, exist_ok=True)
    log = home / "launch.log"
    password = secrets.token_urlsafe(16)
    command = [
        str(_java()),
        f"-Xmx{heap_mb}m",
        "-XX:+UseSerialGC",
        *([] if lives_long else [QUICK_START]),
        *(f"--add-opens=java.base/{module}=ALL-UNNAMED" for module in OPENED_MODULES),
        "-cp",
        str(jars / "*"),
        str(HERE / "Launch.java"),
        str(home),
        str(PAGE_CACHE_MB),
    ]
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=home
        ) as process,
    ):
        try:
            port = _told_port(process, password)
            if port is None:
                raise RuntimeError(f"Neo4j did not start: {_tail(log.read_text(encoding='utf-8'))}")
            yield f"bolt://127.0.0.1:{port}", "neo4j", password, "neo4j"
        finally:
            _end(process)


def _told_port(process: subprocess.Popen[str], password: str) -> int | None:
    """Give the server its password and return the port it prints, None when it ends or takes too long."""
    assert process.stdin is not None
    assert process.stdout is not None
    deadline = threading.Timer(START_SECONDS, process.kill)
    deadline.start()
    try:
        process.stdin.write(password + "\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith("bolt-port "):
                return int(line.split()[1])
    except BrokenPipeError:
        pass
    finally:
        deadline.cancel()
    return None


def _end(process: subprocess.Popen[str]) -> None:
    """Close the server's input, which ends it, and kill it if it lingers."""
    try:
        process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()


def _jar_folder() -> Path:
    """Return the cache folder of the version that the pom names."""
    pom = POM.read_text(encoding="utf-8")
    version = re.search(r"<artifactId>neo4j</artifactId>\s*<version>([^<]+)<", pom)
    assert version is not None
    return CACHE / version[1]


def _jars() -> Path:
    """Return the folder of Neo4j's jars, bringing them once for all workers."""
    folder = _jar_folder()
    if folder.is_dir():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / f"{folder.name}.lock"):
        if not folder.is_dir():
            _bring_jars(folder)
    return folder


def _bring_jars(folder: Path) -> None:
    """Let Maven copy the jars into a temporary folder, then give it its name in one step."""
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
        copied = Path(temporary) / "jars"
        command = [
            str(shutil.which("mvn")),
            "-q",
            "-B",
            "-f",
            str(POM),
            "dependency:copy-dependencies",
            "-DincludeScope=runtime",
            f"-DoutputDirectory={copied}",
        ]
        run = subprocess.run(command, capture_output=True, text=True, timeout=MAVEN_SECONDS, check=False)
        if run.returncode or not any(copied.glob("*.jar")):
            raise RuntimeError(f"Maven could not bring Neo4j's jars: {_tail(run.stdout + run.stderr)}")
        copied.rename(folder)


@cache
def _java() -> str | None:
    """Return the Java that can launch a source file: a JDK of 17 or later."""
    home = os.environ.get("JAVA_HOME")
    for found in (shutil.which("java", path=str(Path(home) / "bin")) if home else None, shutil.which("java")):
        if found is None:
            continue
        command = [found, "--list-modules"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        compiler = re.search(r"^jdk\.compiler@(\d+)", run.stdout, re.MULTILINE)
        if compiler and int(compiler[1]) >= 17:
            return found
    return None


def _tail(text: str) -> str:
    """Return the end of a program's output, enough to see why it failed."""
    return text.strip()[-2000:]
