"""In which order things are listed: by the fields that a query names, and then as in a dictionary."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from api.graphql import type_building
from api.graphql.type_building import Member
from graph.errors import QuestionError
from graph.language.collation import sort_key
from graph.language.words import N_
from graph.ontology.declaration import Attribute, Kind
from graph.snapshot.node import Node

KEYS = 8
"""Fields that one list is ordered by, at most."""
Direction: Any = type_building.enum_type(
    "OrderDirection", "Which way things are ordered.",
    {"ASC": ("asc", "The smallest, earliest or first in the alphabet first"), "DESC": ("desc", "The other way round")},
)  # fmt: skip
Nulls: Any = type_building.enum_type(
    "OrderNulls", "Where things stand of which the field is not stated.",
    {"FIRST": ("first", "Before all others"), "LAST": ("last", "After all others")},
)  # fmt: skip


@cache
def kind_order(kind: type[Kind]) -> Any:
    """The input that says what a list of things of a kind is ordered by; of things of any kind by `Kind` itself."""
    name = "Thing" if kind is Kind else kind.__name__
    values = {
        each.name.upper(): (each.name, f"{each.about.en} · {each.about.sv}")
        for each in kind.attributes().values()
        if not each.many
    }
    fields: Any = type_building.enum_type(f"{name}OrderField", "The fields that things can be ordered by.", values)
    return type_building.input_type(
        f"{name}Order",
        "A field to order by; things that are the same in it are ordered by the next, and at last by name and id.",
        [
            Member("field", fields, "Which field; values of a closed list come in the order of that list"),
            Member("direction", Direction | None, "Which way; ASC where you do not say"),
            Member("nulls", Nulls | None, "Where what is not stated comes; LAST where you do not say"),
        ],
    )


class OrderKey(NamedTuple):
    """One field to order by."""

    attribute: Attribute
    descending: bool = False
    nulls_first: bool = False

    def stated(self, node: Node) -> Any:
        """What the thing states in this field."""
        return node.id if self.attribute.name == "id" else node.fields.get(self.attribute.name)

    def rank(self, node: Node) -> Any:
        """What things that state it are compared by."""
        value = self.stated(node)
        if self.attribute.choices:
            return [each.value for each in self.attribute.choices].index(value)
        return sort_key(value) if isinstance(value, str) and not self.attribute.is_day else value

    def compare(self, one: Node, other: Node) -> int:
        """Below zero where `one` comes first, above it where `other` does."""
        missing = [self.stated(each) is None for each in (one, other)]
        if any(missing):
            return (missing[0] - missing[1]) * (-1 if self.nulls_first else 1)
        return _compared(self.rank(one), self.rank(other)) * (-1 if self.descending else 1)


class Order(tuple[OrderKey, ...]):
    """What a list is ordered by; nothing is the order of a dictionary."""

    __slots__ = ()

    def arranged(self, nodes: Iterable[Node]) -> list[Node]:
        """`nodes`, which come in dictionary order, in this one."""
        found = list(nodes)
        for key in reversed(self):  # sorting keeps the order of those that are alike
            missing = [node for node in found if key.stated(node) is None]
            stated = [node for node in found if key.stated(node) is not None]
            stated.sort(key=key.rank, reverse=key.descending)
            found = missing + stated if key.nulls_first else stated + missing
        return found

    def compare(self, one: Node, other: Node) -> int:
        """Below zero where `one` comes first, above it where `other` does."""
        for key in self:
            if found := key.compare(one, other):
                return found
        return _compared((one.sort_key, one.id, one.kind), (other.sort_key, other.id, other.kind))


ALPHABETICAL = Order()


def ordered_by(given: Sequence[Any] | None, kind: type[Kind] | None) -> Order:
    """The order that a query asks for.

    Raises:
        QuestionError: it names more than `KEYS` fields.
    """
    if not given:
        return ALPHABETICAL
    if len(given) > KEYS:
        raise QuestionError(N_("orderBy names {found} fields; it may name {most}."), found=len(given), most=KEYS)
    attributes = (kind or Kind).attributes()
    return Order(
        OrderKey(attributes[each.field.value], each.direction is Direction.DESC, each.nulls is Nulls.FIRST)
        for each in given
    )


def _compared(one: Any, other: Any) -> int:
    return int(one > other) - int(one < other)
