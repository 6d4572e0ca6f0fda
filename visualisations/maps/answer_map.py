"""The map of an answer: what its rows name and rest on, by kind, and the relations that they rest on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from graph.database.one_revision import at_one_revision
from graph.database.store import Store
from graph.facts.facts import LinkKey, Ref
from graph.language.words import LANGUAGES, N_, Language, Words, by_number, say
from graph.ontology.kinds import (
    Api,
    Arena,
    CareSector,
    Coordinator,
    Device,
    Discipline,
    Document,
    Exchange,
    GovernanceBody,
    InformationEntity,
    InformationModel,
    IntegrationPlatform,
    Milestone,
    Organisation,
    Regulation,
    Requirement,
    Role,
    SharedStorage,
    Standard,
    StandardVersion,
    System,
)
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Answer, AnswerRow, ThingRef
from queries.asking.question import Question
from queries.asking.service import QuestionService, named
from queries.asking.validation import validated
from visualisations.drawing.finishing import Heading
from visualisations.drawing.link_lines import link_line
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.drawing.sketch import Sketch
from visualisations.maps.draw import traced

MOST_THINGS = 60
FEW_LINES = 40
TALLEST = 12
ROOM_FOR_WORDS = 170
WHO, CHANGES, SYSTEMS, FLOWS, MIDDLE, INFORMATION, RULES = range(7)
HEADINGS = {
    WHO: N_("Who owns, decides and answers"),
    CHANGES: N_("Decisions and changes"),
    SYSTEMS: N_("Systems and devices"),
    FLOWS: N_("Exchanges and interfaces"),
    MIDDLE: N_("Platforms and storage"),
    INFORMATION: N_("Information and disciplines"),
    RULES: N_("Standards, law, documents"),
}
PLACED = {
    WHO: (Organisation, CareSector, GovernanceBody, Role, Coordinator, Arena),
    SYSTEMS: (System, Device),
    FLOWS: (Exchange, Api),
    MIDDLE: (IntegrationPlatform, SharedStorage),
    INFORMATION: (InformationEntity, InformationModel, Discipline),
    RULES: (Standard, StandardVersion, Regulation, Milestone, Requirement, Document),
}
GROUP_OF = {kind.__name__: group for group, kinds in PLACED.items() for kind in kinds}
"""Where each kind stands, from left to right; every other is something decided, needed or changed."""
ABOUT = N_(
    "What rows {first} to {last} of {total} name or rest on, by kind, and the relations that they rest on. "
    "Yellow cards are what the rows are about."
)
NOTHING = N_("The answer is empty: no fact in the graph fits the question.")
AFTER_END = by_number(
    "There is one row in all, and what was asked for lies after it.",
    "There are {total} rows in all, and what was asked for lies after the last one.",
    "total",
)


async def draw_answer(
    store: Store, service: QuestionService, stem: str, language: Language, most: int = MOST_THINGS, /, **values: Any
) -> MapDrawing:
    """The map of the answer to the question `stem`, of at most so many things; a reading beside the answer's own.

    Raises:
        QuestionError: there is no such question, or it does not take these values.
        UnknownThingError: a parameter names a thing that the graph does not hold.
        ChangingError: runs keep writing.
    """
    question = named(stem)

    async def attempt() -> MapDrawing | None:
        answer = await service.evaluate(stem, **values)
        view = await service.snapshots.view(validated(question.parameters, question.called, values))
        if view.snapshot.revision != answer.revision:
            return None
        sketch = sketched(question, answer, view.snapshot, language, most)
        return await traced(store, Heading(stem, question.title, _about(answer)), sketch, view, language)

    return await at_one_revision(attempt)


def sketched(question: Question, answer: Answer, snapshot: Snapshot, language: Language, most: int) -> Sketch:
    """What the rows name and rest on, by kind, and the relations that they rest on."""
    everything = list(dict.fromkeys(ref for row in answer.rows for ref in refs_of_row(row)))
    keys = sorted({shown.key for row in answer.rows for shown in row.evidence if isinstance(shown.key, LinkKey)})
    sketch = Sketch(total=len(everything), gap=ROOM_FOR_WORDS)
    column = _column_of_subjects(question, answer.rows)
    sketch.emphasised = {ref for row in answer.rows for ref in _refs(getattr(row, column, None))}
    for ref in everything[:most]:
        if node := snapshot.get(*ref):
            sketch.put((0, _column(ref, sketch.emphasised)), node)
    sketch.lines = list(map(link_line, keys))
    sketch.words_on_lines = len(sketch.strokes()) <= FEW_LINES
    sketch.tallest = TALLEST if len(sketch.cells) > 1 else 1
    sketch.columns = _headings(sketch, question.columns.get(column), language)
    return sketch


def refs_of_row(row: AnswerRow) -> Iterator[Ref]:
    """Every thing that a row names, then every thing that it rests on."""
    yield from _refs(dict(row) | {"evidence": None})
    for shown in row.evidence:
        yield from shown.refs


def _refs(value: Any) -> Iterator[Ref]:
    """The things anywhere in a value of an answer."""
    if isinstance(value, ThingRef):
        yield Ref(value.kind, value.id)
    elif isinstance(value, BaseModel | Mapping):
        for each in dict(value).values():
            yield from _refs(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _refs(each)


def _column_of_subjects(question: Question, rows: Iterable[AnswerRow]) -> str:
    """The first column that is a thing in some row; empty where none is."""
    found = {name for row in rows for name in question.columns if isinstance(getattr(row, name), ThingRef)}
    return next((name for name in question.columns if name in found), "")


def _column(ref: Ref, subjects: set[Ref]) -> int:
    """The things of each group stand in two columns: what rows are about, and the others."""
    return 2 * GROUP_OF.get(ref.kind, CHANGES) + (ref not in subjects)


def _headings(sketch: Sketch, subjects: Words | None, language: Language) -> dict[int, str]:
    """Each column by its group; the two of one group are told apart by what the rows call their subjects."""
    columns = {column for _, column in sketch.cells}
    headings = {column: say(HEADINGS[column // 2], language) for column in columns}
    if subjects is not None:
        headings |= {column: subjects.say(language) for column in columns if column % 2 == 0 and column + 1 in columns}
    return headings


def _about(answer: Answer) -> Words:
    if answer.total and not answer.rows:
        return Words(*(say(AFTER_END, language, total=answer.total) for language in LANGUAGES))
    if not answer.rows:
        return Words(*(say(NOTHING, language) for language in LANGUAGES))
    first = int(answer.parameters["offset"]) + 1
    last = first + len(answer.rows) - 1
    return Words(*(say(ABOUT, language, first=first, last=last, total=answer.total) for language in LANGUAGES))
