"""The page of a question: its form, its answer as a table, and the records behind each row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.database.store import Store
from graph.errors import QuestionError, UnknownThingError
from graph.facts.records import Record
from graph.language.words import Language
from graph.scenarios.scenario_store import kept
from queries.asking.answer import Answer, AnswerRow, Lead
from queries.asking.answer_cypher import answer_in_cypher
from queries.asking.question import Question
from queries.asking.service import QuestionService, named
from visualisations.pages.frame.asked_of import DAY, SCENARIO, AskedOf, asked_of, kept_mark
from visualisations.pages.frame.carrying import chosen_from
from visualisations.pages.frame.form import PAGING, form
from visualisations.pages.frame.inputs import Input
from visualisations.wording.addresses import answer_map_address, question_address
from visualisations.wording.cell_wording import TableCell, cell
from visualisations.wording.sources import RecordWording, library, names_in, refs_of

ROWS = 50
"""Rows on a page unless asked otherwise; files hold all."""
EVIDENCE_SHOWN = 30
FORMS = ("csv", "xlsx", "json")


@dataclass(frozen=True)
class AnswerTableColumn:
    """One column of the table."""

    label: str
    numeric: bool


@dataclass(frozen=True)
class AnswerTableRow:
    """One row of the table."""

    cells: tuple[TableCell, ...]
    records: tuple[Record, ...]
    more_records: int
    illustrative: bool
    disagreements: tuple[str, ...]
    """Where its sources say different things, and which is followed."""
    leads: tuple[tuple[str, str], ...]
    """Title and address of what to ask next about it."""


@dataclass(frozen=True)
class AnswerTable:
    """An answer as a page shows it."""

    columns: tuple[AnswerTableColumn, ...]
    rows: tuple[AnswerTableRow, ...]
    who_says: RecordWording
    """How their records read."""
    total: int
    first: int
    """Number of the first row shown, from 1."""
    illustrative: bool
    begin: str
    """Address of the first rows."""
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
    cypher: str
    """The rows shown as Cypher, for Neo4j Browser; empty where there are none."""
    form: tuple[Input, ...]
    table: AnswerTable | None
    """None until every parameter that must be given is given."""
    problem: str
    """What is wrong with the values given; empty where nothing is."""
    lost: bool
    """True where a value names a thing that the graph does not hold."""
    revision: int
    chosen: Mapping[str, Any]
    asked_of: AskedOf | None
    """What it is asked of where that is not the facts of today."""
    day: str
    """The day that it was asked about (``YYYY-MM-DD``); empty before it is."""
    kept_scenarios: str
    """Changes when a scenario that may be chosen does."""

    @property
    def of(self) -> Mapping[str, Any]:
        """What chooses another graph than the facts of today, to be carried on to where the page leads."""
        return {name: value for name, value in self.chosen.items() if name in (SCENARIO, DAY)} if self.asked_of else {}

    @property
    def of_facts(self) -> Mapping[str, Any]:
        """The values that were given, without what chooses another graph than the facts of today."""
        return {name: value for name, value in self.chosen.items() if name not in (SCENARIO, DAY)}

    @property
    def illustrative(self) -> bool:
        """Whether anything shown is made up as an example."""
        return self.table is not None and self.table.illustrative


async def question_page(
    store: Store, service: QuestionService, question: Question, values: Mapping[str, Any], language: Language
) -> QuestionPage:
    """The question with these parameters; wrong ones are told on the page, beside the form."""
    table, cypher, problem, lost, day = None, "", "", False, ""
    scenarios = await kept(store)
    chosen = {name: value for name, value in values.items() if name not in PAGING}
    complete = all(name in values for name, attribute in question.inputs.items() if attribute.required)
    if complete:
        try:
            answer = await service.evaluate(question.stem, **{"limit": ROWS} | dict(values))
            day = answer.day
            table = await _table(store, service, question, answer, values, language)
            cypher = answer_in_cypher(question, answer, language) if answer.rows else ""
        except QuestionError as error:
            problem, lost = error.say_with_labels(language), isinstance(error, UnknownThingError)
    things = await chosen_from(service.snapshots, values, question.called)
    return QuestionPage(
        stem=question.stem,
        title=question.title.say(language),
        about=question.about.say(language),
        cypher=cypher,
        form=form(question, values, things, language, hidden=PAGING, scenarios=scenarios),
        table=table,
        problem=problem,
        lost=lost,
        revision=answer.revision if table else await store.revision(),
        chosen=chosen,
        asked_of=await asked_of(store, values),
        day=day,
        kept_scenarios=kept_mark(scenarios),
    )


async def _table(
    store: Store,
    service: QuestionService,
    question: Question,
    answer: Answer,
    values: Mapping[str, Any],
    language: Language,
) -> AnswerTable:
    records = [record for row in answer.rows for record in row.evidence[:EVIDENCE_SHOWN]]
    view = await service.snapshots.view(question.parameters.model_validate(answer.parameters))
    names = names_in(view.snapshot, refs_of(records))
    known = await library(store)
    limit, offset = answer.parameters["limit"], answer.parameters["offset"]
    chosen = {name: value for name, value in values.items() if name != "offset"}
    files = {name: value for name, value in values.items() if name not in PAGING}

    def at(start: int) -> str:
        return question_address(question.stem, **chosen, offset=start or None) + "#answer"

    of = {name: values[name] for name in (SCENARIO, DAY) if name in values}
    rows = tuple(_row(question, row, of, language) for row in answer.rows)
    return AnswerTable(
        columns=tuple(
            AnswerTableColumn(words.say(language), any(row.cells[place].numeric for row in rows))
            for place, words in enumerate(question.columns.values())
        ),
        rows=rows,
        who_says=RecordWording(known, language, names),
        total=answer.total,
        first=offset + 1,
        illustrative=answer.illustrative,
        begin=at(0),
        before=at(max(0, offset - limit)) if offset and rows else None,
        after=at(offset + limit) if offset + limit < answer.total else None,
        files={each: question_address(question.stem, each, **files) for each in FORMS},
        map=answer_map_address(question.stem, **values),
    )


def _row(
    question: Question,
    row: AnswerRow,
    of: Mapping[str, Any],
    language: Language,
) -> AnswerTableRow:
    cells = (cell(getattr(row, name), language, question.absent(name)) for name in question.columns)
    return AnswerTableRow(
        cells=tuple(cells),
        records=row.evidence[:EVIDENCE_SHOWN],
        more_records=max(0, len(row.evidence) - EVIDENCE_SHOWN),
        illustrative=row.illustrative,
        disagreements=tuple(each.say(language) for each in row.disagreements),
        leads=tuple(lead_address(each, of, language) for each in row.leads),
    )


def lead_address(lead: Lead, of: Mapping[str, Any], language: Language) -> tuple[str, str]:
    """The title and the address of the question that a row leads to, asked of the same day and scenario."""
    given = {each.name: each.value for each in lead.given}
    return named(lead.question).title.say(language), question_address(lead.question, **given, **of)
