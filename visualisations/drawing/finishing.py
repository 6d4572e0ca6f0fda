"""Finishing a sketch: places, colours, words, and what a click tells; the same sketch gives the same drawing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from graph.facts.facts import FactKey, Ref
from graph.facts.merged_view import Link, Thing
from graph.language.words import N_, Language, Words, say
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from queries.asking.answer import ThingRef
from queries.asking.answer_cypher import in_cypher
from queries.asking.snapshots import View
from visualisations.drawing.details import details_of
from visualisations.drawing.edge_routing import route_edges
from visualisations.drawing.fetching import Behind, Dated, is_assumed
from visualisations.drawing.label_placement import place_labels
from visualisations.drawing.layout import CardLayout, table
from visualisations.drawing.legend import legend, line_colours
from visualisations.drawing.map_drawing import Area, Card, FactDetails, MapDrawing, Stroke
from visualisations.drawing.sketch import Line, Sketch
from visualisations.wording.effect_wording import standing_texts
from visualisations.wording.wording import fact_wording

DetailsFor = Callable[[FactKey], FactDetails]


class Headed(Protocol):
    """What a finished map takes its headings from."""

    @property
    def stem(self) -> str: ...

    @property
    def title(self) -> Words: ...

    @property
    def about(self) -> Words: ...


@dataclass(frozen=True)
class Heading:
    """The headings of a map that is none of the atlas."""

    stem: str
    title: Words
    about: Words


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

    def details_for(key: FactKey) -> FactDetails:
        if isinstance(key, Ref) and key in sketch.own:
            return sketch.own[key]
        held = behind[key]
        said = details_of(held, language, names)
        return replace(said, assumed=is_assumed(held), facts=(*said.facts, *_stated(held, language)))

    cards = tuple(_card(thing, placed, sketch, names, details_for) for thing in things.values())
    strokes = _strokes(lines, placed, details_for, language)
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
        revision=view.snapshot.revision,
        of=view.of,
        asked_of=_asked_of(view, language),
        cypher=_cypher(title, sketch, behind, view, language),
    )


def _cypher(title: str, sketch: Sketch, behind: Behind, view: View, language: Language) -> str:
    """What is drawn, as far as the graph holds it."""
    facts = {key for key in sketch.facts() if not is_assumed(behind[key])}
    return in_cypher([title, *filter(None, [_asked_of(view, language)])], facts, language)


def _stated(held: Thing | Link, language: Language) -> Iterator[tuple[str, str]]:
    """What sources state where a day's dates say something else, so that nobody takes the one for the other."""
    if isinstance(held, Dated):
        attributes = ONTOLOGY.kinds[held.kind].attributes()
        for name, value in held.stated.items():
            label = say(N_("{field}, as stated"), language, field=attributes[name].words)
            yield label, fact_wording(value, attributes[name], language)


def _asked_of(view: View, language: Language) -> str:
    scenario = view.scenario.name if view.scenario else None
    return " ".join(standing_texts(scenario, view.day, language, is_today=view.is_today))


def _card(thing: Node, placed: CardLayout, sketch: Sketch, names: Mapping[Ref, str], details_for: DetailsFor) -> Card:
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
        details=details_for(thing.ref),
    )


def _strokes(lines: list[Line], placed: CardLayout, details_for: DetailsFor, language: Language) -> tuple[Stroke, ...]:
    colours = line_colours(line.relation for line in lines) | {
        line.sort.name: line.sort.colour for line in lines if line.sort
    }
    curves = route_edges([(line.source, line.target) for line in lines], placed.places)
    words = [_words(line, language) for line in lines]
    spots = place_labels(
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
            details=(*line.details, *(details_for(each.ref if isinstance(each, Node) else each) for each in line.held)),
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


def _areas(sketch: Sketch, placed: CardLayout) -> tuple[Area, ...]:
    rows = [Area(sketch.rows.get(index, ""), box, True) for index, box in placed.rows.items()]
    columns = [
        Area(sketch.columns[index], box, False) for index, box in placed.columns.items() if index in sketch.columns
    ]
    return (*rows, *columns)
