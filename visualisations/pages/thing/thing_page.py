"""The page of a thing: its facts and who says so, and its relations both ways; of today, a day or a scenario."""

from dataclasses import dataclass, replace

from graph.database.store import Store
from graph.errors import UnknownThingError
from graph.facts.facts import Ref
from graph.facts.records import Record
from graph.language.words import N_, Language
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from queries.asking.snapshots import Snapshots
from visualisations.pages.frame.asked_of import AskedOf
from visualisations.pages.frame.fitting import FACTS, Of, fitting_maps, fitting_questions
from visualisations.pages.thing.fact_rows import FactRow, Standing, assumed, fact_row, in_table, standing
from visualisations.pages.thing.known import known_kind
from visualisations.pages.thing.relations_page import RelationGroup, ShownSide, shown_side, shown_sides
from visualisations.pages.thing.thing_in_view import ThingInView, thing_in_view
from visualisations.wording.sources import RecordWording

SHOWN_OF_EACH = 20
SHOWN_OF_ONE = 100


@dataclass(frozen=True)
class ThingPage:
    """What the page of a thing shows."""

    ref: Ref
    name: str
    kind: type[Kind]
    revision: int
    who_says: RecordWording
    """How its records, and those of its relations, read."""
    groups: tuple[RelationGroup, ...]
    of: Of
    """The parameters of the day and the scenario, for what the page leads to."""
    asked_of: AskedOf | None
    """What is looked at where that is not the facts of today."""
    there: bool
    """Whether it is there in what is looked at; else its facts of today are shown."""
    of_today: bool
    """Whether the facts of today have it."""
    facts: tuple[FactRow, ...] = ()
    not_stated: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    """Title and address of each question that can be asked of it."""
    maps: tuple[tuple[str, str], ...] = ()

    @property
    def made_up(self) -> Standing:
        """How much of the thing itself is made up."""
        return standing(self.records)

    @property
    def assumed(self) -> bool:
        """Whether only a scenario has it."""
        return assumed(self.records)

    @property
    def illustrative(self) -> bool:
        """Whether anything shown is made up as an example."""
        return self.made_up != "not" or any(row.illustrative for group in self.groups for row in group.rows)


async def thing_page(store: Store, snapshots: Snapshots, ref: Ref, language: Language, of: Of = FACTS) -> ThingPage:
    """Everything about a thing, in a bounded number of round trips.

    Raises:
        UnknownThingError: neither the graph that is looked at nor that of today holds it.
        QuestionError: there is no such day or scenario.
    """
    kind = known_kind(ref.kind, language)

    def sides(node: Node) -> list[ShownSide]:
        return list(shown_sides(node, SHOWN_OF_EACH))

    seen = await thing_in_view(store, snapshots, ref, kind, of, language, sides)
    records = seen.read.behind(ref, seen.view)
    fields = {"id": ref.id, **seen.node.fields}
    facts = {name: fact_row(attribute, fields, records, language) for name, attribute in kind.attributes().items()}
    on = of if seen.there else FACTS
    page = _page(seen, kind, of, language)
    return replace(
        page,
        facts=tuple(row for name, row in facts.items() if in_table(name, row)),
        not_stated=tuple(row.label for row in facts.values() if not row.lines),
        records=records,
        questions=tuple(fitting_questions(ref, language, on)),
        maps=tuple(fitting_maps(ref, language, on)),
    )


async def relations_page(
    store: Store, snapshots: Snapshots, ref: Ref, key: str, offset: int, language: Language, of: Of = FACTS
) -> ThingPage:
    """The relations of one name of a thing, from number `offset` on.

    Raises:
        UnknownThingError: no graph holds the thing, or its kind has no such relation.
        QuestionError: there is no such day or scenario.
    """
    kind = known_kind(ref.kind, language)
    side = ONTOLOGY.sides(kind).get(key)
    if side is None:
        raise UnknownThingError(
            N_("{kind} has no relation {key}. It has: {known}."),
            kind=kind.words.say(language), key=key, known=", ".join(ONTOLOGY.sides(kind)),
        )  # fmt: skip

    def sides(node: Node) -> list[ShownSide]:
        return [shown_side(node, side, SHOWN_OF_ONE, offset)]

    return _page(await thing_in_view(store, snapshots, ref, kind, of, language, sides), kind, of, language)


def _page(seen: ThingInView, kind: type[Kind], of: Of, language: Language) -> ThingPage:
    """The page with the thing's name and relations."""
    return ThingPage(
        ref=seen.node.ref,
        name=seen.name(language),
        kind=kind,
        revision=seen.read.revision,
        who_says=seen.who_says(language),
        groups=seen.groups(language),
        of=of,
        asked_of=seen.carried.asked_of,
        there=seen.there,
        of_today=seen.of_today,
    )
