"""A world while it is being made: its things, its relations, and what each question must find in it."""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from benchmarks.worlds.addressing_catalogues import Catalogue
from benchmarks.worlds.asked import EVER, Asked, Moment
from benchmarks.worlds.judged import Judged
from benchmarks.worlds.world_names import named
from benchmarks.worlds.world_tables import Cells
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY


class Thing:
    """Something in the world; it gets its id when the world is finished, so that no id tells a plant."""

    __slots__ = ("cells", "id", "kind")

    def __init__(self, kind: type[Kind], cells: dict[str, Any]) -> None:
        self.kind, self.cells, self.id = kind, cells, ""
        self.set(**cells)

    def set(self, **cells: Any) -> "Thing":
        """State fields and relations of it, in place of what was stated; None: not stated."""
        if unknown := cells.keys() - known(self.kind):
            raise TypeError(f"{self.kind.__name__} has no {', '.join(sorted(unknown))}")
        self.cells.update(cells)
        return self

    def add(self, side: str, *others: "Thing") -> "Thing":
        """State more relations called `side` from it."""
        return self.set(**{side: [*self.cells.get(side, ()), *others]})

    @property
    def ref(self) -> str:
        """What it is, as a register points at it."""
        return f"{self.kind.__name__}/{self.id}"


_known: dict[type[Kind], set[str]] = {}


def known(kind: type[Kind]) -> set[str]:
    """What a thing of the kind can state."""
    if kind not in _known:
        _known[kind] = {*kind.model_fields, *ONTOLOGY.sides(kind)}
    return _known[kind]


class Twice(NamedTuple):
    """What the second register states of a thing when it is loaded first and then again; None: nothing."""

    first: Cells | None
    then: Cells | None
    alone: bool = True
    """Whether no other register states the thing."""


class Finding(NamedTuple):
    """The values of a row, and at which moments it must be found."""

    row: tuple[Any, ...]
    when: tuple[Moment, ...]


class WorldDraft:
    """Everything that is put into a world, and everything that is to be found there."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.things: dict[type[Kind], list[Thing]] = {kind: [] for kind in ONTOLOGY.kinds.values()}
        self.relations: list[tuple[Thing, str, Thing, Cells]] = []
        self.expected: dict[Asked, list[Finding]] = defaultdict(list)
        self.steps: list[dict[str, Any]] = []
        """Of the scenario that stands beside the world."""
        self.catalogue = Catalogue()
        """The addressing catalogue that stands beside the register."""
        self.second: dict[Thing, Twice] = {}
        """What the second register states, which is loaded twice."""
        self.judged: list[Judged] = []
        """Requirement sets, and how systems and offers stand with them."""

    def registered(self) -> Iterator[Thing]:
        """What the register states: everything that the second one does not state alone."""
        for things in self.things.values():
            for thing in things:
                if thing not in self.second or not self.second[thing].alone:
                    yield thing

    def put(self, kind: type[Kind], name: str | None = None, **cells: Any) -> Thing:
        """Put a thing into the world."""
        number = len(self.things[kind])
        thing = Thing(kind, {"id": cells.pop("id", ""), "name": name or named(kind, number, self.chance), **cells})
        self.things[kind].append(thing)
        return thing

    def tie(self, source: Thing, key: str, target: Thing, **fields: Any) -> None:
        """State a relation that has fields of its own."""
        self.relations.append((source, key, target, fields))

    def find(self, asked: Asked, *identity: Any, when: tuple[Moment, ...] = EVER) -> None:
        """The question as `asked` must find a row with these values in its columns, at these moments of those asked."""
        if len(identity) != len(asked.columns):
            raise TypeError(f"{asked.question} is compared by {asked.columns}, not by {identity}")
        self.expected[asked].append(Finding(identity, when))

    def find_nothing(self, asked: Asked) -> None:
        """The question as `asked` must find nothing but what others say."""
        self.expected.setdefault(asked, [])

    def settle(self) -> None:
        """Mix the things of each kind, and give those their ids that have none."""
        for kind, things in self.things.items():
            self.chance.shuffle(things)
            stem = kind.words.en.lower().replace(" ", "-")
            for number, thing in enumerate(things, 1):
                thing.id = thing.cells["id"] = thing.cells["id"] or f"{stem}-{number}"
        self.chance.shuffle(self.relations)


def plain(value: Any) -> Any:
    """A value of the world as data: a thing by its id, a choice by its value, several in one order."""
    if isinstance(value, Thing):
        return value.id
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return in_order(map(plain, value))
    return getattr(value, "value", value)


def in_order(values: Iterable[Any]) -> list[Any]:
    """Values that are data, in one order whatever they were in."""
    return sorted(values, key=lambda each: json.dumps(each, sort_keys=True))
