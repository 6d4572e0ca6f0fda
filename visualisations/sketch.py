"""What a map's own file says: which things stand in which row and column, and which lines go between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict

from graph.declaration import Attribute, attributes
from graph.facts import Link, Ref, Thing
from queries.question import parameter
from visualisations.layout import ASPECT, GAP_X
from visualisations.untangling import Cell


class MapParameters(BaseModel):
    """What every map can be given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    limit: int = parameter("Things at most", "Högst antal ting", 150, ge=1, le=500)

    @classmethod
    def inputs(cls) -> dict[str, Attribute]:
        """The parameters by name."""
        return attributes(cls)

    def refers_to(self) -> Iterator[tuple[str, str, str]]:
        """Each parameter that names a thing, with the thing's kind and id."""
        for name, info in type(self).model_fields.items():
            extra, value = info.json_schema_extra, getattr(self, name)
            if isinstance(extra, dict) and (kind := extra.get("of")) and value is not None:
                yield name, str(kind), value

    def fitted(self, text: str) -> str:
        """The map's Cypher for these values; most pass all of them as parameters and need no other text."""
        return text


@dataclass(frozen=True)
class Line:
    """A line from one card to another, and what it stands for."""

    source: Ref
    target: Ref
    relation: str
    """The relation whose word the line carries."""
    held: tuple[Thing | Link, ...]
    """The things and relations that the line stands for, told when it is chosen."""
    about: tuple[Thing, ...] = ()
    """What flows along it, written on the line in place of the relation's word."""
    passed: tuple[Thing, ...] = ()
    """What it passes or follows on its way: platforms, interfaces, standards; on the map or not."""
    times: int = 1
    """How many the line stands for, where that is more than it tells of."""


@dataclass
class Sketch:
    """A map before it has places and words: a table of things, and lines between them."""

    total: int
    """How many things the map would show if it were not cut."""
    cells: dict[Cell, list[Thing]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    rows: dict[int, str] = field(default_factory=dict)
    """Headings of rows that have one."""
    columns: dict[int, str] = field(default_factory=dict)
    notes: dict[Ref, str] = field(default_factory=dict)
    """A few words under the name of a card."""
    subject: Thing | None = None
    """The thing that the map is about, where it is about one."""
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

    def put(self, cell: Cell, thing: Thing) -> None:
        """Set `thing` last in `cell`, unless it stands somewhere already."""
        if thing.key not in self.things():
            self.cells.setdefault(cell, []).append(thing)

    def things(self) -> Mapping[Ref, Thing]:
        """Every thing on the map."""
        return {thing.key: thing for things in self.cells.values() for thing in things}
