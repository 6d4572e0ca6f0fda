"""The last snapshot in a file, so that a server that starts need not read the whole graph again.

It counts only where it is of the graph that the database holds, or of one that this has grown from, and was written
whole by this edition of the program; else it is as if there were none. What does not fit is said in the log at the
level of debugging, since nothing is lost but time.
"""

import hashlib
import json
import logging
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

import graph
from graph.database.graph_version import GraphVersion
from graph.embedded.engine import Address
from graph.ontology.ontology import ONTOLOGY
from graph.program_text import fingerprint_of_text
from graph.settings import Settings
from graph.snapshot.gc_control import no_collection
from graph.snapshot.snapshot_lines import lines_of, snapshot_of
from graph.snapshot.snapshot_reading import HeldSnapshot

MOST_BYTES = 256 << 20
"""A snapshot that is larger, packed, is not written: some eight million facts."""
KEPT_FILES = 4
"""So many graphs have a file in one home: the embedded one, and others by address."""
_PIECE = 1 << 20
_DIGEST_BYTES = 32
_ENDING = ".snapshot"
log = logging.getLogger(__name__)


class SnapshotFile:
    """Where the last snapshot of one graph is written and read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.version: GraphVersion | None = None
        """Of which version it is, as far as this process has seen."""

    @classmethod
    def of(cls, settings: Settings, address: Address) -> "SnapshotFile | None":
        """That of the graph at `address`; None where the settings want none."""
        if not settings.samband_snapshot_file:
            return None
        name = "embedded" if address.engine else f"{address.uri} {address.database}"
        return cls(folder(settings) / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}{_ENDING}")

    def write(self, held: HeldSnapshot) -> bool:
        """Write it in place of the one before, as a whole or not at all; whether it was."""
        if held.version.content is None:  # it could not be known again
            return False
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.stem, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    _write(file, held)
                os.replace(name, self.path)
            except BaseException:
                os.unlink(name)
                raise
            self._tidy()
        except OSError as error:
            log.debug("The snapshot is not written to %s: %s", self.path, error)
            return False
        self.version = held.version
        return True

    def read(self) -> HeldSnapshot | None:
        """The snapshot that was written, of whichever version; None where there is none that counts."""
        try:
            if not self.path.is_file():  # a pipe would be waited for
                return None
            with self.path.open("rb") as file:
                held = _read(file)
        except FileNotFoundError:
            return None
        except Exception as error:
            log.debug("The snapshot in %s is not used: %s", self.path, error)
            return None
        self.version = held.version
        return held

    def _tidy(self) -> None:
        """Let only the latest files be, and no half-written one of a process that has ended."""
        files = sorted(self.path.parent.glob(f"*{_ENDING}"), key=_written_at, reverse=True)
        old = [each for each in self.path.parent.glob("*.part") if _written_at(each) < time.time() - 3600]
        for each in (*files[KEPT_FILES:], *old):
            with suppress(OSError):
                each.unlink()


def folder(settings: Settings) -> Path:
    """Where the files are; nobody but its owner may look into it."""
    return settings.samband_home.expanduser().resolve() / "snapshots"


def forget_files(settings: Settings) -> None:
    """Let no file hold what was forgotten for good."""
    for each in folder(settings).glob(f"*{_ENDING}"):
        with suppress(OSError):
            each.unlink()


@cache
def edition() -> str:
    """Which program it is, and which ontology: another one may make another snapshot of the same graph."""
    return f"{ONTOLOGY.fingerprint} {fingerprint_of_text(graph)} {sys.byteorder}"


def _write(file: IO[bytes], held: HeldSnapshot) -> None:
    total, size = hashlib.blake2b(digest_size=_DIGEST_BYTES), 0
    packing = zlib.compressobj(1)
    header = {"edition": edition(), "revision": held.version.revision, "content": held.version.content}

    def pieces() -> Iterator[bytes]:
        yield json.dumps(header).encode() + b"\n"
        for line in lines_of(held.snapshot):
            yield packing.compress(line)
        yield packing.flush()

    for piece in pieces():
        size += len(piece)
        if size > MOST_BYTES:
            raise OSError(f"it is larger than {MOST_BYTES} bytes")
        total.update(piece)
        file.write(piece)
    file.write(total.digest())


def _read(file: IO[bytes]) -> HeldSnapshot:
    header = json.loads(file.readline(_PIECE))
    if header["edition"] != edition():
        raise ValueError("another program wrote it")
    version = GraphVersion(header["revision"], header["content"])
    _refuse_damaged(file)
    file.seek(0)
    file.readline(_PIECE)
    with no_collection():
        return HeldSnapshot(version, snapshot_of(_lines(file), version.revision))


def _refuse_damaged(file: IO[bytes]) -> None:
    """Raise unless it is as long as it was, and each byte of it what it was."""
    left = os.fstat(file.fileno()).st_size - _DIGEST_BYTES
    if left > MOST_BYTES:
        raise ValueError("it is larger than any that is written")
    file.seek(0)
    total = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    while left > 0 and (piece := file.read(min(_PIECE, left))):
        total.update(piece)
        left -= len(piece)
    if file.read() != total.digest():
        raise ValueError("it is cut or damaged")


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines that are packed in the rest of the file."""
    packing = zlib.decompressobj()
    rest = b""
    while piece := file.read(_PIECE):
        *whole, rest = (rest + packing.decompress(piece)).split(b"\n")
        yield from whole


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
