"""The page of a question: its form, its answer as a table, and the records behind each row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import QuestionError, UnknownThingError
from graph.store import Store
from graph.words import Language, say
from queries.asking import Asker
from queries.question import Answer, AnswerRow, Question
from visualisations.pages.addresses import answer_map_address, question_address
from visualisations.pages.cells import Cell, cell
from visualisations.pages.form import PAGING, Input, form
from visualisations.pages.sources import (
    Library,
    Names,
    Record,
    library,
    names_of,
    refs_of,
    shown_record,
)

ROWS = 50
"""Rows on a page unless asked otherwise; files hold all."""
EVIDENCE_SHOWN = 30
FORMS = ("csv", "xlsx", "json")


@dataclass(frozen=True)
class Column:
    """One column of the table."""

    label: str
    numeric: bool


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    cells: tuple[Cell, ...]
    records: tuple[Record, ...]
    more_records: int
    illustrative: bool


@dataclass(frozen=True)
class Table:
    """An answer as a page shows it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: int
    first: int
    """Number of the first row shown, from 1."""
    illustrative: bool
    before: str | None
    """Address of the rows before these."""
    after: str | None
    files: Mapping[str, str]
    """Address of each file by its format."""
    map: str
    """Address of the map of these rows."""

    @property
    def last(self) -> int:
        """Number of the last row shown."""
        return self.first + len(self.rows) - 1


@dataclass(frozen=True)
class QuestionPage:
    """What the page of a question shows."""

    stem: str
    title: str
    about: str
    text: str
    form: tuple[Input, ...]
    table: Table | None
    """None until every parameter that must be given is given."""
    problem: str
    """What is wrong with the values given; empty where nothing is."""
    lost: bool
    """True where a value names a thing that the graph does not hold."""
    revision: int
    chosen: Mapping[str, Any]

    @property
    def illustrative(self) -> bool:
        """Whether anything shown is made up as an example."""
        return self.table is not None and self.table.illustrative


async def question_page(
    store: Store, asker: Asker, question: Question, values: Mapping[str, Any], language: Language
) -> QuestionPage:
    """The question with these parameters; wrong ones are told on the page, beside the form."""
    table, problem, lost = None, "", False
    chosen = {name: value for name, value in values.items() if name not in PAGING}
    complete = all(name in values for name, attribute in question.inputs.items() if attribute.required)
    if complete:
        try:
            answer = await asker.ask(question.stem, **{"limit": ROWS} | dict(values))
            table = await _table(store, question, answer, values, language)
        except QuestionError as error:
            problem, lost = error.say(language), isinstance(error, UnknownThingError)
    return QuestionPage(
        stem=question.stem,
        title=question.title.say(language),
        about=say(question.about, language),
        text=question.text,
        form=await form(question, values, store, language, hidden=PAGING),
        table=table,
        problem=problem,
        lost=lost,
        revision=answer.revision if table else await store.revision(),
        chosen=chosen,
    )


async def _table(
    store: Store, question: Question, answer: Answer, values: Mapping[str, Any], language: Language
) -> Table:
    shown = [record for row in answer.rows for record in row.evidence[:EVIDENCE_SHOWN]]
    names = await names_of(store, refs_of(shown))
    known = await library(store)
    limit, offset = answer.parameters["limit"], answer.parameters["offset"]
    chosen = {name: value for name, value in values.items() if name != "offset"}
    files = {name: value for name, value in values.items() if name not in PAGING}

    def at(start: int) -> str:
        return question_address(question.stem, **chosen, offset=start or None) + "#answer"

    rows = tuple(_row(question, row, names, known, language) for row in answer.rows)
    return Table(
        columns=tuple(
            Column(words.say(language), any(row.cells[place].numeric for row in rows))
            for place, words in enumerate(question.columns.values())
        ),
        rows=rows,
        total=answer.total,
        first=offset + 1,
        illustrative=answer.illustrative,
        before=at(max(0, offset - limit)) if offset else None,
        after=at(offset + limit) if offset + limit < answer.total else None,
        files={each: question_address(question.stem, each, **files) for each in FORMS},
        map=answer_map_address(question.stem, **values),
    )


def _row(question: Question, row: AnswerRow, names: Names, known: Library, language: Language) -> Row:
    return Row(
        cells=tuple(cell(getattr(row, name), language) for name in question.columns),
        records=tuple(shown_record(each, names, known, language) for each in row.evidence[:EVIDENCE_SHOWN]),
        more_records=max(0, len(row.evidence) - EVIDENCE_SHOWN),
        illustrative=row.illustrative,
    )
