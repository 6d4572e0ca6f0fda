"""Pages of answers, as things have them: a cursor is a row's number in the answer of one revision."""

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from api.graphql.paging import FIRST, no_cursor, paging_arguments, sized
from queries.asking.answer import Answer, AnswerRow

MOST_ROWS = 10_000
"""Rows of an answer on one page; a sheet of them takes as many."""
WORD = "row"
PAGING_OF_ROWS = paging_arguments(MOST_ROWS)


class RowEdge(NamedTuple):
    """A row on a page, with where to go on behind it."""

    node: AnswerRow
    cursor: str


class AnswerPage(NamedTuple):
    """A page of an answer."""

    answer: Answer
    start: int
    """How many rows come before it."""

    @property
    def edges(self) -> list[RowEdge]:
        """The rows of this page, each with its cursor."""
        return [RowEdge(row, encoded(self.start + n)) for n, row in enumerate(self.answer.rows)]

    @property
    def page_info(self) -> "AnswerPage":
        """What is needed to ask for the next page and the one before."""
        return self

    @property
    def has_next_page(self) -> bool:
        """True where there are more behind."""
        return self.start + len(self.answer.rows) < self.answer.total

    @property
    def has_previous_page(self) -> bool:
        """True where there are more in front."""
        return self.start > 0 and self.answer.total > 0

    @property
    def start_cursor(self) -> str | None:
        """Where this page begins."""
        return encoded(self.start) if self.answer.rows else None

    @property
    def end_cursor(self) -> str | None:
        """Where this page ends."""
        return encoded(self.start + len(self.answer.rows) - 1) if self.answer.rows else None


async def answer_page(evaluate: Callable[..., Awaitable[Answer]], given: dict[str, Any]) -> AnswerPage:
    """The page of an answer that `given` asks for: takes ``first``, ``after``, ``last`` and ``before`` out of it.

    Raises:
        QuestionError: a size or a cursor that cannot be, or whatever `evaluate` raises.
    """
    first, last = (sized(given.pop(name, None), name, MOST_ROWS) for name in ("first", "last"))
    after, before = (given.pop(name, None) for name in ("after", "before"))
    start = decoded(after, "after") + 1 if after is not None else 0
    end = decoded(before, "before") if before is not None else None
    if first is None and last is None:
        first = FIRST
    if first is not None:
        end = start + first if end is None else min(end, start + first)
    if last is not None:
        total = (await evaluate(limit=1, offset=0, **given)).total
        end = total if end is None else min(end, total)
        start = max(start, end - last)
    wanted = max(end - start, 0) if end is not None else 0
    answer = await evaluate(limit=min(max(wanted, 1), MOST_ROWS), offset=start, **given)
    return AnswerPage(answer if wanted else answer.model_copy(update={"rows": ()}), start)


def encoded(place: int) -> str:
    """A row's number as an opaque text."""
    return base64.urlsafe_b64encode(f"{WORD}{place}".encode()).decode()


def decoded(cursor: str, argument: str) -> int:
    """The row's number that an opaque text holds.

    Raises:
        QuestionError: it holds none.
    """
    try:
        text = base64.urlsafe_b64decode(cursor.encode("ascii")).decode("ascii")
    except (binascii.Error, ValueError):
        text = ""
    number = text.removeprefix(WORD)
    if text == number or not (number.isdecimal() and len(number) < 12):
        raise no_cursor(cursor, argument)
    return int(number)
