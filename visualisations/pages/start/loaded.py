"""What the graph holds: the datasets that are loaded, and how many things of each kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.language.words import Language
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot


@dataclass(frozen=True)
class Loaded:
    """A dataset in the graph."""

    title: str
    id: str
    trust: int
    run: int
    loaded: str
    moved: int
    """How many of its facts stand elsewhere in its files than is told of them."""


def counted(snapshot: Snapshot) -> tuple[tuple[type[Kind], int], ...]:
    """The kinds of which there are things, and how many."""
    counted = ((kind, len(snapshot.of_kind(name))) for name, kind in ONTOLOGY.kinds.items())
    return tuple((kind, total) for kind, total in counted if total)


def loaded(rows: Sequence[Mapping[str, Any]], language: Language) -> tuple[Loaded, ...]:
    """The datasets as `DATASETS` has them, the most trusted first."""
    return tuple(
        Loaded(
            title=str((row.get("title_sv") if language == "sv" else None) or row["title"] or row["id"]),
            id=row["id"],
            trust=row["trust"],
            run=row["run"],
            loaded=row["loaded"],
            moved=row.get("moved") or 0,
        )
        for row in rows
    )
