"""``python -m benchmarks.peer.peer_lock``: write the peer's lock again, with digests and without a single address."""

import json
import shutil
import subprocess
import sys
from typing import Any

from benchmarks.peer import HERE

COMMAND = ("install", "--package-lock-only", "--omit-lockfile-registry-resolved", "--no-audit", "--no-fund")
ADVICE = ("funding", "deprecated")
"""What npm only shows to people, and that names addresses."""


def main() -> None:
    """Let npm resolve what `package.json` says, and take from its lock what it only shows to people."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing: it comes with Node.js, 20 or later.")
    subprocess.run([npm, *COMMAND], cwd=HERE, check=True)
    lock = HERE / "package-lock.json"
    found: dict[str, Any] = json.loads(lock.read_text("utf-8"))
    for package in found["packages"].values():
        for name in ADVICE:
            package.pop(name, None)
    lock.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
