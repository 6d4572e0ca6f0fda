"""Files that were read before and said nothing new: known again by their bytes, they are not read once more."""

import hashlib
import secrets
from base64 import b64decode, b64encode
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zlib import compress, decompress

import graph
import loaders
from graph.database import files_read
from graph.database.store import Store, Write
from graph.facts.places import parsed
from graph.facts.run_warnings import RunWarning
from graph.ontology.ontology import ONTOLOGY
from graph.program_text import fingerprint_of_text
from loaders.files.fingerprints import fingerprint_of_files
from loaders.files.problem import Problem
from loaders.runs.fact_warnings import stored_warnings
from loaders.sources.contract import Source, held_to_contract

MOST_WARNED = 200_000
"""Warnings that are kept; of files with more, nothing is noted."""


def mark_of(source: Source, path: Path, dataset: str | None, *, allow_personal_numbers: bool) -> str | None:
    """What a reading of `path` depends on beside the graph, as one text; None where it cannot be told cheaply.

    That is every byte of it and its name, the program, the day, by which state and dates are compared, the `dataset`
    that it is to be read as, and whether personal numbers are allowed. Only the program's own formats are known to read
    nothing beside.
    """
    if not held_to_contract(source):
        return None
    files = fingerprint_of_files(path)
    if files is None:
        return None
    day, allowed = date.today().isoformat(), str(allow_personal_numbers)
    said = (files, program_fingerprint(), source.name, path.resolve().name, dataset or "", day, allowed)
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


class FilesRead(NamedTuple):
    """What a run notes of the files that it read."""

    mark: str
    revision: int
    """The graph's, when they had been read and held to it."""
    warnings: str
    """As JSON that is packed: most of it comes again and again."""


class Stamp(NamedTuple):
    """What a reading was made of."""

    mark: str | None
    """Of its files; None where they cannot be known again, or changed while they were read."""
    revision: int
    """The graph's, before anything was read."""

    def files(self, revision: int, warnings: list[Problem], *, grown: bool) -> FilesRead | None:
        """What to note of them by a transaction that finds the graph at `revision`, and lets it grow or not."""
        if self.mark is None or revision != self.revision or len(warnings) > MOST_WARNED:
            return None
        packed = b64encode(compress(stored_warnings(warnings).encode("utf-8", "surrogatepass"))).decode()
        return FilesRead(self.mark, revision + grown, packed)


async def read_before(store: Store, stamp: Stamp) -> tuple[str, list[Problem]] | None:
    """The dataset of files with this `stamp`, and what to warn of, if they were read and nothing has changed since."""
    if stamp.mark is None:
        return None
    rows = await store.read(files_read.WARNINGS_OF, mark=stamp.mark, revision=stamp.revision)
    if not rows:
        return None
    kept = decompress(b64decode(rows[0]["warnings"])).decode("utf-8", "surrogatepass")
    return rows[0]["dataset"], [_problem(warning) for warning in RunWarning.read(kept)]


async def note_files(write: Write, dataset: str, files: FilesRead | None) -> None:
    """Note what `dataset` was read from, in place of all that was noted."""
    await write.run(files_read.FORGET_FILES, dataset=dataset)
    if files:
        ours = secrets.token_hex(8)  # an id that nobody else can have
        await write.run(files_read.NOTE_FILES, row={"id": f"{dataset}-{ours}", "dataset": dataset, **files._asdict()})


def _problem(warning: RunWarning) -> Problem:
    return Problem(parsed(warning.place) or warning.place, "{message}", {"message": warning.message})


def program_fingerprint() -> str:
    """The text of everything that reads and judges files, and the ontology that they are read by."""
    return f"{ONTOLOGY.fingerprint} {fingerprint_of_text(graph, loaders)}"
