"""Who says what: the records behind things, relations and answers."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_type_hints

from strawberry.scalars import JSON

from api.graphql import type_building
from api.graphql.context import Ask
from api.graphql.graphql_values import choice_type
from api.graphql.paging import LinkIn, ThingIn
from api.graphql.type_building import GraphQLType, Member
from graph.facts.facts import Evidence, FactKey
from graph.facts.records import Record, Stated, properties_of


def _members(shape: type[Record]) -> Iterator[Member]:
    """A member for each property of a record, which says of itself what it means; the dataset first."""
    about, types = {each.name: each.metadata.get("about", "") for each in fields(shape)}, get_type_hints(shape)
    for name in sorted(properties_of(shape), key=lambda name: name != "dataset"):
        type_: GraphQLType = choice_type(Evidence) if types[name] is Evidence else types[name]
        yield Member(name, type_, about[name])


STATED: Any = type_building.object_type(
    "Record",
    "One dataset's record of a thing or a relation.",
    [*_members(Stated), Member("fields", JSON, "The fields as this dataset states them")],
)

SHOWN: Any = type_building.object_type(
    "Shown",
    "One record behind an answer: what is said, who says it, and where.",
    [Member("about", str, "Kind/id, or Kind/id RELATION Kind/id"), *_members(Record)],
)


async def _records(self: ThingIn | LinkIn, info: Ask) -> tuple[Stated, ...]:
    return await info.context.records.of(_key(self))


async def _illustrative(self: ThingIn | LinkIn, info: Ask) -> bool:
    return any(each.illustrative for each in await info.context.records.of(_key(self)))


def _key(shown: ThingIn | LinkIn) -> FactKey:
    return shown.node.ref if isinstance(shown, ThingIn) else shown.key


HELD = [
    Member("records", list[STATED], "What each dataset says, most trusted first", _records),
    Member("illustrative", bool, "True where any of the records is made up as an example", _illustrative),
]
"""Fields of everything that the graph holds."""
