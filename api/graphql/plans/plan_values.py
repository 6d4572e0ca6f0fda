"""What the text of a plan looks up: how values are written, as the library writes them."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLEnumType
from graphql.execution.values import VariableValues

from api.graphql.answers import thing_of_answer
from api.graphql.paging import cursor_of, link_in
from api.graphql.plans.not_planned import NotPlanned
from graph.facts.facts import name_of
from graph.snapshot.node import Node

NO_VARIABLES = VariableValues({}, {})
THING_OF_ANSWER = thing_of_answer
LEAST_INT, MOST_INT = -(2**31), 2**31 - 1


class EnumNames(dict[Any, Any]):
    """The names of an enum's values in GraphQL, by value; nothing for what is not stated."""

    def __init__(self, type_: GraphQLEnumType) -> None:
        super().__init__({None: None})
        self._type = type_

    def __missing__(self, value: Any) -> Any:
        """The name, which is remembered: the list of values is closed."""
        name = self[value] = self._type.coerce_output_value(value)
        return name


def _int(value: Any) -> Any:
    if value is None or (type(value) is int and LEAST_INT <= value <= MOST_INT):
        return value
    raise NotPlanned


def _float(value: Any) -> Any:
    return value if value is None else float(value)


def _name(node: Node, language: Any) -> str:
    return name_of(node.id, node.fields).say(language.value)


CHECKED: Mapping[str, Any] = {"Int": _int, "Float": _float}
"""Scalars of which not every value is written as it is."""
NAMES: Mapping[str, Any] = {**CHECKED, "name": _name, "cursor": cursor_of, "link": link_in}
