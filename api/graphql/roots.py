"""Where a query starts: each kind by id and as pages, any thing, a search; of today, another day, or a scenario."""

import asyncio
from typing import Any

import strawberry

from api.graphql import links, paging, type_building
from api.graphql.context import Ask
from api.graphql.filters import kind_filter
from api.graphql.graphql_values import KindName
from api.graphql.ordering import kind_order
from api.graphql.paging import Page, ThingIn
from api.graphql.thing_types import TYPES, ThingInterface
from api.graphql.type_building import Argument, Member
from api.graphql.views import OF
from graph.errors import QuestionError
from graph.facts.facts import Ref
from graph.language.collation import fold
from graph.language.words import N_
from graph.ontology.declaration import Kind, key
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.searching import best_first, searched

paging.PAGES.add("SearchResult")
LONG = 2_000
"""Things from which on a list is put in order in a thread: it takes some milliseconds."""
ID = Argument(strawberry.ID, "Key of the thing, unique among its kind")
SearchResult: Any = type_building.object_type(
    "SearchResult",
    "Things that were found, those whose name begins with the words first.",
    [
        Member("total_count", int, "How many were found"),
        Member("nodes", list[ThingInterface], "The first of them"),
    ],
)


def of_kind(kind: type[Kind]) -> list[Member]:
    """Two fields: one thing of the kind by its id, and a page of all of them."""
    cls: Any = TYPES[kind.__name__]

    async def one(self: None, info: Ask, id: str, **of: str | None) -> ThingIn | None:
        return await info.context.thing(Ref(kind.__name__, id), **of)

    async def many(self: None, info: Ask, as_of: str | None, scenario: str | None, **given: Any) -> Page:
        snapshot = await info.context.snapshot(as_of, scenario)
        things, asked = snapshot.listed(kind.__name__), links.ListAsked(kind, given)
        if asked.arranges and len(things) > LONG:
            return await asyncio.to_thread(asked.page, snapshot, things)
        return asked.page(snapshot, things)

    arguments = links.arguments(kind_filter(kind), kind_order(kind)) | OF
    return [
        Member(key(kind.words.en), cls | None, f"One {kind.words.en.lower()} by its id; null where there is none.",
               one, {"id": ID, **OF}),
        Member(key(kind.plural.en), links.listed(cls, kind), f"All {kind.plural.en}, or those that a filter keeps.",
               many, arguments),
    ]  # fmt: skip


async def _thing(self: None, info: Ask, kind: Any, id: str, **of: str | None) -> ThingIn | None:
    return await info.context.thing(Ref(kind.value, id), **of)


async def _node(self: None, info: Ask, id: str, **of: str | None) -> ThingIn | None:
    kind, _, key = id.partition("/")
    return await info.context.thing(Ref(kind, key), **of)


async def _nodes(self: None, info: Ask, ids: list[str], **of: str | None) -> list[ThingIn | None]:
    if len(ids) > paging.MOST:
        raise QuestionError(N_("ids names {found} things; it may name {most}."), found=len(ids), most=paging.MOST)
    return [await _node(self, info, id, **of) for id in ids]


async def _search(
    self: None, info: Ask, text: str, first: int, kinds: list[Any] | None, as_of: str | None, scenario: str | None
) -> Page:
    words = fold(text).split()
    if not words:
        raise QuestionError(N_("text is empty. Write a word, or a part of one, to search for."))
    snapshot = await info.context.snapshot(as_of, scenario)
    part = paging.Window(paging.checked(first))
    among = [kind.value for kind in kinds] if kinds else None
    return await asyncio.to_thread(
        lambda: Page(snapshot, best_first(snapshot, text, searched(snapshot, words, among)), part)
    )


MEMBERS: list[Member] = [
    Member("thing", ThingInterface | None, "Any thing by its kind and id; null where there is none.", _thing,
           {"kind": Argument(KindName, "Its kind"), "id": ID, **OF}),
    Member("node", ThingInterface | None, "Any thing by its globalId; null where there is none.", _node,
           {"id": Argument(strawberry.ID, "Kind/id"), **OF}),
    Member("nodes", list[ThingInterface | None], f"Things by their globalIds, at most {paging.MOST}, in the order in "
           "which they are asked for; null for each that there is not.", _nodes,
           {"ids": Argument(list[strawberry.ID], "Kind/id of each"), **OF}),
    Member("search", SearchResult, "Things in whose id, name or description every word is found; å, ä and ö are "
           "letters of their own, other accents do not matter.", _search,
           {"text": Argument(str, "Words, or parts of them"),
            "first": paging.FIRST_OF_ALL,
            "kinds": Argument(list[KindName] | None, "Only things of these kinds", None), **OF}),
    *(member for kind in ONTOLOGY.kinds.values() for member in of_kind(kind)),
]  # fmt: skip
