"""The Java process of the embedded engine: where it is installed, its start line, and orphans.

The only module that knows the package `arcadedb-embedded`: a server in jars with its own Java inside.
Settings are those of ArcadeDB 26.10 (https://docs.arcadedb.com); what each guards against stands beside it.
"""

import ctypes
import importlib.util
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

DATABASE = "samband"
LISTENING = rb"BOLT connections on /127\.0\.0\.1:(\d+)"
STARTED = b"ArcadeDB Server started in"
CRASHED = b'Exception in thread "main"'
QUERY_LIMIT_MS = 30_000
MESSAGE_LIMIT_BYTES = 128 * 1024 * 1024
LEFT_OFF = ("mcp", "postgresw", "redisw", "graphql", "console", "python-bridge")
PR_SET_PDEATHSIG = 1  # linux/prctl.h

LOGGING = """\
handlers = java.util.logging.ConsoleHandler
.level = INFO
io.undertow.level = WARNING
org.xnio.level = WARNING
org.jboss.level = WARNING
"""


def installation() -> Path | None:
    """Folder of the installed engine (``jars/`` and ``jre/``), None when this machine has none."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places and (Path(places[0]) / "jars").is_dir() else None


def start_line(engine: Path, folder: Path, memory_mb: int) -> list[str]:
    """Words of the command that runs the server of `folder` on loopback with `memory_mb` MiB of heap."""
    jars = [jar for jar in sorted((engine / "jars").glob("*.jar")) if not _is_left_off(jar.name)]
    options = {
        "server.rootPath": folder,
        "server.databaseDirectory": folder / "databases",
        "server.rootPasswordPath": folder / "password",  # not on the command line, where all users see it
        "server.defaultDatabases": f"{DATABASE}[]",  # created when missing
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.mode": "development",  # production hides the texts of errors
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": 0,
        "bolt.host": "127.0.0.1",
        "bolt.port": 0,
        "bolt.defaultDatabase": DATABASE,
        "bolt.maxMessageSize": MESSAGE_LIMIT_BYTES,  # a larger message would hang the driver for ever
        "bolt.packstream.maxValueLength": MESSAGE_LIMIT_BYTES,
        "command.timeout": QUERY_LIMIT_MS,  # the driver's own limits are ignored
        "txWalFlush": 1,  # an acknowledged write is on the disk
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "server.restoreImportAllowLocalUrls": "false",
        "polyglotEngineEnabled": "false",
        "studio.enabled": "false",
        "serverMetrics": "false",
        "support.autoRegister": "false",
    }
    return [
        str(engine / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")),
        f"-Xmx{memory_mb}m",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",  # would leave a file in /tmp after kill -9
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        f"-Djava.util.logging.config.file={folder / 'logging.properties'}",
        *(f"-Darcadedb.{name}={value}" for name, value in options.items()),
        "-cp",
        os.pathsep.join(map(str, jars)),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _is_left_off(jar: str) -> bool:
    return jar.startswith(tuple(f"arcadedb-{name}" for name in LEFT_OFF))


def environment() -> dict[str, str] | None:
    """Environment of the Java process: a UTF-8 locale, so that a folder named å is found, and nothing else."""
    if sys.platform == "win32":
        return None
    return {"LC_ALL": "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"}


def death_with_parent() -> Callable[[], None] | None:
    """What a child runs before it becomes Java, so that it dies with its keeper; None where no system call does it."""
    if sys.platform != "linux":
        return None
    prctl, keeper = ctypes.CDLL(None).prctl, os.getpid()

    def bind() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != keeper:  # it died before we asked
            os._exit(1)

    return bind


def end_orphans(folder: Path) -> bool:
    """End the Java of `folder` that has outlived its keeper; whether there was one."""
    mark = f"-Darcadedb.server.databaseDirectory={folder / 'databases'}"
    orphans = [java for java in psutil.process_iter(["cmdline"]) if mark in (java.info["cmdline"] or ())]
    for end in (psutil.Process.terminate, psutil.Process.kill):
        for java in orphans:
            with suppress(psutil.NoSuchProcess):
                end(java)
        orphans_left = psutil.wait_procs(orphans, timeout=10)[1]
        if not orphans_left:
            break
    return bool(orphans)
