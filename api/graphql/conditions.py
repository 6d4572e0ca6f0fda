"""A filter compiled to a condition on things of a snapshot.

A field that is not stated fulfils no condition but ``isNull: true``, and no ``not`` either: unknown is not *no*. So a
condition has three answers: yes, no, and None where it depends on what is not stated.
"""

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

import strawberry
from pydantic import TypeAdapter, ValidationError

from api.graphql.graphql_values import plain
from graph.errors import QuestionError
from graph.language.collation import fold
from graph.language.words import N_
from graph.ontology.declaration import Attribute, Day, Kind, Side
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node, side_name
from graph.snapshot.searching import SearchedTexts
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SideName

CONDITIONS = 120
"""Conditions in one filter."""
VALUES = 1_000
"""Values in one list of a filter."""
Condition = Callable[[Node], bool | None]
"""Whether a thing fulfils it; None where that is not known."""
Holds = Callable[[Any], bool]
"""Whether a stated value is as the filter says."""


def compiled(where: Any, kind: type[Kind] | None, snapshot: Snapshot) -> Condition | None:
    """The condition that a filter of `kind`, or of any kind, says of things in `snapshot`; None where anything goes.

    Raises:
        QuestionError: a day is not one, or the filter is too large.
    """
    return _Compiler(kind, snapshot).all_of(where) if where else None


class _Compiler:
    """Counts the conditions of one filter while it is compiled."""

    def __init__(self, kind: type[Kind] | None, snapshot: Snapshot) -> None:
        self._attributes = _attributes(kind or Kind)
        self._sides: dict[str, Side] = ONTOLOGY.sides(kind) if kind else {}
        self._snapshot = snapshot
        self._conditions = 0

    def all_of(self, where: Any) -> Condition | None:
        """Every condition of one filter, joined."""
        parts = [part for name, given in _given(where) for part in self._said(name, given)]
        self._conditions += len(parts)
        if self._conditions > CONDITIONS:
            raise QuestionError(
                N_("The filter has more than {most} conditions. Ask in several queries."), most=CONDITIONS
            )
        return _every(parts) if parts else None

    def _said(self, name: str, given: Any) -> list[Condition]:
        if name == "has":
            return [_stands(side_name(self._sides[key].key), wanted) for key, wanted in _given(given)]
        if name == "any_of":
            return [_any([self.all_of(each) for each in given])]
        if name == "not_":
            return [_negated(self.all_of(given))]
        if name == "text":
            return [_has_words(self._snapshot.once(SearchedTexts), fold(given).split())]
        if name == "dataset":
            return [_said_by(given)]
        read = _kind if name == "kind" else _id if name == "id" else _field(name)
        tests = _TESTS
        if name not in ("kind", "id") and self._attributes[name].is_day:
            tests = _TESTS | _DAY_TESTS
        return [
            _is_stated(read, not value) if operation == "is_null" else _holds(read, tests[operation](_bound(value)))
            for operation, value in _given(given)
        ]


@cache
def _attributes(kind: type[Kind]) -> dict[str, Attribute]:
    return kind.attributes()


@cache
def _names(filled: Any) -> tuple[str, ...]:
    return tuple(each.python_name for each in filled.__strawberry_definition__.fields)


def _given(filled: Any) -> list[tuple[str, Any]]:
    """What is given in an input; null is the same as left out."""
    pairs = [(name, getattr(filled, name)) for name in _names(filled.__class__)]
    return [(name, value) for name, value in pairs if value is not None and value is not strawberry.UNSET]


def _bound(value: Any) -> Any:
    """A given value as it is stored: members of enums by their value, an accent and its letter as one character."""
    if isinstance(value, list):
        if len(value) > VALUES:
            raise QuestionError(
                N_("A list in the filter has {found} values; it may have {most}. Ask in several queries."),
                found=len(value),
                most=VALUES,
            )
        return [_bound(each) for each in value]
    found = plain(value)
    return unicodedata.normalize("NFC", found) if isinstance(found, str) else found


def _field(name: str) -> Callable[[Node], Any]:
    return lambda node: node.fields.get(name)


def _kind(node: Node) -> str:
    return node.kind


def _id(node: Node) -> str:
    return node.id


def _holds(read: Callable[[Node], Any], wanted: Holds) -> Condition:
    def holds(node: Node) -> bool | None:
        value = read(node)
        return None if value is None else wanted(value)

    return holds


def _is_stated(read: Callable[[Node], Any], wanted: bool) -> Condition:
    return lambda node: (read(node) is not None) is wanted


def _stands(side: SideName, wanted: bool) -> Condition:
    return lambda node: bool(node.sides.get(side)) is wanted


def _said_by(dataset: str) -> Condition:
    return lambda node: dataset in node.datasets


def _has_words(texts: SearchedTexts, words: list[str]) -> Condition:
    def holds(node: Node) -> bool:
        text = texts.of(node)
        return all(word in text for word in words)

    return holds


def _every(parts: list[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]

    def every(node: Node) -> bool | None:
        found: bool | None = True
        for part in parts:
            if (holds := part(node)) is False:
                return False
            found = None if holds is None else found
        return found

    return every


def _any(parts: list[Condition | None]) -> Condition:
    """At least one of them; where anything goes always."""

    def some(node: Node) -> bool | None:
        found: bool | None = False
        for part in parts:
            if part is None or (holds := part(node)):
                return True
            found = None if holds is None else found
        return found

    return some


def _negated(part: Condition | None) -> Condition:
    def negated(node: Node) -> bool | None:
        holds = True if part is None else part(node)
        return None if holds is None else not holds

    return negated


def _day(text: str) -> str:
    try:
        return TypeAdapter[str](Day).validate_python(text)
    except ValidationError as error:
        raise QuestionError(
            N_("'{value}' is not a day. Write YYYY, YYYY-MM or YYYY-MM-DD."), value=text[:40]
        ) from error


def _contains(text: str) -> Holds:
    wanted = text.lower()
    return lambda value: wanted in value.lower()


def _among(values: list[Any]) -> Holds:
    among = frozenset(values)
    return lambda value: value in among


def _from(text: str) -> Holds:
    # 2017 and 2017-01-01 begin on the same day, and compare so once both are as short as they can be.
    least = _day(text).removesuffix("-01").removesuffix("-01")
    return lambda value: bool(value >= least)


def _until(text: str) -> Holds:
    most = _day(text)
    return lambda value: bool(value[: len(most)] <= most)


_TESTS: dict[str, Callable[[Any], Holds]] = {
    "eq": lambda wanted: _equal(wanted),
    "in_": _among,
    "has": lambda wanted: lambda value: wanted in value,
    "contains": _contains,
    "gte": lambda least: lambda value: bool(value >= least),
    "lte": lambda most: lambda value: bool(value <= most),
}
_DAY_TESTS: dict[str, Callable[[Any], Holds]] = {
    "eq": lambda text: _equal(_day(text)),
    "gte": _from,
    "lte": _until,
}


def _equal(wanted: Any) -> Holds:
    return lambda value: bool(value == wanted)
