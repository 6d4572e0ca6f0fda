"""Things counted and summed by what they state in fields of few values: what a dashboard shows."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from api.graphql import type_building
from api.graphql.graphql_values import single
from api.graphql.type_building import Argument, Member
from graph.ontology.declaration import Attribute, Kind
from graph.snapshot.node import Node

TOTAL: Any = type_building.object_type(
    "NumberTotal",
    "What the things of a group state in a field of numbers.",
    [
        Member("sum", float | None, "Of those that state it; null where none does"),
        Member("least", float | None, "The smallest; null where none is stated"),
        Member("most", float | None, "The largest; null where none is stated"),
        Member("stated", int, "How many things state it: of the others it is not known"),
    ],
)


class Total(NamedTuple):
    """What some things state in a field of numbers."""

    sum: float | None
    least: float | None
    most: float | None
    stated: int

    @classmethod
    def of(cls, numbers: Sequence[float]) -> "Total":
        """The total of what is stated."""
        if not numbers:
            return cls(None, None, None, 0)
        return cls(float(sum(numbers)), float(min(numbers)), float(max(numbers)), len(numbers))


class Key(NamedTuple):
    """What the things of a group have in common."""

    values: dict[str, Any]


class ThingGroup(NamedTuple):
    """Things that state the same."""

    key: Key
    things: list[Node]


class Sums(NamedTuple):
    """Things that are summed up."""

    things: list[Node]


def grouped(kind: type[Kind], things: Iterable[Node], names: Sequence[str]) -> list[ThingGroup]:
    """`things` by what they state in the fields `names`, in the order of closed lists; not stated comes last."""
    attributes = kind.attributes()
    found: dict[tuple[Any, ...], list[Node]] = {}
    for node in things:
        found.setdefault(tuple(node.fields.get(name) for name in names), []).append(node)
    ranks = [_ranks(attributes[name]) for name in names]
    ordered = sorted(found, key=lambda values: [rank[value] for rank, value in zip(ranks, values, strict=True)])
    return [ThingGroup(Key(dict(zip(names, values, strict=True))), found[values]) for values in ordered]


def _ranks(attribute: Attribute) -> dict[Any, int]:
    values = [each.value for each in attribute.choices] if attribute.choices else [True, False]
    return {value: rank for rank, value in enumerate([*values, None])}


def few_valued(kind: type[Kind]) -> list[Attribute]:
    """The fields of a kind that have few values: closed lists, and yes or no."""
    return [each for each in kind.attributes().values() if not each.many and (each.choices or each.type is bool)]


def numbers(kind: type[Kind]) -> list[Attribute]:
    """The fields of a kind that hold a number."""
    return [each for each in kind.attributes().values() if not each.many and each.type in (int, float)]


def _key_member(attribute: Attribute) -> Member:
    def value(self: Key, info: Any) -> Any:
        return self.values.get(attribute.name)

    return Member(attribute.name, single(attribute) | None, f"{attribute.about.en} · {attribute.about.sv}", value)


def _sum_member(attribute: Attribute) -> Member:
    def total(self: Sums, info: Any) -> Total:
        stated = (node.fields.get(attribute.name) for node in self.things)
        return Total.of([value for value in stated if value is not None])

    return Member(attribute.name, TOTAL, f"{attribute.about.en} · {attribute.about.sv}", total)


def _count(self: ThingGroup, info: Any) -> int:
    return len(self.things)


def _sums(self: ThingGroup, info: Any) -> Sums:
    return Sums(self.things)


@cache
def groups_member(kind: type[Kind]) -> Member | None:
    """The field that groups the things of a list; none where the kind has no field of few values."""
    few = few_valued(kind)
    if not few:
        return None
    name = kind.__name__
    fields: Any = type_building.enum_type(
        f"{name}GroupField",
        f"The fields that {kind.plural.en} can be grouped by.",
        {each.name.upper(): (each.name, f"{each.about.en} · {each.about.sv}") for each in few},
    )
    key = type_building.object_type(
        f"{name}GroupKey",
        "What the things of a group state; null where it is not stated, or not grouped by.",
        map(_key_member, few),
    )
    members = [
        Member("key", key, "What they have in common"),
        Member("total_count", int, "How many they are", _count),
    ]
    if summed := numbers(kind):
        sums = type_building.object_type(f"{name}Sums", "What a group states in numbers.", map(_sum_member, summed))
        members.append(Member("sums", sums, "Their numbers, summed up", _sums))
    group: Any = type_building.object_type(f"{name}Group", f"Some {kind.plural.en} that state the same.", members)

    def groups(self: Any, info: Any, by: list[Any]) -> list[ThingGroup]:
        return grouped(kind, self.kept, list(dict.fromkeys(each.value for each in by)))

    about = "All things of the list, on whichever page, by what they state: how many, and their numbers"
    return Member("groups", list[group], about, groups, {"by": Argument(list[fields], "What to group by")})
