"""`make demo` from a fresh clone, caches warm: seconds until the page answers."""

import os
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from api.listening import listening_socket

HOUSE = Path(__file__).resolve().parents[1]
LIMIT = 300


def demo() -> dict[str, Any]:
    """Seconds from the command to the first page, in a clone and an environment of their own."""
    with tempfile.TemporaryDirectory(prefix="samband-demo-") as folder:
        clone = Path(folder) / "samband"
        subprocess.run(["git", "clone", "--quiet", str(HOUSE), str(clone)], check=True)
        port = _free_port()
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "NEO4J"))
        }
        environment |= {"SAMBAND_PORT": str(port), "SAMBAND_HOME": str(Path(folder) / "home")}
        began = time.perf_counter()
        process = subprocess.Popen(
            ["make", "demo"], cwd=clone, env=environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            ready = _ready(port, process, began)
        finally:
            os.killpg(process.pid, signal.SIGINT)
            try:
                _, said = process.communicate(timeout=30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                said = ""
    return {"seconds": round(ready, 1)} if ready else {"failed": said[-500:]}


def _ready(port: int, process: subprocess.Popen[str], began: float) -> float | None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while process.poll() is None and time.perf_counter() - began < LIMIT:
        try:
            opener.open(f"http://127.0.0.1:{port}/", timeout=5)
            return time.perf_counter() - began
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return time.perf_counter() - began
        except OSError:
            pass
        time.sleep(0.1)
    return None


def _free_port() -> int:
    with listening_socket() as server:
        return int(server.getsockname()[1])
