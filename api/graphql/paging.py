"""Pages of things: a stable order, and a cursor that says where a page ended.

A cursor holds the last thing's place in the order (its sort key, id and kind), not a number of rows:
a page that follows neither repeats nor skips a thing when a run has changed the graph in between.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from api.graphql import type_building
from api.graphql.type_building import Argument, Member
from graph.errors import QuestionError
from graph.facts.merged_view import Link, Thing
from graph.facts.records import Bookkeeping
from graph.language.words import N_

FIRST = 50
MOST = 500


class Cursor(NamedTuple):
    """Where a page ends: a thing's place in the order."""

    sort_key: str
    id: str
    kind: str

    def encoded(self) -> str:
        """The cursor as an opaque text."""
        return base64.urlsafe_b64encode(json.dumps(self, ensure_ascii=False).encode()).decode()


@dataclass(frozen=True)
class Edge:
    """A thing on a page, and the relation that led to it."""

    node: Thing
    link: Link | None = None

    @property
    def cursor(self) -> str:
        """Where to go on after it."""
        properties = self.node.properties
        return Cursor(properties.get(Bookkeeping.SORT_KEY) or "", self.node.id, self.node.kind).encoded()


@dataclass(frozen=True)
class Page:
    """Some of the things that were asked for."""

    total: int
    edges: list[Edge]
    more: bool

    @property
    def nodes(self) -> list[Thing]:
        """The things alone."""
        return [found.node for found in self.edges]

    @property
    def page_info(self) -> "Page":
        """What is needed to ask for the next page."""
        return self

    @property
    def has_next_page(self) -> bool:
        """True where there are more."""
        return self.more

    @property
    def end_cursor(self) -> str | None:
        """Where this page ended."""
        return self.edges[-1].cursor if self.edges else None


PageInfo: Any = type_building.object_type(
    "PageInfo",
    "What is needed to ask for the next page.",
    [
        Member("has_next_page", bool, "True where there are more"),
        Member("end_cursor", str | None, "Give it as after to get the next page"),
    ],
)

PAGING = {
    "first": Argument(int, f"How many at most, up to {MOST}", FIRST),
    "after": Argument(str | None, "endCursor of the page before", None),
}


def connection(name: str, edge: Any, node: Any, what: str) -> Any:
    """The type of a page of `node`."""
    return type_building.object_type(
        name,
        f"A page of {what}, in alphabetical order.",
        [
            Member("total", int, "How many there are on all pages"),
            Member("nodes", list[node], "The things of this page"),
            Member("edges", list[edge], "The things of this page, each with its cursor"),
            Member("page_info", PageInfo, "What is needed to ask for the next page"),
        ],
    )


def page(total: int, found: list[Edge], first: int) -> Page:
    """The page of `first`, from one more than was asked for."""
    return Page(total, found[:first], len(found) > first)


def checked(first: int) -> int:
    """`first`, or a `QuestionError` that says what it may be."""
    if not 0 <= first <= MOST:
        raise QuestionError(
            N_("first is {first}; it may be 0 to {most}. Ask for the next page with after: endCursor."),
            first=first,
            most=MOST,
        )
    return first


def decoded(cursor: str | None) -> Cursor | None:
    """The cursor that an opaque text stands for."""
    if cursor is None:
        return None
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
    except (binascii.Error, ValueError):
        parts = None
    if not (isinstance(parts, list) and len(parts) == 3 and all(isinstance(part, str) for part in parts)):
        raise QuestionError(
            N_("after is '{cursor}', which is not a cursor. Give the endCursor of the page before."), cursor=cursor[:80]
        )
    return Cursor(*parts)
