"""Relations as types: what a relation says of its own, and the pages of things at its other end."""

from functools import cache
from typing import Any

from api.graphql import paging, type_building
from api.graphql.graphql_values import IN_LANGUAGE, member
from api.graphql.record_types import HELD
from api.graphql.type_building import Member
from graph.facts.merged_view import Link
from graph.ontology.declaration import RelationFields, Side, attributes
from graph.ontology.ontology import ONTOLOGY


def _verb(self: Link, info: Any, language: Any) -> str:
    return ONTOLOGY.relations[self.relation].forward.say(language.value)


LinkInterface: Any = type_building.fill(
    type_building.declare("Link"),
    "A relation between two things, with who says it.",
    [
        Member("relation", str, "The relation's name in the graph"),
        Member("verb", str, "The relation read from its source: source, verb, target", _verb, IN_LANGUAGE),
        *HELD,
    ],
    as_interface=True,
)


@cache
def link_type(fields: type[RelationFields]) -> Any:
    """The type of relations with these fields of their own."""
    own = [member(each) for each in attributes(fields).values()]
    name = fields.__name__ if own else "PlainLink"
    about = " ".join((fields.__doc__ or "").split()) if own else "A relation without fields of its own."
    made = type_building.declare(name, LinkInterface)
    made.is_type_of = classmethod(  # type: ignore[attr-defined]
        lambda cls, held, info: isinstance(held, Link) and ONTOLOGY.relations[held.relation].fields is fields
    )
    return type_building.fill(made, about, own)


@cache
def linked(node: Any, fields: type[RelationFields]) -> Any:
    """The type of a page of things with the relations that lead to them."""
    link = link_type(fields)
    stem = f"{node.__name__}{'Link' if link.__name__ == 'PlainLink' else link.__name__}"
    edge = type_building.object_type(
        f"{stem}Edge",
        "A thing, and the relation that leads to it.",
        [
            Member("node", node, "The thing"),
            Member("link", link, "The relation"),
            Member("cursor", str, "Give it as after to go on behind this thing"),
        ],
    )
    return paging.connection(f"{stem}Connection", edge, node, "related things")


@cache
def listed(node: Any) -> Any:
    """The type of a page of things."""
    edge = type_building.object_type(
        f"{node.__name__}Edge",
        "A thing on a page.",
        [
            Member("node", node, "The thing"),
            Member("cursor", str, "Give it as after to go on behind this thing"),
        ],
    )
    return paging.connection(f"{node.__name__}Connection", edge, node, "things")


def about(side: Side) -> str:
    """What a relation says, read from one of its sides."""
    forward = side.relation.forward
    read = f"{side.words.en} · {side.words.sv}. "
    whose = (
        "" if side.outgoing else f"As said of {' or '.join(k.words.en.lower() for k in side.others)}, {forward.en}: "
    )
    return f"{read}{whose}{side.relation.about.en} · {side.relation.about.sv}"
