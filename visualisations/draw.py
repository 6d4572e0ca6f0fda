"""Drawing a map: read once, sketch, place, word; the same graph gives the same drawing."""

from collections.abc import Iterable
from typing import Any, Protocol

from graph.errors import QuestionError
from graph.facts import Ref, Thing
from graph.ontology import ONTOLOGY
from graph.store import Store
from graph.words import N_, Language, Words
from queries.checking import IDS_LOOKED_THROUGH, unknown, validated
from visualisations.atlas import Map, atlas
from visualisations.bending import bends
from visualisations.drawing import Area, Card, MapDrawing, Stroke
from visualisations.layout import Table, table
from visualisations.legend import legend, line_colours
from visualisations.lettering import lettered
from visualisations.sketch import Line, Sketch
from visualisations.telling import told


class Headed(Protocol):
    """What a finished map takes its headings from."""

    @property
    def stem(self) -> str: ...

    @property
    def title(self) -> Words: ...

    @property
    def about(self) -> Words: ...


async def draw(store: Store, stem: str, *, language: Language, **values: Any) -> MapDrawing:
    """The map `stem` in `language`; `values` are its parameters, ``limit`` among them.

    Raises:
        QuestionError: there is no such map, or it does not take these values.
        UnknownThingError: a parameter names a thing that the graph does not hold.
    """
    chosen = named(stem)
    parameters = validated(chosen.parameters, stem, values)
    await _must_exist(store, parameters.refers_to())
    text = parameters.fitted(chosen.text)
    revision, rows = await store.read_whole(text, **parameters.model_dump(mode="json"))
    return finished(chosen, chosen.sketch(rows, parameters, language), language, revision)


async def _must_exist(store: Store, wanted: Iterable[tuple[str, str, str]]) -> None:
    for parameter, kind, id in wanted:
        if not await store.read(f"MATCH (n:{kind} {{id: $id}}) RETURN n.id AS id", id=id):
            known = await store.read(f"MATCH (n:{kind}) RETURN n.id AS id LIMIT {IDS_LOOKED_THROUGH}")
            raise unknown(parameter, kind, id, [row["id"] for row in known])


def named(stem: str) -> Map:
    """The map called `stem`."""
    if found := atlas().get(stem):
        return found
    raise QuestionError(N_("There is no map '{stem}'. There are: {known}."), stem=stem, known=", ".join(atlas()))


def finished(chosen: Headed, sketch: Sketch, language: Language, revision: int) -> MapDrawing:
    """A sketch with places, colours and words."""
    things = sketch.things()
    lines = [line for line in sketch.lines if line.source in things and line.target in things]
    placed = table(
        {cell: [thing.key for thing in held] for cell, held in sketch.cells.items()},
        [(line.source, line.target) for line in lines],
        aspect=sketch.aspect,
        gap=sketch.gap,
        tallest=sketch.tallest,
    )
    cards = tuple(_card(thing, placed, sketch, language) for thing in things.values())
    strokes = _strokes(lines, placed, {ref: thing.name(language) for ref, thing in things.items()}, language)
    title = chosen.title.say(language)
    return MapDrawing(
        stem=chosen.stem,
        language=language,
        title=f"{title}: {sketch.subject.name(language)}" if sketch.subject else title,
        about=chosen.about.say(language),
        cards=cards,
        strokes=strokes,
        areas=_areas(sketch, placed),
        legend=legend(cards, strokes, language),
        total=sketch.total,
        lines_left_out=sketch.lines_left_out,
        words_on_lines=sketch.words_on_lines,
        revision=revision,
    )


def _card(thing: Thing, placed: Table, sketch: Sketch, language: Language) -> Card:
    kind = ONTOLOGY.kinds[thing.kind]
    x, y = placed.places[thing.key]
    return Card(
        ref=thing.key,
        label=thing.name(language),
        colour=kind.colour,
        shape=kind.shape,
        x=x,
        y=y,
        note=sketch.notes.get(thing.key, ""),
        illustrative=thing.illustrative,
        subject=thing.key in sketch.emphasised or (sketch.subject is not None and sketch.subject.key == thing.key),
        told=told(thing, language, {}),
    )


def _strokes(lines: list[Line], placed: Table, names: dict[Ref, str], language: Language) -> tuple[Stroke, ...]:
    colours = line_colours(line.relation for line in lines)
    told_of = [held for line in lines for held in (*line.held, *line.about, *line.passed) if isinstance(held, Thing)]
    names = {held.key: held.name(language) for held in told_of} | names
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
            label=words[number],
            colour=colours[line.relation],
            bend=curves[number],
            x=spots[number][0],
            y=spots[number][1],
            illustrative=any(held.illustrative for held in line.held),
            through=tuple(thing.key for thing in line.passed if thing.key in placed.places),
            told=tuple(told(held, language, names) for held in line.held),
        )
        for number, line in enumerate(lines)
    )


def _words(line: Line, language: Language) -> str:
    """What flows along the line, or else its relation's word; and how many it stands for."""
    about = ", ".join(dict.fromkeys(thing.name(language) for thing in line.about))
    word = about or ONTOLOGY.relations[line.relation].forward.say(language)
    return f"{word} ({line.times})" if line.times > 1 else word


def _areas(sketch: Sketch, placed: Table) -> tuple[Area, ...]:
    rows = [Area(sketch.rows.get(index, ""), box, True) for index, box in placed.rows.items()]
    columns = [
        Area(sketch.columns[index], box, False) for index, box in placed.columns.items() if index in sketch.columns
    ]
    return (*rows, *columns)
