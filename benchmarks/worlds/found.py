"""What a question finds in a planted world, put in the same form as what is expected."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from pydantic import BaseModel

from benchmarks.worlds.world_draft import in_order
from queries.asking.answer import Phrase, ThingRef


class Compared(NamedTuple):
    """What was found beside what was expected; both as texts, each with how often."""

    question: str
    expected: Counter[str]
    found: Counter[str]

    @property
    def missed(self) -> Counter[str]:
        """What was planted and not found."""
        return self.expected - self.found

    @property
    def wrong(self) -> Counter[str]:
        """What was found and not planted."""
        return self.found - self.expected

    @property
    def precision(self) -> float:
        """The share of what was found that was planted."""
        return _share(self.found.total() - self.wrong.total(), self.found.total())

    @property
    def recall(self) -> float:
        """The share of what was planted that was found."""
        return _share(self.expected.total() - self.missed.total(), self.expected.total())

    def __str__(self) -> str:
        told = [f"{self.question}: {self.expected.total()} planted, {self.found.total()} found"]
        told += [f"  missed {row}" for row in sorted(self.missed)[:20]]
        told += [f"  wrong  {row}" for row in sorted(self.wrong)[:20]]
        return "\n".join(told)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def compared(asked: Mapping[str, Any], rows: Iterable[Any]) -> Compared:
    """Compare the rows of an answer with one entry of ``expected.json``."""
    left_out = asked["leaving_out"]
    shown = [row for row in rows if not any(_plain(getattr(row, name)) in some for name, some in left_out.items())]
    given = ",".join(f"{name}={value}" for name, value in asked["parameters"].items())
    return Compared(
        f"{asked['question']}({given})",
        Counter(map(_text, asked["rows"])),
        Counter(_text(cells) for row in shown for cells in _cells(row, asked["columns"], asked["spread"])),
    )


def stood(judged: Mapping[str, Any], statuses: Mapping[str, Sequence[str]]) -> Compared:
    """Compare how each requirement stands with each offer with one entry of ``expected.json``."""
    planted = [
        [place, requirement, status]
        for place, offer in enumerate(judged["offers"])
        for requirement, status in offer["statuses"].items()
    ]
    found = [[place, requirement, status] for requirement, row in statuses.items() for place, status in enumerate(row)]
    return Compared(f"comply({judged['set']})", Counter(map(_text, planted)), Counter(map(_text, found)))


def _text(cells: list[Any]) -> str:
    return json.dumps(cells, ensure_ascii=False, sort_keys=True)


def _cells(row: Any, columns: list[str | list[str]], spread: str | None) -> Iterator[list[Any]]:
    """The values of a row's columns; once for each of several things in the one that is spread."""
    cells = [_cell(row, each) for each in columns]
    if spread is None:
        yield cells
        return
    place = columns.index(spread)
    for each in cells[place] or [None]:
        yield [*cells[:place], each, *cells[place + 1 :]]


def _cell(row: Any, column: str | list[str]) -> Any:
    if isinstance(column, str):
        return _plain(getattr(row, column))
    return sorted(str(_plain(getattr(row, each))) for each in column)


def _plain(value: Any) -> Any:
    """A value of an answer as data: a thing by its id, a choice by its value, several in one order.

    A sentence is what stands in its places, and a part of an answer its fields.
    """
    if isinstance(value, tuple | list):
        return in_order(map(_plain, value))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, ThingRef):
        return value.id
    if isinstance(value, Phrase):
        return in_order(map(_plain, value.values.values()))
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    return value
