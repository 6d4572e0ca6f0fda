"""What was written, read but not yet checked against each other."""

from dataclasses import dataclass, field
from typing import NamedTuple

from graph.facts.facts import Properties
from graph.facts.places import Place
from graph.ontology.declaration import Kind, Side
from loaders.files.cells_and_problems import Cell, Problems
from loaders.sources.register.headings import Ways
from loaders.sources.register.provenance import Ground


@dataclass(slots=True)
class ThingDraft:
    """A thing with its fields converted."""

    kind: type[Kind]
    id: str
    fields: Properties
    ground: Ground
    place: Place


class OthersDraft(NamedTuple):
    """What is written of a thing on one side of it."""

    side: Side
    others: list[str]
    at: Place
    """Where the texts are written."""


@dataclass(slots=True)
class LinkDraft:
    """Relations written under a thing in one place, on one side or several: the others are still texts."""

    kind: type[Kind]
    id: str
    written: list[OthersDraft]
    fields: Properties
    ground: Ground
    place: Place


@dataclass(slots=True)
class LooseDraft:
    """A relation written by itself: both ends are still text."""

    here: Cell
    ways: Ways
    """What its word can mean: the relation, and whether `here` is its source."""
    other: Cell
    fields: dict[str, Cell | list[Cell]]
    ground: Ground
    place: Place


@dataclass
class Drafts:
    """All that one register says."""

    problems: Problems
    warnings: Problems = field(default_factory=Problems)
    ground: Ground = field(default_factory=Ground)
    """What holds where a file says nothing else."""
    things: list[ThingDraft] = field(default_factory=list)
    links: list[LinkDraft] = field(default_factory=list)
    loose: list[LooseDraft] = field(default_factory=list)
