"""Pages of things, as Relay has them: a stable order, and a cursor that says where a page ended.

A cursor holds a thing's place in the order (what it is ordered by, its sort key, id and kind), not a number of rows:
a page that follows neither repeats nor skips a thing when a run has changed the graph in between.
"""

import base64
import binascii
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, cmp_to_key
from itertools import islice
from typing import Any, NamedTuple

from api.graphql import type_building
from api.graphql.conditions import Condition
from api.graphql.ordering import ALPHABETICAL, Order
from api.graphql.type_building import Argument, Member
from graph.errors import QuestionError
from graph.facts.facts import LinkKey, Properties
from graph.language.words import N_
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SideName

FIRST = 50
MOST = 500
PAGES: set[str] = set()
"""The types of pages, by name."""


class ThingIn(NamedTuple):
    """A thing, and the snapshot that it is read from."""

    node: Node
    snapshot: Snapshot


class LinkIn(NamedTuple):
    """A relation, what it says of its own, and the snapshot that it is read from."""

    key: LinkKey
    fields: Properties
    snapshot: Snapshot


class Window(NamedTuple):
    """Which part of a list is asked for."""

    first: int | None = FIRST
    last: int | None = None
    after: str | None = None
    before: str | None = None


ALL = Window()


class Edge(NamedTuple):
    """A thing on a page."""

    page: "Page"
    of: Node

    @property
    def node(self) -> ThingIn:
        """The thing."""
        return ThingIn(self.of, self.page.snapshot)

    @property
    def link(self) -> LinkIn:
        """The relation that led to it."""
        return self.page.link(self.of)

    @property
    def cursor(self) -> str:
        """Where to go on after it."""
        return self.page.cursor(self.of)


def cursor_of(node: Node, order: Order = ALPHABETICAL) -> str:
    """A thing's place in an order, as an opaque text."""
    ordered = [key.stated(node) for key in order]
    place = json.dumps([node.sort_key, node.id, node.kind, *ordered], ensure_ascii=False)
    return base64.urlsafe_b64encode(place.encode()).decode()


def link_in(snapshot: Snapshot, of: Node, side: SideName, node: Node) -> LinkIn:
    """The relation that leads from one side of a thing to another thing."""
    key = of.link(side, node)
    return LinkIn(key, snapshot.said(key), snapshot)


class Page:
    """Some of the things that were asked for; what is not asked of it is not worked out."""

    def __init__(
        self,
        snapshot: Snapshot,
        things: Sequence[Node],
        window: Window = ALL,
        *,
        keep: Condition | None = None,
        order: Order = ALPHABETICAL,
        of: tuple[Node, SideName] | None = None,
    ) -> None:
        """The part `window` of those of `things`, which come in dictionary order, that `keep` keeps, in `order`.

        `of` is the thing, and its side, that they are related to.

        Raises:
            QuestionError: a cursor of the window is none of this order.
        """
        self.snapshot, self._keep, self._order, self._of, self._window = snapshot, keep, order, of, window
        self._things = order.arranged(filter(keep, things)) if order else things
        self._kept = None if order else keep
        """What is still to be looked at of each of the things."""
        self._begins = 0 if window.after is None else self._place(window.after, "after", bisect_right)
        ends = len(self._things) if window.before is None else self._place(window.before, "before", bisect_left)
        self._ends = max(self._begins, ends)

    @cached_property
    def total_count(self) -> int:
        """How many there are on all pages."""
        return len(self._things) if self._kept is None else sum(1 for _ in self.kept)

    @property
    def kept(self) -> Iterable[Node]:
        """All things that there are, on whichever page."""
        return self._things if self._kept is None else filter(self._kept, self._things)

    @cached_property
    def shown(self) -> list[Node]:
        """The things of this page."""
        found = self._found
        if self._window.first is not None:
            found = found[: self._window.first]
        last = self._window.last
        return found if last is None or len(found) <= last else found[len(found) - last :]

    @property
    def nodes(self) -> list[ThingIn]:
        """The things of this page, each with its snapshot."""
        return [ThingIn(node, self.snapshot) for node in self.shown]

    @property
    def edges(self) -> list[Edge]:
        """The things of this page, each with its cursor."""
        return [Edge(self, node) for node in self.shown]

    @property
    def page_info(self) -> "Page":
        """What is needed to ask for the next page and the one before."""
        return self

    @property
    def has_next_page(self) -> bool:
        """True where there are more behind."""
        if self._window.first is not None and len(self._found) > self._window.first:
            return True
        return self._any(self._things[self._ends :])

    @property
    def has_previous_page(self) -> bool:
        """True where there are more in front."""
        first = self._found if self._window.first is None else self._found[: self._window.first]
        last = self._window.last
        return (last is not None and len(first) > last) or self._any(self._things[: self._begins])

    @property
    def start_cursor(self) -> str | None:
        """Where this page begins."""
        return self.cursor(self.shown[0]) if self.shown else None

    @property
    def end_cursor(self) -> str | None:
        """Where this page ends."""
        return self.cursor(self.shown[-1]) if self.shown else None

    def cursor(self, node: Node) -> str:
        """A thing's place in the order, as an opaque text."""
        return cursor_of(node, self._order)

    def link(self, node: Node) -> LinkIn:
        """The relation that leads to one of the things."""
        assert self._of  # noqa: S101 - only what is related has links in the schema
        return link_in(self.snapshot, *self._of, node)

    @cached_property
    def _found(self) -> list[Node]:
        """What is kept between the cursors, no more of it than one more than is asked for from its beginning."""
        first = self._window.first
        whole = (self._begins, self._ends) == (0, len(self._things))
        between = self._things if whole else self._things[self._begins : self._ends]
        kept: Iterable[Node] = filter(self._kept, between) if self._kept else between
        return list(kept if first is None else islice(kept, first + 1))

    def _any(self, things: Sequence[Node]) -> bool:
        return bool(things) if self._kept is None else any(map(self._kept, things))

    def _place(self, cursor: str, argument: str, side: Any) -> int:
        """How many things come before the place that a cursor holds."""
        place = _decoded(cursor)
        keys = [key.attribute.name for key in self._order]
        if place is None or len(place) != 3 + len(keys):
            raise no_cursor(cursor, argument)
        sort_key, id, kind, *values = place
        marker = Node(kind, id, sort_key, dict(zip(keys, values, strict=True)))
        in_order = cmp_to_key(self._order.compare)
        try:
            found: int = side(self._things, in_order(marker), key=in_order)
        except (TypeError, ValueError):  # its values are none of these fields
            raise no_cursor(cursor, argument) from None
        return found


PageInfo: Any = type_building.object_type(
    "PageInfo",
    "What is needed to ask for the next page and the one before.",
    [
        Member("has_next_page", bool, "True where there are more behind"),
        Member("has_previous_page", bool, "True where there are more in front"),
        Member("start_cursor", str | None, "Give it as before to get the page before"),
        Member("end_cursor", str | None, "Give it as after to get the next page"),
    ],
)

FIRST_OF_ALL = Argument(int, f"How many at most, up to {MOST}", FIRST)
"""What a list that has no cursors takes."""


def paging_arguments(most: int) -> dict[str, Argument]:
    """What a list with cursors takes, of which a page has at most so many."""
    return {
        "first": Argument(
            int | None,
            f"How many from the beginning, up to {most}; {FIRST} where neither first nor last is given",
            None,
        ),
        "after": Argument(str | None, "Only what comes after this cursor, e.g. endCursor of the page before", None),
        "last": Argument(int | None, f"How many from the end, up to {most}", None),
        "before": Argument(str | None, "Only what comes before this cursor, e.g. startCursor of the page behind", None),
    }


PAGING = paging_arguments(MOST)


def connection(name: str, edge: Any, node: Any, what: str, more: Iterable[Member] = ()) -> Any:
    """The type of a page of `node`, which may tell `more`."""
    PAGES.add(name)
    return type_building.object_type(
        name,
        f"A page of {what}, in alphabetical order where no other is asked for.",
        [
            Member("total_count", int, "How many there are on all pages"),
            Member("nodes", list[node], "The things of this page"),
            Member("edges", list[edge], "The things of this page, each with its cursor"),
            Member("page_info", PageInfo, "What is needed to ask for the next page and the one before"),
            *more,
        ],
    )


def window(first: int | None, last: int | None, after: str | None, before: str | None) -> Window:
    """Which part of a list a query asks for.

    Raises:
        QuestionError: it asks for fewer than none, or for more than `MOST`.
    """
    sized(first, "first")
    sized(last, "last")
    return Window(FIRST if first is None and last is None else first, last, after, before)


def sized(given: int | None, name: str, most: int = MOST) -> int | None:
    """`given`, how many are asked for, if that is said; or a `QuestionError` that says what it may be."""
    if given is not None and not 0 <= given <= most:
        raise QuestionError(
            N_("{name} is {given}; it may be 0 to {most}. Ask for the next page with after: endCursor."),
            name=name,
            given=given,
            most=most,
        )
    return given


def checked(given: int) -> int:
    """The ``first`` of a list without cursors, or a `QuestionError` that says what it may be."""
    sized(given, "first")
    return given


def _decoded(cursor: str) -> list[Any] | None:
    """The place that an opaque text holds."""
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
    except (binascii.Error, ValueError, RecursionError):
        return None
    is_one = isinstance(place, list) and len(place) >= 3 and all(isinstance(part, str) for part in place[:3])
    return place if is_one else None


def no_cursor(cursor: str, argument: str) -> QuestionError:
    """What to say of a text that is no cursor of the list."""
    return QuestionError(
        N_("{argument} is '{cursor}', which is not a cursor of this list. Give a cursor that it has given, in the "
           "same order."),
        argument=argument, cursor=cursor[:80],
    )  # fmt: skip
