"""A finished map as data: cards with places, lines, areas, legend, and every fact behind them, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.facts.facts import Ref
from graph.language.words import N_, Language, by_number, say
from visualisations.drawing.layout import Box


@dataclass(frozen=True)
class SourceWords:
    """Who says something, as the panel of a map reads: a record of the graph, or what an offer's files claim.

    Two shapes come together here, and a map is data in one language that its script takes whole.
    """

    source: str
    section: str | None
    paraphrase: str | None
    evidence: str
    illustrative: bool
    dataset: str
    place: str
    facts: tuple[tuple[str, str], ...]
    """What this record says, label and value, where there are several that may differ."""


@dataclass(frozen=True)
class FactDetails:
    """A thing or a relation as a person reads it."""

    heading: str
    sort: str
    """The kind's word, or the relation's."""
    ref: Ref | None
    """Which thing, where it is one."""
    illustrative: bool
    facts: tuple[tuple[str, str], ...]
    records: tuple[SourceWords, ...]
    assumed: bool = False
    """True where only a scenario says it: then it has no page of its own."""


@dataclass(frozen=True)
class Card:
    """A thing on the map."""

    ref: Ref
    label: str
    note: str
    """A few words under the name, where the map has something to add."""
    colour: str
    shape: str
    x: int
    y: int
    subject: bool
    details: FactDetails

    @property
    def illustrative(self) -> bool:
        """True where a record of it is made up as an example."""
        return self.details.illustrative

    @property
    def assumed(self) -> bool:
        """True where only a scenario says it."""
        return self.details.assumed

    @property
    def group(self) -> str:
        """What the legend turns on and off: the kind."""
        return self.ref.kind


@dataclass(frozen=True)
class Stroke:
    """A line on the map."""

    id: str
    source: Ref
    target: Ref
    group: str
    """What the legend turns on and off: the relation, or another sort of line."""
    sort: str
    """Its word."""
    label: str
    colour: str
    bend: float
    """How far it curves, so that it passes beside other cards, and other lines between the same two."""
    x: int
    y: int
    """The middle of its words."""
    through: tuple[Ref, ...]
    """Cards that it passes on its way."""
    details: tuple[FactDetails, ...]

    @property
    def illustrative(self) -> bool:
        """True where a record of what it stands for is made up as an example."""
        return any(each.illustrative for each in self.details)

    @property
    def assumed(self) -> bool:
        """True where only a scenario says something of what it stands for."""
        return any(each.assumed for each in self.details)


@dataclass(frozen=True)
class Area:
    """A row or column with its heading."""

    label: str
    box: Box
    is_row: bool


@dataclass(frozen=True)
class LegendEntry:
    """One kind of thing, or one relation, as the map shows it."""

    group: str
    label: str
    colour: str
    shape: str
    """A shape of a kind, or ``line``."""
    count: int


@dataclass(frozen=True)
class MapDrawing:
    """A map, ready for a page, a file or a reader aloud."""

    stem: str
    language: Language
    title: str
    about: str
    cards: tuple[Card, ...]
    strokes: tuple[Stroke, ...]
    areas: tuple[Area, ...]
    legend: tuple[LegendEntry, ...]
    total: int
    lines_left_out: int
    words_on_lines: bool
    revision: int
    of: Mapping[str, str] = field(default_factory=dict)
    """The parameters of a day and a scenario, to be carried on to where the map leads."""
    asked_of: str = ""
    """What it is drawn of where that is not the facts of today, as a sentence."""
    cypher: str = ""
    """It as Cypher, for Neo4j Browser."""

    @property
    def shown(self) -> int:
        """How many things the map shows."""
        return len(self.cards)

    @property
    def cut(self) -> bool:
        """True where there are more things, or more lines, than shown."""
        return self.total > self.shown or self.lines_left_out > 0

    @property
    def illustrative(self) -> bool:
        """True where anything shown is made up as an example."""
        return any(card.illustrative for card in self.cards) or any(line.illustrative for line in self.strokes)

    @property
    def assumed(self) -> bool:
        """True where only a scenario says anything of what is shown."""
        return any(card.assumed for card in self.cards) or any(line.assumed for line in self.strokes)

    @property
    def extent(self) -> str:
        """How much of the whole the map shows, as a sentence."""
        text = say(N_("{shown} of {total} shown"), self.language, shown=self.shown, total=self.total)
        if self.lines_left_out:
            left_out = by_number("one line left out", "{count} lines left out")
            text += "; " + say(left_out, self.language, count=self.lines_left_out)
        return text

    def name(self, ref: Ref) -> str:
        """What the card of `ref` is called."""
        return next(card.label for card in self.cards if card.ref == ref)
