"""The page of a map: its form and its drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from graph.errors import QuestionError, UnknownThingError
from graph.store import Store
from graph.words import Language
from visualisations.atlas import Map
from visualisations.canvas import fragment
from visualisations.draw import draw
from visualisations.pages.form import Input, form


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


async def map_page(store: Store, chosen: Map, values: Mapping[str, Any], language: Language) -> MapPage:
    """The map with these parameters; wrong ones are told on the page, beside the form."""
    drawing, problem, lost = None, "", False
    if all(name in values for name, attribute in chosen.inputs.items() if attribute.required):
        try:
            drawing = await draw(store, chosen.stem, language=language, **values)
        except QuestionError as error:
            problem, lost = error.say(language), isinstance(error, UnknownThingError)
    return MapPage(
        stem=chosen.stem,
        title=drawing.title if drawing else chosen.title.say(language),
        about=chosen.about.say(language),
        form=await form(chosen, values, store, language),
        drawing=fragment(drawing) if drawing else None,
        problem=problem,
        lost=lost,
        revision=drawing.revision if drawing else await store.revision(),
        illustrative=drawing.illustrative if drawing else False,
    )
