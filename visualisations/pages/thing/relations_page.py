"""The relations of a thing, by their name on its side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.facts.merged_view import Link, Thing
from graph.facts.records import Record
from graph.language.words import Language
from graph.ontology.declaration import Kind, Side
from graph.ontology.ontology import ONTOLOGY
from visualisations.wording.cell_wording import Part
from visualisations.wording.wording import fact_wording


@dataclass(frozen=True)
class RelationRow:
    """One relation of the thing."""

    other: Part
    kind: str
    fields: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]
    illustrative: bool


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


def groups_of(kind: type[Kind], row: dict[str, Any], language: Language) -> Iterator[RelationGroup]:
    """The relations of a thing both ways, in the order of the ontology."""
    found = {
        (group["relation"], outgoing): group
        for outgoing, groups in ((True, row["outgoing"]), (False, row["incoming"]))
        for group in groups
    }
    for side in ONTOLOGY.sides(kind).values():
        if group := found.get((side.relation.name, side.outgoing)):
            yield group_of(side, group["total"], group["shown"], language)


def group_of(
    side: Side, total: int, shown: list[tuple[Link, Thing]], language: Language, offset: int = 0
) -> RelationGroup:
    """The relations on one side of a thing."""
    attributes = side.relation.attributes
    rows = tuple(
        RelationRow(
            other=Part(other.name(language), other.key),
            kind=ONTOLOGY.kinds[other.kind].words.say(language),
            fields=tuple(
                (attributes[name].words.say(language), fact_wording(value, attributes[name], language))
                for name, value in link.fields.items()
                if name in attributes
            ),
            records=link.records,
            illustrative=link.illustrative,
        )
        for link, other in shown
    )
    return RelationGroup(side.key, side.words.say(language), side.relation.about.say(language), total, rows, offset)
