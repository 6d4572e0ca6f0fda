"""Relations as types: what a relation says of its own, and the pages of things at its other end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from api.graphql import paging, type_building
from api.graphql.conditions import Condition, compiled
from api.graphql.graphql_values import IN_LANGUAGE, member
from api.graphql.grouping import groups_member
from api.graphql.ordering import ordered_by
from api.graphql.paging import PAGING, LinkIn, Page, window
from api.graphql.record_types import HELD
from api.graphql.type_building import Argument, Member
from graph.ontology.declaration import Kind, RelationFields, Side, attributes
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SideName


def _relation(self: LinkIn, info: Any) -> str:
    return self.key.relation


def _verb(self: LinkIn, info: Any, language: Any) -> str:
    return ONTOLOGY.relations[self.key.relation].forward.say(language.value)


LinkInterface: Any = type_building.fill(
    type_building.declare("Link"),
    "A relation between two things, with who says it.",
    [
        Member("relation", str, "The relation's name in the graph", _relation),
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
        lambda cls, held, info: isinstance(held, LinkIn) and ONTOLOGY.relations[held.key.relation].fields is fields
    )
    return type_building.fill(made, about, own)


@cache
def linked(node: Any, fields: type[RelationFields], kind: type[Kind] | None) -> Any:
    """The type of a page of things, of `kind` or of several, with the relations that lead to them."""
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
    return paging.connection(f"{stem}Connection", edge, node, "related things", _grouping(kind))


@cache
def listed(node: Any, kind: type[Kind]) -> Any:
    """The type of a page of things of a kind."""
    edge = type_building.object_type(
        f"{node.__name__}Edge",
        "A thing on a page.",
        [
            Member("node", node, "The thing"),
            Member("cursor", str, "Give it as after to go on behind this thing"),
        ],
    )
    return paging.connection(f"{node.__name__}Connection", edge, node, "things", _grouping(kind))


def _grouping(kind: type[Kind] | None) -> list[Member]:
    member = groups_member(kind) if kind else None
    return [member] if member else []


def arguments(condition: Any, order: Any) -> dict[str, Argument]:
    """What a list of things takes: which part of it, which of them, in which order."""
    return PAGING | {
        "where": Argument(condition | None, "Only those for which this holds", None),
        "order_by": Argument(list[order] | None, "The order; by name where you do not say", None),
    }


class ListAsked:
    """What the arguments of a list ask for, of whichever snapshot and thing."""

    def __init__(self, kind: type[Kind] | None, given: Mapping[str, Any]) -> None:
        """The arguments `given` to a list of things of `kind`, or of any.

        Raises:
            QuestionError: a size or an order that cannot be.
        """
        self._kind, self._where = kind, given["where"]
        self.window = window(given["first"], given["last"], given["after"], given["before"])
        self._order = ordered_by(given["order_by"], kind)
        self._kept_in: tuple[Snapshot, Condition | None] | None = None

    @property
    def arranges(self) -> bool:
        """Whether all things have to be looked at before the first is known."""
        return bool(self._order) or self.window.after is not None or self.window.before is not None

    def page(self, snapshot: Snapshot, things: Sequence[Node], of: tuple[Node, SideName] | None = None) -> Page:
        """The part of `things` that is asked for.

        Raises:
            QuestionError: a cursor or a filter that cannot be.
        """
        if self._kept_in is None or self._kept_in[0] is not snapshot:
            self._kept_in = snapshot, compiled(self._where, self._kind, snapshot)
        return Page(snapshot, things, self.window, keep=self._kept_in[1], order=self._order, of=of)


@dataclass(frozen=True, kw_only=True)
class SideMember(Member):
    """The field of one side of a relation."""

    side: Side
    other: type[Kind] | None
    """The kind at the other end, where there is only one."""


def about(side: Side) -> str:
    """What a relation says, read from one of its sides."""
    forward = side.relation.forward
    read = f"{side.words.en} · {side.words.sv}. "
    whose = (
        "" if side.outgoing else f"As said of {' or '.join(k.words.en.lower() for k in side.others)}, {forward.en}: "
    )
    return f"{read}{whose}{side.relation.about.en} · {side.relation.about.sv}"
