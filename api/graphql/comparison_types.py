"""A question asked of a scenario and of the facts or another scenario: rows of any question, as columns of text."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import strawberry

from api.graphql import paging, type_building
from api.graphql.answers import REFERRED
from api.graphql.context import Ask
from api.graphql.graphql_values import DAY, IN_LANGUAGE
from api.graphql.paging import FIRST_OF_ALL
from api.graphql.type_building import Argument, Member
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.catalogue import catalogue
from queries.overviews.comparing import SHOWN, Comparison
from visualisations.wording.wording import wording

QuestionName: Any = type_building.enum_type(
    "QuestionName",
    "The questions of the catalogue.",
    {stem.upper(): (stem, f"{each.title.en} · {each.title.sv}") for stem, each in catalogue().items()},
)


class Value(NamedTuple):
    """One column of a row."""

    stem: str
    column: str
    value: Any


class ComparedRow(NamedTuple):
    """A row of some question."""

    stem: str
    row: AnswerRow

    @property
    def illustrative(self) -> bool:
        return self.row.illustrative


def _label(self: Value, info: Any, language: Any) -> str:
    return catalogue()[self.stem].columns[self.column].say(language.value)


def _text(self: Value, info: Any, language: Any) -> str:
    return wording(self.value, language.value)


def _things(self: Value, info: Any) -> list[ThingRef]:
    return list(dict.fromkeys(_refs(self.value)))


def _refs(value: Any) -> Iterator[ThingRef]:
    """The things that a value names, those of its sentences too."""
    if isinstance(value, ThingRef):
        yield value
    elif isinstance(value, Phrase):
        yield from (each for each in value.values.values() if isinstance(each, ThingRef))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _refs(each)


def _cells(self: ComparedRow, info: Any) -> list[Value]:
    return [Value(self.stem, name, getattr(self.row, name)) for name in catalogue()[self.stem].columns]


ValueType: Any = type_building.object_type(
    "ComparedValue",
    "One column of a row.",
    [
        Member("column", str, "Its name"),
        Member("label", str, "What people call it", _label, IN_LANGUAGE),
        Member("text", str, "The value in words", _text, IN_LANGUAGE),
        Member("things", list[REFERRED], "The things that it names", _things),
    ],
)
RowType: Any = type_building.object_type(
    "ComparedRow",
    "A row of an answer to any question. The question itself, asked with the scenario, has it with its own types.",
    [
        Member("values", list[ValueType], "Its columns in order", _cells),
        Member("illustrative", bool, "True where it rests on a made-up example"),
    ],
)


def _opened(self: Comparison, info: Any, first: int) -> list[ComparedRow]:
    return [ComparedRow(self.stem, row) for row in self.opened[: paging.checked(first)]]


def _closed(self: Comparison, info: Any, first: int) -> list[ComparedRow]:
    return [ComparedRow(self.stem, row) for row in self.closed[: paging.checked(first)]]


def _title(self: Comparison, info: Any, language: Any) -> str:
    return catalogue()[self.stem].title.say(language.value)


FIRST = {"first": FIRST_OF_ALL}
ComparisonType: Any = type_building.object_type(
    "Comparison",
    "How the answers to one question differ between two graphs. A row that says something else now is in both lists.",
    [
        Member("question", str, "Name of the question", lambda self, info: self.stem),
        Member("title", str, "The question in plain words", _title, IN_LANGUAGE),
        Member("revision", int, "Revision of the graph that both were read from"),
        Member("before", strawberry.ID | None, "The scenario that is compared with; null is the facts"),
        Member("after", strawberry.ID | None, "The scenario that is looked at"),
        Member(
            "as_of", str | None, "The day that both are of; null where each is of its own", lambda self, info: self.day
        ),
        Member("opened_total", int, "How many rows only the scenario has"),
        Member("closed_total", int, "How many rows only what it is compared with has"),
        Member("same", int, "How many rows both have"),
        Member("opened", list[RowType], f"The first {SHOWN} of the rows that only the scenario has", _opened, FIRST),
        Member(
            "closed",
            list[RowType],
            f"The first {SHOWN} of the rows that only what it is compared with has",
            _closed,
            FIRST,
        ),
    ],
)


async def _compare(
    self: None, info: Ask, question: Any, after: str, before: str | None, as_of: str | None
) -> Comparison:
    return await info.context.compare(question.value, after, before, as_of)


MEMBERS = [
    Member(
        "compare",
        ComparisonType,
        "One question asked of a scenario and of the facts or another scenario: which rows open and which close "
        "· En fråga ställd om ett scenario och om uppgifterna eller ett annat scenario",
        _compare,
        {
            "question": Argument(QuestionName, "The question"),
            "after": Argument(strawberry.ID, "Id of the scenario"),
            "before": Argument(strawberry.ID | None, "Id of the scenario to compare with; null is the facts", None),
            "as_of": Argument(
                str | None, f"Compare on this day; otherwise on the scenario's own, or each on its own. {DAY}", None
            ),
        },
    )
]
