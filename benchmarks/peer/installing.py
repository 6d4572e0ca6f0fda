"""What the comparison needs: Node with npm, wrk, a Neo4j; and the peer's packages, installed once for each lock."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks.peer import CACHE, HERE
from tests.neo4j.server import neo4j_available

FILES = ("package.json", "package-lock.json", "server.mjs")
NODE = 20
"""The oldest version of Node that is taken."""


def missing() -> str | None:
    """What is not there, and how to get it; None where everything is."""
    if (version := _node()) is None or version < NODE:
        return f"Node.js {NODE} or later (found: {version or 'none'}). Debian, Ubuntu: apt-get install nodejs npm"
    if shutil.which("npm") is None:
        return "npm, which comes with Node.js. Debian, Ubuntu: apt-get install npm"
    if shutil.which("wrk") is None:
        return "wrk, which puts the load on both. Debian, Ubuntu: apt-get install wrk"
    return neo4j_available()


def installed() -> Path:
    """The folder of the peer's server with its packages, which npm brings at the first time."""
    texts = {name: (HERE / name).read_bytes() for name in FILES}
    folder = CACHE / hashlib.sha256(b"".join(texts.values())).hexdigest()[:16]
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
            made = Path(temporary) / "peer"
            made.mkdir()
            for name, text in texts.items():
                (made / name).write_bytes(text)
            command = [str(shutil.which("npm")), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            run = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
            if run.returncode:
                raise RuntimeError(f"npm could not install the peer: {run.stderr.strip()[-1000:]}")
            made.rename(folder)
    return folder


def _node() -> int | None:
    """The version of Node, its first number."""
    node = shutil.which("node")
    if node is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", said)
    return int(found[1]) if found else None
