"""Things as types: one per kind, with its fields and both directions of its relations."""

from typing import Any

import strawberry

from api.graphql import links, type_building
from api.graphql.filters import ThingFilter, kind_filter
from api.graphql.graphql_values import IN_LANGUAGE, KindName, member
from api.graphql.ordering import kind_order
from api.graphql.paging import LinkIn, Page, ThingIn
from api.graphql.record_types import HELD
from api.graphql.type_building import Member
from graph.facts.facts import name_of
from graph.ontology.declaration import Kind, Side
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import side_name


def read(source: Any, name: str) -> Any:
    """A field that has no resolver: what a thing or a relation states, or an attribute of anything else."""
    if isinstance(source, ThingIn):
        return source.node.fields.get(name)
    return source.fields.get(name) if isinstance(source, LinkIn) else getattr(source, name)


def _name(self: ThingIn, info: Any, language: Any) -> str:
    return name_of(self.node.id, self.node.fields).say(language.value)


def _kind(self: ThingIn, info: Any) -> str:
    return self.node.kind


def _id(self: ThingIn, info: Any) -> str:
    return self.node.id


def _global_id(self: ThingIn, info: Any) -> str:
    return str(self.node.ref)


NAME = Member("name", str, "What people call it, in the language where it has such a name", _name, IN_LANGUAGE)


def _shared() -> list[Member]:
    key = Member("id", strawberry.ID, "Key of the thing, unique among its kind", _id)
    special = {key.name: key, NAME.name: NAME}
    own = [special.get(each.name) or member(each) for each in Kind.attributes().values()]
    unique = Member("global_id", strawberry.ID, "Key of the thing among all things: Kind/id", _global_id)
    return [Member("kind", KindName, "Its kind", _kind), *own, unique, *HELD]


ThingInterface: Any = type_building.declare("Thing")
ThingInterface.resolve_type = classmethod(lambda cls, thing, info, types: thing.node.kind)
type_building.fill(ThingInterface,
                   "Anything that exists in the map. Its own fields and relations are on the type of its kind.",
           _shared(), as_interface=True)  # fmt: skip

TYPES: dict[str, Any] = {name: type_building.declare(name, ThingInterface) for name in ONTOLOGY.kinds}
"""The types by the names of their kinds."""


def _side(kind: type[Kind], side: Side) -> Member:
    other = side.others[0] if len(side.others) == 1 else None
    name = side_name(side.key)
    node, of = (TYPES[other.__name__], kind_filter(other)) if other else (ThingInterface, ThingFilter)

    def related(self: ThingIn, info: Any, **given: Any) -> Page:
        things = self.node.sides.get(name, ())
        return links.ListAsked(other, given).page(self.snapshot, things, (self.node, name))

    arguments = links.arguments(of, kind_order(other or Kind))
    type_ = links.linked(node, side.relation.fields, other)
    return links.SideMember(side.key, type_, links.about(side), related, arguments, side=side, other=other)


def _fill(kind: type[Kind]) -> None:
    cls = TYPES[kind.__name__]
    name = kind.__name__
    cls.is_type_of = classmethod(lambda cls, thing, info: isinstance(thing, ThingIn) and thing.node.kind == name)
    shared = {each.name for each in _shared()}
    own = [member(each) for each in kind.attributes().values() if each.name not in shared]
    sides = [_side(kind, side) for side in ONTOLOGY.sides(kind).values()]
    clash = shared & {each.name for each in sides}
    if clash:
        raise TypeError(f"{kind.__name__}.{clash.pop()}: every thing has a field of that name")
    type_building.fill(cls, f"{kind.about.en} · {kind.about.sv}", [*own, *sides])


for _declared in ONTOLOGY.kinds.values():
    _fill(_declared)
