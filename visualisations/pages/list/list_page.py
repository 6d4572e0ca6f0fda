"""Lists of things: what a search finds, and all of a kind; of today, of a day and of a scenario."""

from dataclasses import dataclass

from graph.database.one_revision import at_one_revision
from graph.database.scenarios import NAMED
from graph.database.store import Store
from graph.errors import QuestionError
from graph.facts.facts import name_of
from graph.language.words import Language, Words
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from graph.scenarios.scenario_store import kept, kept_of
from graph.snapshot.node import Node
from queries.asking.snapshots import Snapshots, View
from queries.asking.stated import StatedRecords, stated_records
from visualisations.pages.frame.asked_of import AskedOf, kept_mark
from visualisations.pages.frame.carrying import carried
from visualisations.pages.frame.fitting import FACTS, Of
from visualisations.pages.frame.inputs import Input
from visualisations.pages.frame.of_fields import of_form
from visualisations.pages.list.finding import things_found
from visualisations.pages.thing.fact_rows import Standing, assumed, standing
from visualisations.pages.thing.known import known_kind
from visualisations.wording.cell_wording import Part

PAGE = 50
SEARCH = Words("A search", "En sökning")
"""What is told not to take a day or a scenario."""


@dataclass(frozen=True)
class ListedThing:
    """One thing of a list."""

    thing: Part
    kind: type[Kind]
    description: str
    made_up: Standing
    assumed: bool
    """Whether only a scenario has it."""


@dataclass(frozen=True)
class ListPage:
    """A list of things, and how much of the whole it is."""

    text: str
    kind: type[Kind] | None
    form: tuple[Input, ...]
    """The fields that choose the day and the scenario."""
    kept_scenarios: str
    """Changes when a scenario that may be chosen does."""
    offset: int
    revision: int
    of: Of
    """The parameters of the day and the scenario, for what the page leads to."""
    asked_of: AskedOf | None = None
    """What is listed where that is not the facts of today."""
    rows: tuple[ListedThing, ...] = ()
    total: int = 0
    near: tuple[str, ...] = ()
    """Names much like the text, where nothing was found."""
    problem: str = ""
    """What is wrong with the day or the scenario; empty where nothing is."""

    @property
    def illustrative(self) -> bool:
        """Whether anything shown is made up as an example."""
        return any(row.made_up != "not" for row in self.rows)


async def search_page(
    store: Store, snapshots: Snapshots, text: str, offset: int, language: Language, of: Of = FACTS
) -> ListPage:
    """The things whose id, names or description hold every word of `text`; none where it has none."""
    return await _page(store, snapshots, None, text, offset, language, of)


async def kind_page(
    store: Store, snapshots: Snapshots, kind: str, text: str, offset: int, language: Language, of: Of = FACTS
) -> ListPage:
    """The things of a kind, those with every word of `text` where it is given.

    Raises:
        UnknownThingError: there is no such kind.
    """
    return await _page(store, snapshots, known_kind(kind, language), text, offset, language, of)


async def _page(
    store: Store, snapshots: Snapshots, kind: type[Kind] | None, text: str, offset: int, language: Language, of: Of
) -> ListPage:
    """The list; a day or a scenario that there is not is told on the page, beside the form."""

    async def attempt() -> ListPage | None:
        seen = await carried(snapshots, of, kind.plural if kind else SEARCH)
        found, near = await things_found(seen.snapshot, kind, text)
        shown = found[offset : offset + PAGE]
        read = await stated_records(store, [node.ref for node in shown], (NAMED, {}))
        if read.revision != seen.snapshot.revision:
            return None
        scenarios = kept_of(read.more[0])
        return ListPage(
            text,
            kind,
            of_form(of, language, scenarios),
            kept_mark(scenarios),
            offset,
            read.revision,
            of,
            asked_of=seen.asked_of,
            rows=tuple(_listed(node, read, seen.view, language) for node in shown),
            total=len(found),
            near=near,
        )

    try:
        return await at_one_revision(attempt)
    except QuestionError as error:
        scenarios, revision = await kept(store), await store.revision()
        form = of_form(of, language, scenarios)
        problem = error.say_with_labels(language)
        return ListPage(text, kind, form, kept_mark(scenarios), offset, revision, FACTS, problem=problem)


def _listed(node: Node, read: StatedRecords, view: View, language: Language) -> ListedThing:
    records = read.behind(node.ref, view)
    return ListedThing(
        thing=Part(name_of(node.id, node.fields).say(language), node.ref),
        kind=ONTOLOGY.kinds[node.kind],
        description=str(node.field("description") or ""),
        made_up=standing(records),
        assumed=assumed(records),
    )
