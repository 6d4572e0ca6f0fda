"""The page of a thing: its facts and who says so, and its relations both ways."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.database.store import Store
from graph.database.things import one_side, whole
from graph.errors import UnknownThingError
from graph.facts.facts import Ref
from graph.facts.merged_view import Thing
from graph.facts.records import Record
from graph.language.words import N_, Language
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from visualisations.pages.frame.carrying import Carried
from visualisations.pages.frame.fitting import FACTS, fitting_maps, fitting_questions
from visualisations.pages.thing.fact_rows import FactRow, Standing, fact_row, in_table, standing
from visualisations.pages.thing.known import known_kind, unknown
from visualisations.pages.thing.relations_page import RelationGroup, group_of, groups_of
from visualisations.wording.sources import RecordWording, library

SHOWN_OF_EACH = 20
SHOWN_OF_ONE = 100


@dataclass(frozen=True)
class ThingPage:
    """What the page of a thing shows."""

    ref: Ref
    name: str
    kind: type[Kind]
    revision: int
    facts: tuple[FactRow, ...]
    not_stated: tuple[str, ...]
    records: tuple[Record, ...]
    who_says: RecordWording
    """How its records, and those of its relations, read."""
    groups: tuple[RelationGroup, ...]
    questions: tuple[tuple[str, str], ...]
    """Title and address of each question that can be asked of it."""
    maps: tuple[tuple[str, str], ...]
    illustrative: bool
    made_up: Standing = "not"
    """How much of the thing itself is made up."""
    carried: Carried | None = None
    """The day and the scenario that the reader comes from."""

    @property
    def of(self) -> Mapping[str, str]:
        """The parameters of that day and scenario, for the things that the page leads to."""
        return self.carried.values if self.carried else FACTS


async def thing_page(store: Store, ref: Ref, language: Language, carried: Carried | None = None) -> ThingPage:
    """Everything about a thing, in a bounded number of round trips.

    It shows the facts; where the reader comes from another day or a scenario, what it leads to is of that.

    Raises:
        UnknownThingError: the graph does not hold it.
    """
    kind = known_kind(ref.kind, language)
    revision, rows = await store.read_whole(whole(kind), id=ref.id, offset=0, limit=SHOWN_OF_EACH)
    if not rows:
        raise await unknown(store, ref, kind, language)
    thing: Thing = rows[0]["n"]
    groups = tuple(groups_of(kind, rows[0], language))
    facts = [fact_row(attribute, thing, language) for attribute in kind.attributes().values()]
    stated = tuple(
        row for name, row in zip(kind.attributes(), facts, strict=True) if row.values and in_table(name, row)
    )
    return ThingPage(
        ref=ref,
        name=thing.name(language),
        kind=kind,
        revision=revision,
        facts=stated,
        not_stated=tuple(row.label for row in facts if not row.values),
        records=thing.records,
        who_says=RecordWording(await library(store), language),
        groups=groups,
        questions=tuple(fitting_questions(ref, language, carried.on if carried else FACTS)),
        maps=tuple(fitting_maps(ref, language, carried.on if carried else FACTS)),
        illustrative=thing.illustrative or any(row.illustrative for group in groups for row in group.rows),
        made_up=standing(thing),
        carried=carried,
    )


async def relations_page(
    store: Store, ref: Ref, key: str, offset: int, language: Language, carried: Carried | None = None
) -> ThingPage:
    """The relations of one name of a thing, from number `offset` on.

    Raises:
        UnknownThingError: the graph does not hold the thing, or its kind has no such relation.
    """
    kind = known_kind(ref.kind, language)
    side = ONTOLOGY.sides(kind).get(key)
    if side is None:
        raise UnknownThingError(
            N_("{kind} has no relation {key}. It has: {known}."),
            kind=kind.words.say(language), key=key, known=", ".join(ONTOLOGY.sides(kind)),
        )  # fmt: skip
    revision, rows = await store.read_whole(one_side(kind, side), id=ref.id, offset=offset, limit=SHOWN_OF_ONE)
    if not rows:
        raise await unknown(store, ref, kind, language)
    thing: Thing = rows[0]["n"]
    group = group_of(side, rows[0]["total"], rows[0]["shown"], language, offset)
    return ThingPage(
        ref=ref, name=thing.name(language), kind=kind, revision=revision, facts=(), not_stated=(), records=(),
        who_says=RecordWording(await library(store), language),
        groups=(group,), questions=(), maps=(), illustrative=any(row.illustrative for row in group.rows),
        carried=carried,
    )  # fmt: skip
