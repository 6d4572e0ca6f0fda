"""Filters: one input type per kind, made from its declaration."""

from enum import Enum
from functools import cache
from typing import Any

from api.graphql import type_building
from api.graphql.graphql_values import DAY, KindName, single
from api.graphql.type_building import Member
from graph.ontology.declaration import Attribute, Choice, Kind
from graph.ontology.ontology import ONTOLOGY

_EMPTY = Member("is_null", bool | None, "true: not stated; false: stated")


def _equal(value: Any) -> Member:
    return Member("eq", value | None, "Is exactly this")


def _any_of(value: Any) -> Member:
    return Member("in_", list[value] | None, "Is one of these", shown_as="in")


TextFilter: Any = type_building.input_type(
    "TextFilter",
    "Conditions on a text; all that are given hold.",
    [_equal(str), Member("contains", str | None, "Contains this, upper or lower case alike"), _any_of(str), _EMPTY],
)
BooleanFilter: Any = type_building.input_type(
    "BooleanFilter", "Conditions on yes or no; all that are given hold.", [_equal(bool), _EMPTY]
)
DayFilter: Any = type_building.input_type(
    "DayFilter",
    "Conditions on a day; all that are given hold. "
    "A day of which only the year or month is known counts as its first day; a bound means all of its period.",
    [
        Member("eq", str | None, f"Is given exactly so. {DAY}"),
        Member("gte", str | None, f"Is on or after. {DAY}"),
        Member("lte", str | None, f"Is on or before. {DAY}"),
        _EMPTY,
    ],
)


@cache
def _number_filter(number: type) -> Any:
    return type_building.input_type(
        f"{'Int' if number is int else 'Float'}Filter",
        "Conditions on a number; all that are given hold.",
        [
            _equal(number),
            Member("gte", number | None, "Is at least"),
            Member("lte", number | None, "Is at most"),
            _EMPTY,
        ],
    )


@cache
def _choice_filter(value: type[Enum]) -> Any:
    name = "KindFilter" if value is KindName else f"{value.__name__}Filter"
    return type_building.input_type(
        name,
        "Conditions on a value of a closed list; all that are given hold.",
        [_equal(value), _any_of(value), _EMPTY],
    )


@cache
def _list_filter(value: Any) -> Any:
    name = "Text" if value is str else value.__name__
    has = Member("has", value | None, "Has this among others")
    return type_building.input_type(
        f"{name}ListFilter", "Conditions on several values; all that are given hold.", [has, _EMPTY]
    )


def _filter_of(attribute: Attribute) -> Any:
    value = single(attribute)
    if attribute.many:
        return _list_filter(value)
    if issubclass(attribute.type, Choice):
        return _choice_filter(value)
    if attribute.is_day:
        return DayFilter
    if attribute.type in (int, float):
        return _number_filter(attribute.type)
    return BooleanFilter if attribute.type is bool else TextFilter


def _general(of: Any) -> list[Member]:
    return [
        Member("text", str | None, "Every word of it is found in the id, a name or the description"),
        Member("dataset", str | None, "Id of a dataset that states it"),
        Member("any_of", list[of] | None, "At least one of these holds"),
        Member("not_", of | None, "This does not hold; what is not stated is left out", shown_as="not"),
    ]


@cache
def kind_filter(kind: type[Kind]) -> Any:
    """The filter of one kind: its fields, and whether it has each relation."""
    made = type_building.declare(f"{kind.__name__}Filter")
    stands = [
        Member(side.key, bool | None, f"{side.words.en} · {side.words.sv}: true for some, false for none")
        for side in ONTOLOGY.sides(kind).values()
    ]
    members = [
        Member(each.name, _filter_of(each) | None, f"{each.about.en} · {each.about.sv}")
        for each in kind.attributes().values()
    ]
    if stands:
        has = type_building.input_type(f"{kind.__name__}Has", f"Which relations a {kind.words.en.lower()} has.", stands)
        members.append(Member("has", has | None, "Whether it has relations, e.g. none that owns it"))
    return type_building.fill(
        made, f"Conditions on {kind.plural.en}; all that are given hold.", [*members, *_general(made)], as_input=True
    )


ThingFilter: Any = type_building.declare("ThingFilter")
type_building.fill(
    ThingFilter,
    "Conditions on things of any kind; all that are given hold.",
    [
        Member("kind", _choice_filter(KindName) | None, "Its kind"),
        Member("id", TextFilter | None, "Its id, unique among its kind"),
        Member("name", TextFilter | None, "What people call it"),
        *_general(ThingFilter),
    ],
    as_input=True,
)
