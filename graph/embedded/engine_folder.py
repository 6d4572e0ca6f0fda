"""The folder of an embedded engine: what lies in it, and who may read it (its owner, nobody else).

<home>/engine.lock             held by a command while it joins, starts or stops the engine
<home>/engine/keeper.lock      held by the keeper for as long as it lives
             /endpoint.json    port and token of the keeper, there while it takes users
             /password         of the database user; fixed at the first start
             /engine.log       what Java says; keeper.log: what the keeper says
             /config, databases, log, backups    the server's own
"""

import os
import secrets
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

LOG_LIMIT = 10_000_000  # bytes; one older log of that size is kept
TAIL_LINES = 20
SUCCESSION_LIMIT = 60.0  # seconds that a new keeper waits for the one before it to end


@dataclass(frozen=True)
class EngineFolder:
    """Names of the files in the engine's folder `path`."""

    path: Path

    @classmethod
    def of_home(cls, home: Path) -> "EngineFolder":
        """The engine's folder under the home that the settings name."""
        return cls(home.expanduser().resolve() / "engine")

    @property
    def start_lock(self) -> Path:
        """Lock of a command that joins, starts or stops the engine."""
        return self.path.parent / "engine.lock"

    @property
    def keeper_lock(self) -> Path:
        """Lock of the living keeper."""
        return self.path / "keeper.lock"

    @property
    def endpoint(self) -> Path:
        """Where the keeper listens."""
        return self.path / "endpoint.json"

    @property
    def password(self) -> Path:
        """Password of the database user."""
        return self.path / "password"

    @property
    def log(self) -> Path:
        """What Java says."""
        return self.path / "engine.log"

    @property
    def keeper_log(self) -> Path:
        """What the keeper says."""
        return self.path / "keeper.log"

    def make(self) -> None:
        """Make the folder, and its home when that is missing."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.mkdir(mode=0o700, exist_ok=True)

    def prepare(self, logging: str) -> None:
        """Make what the server needs, and mend what a killed start can have left half-made."""
        (self.path / "databases").mkdir(mode=0o700, exist_ok=True)
        write_private(self.path / "logging.properties", logging)
        if not self.password.is_file() or not self.password.read_text().strip():
            (self.path / "config" / "server-users.jsonl").unlink(missing_ok=True)  # knows only the lost password
            write_private(self.password, secrets.token_urlsafe(32))
        for torn in self.path.glob("databases/*/configuration.json"):
            if torn.stat().st_size == 0:  # the server refuses an empty one, and writes a missing one
                torn.unlink()


def succeed(folder: EngineFolder) -> FileLock | None:
    """The keeper's lock once the keeper before us has ended; None when it is at work and takes users."""
    lock, limit = FileLock(folder.keeper_lock), time.monotonic() + SUCCESSION_LIMIT
    while True:
        try:
            lock.acquire(blocking=False)
            return lock
        except Timeout:
            if folder.endpoint.exists():
                return None
            if time.monotonic() > limit:
                sys.exit("The keeper before this one did not end")
            time.sleep(0.02)


def tail(log: Path) -> str:
    """The last lines of `log`."""
    with suppress(OSError):
        return "\n".join(log.read_text("utf-8", "replace").splitlines()[-TAIL_LINES:])
    return ""


def write_private(path: Path, text: str) -> None:
    """Put `text` in `path` at once and whole, readable by its owner only."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


class Log:
    """A log of bounded size; the one before it is kept beside it. A full disk loses lines, not the engine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = LOG_LIMIT  # begins anew at the first words

    def write(self, words: bytes) -> None:
        """Add `words`."""
        with suppress(OSError):
            if self.size >= LOG_LIMIT:
                self.size = 0
                if self.path.exists():
                    self.path.replace(self.path.with_name(self.path.name + ".1"))
            with self.path.open("ab") as file:
                self.size += file.write(words)
