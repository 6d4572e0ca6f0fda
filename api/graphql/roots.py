"""Where a query starts: each kind by id and as pages, any thing, a search."""

from typing import Any

import strawberry

from api.graphql import links, paging, type_building
from api.graphql.batch_loading import PageRequest
from api.graphql.conditions import compiled
from api.graphql.context import Ask
from api.graphql.filters import kind_filter
from api.graphql.graphql_values import KindName
from api.graphql.paging import PAGING, Edge, Page
from api.graphql.thing_types import TYPES, ThingInterface
from api.graphql.type_building import Argument, Member
from graph.database.thing_lists import FIRST_FOUND
from graph.errors import QuestionError
from graph.facts.facts import Ref
from graph.facts.merged_view import Thing
from graph.language.collation import fold, sort_key
from graph.language.words import N_
from graph.ontology.declaration import Kind, key
from graph.ontology.ontology import ONTOLOGY

ID = Argument(strawberry.ID, "Key of the thing, unique among its kind")
SearchResult: Any = type_building.object_type(
    "SearchResult",
    "Things that were found, those whose name begins with the words first.",
    [
        Member("total", int, "How many were found"),
        Member("nodes", list[ThingInterface], "The first of them"),
    ],
)


def of_kind(kind: type[Kind]) -> list[Member]:
    """Two fields: one thing of the kind by its id, and a page of all of them."""
    cls: Any = TYPES[kind.__name__]

    async def one(self: None, info: Ask, id: str) -> Thing | None:
        return await info.context.loading.thing(Ref(kind.__name__, id))

    async def many(self: None, info: Ask, first: int, after: str | None, where: Any) -> Page:
        wanted = PageRequest(paging.checked(first), paging.decoded(after), compiled(where, kind))
        return await info.context.loading.page(kind, wanted)

    arguments = PAGING | {"where": Argument(kind_filter(kind) | None, "Only those for which this holds", None)}
    return [
        Member(key(kind.words.en), cls | None, f"One {kind.words.en.lower()} by its id; null where there is none.",
               one, {"id": ID}),
        Member(key(kind.plural.en), links.listed(cls), f"All {kind.plural.en}, or those that a filter keeps.",
               many, arguments),
    ]  # fmt: skip


async def _thing(self: None, info: Ask, kind: Any, id: str) -> Thing | None:
    return await info.context.loading.thing(Ref(kind.value, id))


async def _search(self: None, info: Ask, text: str, first: int, kinds: list[Any] | None) -> Page:
    words = fold(text).split()
    if not words:
        raise QuestionError(N_("text is empty. Write a word, or a part of one, to search for."))
    rows = await info.context.reading.read(
        FIRST_FOUND,
        words=words,
        start=sort_key(" ".join(text.split())),
        line="\n" + " ".join(words),
        kinds=[kind.value for kind in kinds] if kinds else None,
        take=paging.checked(first),
    )
    return Page(rows[0]["total"], [Edge(each) for each in rows[0]["page"]], more=False)


MEMBERS: list[Member] = [
    Member("thing", ThingInterface | None, "Any thing by its kind and id; null where there is none.", _thing,
           {"kind": Argument(KindName, "Its kind"), "id": ID}),
    Member("search", SearchResult, "Things in whose id, name or description every word is found; å, ä and ö are "
           "letters of their own, other accents do not matter.", _search,
           {"text": Argument(str, "Words, or parts of them"), "first": PAGING["first"],
            "kinds": Argument(list[KindName] | None, "Only things of these kinds", None)}),
    *(member for kind in ONTOLOGY.kinds.values() for member in of_kind(kind)),
]  # fmt: skip
