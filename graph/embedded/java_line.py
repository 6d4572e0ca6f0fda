"""The start line of the embedded engine: where it is installed, and how it is told to run.

The only module that knows the package `arcadedb-embedded`: a server in jars with its own Java inside.
Settings are those of ArcadeDB 26.10 (https://docs.arcadedb.com); what each guards against stands beside it.
"""

import importlib.util
import os
import sys
from pathlib import Path

DATABASE = "samband"
USER = "root"
QUERY_LIMIT_MS = 30_000
MESSAGE_LIMIT_BYTES = 128 * 1024 * 1024
LEFT_OFF = ("mcp", "postgresw", "redisw", "graphql", "console", "python-bridge")

LOGGING = """\
handlers = java.util.logging.ConsoleHandler
.level = INFO
io.undertow.level = WARNING
org.xnio.level = WARNING
org.jboss.level = WARNING
"""


def installation() -> Path | None:
    """Folder of the installed engine (``jars/`` and ``jre/``); None when this machine has none."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places and (Path(places[0]) / "jars").is_dir() else None


def data_option(folder: Path) -> str:
    """The word of the start line that tells whose engine a process is."""
    return f"-Darcadedb.server.databaseDirectory={folder / 'databases'}"


def server_options(folder: Path) -> dict[str, object]:
    """Settings of the server whose folder is `folder`."""
    return {
        "server.rootPath": folder,
        "server.rootPasswordPath": folder / "password",  # a password in the start line is there for all to see
        "server.defaultDatabases": f"{DATABASE}[]",  # created when missing
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.mode": "development",  # production hides the texts of errors
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": 0,
        "bolt.host": "127.0.0.1",
        "bolt.port": 0,
        "bolt.defaultDatabase": DATABASE,
        "bolt.maxMessageSize": MESSAGE_LIMIT_BYTES,  # a larger message makes the driver wait for ever
        "bolt.packstream.maxValueLength": MESSAGE_LIMIT_BYTES,
        "command.timeout": QUERY_LIMIT_MS,  # the driver's own limits are not heeded
        "txWalFlush": 1,  # an acknowledged write is on the disk
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "server.restoreImportAllowLocalUrls": "false",
        "polyglotEngineEnabled": "false",
        "studio.enabled": "false",
        "serverMetrics": "false",
        "support.autoRegister": "false",
    }


def start_line(folder: Path, memory_mb: int) -> list[str]:
    """Words that start the server of `folder` with `memory_mb` MiB of heap."""
    engine = installation()
    if engine is None:
        raise FileNotFoundError("arcadedb-embedded")
    jars = [jar for jar in sorted((engine / "jars").glob("*.jar")) if not _left_off(jar)]
    return [
        str(engine / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")),
        f"-Xmx{memory_mb}m",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",  # would leave a file in /tmp after kill -9
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        f"-Djava.util.logging.config.file={folder / 'logging.properties'}",
        data_option(folder),
        *(f"-Darcadedb.{name}={value}" for name, value in server_options(folder).items()),
        "-cp",
        os.pathsep.join(map(str, jars)),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _left_off(jar: Path) -> bool:
    return jar.name.startswith(tuple(f"arcadedb-{name}" for name in LEFT_OFF))


def environment() -> dict[str, str] | None:
    """A UTF-8 locale, so that a folder named å is found, and nothing else that could change how Java runs."""
    if sys.platform == "win32":
        return None
    return {"LC_ALL": "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"}
