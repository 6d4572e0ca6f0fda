"""The relations of a thing, by their name on its side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.facts.facts import LinkKey, name_of
from graph.facts.records import Record
from graph.language.words import Language
from graph.ontology.declaration import Side
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node, side_name
from queries.asking.snapshots import View
from queries.asking.stated import StatedRecords
from visualisations.pages.thing.fact_rows import assumed
from visualisations.wording.cell_wording import Part
from visualisations.wording.wording import fact_wording


@dataclass(frozen=True)
class RelationRow:
    """One relation of the thing."""

    other: Part
    kind: str
    fields: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]

    @property
    def illustrative(self) -> bool:
        """Whether any of its records is made up as an example."""
        return any(record.illustrative for record in self.records)

    @property
    def assumed(self) -> bool:
        """Whether only a scenario says it."""
        return assumed(self.records)


@dataclass(frozen=True)
class RelationGroup:
    """The relations of one name, seen from the thing."""

    key: str
    heading: str
    about: str
    total: int
    rows: tuple[RelationRow, ...]
    offset: int = 0

    @property
    def cut(self) -> bool:
        """Whether there are more than shown."""
        return self.total > len(self.rows)


@dataclass(frozen=True)
class ShownSide:
    """The part that is shown of what stands on one side of a thing."""

    side: Side
    total: int
    links: Sequence[tuple[LinkKey, Node]]
    """Each relation, and the thing that it leads to."""
    offset: int = 0


def shown_side(node: Node, side: Side, most: int, offset: int = 0) -> ShownSide:
    """At most `most` of what stands on that side, in dictionary order, from number `offset` on."""
    name = side_name(side.key)
    others = node.side(name)
    links = [(node.link(name, other), other) for other in others[offset : offset + most]]
    return ShownSide(side, len(others), links, offset)


def shown_sides(node: Node, most: int) -> Iterator[ShownSide]:
    """The beginning of each side on which something stands, in the order of the ontology."""
    for side in ONTOLOGY.sides(ONTOLOGY.kinds[node.kind]).values():
        if (shown := shown_side(node, side, most)).total:
            yield shown


def group_of(shown: ShownSide, read: StatedRecords, view: View, language: Language) -> RelationGroup:
    """What is shown of one side of a thing, as the view has it, with who says so."""
    side = shown.side
    rows = tuple(
        RelationRow(
            other=Part(name_of(other.id, other.fields).say(language), other.ref),
            kind=ONTOLOGY.kinds[other.kind].words.say(language),
            fields=_fields(side, link, view, language),
            records=read.behind(link, view),
        )
        for link, other in shown.links
    )
    heading, about = side.words.say(language), side.relation.about.say(language)
    return RelationGroup(side.key, heading, about, shown.total, rows, shown.offset)


def _fields(side: Side, link: LinkKey, view: View, language: Language) -> tuple[tuple[str, str], ...]:
    """What the relation says of its own: labels and values."""
    said = view.snapshot.said(link)
    return tuple(
        (attribute.words.say(language), fact_wording(said[name], attribute, language))
        for name, attribute in side.relation.attributes.items()
        if said.get(name) is not None
    )
