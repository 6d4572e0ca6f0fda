"""The page of a map, or of the map of an answer: its form and its drawing."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from graph.database.store import Store
from graph.errors import QuestionError, UnknownThingError
from graph.language.words import Language
from graph.scenarios.scenario_store import kept
from queries.asking.question import Question
from queries.asking.service import QuestionService
from queries.asking.snapshots import Snapshots
from visualisations.drawing.canvas import fragment
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.maps.answer_map import draw_answer
from visualisations.maps.atlas import Map
from visualisations.maps.draw import draw
from visualisations.pages.frame.asked_of import DAY, SCENARIO, AskedOf, asked_of, kept_mark
from visualisations.pages.frame.carrying import chosen_from
from visualisations.pages.frame.form import PAGING, form
from visualisations.pages.frame.inputs import Input
from visualisations.pages.question.question_page import ROWS
from visualisations.wording.addresses import answer_map_address, map_address, question_address


@dataclass(frozen=True)
class MapPage:
    """What the page of a map shows."""

    stem: str
    title: str
    about: str
    form: tuple[Input, ...]
    drawing: Markup | None
    """None until every parameter that must be given is given."""
    problem: str
    """What is wrong with the values given; empty where nothing is."""
    lost: bool
    """True where a value names a thing that the graph does not hold."""
    revision: int
    illustrative: bool
    asked_of: AskedOf | None
    """What is drawn where that is not the facts of today."""
    address_of_facts: str
    """The same map, of the facts of today."""
    kept_scenarios: str
    """Changes when a scenario that may be chosen does."""
    of: Mapping[str, Any]
    """What chooses another graph than the facts of today, to be carried on to where the page leads."""
    cypher: str = ""
    """What is drawn as Cypher, for Neo4j Browser."""
    answer: str = ""
    """Address of the answer as a table, where the map is of one."""


async def map_page(
    store: Store, snapshots: Snapshots, chosen: Map, values: Mapping[str, Any], language: Language
) -> MapPage:
    """The map with these parameters; wrong ones are told on the page, beside the form."""

    async def drawn() -> MapDrawing:
        return await draw(store, snapshots, chosen.stem, language, **values)

    return await _page(store, snapshots, chosen, chosen.about.say(language), values, language, drawn, map_address)


async def answer_map_page(
    store: Store, service: QuestionService, question: Question, values: Mapping[str, Any], language: Language
) -> MapPage:
    """The map of the rows that the question's page shows with these parameters."""

    async def drawn() -> MapDrawing:
        return await draw_answer(store, service, question.stem, language, **{"limit": ROWS} | dict(values))

    about = question.about.say(language)
    page = await _page(
        store, service.snapshots, question, about, values, language, drawn, answer_map_address, hidden=PAGING
    )
    return replace(page, answer=question_address(question.stem, **values))


async def _page(
    store: Store,
    snapshots: Snapshots,
    chosen: Map | Question,
    about: str,
    values: Mapping[str, Any],
    language: Language,
    drawn: Callable[[], Awaitable[MapDrawing]],
    address: Callable[..., str],
    *,
    hidden: Collection[str] = (),
) -> MapPage:
    drawing, problem, lost = None, "", False
    scenarios = await kept(store)
    of_facts = {name: value for name, value in values.items() if name not in (SCENARIO, DAY)}
    if all(name in values for name, attribute in chosen.inputs.items() if attribute.required):
        try:
            drawing = await drawn()
        except QuestionError as error:
            problem, lost = error.say_with_labels(language), isinstance(error, UnknownThingError)
    graph = await asked_of(store, values)
    things = await chosen_from(snapshots, values, chosen.called)
    return MapPage(
        stem=chosen.stem,
        title=drawing.title if drawing else chosen.title.say(language),
        about=about,
        form=form(chosen, values, things, language, hidden=hidden, scenarios=scenarios),
        drawing=fragment(drawing) if drawing else None,
        problem=problem,
        lost=lost,
        revision=drawing.revision if drawing else await store.revision(),
        illustrative=drawing.illustrative if drawing else False,
        asked_of=graph,
        address_of_facts=address(chosen.stem, **of_facts),
        kept_scenarios=kept_mark(scenarios),
        of={name: value for name, value in values.items() if name in (SCENARIO, DAY)} if graph else {},
        cypher=drawing.cypher if drawing and drawing.cards else "",
    )
