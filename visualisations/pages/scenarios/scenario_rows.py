"""The rows that open and close for one question, as a scenario's page shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.facts.facts import Ref
from graph.language.words import N_, Language, say
from queries.asking.answer import AnswerRow
from queries.asking.catalogue import catalogue
from queries.asking.question import Question
from queries.overviews.comparing import Comparison
from visualisations.pages.question.question_page import AnswerTableColumn
from visualisations.wording.addresses import question_address
from visualisations.wording.cell_wording import TableCell, cell, without_pages

HasPage = Callable[[Ref], bool]
SHOWN = 25
FEW = 5
"""Rows that are shown without being asked for."""
MOST_COLUMNS = 8


@dataclass(frozen=True)
class OneSidedRows:
    """Rows that only one of two graphs has."""

    heading: str
    columns: tuple[AnswerTableColumn, ...]
    rows: tuple[tuple[tuple[TableCell, ...], bool], ...]
    """The first of them: the cells, and whether it rests on a made-up example."""
    total: int
    address: str
    """The question asked of the graph that has them."""

    @property
    def few(self) -> bool:
        """Whether they are so few that they are shown without being asked for."""
        return self.total <= FEW


@dataclass(frozen=True)
class Compared:
    """One question asked of two graphs."""

    stem: str
    title: str
    address: str
    opened: OneSidedRows
    closed: OneSidedRows
    same: int


def compared_rows(found: Comparison, asked: dict[str, Any], has_page: HasPage, language: Language) -> Compared:
    """The comparison of one question, with the addresses where each side is asked in full.

    What only another scenario has, has no page of this one.
    """
    question = catalogue()[found.stem]

    def rows(heading: str, some: tuple[AnswerRow, ...], total: int, of: str | None) -> OneSidedRows:
        address = question_address(found.stem, scenario=of, **asked)
        return _rows(question, say(heading, language), some[:SHOWN], total, address, has_page, language)

    return Compared(
        stem=found.stem,
        title=question.title.say(language),
        address=question_address(found.stem, scenario=found.after, **asked),
        opened=rows(N_("Opens"), found.opened, found.opened_total, found.after),
        closed=rows(N_("Closes"), found.closed, found.closed_total, found.before),
        same=found.same,
    )


def _rows(
    question: Question,
    heading: str,
    some: tuple[AnswerRow, ...],
    total: int,
    address: str,
    has_page: HasPage,
    language: Language,
) -> OneSidedRows:
    told = [name for name in question.columns if any(getattr(row, name) not in (None, ()) for row in some)]
    told = told[:MOST_COLUMNS]
    cells = [tuple(without_pages(cell(getattr(row, name), language), has_page) for name in told) for row in some]
    columns = tuple(
        AnswerTableColumn(question.columns[name].say(language), any(row[place].numeric for row in cells))
        for place, name in enumerate(told)
    )
    made_up = [row.illustrative for row in some]
    return OneSidedRows(heading, columns, tuple(zip(cells, made_up, strict=True)), total, address)
