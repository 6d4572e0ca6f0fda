"""Files that were read before and said nothing new: known again by their bytes, they are not read once more."""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import graph
import loaders
from graph.database import runs
from graph.database.store import Store
from graph.facts.facts import Properties
from graph.facts.places import parsed
from graph.facts.run_warnings import RunWarning
from graph.ontology.ontology import ONTOLOGY
from loaders.files.fingerprints import fingerprint_of_files
from loaders.files.problem import Problem
from loaders.runs.fact_warnings import MOST_KEPT, kept
from loaders.sources.contract import Dataset, Source, held_to_contract

FORGOTTEN: Properties = {"files": "", "files_at": -1, "files_warned": "[]"}
"""What is noted of a dataset whose files have to be read the next time, whatever they hold."""

_TEXTS = (".py", ".po", ".yaml", ".json")


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
    said = (files, _program(), source.name, path.resolve().name, dataset or "", day, allowed)
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


class ReadBefore(NamedTuple):
    """What was found when these very files were read."""

    dataset: Dataset
    warnings: list[Problem]


class Stamp(NamedTuple):
    """What a reading was made of."""

    mark: str | None
    """Of its files; None where they cannot be known again, or changed while they were read."""
    revision: int
    """The graph's, before anything was read."""

    def noted(self, revision: int, warnings: list[Problem], *, grown: bool) -> Properties:
        """What to note of the dataset by a transaction that finds the graph at `revision`, and lets it grow or not."""
        if self.mark is None or revision != self.revision or len(warnings) > MOST_KEPT:
            return FORGOTTEN
        return {"files": self.mark, "files_at": revision + grown, "files_warned": kept(warnings)}


async def read_before(store: Store, stamp: Stamp) -> ReadBefore | None:
    """What was found in files of this `stamp`, if they were read before and nothing has changed since."""
    datasets = (await store.read(runs.DATASETS))[0]["datasets"] if stamp.mark else []
    for each in datasets:
        if (each.get("files"), each.get("files_at")) == stamp:
            dataset = Dataset(each["id"], each["title"], each.get("title_sv"), each["trust"])
            return ReadBefore(dataset, [_problem(warning) for warning in RunWarning.read(each["files_warned"])])
    return None


def _problem(warning: RunWarning) -> Problem:
    return Problem(parsed(warning.place) or warning.place, "{message}", {"message": warning.message})


@cache
def _program() -> str:
    """The text of everything that reads and judges files, and the ontology that they are read by."""
    total = hashlib.sha256(ONTOLOGY.fingerprint.encode())
    for room in (graph, loaders):
        for path in sorted(Path(str(room.__file__)).parent.rglob("*")):
            if path.suffix in _TEXTS:
                total.update(path.read_bytes())
    return total.hexdigest()
