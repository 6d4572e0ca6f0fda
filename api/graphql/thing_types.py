"""Things as types: one per kind, with its fields and both directions of its relations."""

from typing import Any

import strawberry

from api.graphql import links, paging, type_building
from api.graphql.batch_loading import PageRequest
from api.graphql.conditions import compiled
from api.graphql.context import Ask
from api.graphql.filters import ThingFilter, kind_filter
from api.graphql.graphql_values import IN_LANGUAGE, KindName, member
from api.graphql.paging import PAGING, Page
from api.graphql.record_types import HELD
from api.graphql.type_building import Argument, Member
from graph.facts.merged_view import Link, Thing
from graph.ontology.declaration import Kind, Side
from graph.ontology.ontology import ONTOLOGY


def read(source: Any, name: str) -> Any:
    """A field that has no resolver: a property of what the graph holds, or an attribute of anything else."""
    return source.properties.get(name) if isinstance(source, Thing) else _own(source, name)


def _own(source: Any, name: str) -> Any:
    if isinstance(source, Link) and name != "relation":
        return source.properties.get(name)
    return getattr(source, name)


def _name(self: Thing, info: Any, language: Any) -> str:
    return self.name(language.value)


def _kind(self: Thing, info: Any) -> str:
    return self.kind


NAME = Member("name", str, "What people call it, in the language where it has such a name", _name, IN_LANGUAGE)


def _shared() -> list[Member]:
    key = Member("id", strawberry.ID, "Key of the thing, unique among its kind")
    special = {key.name: key, NAME.name: NAME}
    own = [special.get(each.name) or member(each) for each in Kind.attributes().values()]
    return [Member("kind", KindName, "Its kind", _kind), *own, *HELD]


ThingInterface: Any = type_building.declare("Thing")
ThingInterface.resolve_type = classmethod(lambda cls, thing, info, types: thing.kind)
type_building.fill(ThingInterface,
                   "Anything that exists in the map. Its own fields and relations are on the type of its kind.",
           _shared(), as_interface=True)  # fmt: skip

TYPES: dict[str, Any] = {name: type_building.declare(name, ThingInterface) for name in ONTOLOGY.kinds}
"""The types by the names of their kinds."""


def _side(kind: type[Kind], side: Side) -> Member:
    other = side.others[0] if len(side.others) == 1 else None
    node, of = (TYPES[other.__name__], kind_filter(other)) if other else (ThingInterface, ThingFilter)

    async def related(self: Thing, info: Ask, first: int, after: str | None, where: Any) -> Page:
        wanted = PageRequest(paging.checked(first), paging.decoded(after), compiled(where, other))
        return await info.context.loading.related(self, side, wanted)

    arguments = PAGING | {"where": Argument(of | None, "Only those for which this holds", None)}
    return Member(side.key, links.linked(node, side.relation.fields), links.about(side), related, arguments)


def _fill(kind: type[Kind]) -> None:
    cls = TYPES[kind.__name__]
    cls.is_type_of = classmethod(lambda cls, thing, info: isinstance(thing, Thing) and thing.kind == kind.__name__)
    shared = {each.name for each in _shared()}
    own = [member(each) for each in kind.attributes().values() if each.name not in shared]
    sides = [_side(kind, side) for side in ONTOLOGY.sides(kind).values()]
    clash = shared & {each.name for each in sides}
    if clash:
        raise TypeError(f"{kind.__name__}.{clash.pop()}: every thing has a field of that name")
    type_building.fill(cls, f"{kind.about.en} · {kind.about.sv}", [*own, *sides])


for _declared in ONTOLOGY.kinds.values():
    _fill(_declared)
