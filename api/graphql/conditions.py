"""A filter compiled to a parameterised condition; property and relation names come from the declarations only.

A field that is not stated fulfils no condition but ``isNull: true``, and no ``not`` either: unknown is not *no*.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import strawberry
from pydantic import TypeAdapter, ValidationError

from api.graphql import statements
from api.graphql.graphql_values import plain
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
        return " AND ".join(parts)

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
            return [self._stands(self._sides[key], wanted) for key, wanted in _given(given)]
        if name == "any_of":
            return ["(" + (" OR ".join(self.all_of(each) or "true" for each in given) or "false") + ")"]
        if name == "not_":
            return [f"NOT ({self.all_of(given) or 'true'})"]
        if name == "text":
            return [f"all(word IN {self.bind(fold(given).split())} WHERE n.search CONTAINS word)"]
        if name == "dataset":
            return [f"{self.bind(given)} IN n.datasets"]
        if name == "kind":
            return [_WRITERS[operation](self.bind, "labels(n)[0]", value) for operation, value in _given(given)]
        attribute = self._attributes[name]
        writers = _WRITERS | _DAY_WRITERS if attribute.is_day else _WRITERS
        return [writers[operation](self.bind, f"n.`{name}`", value) for operation, value in _given(given)]

    def _stands(self, side: Side, wanted: bool) -> str:
        return f"{'' if wanted else 'NOT '}EXISTS {{ (n){statements.arrow(side)}() }}"


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
    return f"{operand} >= {bind(_day(text).removesuffix('-01').removesuffix('-01'))}"


def _until(bind: Callable[[Any], str], operand: str, text: str) -> str:
    bound = bind(_day(text))
    return f"left({operand}, size({bound})) <= {bound}"


Writer = Callable[[Callable[[Any], str], str, Any], str]
_WRITERS: dict[str, Writer] = {
    "eq": lambda bind, operand, value: f"{operand} = {bind(value)}",
    "in_": lambda bind, operand, value: f"{operand} IN {bind(value)}",
    "has": lambda bind, operand, value: f"{bind(value)} IN {operand}",
    "contains": lambda bind, operand, value: f"toLower({operand}) CONTAINS toLower({bind(value)})",
    "gte": lambda bind, operand, value: f"{operand} >= {bind(value)}",
    "lte": lambda bind, operand, value: f"{operand} <= {bind(value)}",
    "is_null": lambda bind, operand, value: f"{operand} IS {'' if value else 'NOT '}NULL",
}
_DAY_WRITERS: dict[str, Writer] = {
    "eq": lambda bind, operand, text: f"{operand} = {bind(_day(text))}",
    "gte": _from,
    "lte": _until,
}
