"""Drawing a map: sketch it from the snapshot, read who says what is drawn, and finish it."""

import asyncio
from typing import Any

from graph.database.one_revision import at_one_revision
from graph.database.store import Store
from graph.errors import UnknownThingError
from graph.language.words import N_, Language
from queries.asking.snapshots import Snapshots, View
from queries.asking.validation import must_exist, validated
from visualisations.drawing.fetching import fetched
from visualisations.drawing.finishing import Headed, finished
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.drawing.sketch import Sketch
from visualisations.maps.atlas import Map, atlas


async def draw(store: Store, snapshots: Snapshots, stem: str, language: Language, /, **values: Any) -> MapDrawing:
    """The map `stem` in `language`; `values` are its parameters, ``limit`` among them.

    Raises:
        QuestionError: it does not take these values.
        UnknownThingError: there is no such map, or a parameter names a thing that the graph of the day, or of the
            scenario, does not hold.
        ChangingError: runs keep writing.
    """
    chosen = named(stem)
    parameters = validated(chosen.parameters, chosen.called, values)

    async def attempt() -> MapDrawing | None:
        view = await snapshots.view(parameters)
        must_exist(view.snapshot, parameters.refers_to())
        sketch = await asyncio.to_thread(chosen.sketch, view.snapshot, view.dated(parameters), language)
        return await traced(store, chosen, sketch, view, language)

    return await at_one_revision(attempt)


def named(stem: str) -> Map:
    """The map called `stem`.

    Raises:
        UnknownThingError: there is none.
    """
    if found := atlas().get(stem):
        return found
    raise UnknownThingError(N_("There is no map '{stem}'. There are: {known}."), stem=stem, known=", ".join(atlas()))


async def traced(store: Store, chosen: Headed, sketch: Sketch, view: View, language: Language) -> MapDrawing | None:
    """The sketch finished, with who says what it draws; None where a run wrote after the snapshot was read."""
    revision, behind = await fetched(store, sketch, view)
    if revision != view.snapshot.revision:
        return None
    return await asyncio.to_thread(finished, chosen, sketch, behind, view, language)
