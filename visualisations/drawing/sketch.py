"""What a map's own file says: which things stand in which row and column, and which lines go between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.facts.facts import FactKey, LinkKey, Ref
from graph.language.words import Language, Words
from graph.snapshot.node import Node
from queries.asking.answer import ThingRef
from queries.asking.question import SnapshotParameters, parameter
from visualisations.drawing.crossing_reduction import Cell
from visualisations.drawing.layout import ASPECT, GAP_X
from visualisations.drawing.map_drawing import FactDetails


class MapParameters(SnapshotParameters):
    """What every map can be given."""

    limit: int = parameter("Things at most", "Högst antal ting", 150, ge=1, le=500)


class Sort(NamedTuple):
    """What a line means where it stands for no relation of the graph."""

    name: str
    words: Words
    colour: str


@dataclass(frozen=True)
class Line:
    """A line from one card to another, and what it stands for."""

    source: Ref
    target: Ref
    relation: str
    """The relation whose word the line carries; of another sort of line, the sort's name."""
    held: tuple[Node | LinkKey, ...] = ()
    """The things and relations that the line stands for, told when it is chosen."""
    about: tuple[Node, ...] = ()
    """What flows along it, written on the line in place of the relation's word."""
    passed: tuple[Node, ...] = ()
    """What it passes or follows on its way: platforms, interfaces, standards; on the map or not."""
    times: int = 1
    """How many the line stands for, where that is more than it tells of."""
    sort: Sort | None = None
    details: tuple[FactDetails, ...] = ()
    """What it tells beside that, which no fact of the graph says."""


@dataclass
class Sketch:
    """A map before it has places and words: a table of things, and lines between them."""

    total: int
    """How many things the map would show if it were not cut."""
    cells: dict[Cell, list[Node]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    rows: dict[int, str] = field(default_factory=dict)
    """Headings of rows that have one."""
    columns: dict[int, str] = field(default_factory=dict)
    notes: dict[Ref, str] = field(default_factory=dict)
    """A few words under the name of a card."""
    subject: Node | None = None
    """The thing that the map is about, where it is about one."""
    own: dict[Ref, FactDetails] = field(default_factory=dict)
    """What the cards tell that stand for nothing in the graph."""
    emphasised: set[Ref] = field(default_factory=set)
    """Things that stand out, where the map is about several."""
    lines_left_out: int = 0
    words_on_lines: bool = False
    """True where lines are few enough to carry their words always, not only when chosen."""
    aspect: float = ASPECT
    """Width by height."""
    gap: int = GAP_X
    """Pixels between columns; words on lines need room."""
    tallest: int = 1
    """Columns of up to so many cards are one card wide."""

    def put(self, cell: Cell, thing: Node) -> None:
        """Set `thing` last in `cell`, unless it stands somewhere already."""
        if thing.ref not in self.things():
            self.cells.setdefault(cell, []).append(thing)

    def things(self) -> Mapping[Ref, Node]:
        """Every thing on the map."""
        return {thing.ref: thing for things in self.cells.values() for thing in things}

    def strokes(self) -> list[Line]:
        """The lines between things that are on the map."""
        things = self.things()
        return [line for line in self.lines if line.source in things and line.target in things]

    def facts(self) -> set[FactKey]:
        """Everything that a click on the map tells of."""
        held = {each.ref if isinstance(each, Node) else each for line in self.strokes() for each in line.held}
        return (held | self.things().keys()) - self.own.keys()

    def names(self, language: Language) -> dict[Ref, str]:
        """What the things on the map are called, and those that its lines speak of."""
        spoken = [each for line in self.strokes() for each in (*line.held, *line.about, *line.passed)]
        nodes = [*self.things().values(), *(each for each in spoken if isinstance(each, Node))]
        return {node.ref: ThingRef.of(node).say(language) for node in nodes}
