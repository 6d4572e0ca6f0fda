"""A filter compiled to a parameterised condition; property and relation names come from the declarations only.

A field that is not stated fulfils no condition but ``isNull: true``, and no ``not`` either: unknown is not *no*.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import strawberry
from pydantic import TypeAdapter, ValidationError

from api.graphql.graphql_values import plain
from graph.database import predicates
from graph.errors import QuestionError
from graph.language.collation import fold
from graph.language.words import N_
from graph.ontology.declaration import Attribute, Day, Kind, Side
from graph.ontology.ontology import ONTOLOGY

CONDITIONS = 120
"""Conditions in one filter; Neo4j needs some 20 ms to plan each that it has not seen before."""
VALUES = 1_000
"""Values in one list of a filter."""


@dataclass(frozen=True)
class Condition:
    """Cypher about the node ``n``, and its parameters; empty text where anything goes."""

    text: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)


def compiled(where: Any, kind: type[Kind] | None) -> Condition:
    """The condition that a filter of `kind`, or of any kind, says.

    Raises:
        QuestionError: a day is not one, or the filter is too large.
    """
    compiler = _Compiler(kind)
    text = compiler.all_of(where) if where else ""
    return Condition(text, compiler.parameters)


class _Compiler:
    """Collects the parameters of one condition while it is written."""

    def __init__(self, kind: type[Kind] | None) -> None:
        self._attributes: dict[str, Attribute] = (kind or Kind).attributes()
        self._sides: dict[str, Side] = ONTOLOGY.sides(kind) if kind else {}
        self._conditions = 0
        self.parameters: dict[str, Any] = {}

    def all_of(self, where: Any) -> str:
        """Every condition of one filter, joined; empty where nothing is given."""
        parts = [part for name, given in _given(where) for part in self._said(name, given)]
        self._conditions += len(parts)
        if self._conditions > CONDITIONS:
            raise QuestionError(
                N_("The filter has more than {most} conditions. Ask in several queries."), most=CONDITIONS
            )
        return predicates.every(parts)

    def bind(self, value: Any) -> str:
        """A parameter that holds `value`."""
        if isinstance(value, list) and len(value) > VALUES:
            raise QuestionError(
                N_("A list in the filter has {found} values; it may have {most}. Ask in several queries."),
                found=len(value),
                most=VALUES,
            )
        name = f"p{len(self.parameters)}"
        self.parameters[name] = _composed(plain(value))
        return f"${name}"

    def _said(self, name: str, given: Any) -> list[str]:
        if name == "has":
            return [predicates.stands(self._sides[key], wanted) for key, wanted in _given(given)]
        if name == "any_of":
            return [predicates.any_of(self.all_of(each) for each in given)]
        if name == "not_":
            return [predicates.negated(self.all_of(given))]
        if name == "text":
            return [predicates.holds_words(self.bind(fold(given).split()))]
        if name == "dataset":
            return [predicates.said_by(self.bind(given))]
        if name == "kind":
            return [_WRITERS[operation](self.bind, predicates.KIND, value) for operation, value in _given(given)]
        attribute = self._attributes[name]
        writers = _WRITERS | _DAY_WRITERS if attribute.is_day else _WRITERS
        return [writers[operation](self.bind, predicates.field(name), value) for operation, value in _given(given)]


def _given(filled: Any) -> list[tuple[str, Any]]:
    """What is given in an input; null is the same as left out."""
    names = [each.python_name for each in filled.__strawberry_definition__.fields]
    pairs = [(name, getattr(filled, name)) for name in names]
    return [(name, value) for name, value in pairs if value is not None and value is not strawberry.UNSET]


def _composed(value: Any) -> Any:
    """Text as it is stored: an accent and its letter are one character."""
    if isinstance(value, list):
        return [_composed(each) for each in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _day(text: str) -> str:
    try:
        return TypeAdapter[str](Day).validate_python(text)
    except ValidationError as error:
        raise QuestionError(
            N_("'{value}' is not a day. Write YYYY, YYYY-MM or YYYY-MM-DD."), value=text[:40]
        ) from error


def _from(bind: Callable[[Any], str], operand: str, text: str) -> str:
    # 2017 and 2017-01-01 begin on the same day, and compare so once both are as short as they can be.
    return predicates.at_least(operand, bind(_day(text).removesuffix("-01").removesuffix("-01")))


def _until(bind: Callable[[Any], str], operand: str, text: str) -> str:
    return predicates.not_after(operand, bind(_day(text)))


Writer = Callable[[Callable[[Any], str], str, Any], str]
_WRITERS: dict[str, Writer] = {
    "eq": lambda bind, operand, value: predicates.equal(operand, bind(value)),
    "in_": lambda bind, operand, value: predicates.one_of(operand, bind(value)),
    "has": lambda bind, operand, value: predicates.has(operand, bind(value)),
    "contains": lambda bind, operand, value: predicates.contains(operand, bind(value)),
    "gte": lambda bind, operand, value: predicates.at_least(operand, bind(value)),
    "lte": lambda bind, operand, value: predicates.at_most(operand, bind(value)),
    "is_null": lambda bind, operand, value: predicates.stated(operand, not value),
}
_DAY_WRITERS: dict[str, Writer] = {
    "eq": lambda bind, operand, text: predicates.equal(operand, bind(_day(text))),
    "gte": _from,
    "lte": _until,
}
