"""Drawing a map: sketch it from the picture, read who says what is drawn, place it, word it; the same every time."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from graph.errors import ChangingError, QuestionError
from graph.facts import LinkKey, Ref
from graph.ontology import ONTOLOGY
from graph.picture import Node
from graph.store import Store
from graph.words import N_, Language, Words, say
from queries.answer import ThingRef
from queries.checking import must_exist, validated
from queries.pictures import Pictures, View
from visualisations.atlas import Map, atlas
from visualisations.bending import bends
from visualisations.drawing import Area, Card, MapDrawing, Stroke, Told
from visualisations.fetching import Behind, fetched, is_assumed
from visualisations.layout import Table, table
from visualisations.legend import legend, line_colours
from visualisations.lettering import lettered
from visualisations.sketch import Line, Sketch
from visualisations.telling import told
from visualisations.wording import day

TRIES = 5
"""How often a map is begun again because a run wrote between the picture and the records."""


class Headed(Protocol):
    """What a finished map takes its headings from."""

    @property
    def stem(self) -> str: ...

    @property
    def title(self) -> Words: ...

    @property
    def about(self) -> Words: ...


async def draw(store: Store, pictures: Pictures, stem: str, *, language: Language, **values: Any) -> MapDrawing:
    """The map `stem` in `language`; `values` are its parameters, ``limit`` among them.

    Raises:
        QuestionError: there is no such map, or it does not take these values.
        UnknownThingError: a parameter names a thing that the graph of the day, or of the scenario, does not hold.
        ChangingError: runs keep writing.
    """
    chosen = named(stem)
    parameters = validated(chosen.parameters, stem, values)
    for _ in range(TRIES):
        view = await pictures.asked(parameters)
        must_exist(view.picture, parameters.refers_to())
        sketch = await asyncio.to_thread(chosen.sketch, view.picture, view.dated(parameters), language)
        if (drawing := await traced(store, chosen, sketch, view, language)) is not None:
            return drawing
    raise ChangingError(N_("A load is being written just now. Ask again when it has ended."))


def named(stem: str) -> Map:
    """The map called `stem`."""
    if found := atlas().get(stem):
        return found
    raise QuestionError(N_("There is no map '{stem}'. There are: {known}."), stem=stem, known=", ".join(atlas()))


async def traced(store: Store, chosen: Headed, sketch: Sketch, view: View, language: Language) -> MapDrawing | None:
    """The sketch finished, with who says what it draws; None where a run wrote after the picture was read."""
    revision, behind = await fetched(store, sketch, view)
    if revision != view.picture.revision:
        return None
    return await asyncio.to_thread(finished, chosen, sketch, behind, view, language)


def finished(chosen: Headed, sketch: Sketch, behind: Behind, view: View, language: Language) -> MapDrawing:
    """A sketch of the view with places, colours and words, and the facts `behind` it."""
    things, lines, names = sketch.things(), sketch.strokes(), sketch.names(language)
    placed = table(
        {cell: [thing.ref for thing in held] for cell, held in sketch.cells.items()},
        [(line.source, line.target) for line in lines],
        aspect=sketch.aspect,
        gap=sketch.gap,
        tallest=sketch.tallest,
    )

    def tell(key: Ref | LinkKey) -> Told:
        if isinstance(key, Ref) and key in sketch.own:
            return sketch.own[key]
        return replace(told(behind[key], language, names), assumed=is_assumed(behind[key]))

    cards = tuple(_card(thing, placed, sketch, names, tell) for thing in things.values())
    strokes = _strokes(lines, placed, tell, language)
    title = chosen.title.say(language)
    return MapDrawing(
        stem=chosen.stem,
        language=language,
        title=f"{title}: {names[sketch.subject.ref]}" if sketch.subject else title,
        about=chosen.about.say(language),
        cards=cards,
        strokes=strokes,
        areas=_areas(sketch, placed),
        legend=legend(cards, strokes, language),
        total=sketch.total,
        lines_left_out=sketch.lines_left_out,
        words_on_lines=sketch.words_on_lines,
        revision=view.picture.revision,
        of=view.of,
        asked_of=_asked_of(view, language),
    )


def _asked_of(view: View, language: Language) -> str:
    parts = [say(N_("Scenario: {name} – not the facts."), language, name=view.scenario.name)] if view.scenario else []
    if view.day:
        parts.append(say(N_("As of {day}, by the dates that are stated."), language, day=day(view.day, language)))
    return " ".join(parts)


Tell = Callable[[Ref | LinkKey], Told]


def _card(thing: Node, placed: Table, sketch: Sketch, names: Mapping[Ref, str], tell: Tell) -> Card:
    kind = ONTOLOGY.kinds[thing.kind]
    x, y = placed.places[thing.ref]
    return Card(
        ref=thing.ref,
        label=names[thing.ref],
        colour=kind.colour,
        shape=kind.shape,
        x=x,
        y=y,
        note=sketch.notes.get(thing.ref, ""),
        subject=thing.ref in sketch.emphasised or thing is sketch.subject,
        told=tell(thing.ref),
    )


def _strokes(lines: list[Line], placed: Table, tell: Tell, language: Language) -> tuple[Stroke, ...]:
    colours = line_colours(line.relation for line in lines) | {
        line.sort.name: line.sort.colour for line in lines if line.sort
    }
    curves = bends([(line.source, line.target) for line in lines], placed.places)
    words = [_words(line, language) for line in lines]
    spots = lettered(
        [(line.source, line.target, bend, said) for line, bend, said in zip(lines, curves, words, strict=True)],
        placed.places,
    )
    return tuple(
        Stroke(
            id=f"line-{number}",
            source=line.source,
            target=line.target,
            group=line.relation,
            sort=_sort(line, language),
            label=words[number],
            colour=colours[line.relation],
            bend=curves[number],
            x=spots[number][0],
            y=spots[number][1],
            through=tuple(node.ref for node in line.passed if node.ref in placed.places),
            told=(*line.told, *(tell(each.ref if isinstance(each, Node) else each) for each in line.held)),
        )
        for number, line in enumerate(lines)
    )


def _words(line: Line, language: Language) -> str:
    """What flows along the line, or else its relation's word; and how many it stands for."""
    about = ", ".join(dict.fromkeys(ThingRef.of(node).say(language) for node in line.about))
    word = about or _sort(line, language)
    return f"{word} ({line.times})" if line.times > 1 else word


def _sort(line: Line, language: Language) -> str:
    """The line's word: of its sort, or of its relation."""
    return (line.sort.words if line.sort else ONTOLOGY.relations[line.relation].forward).say(language)


def _areas(sketch: Sketch, placed: Table) -> tuple[Area, ...]:
    rows = [Area(sketch.rows.get(index, ""), box, True) for index, box in placed.rows.items()]
    columns = [
        Area(sketch.columns[index], box, False) for index, box in placed.columns.items() if index in sketch.columns
    ]
    return (*rows, *columns)
