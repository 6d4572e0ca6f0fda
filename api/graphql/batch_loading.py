"""Reading for one request: what many fields ask of the same sort goes to the database as one statement."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from strawberry.dataloader import DataLoader

from api.graphql import paging
from api.graphql.conditions import Condition
from api.graphql.paging import Cursor, Edge, Page
from api.graphql.reading import RequestReader
from graph.database import schema, thing_lists, things
from graph.facts.facts import Ref
from graph.facts.merged_view import Thing
from graph.ontology.declaration import Kind, Side
from graph.ontology.ontology import ONTOLOGY

PARENTS = 1_000
"""Parents in one statement; a page has at most half as many."""


@dataclass(frozen=True)
class PageRequest:
    """Which page: how many, after which cursor, under which condition."""

    first: int
    after: Cursor | None
    where: Condition

    @property
    def key(self) -> str:
        """The same for the same page."""
        return json.dumps([self.first, self.after, self.where.text, self.where.parameters], sort_keys=True)

    @property
    def parameters(self) -> dict[str, Any]:
        """What its statement takes; one more than wanted, which tells whether there are more."""
        after = {"after": list(self.after)} if self.after else {}
        return {"take": self.first + 1, **after, **self.where.parameters}


class Loading:
    """One request's loaders, and what they have read."""

    def __init__(self, reading: RequestReader) -> None:
        self._reading = reading
        self._things: dict[str, DataLoader[str, Thing | None]] = {}
        self._sides: dict[tuple[str, str, str], DataLoader[str, Page]] = {}
        self._counts: DataLoader[str, int] = DataLoader(self._read_counts)

    def thing(self, ref: Ref) -> Awaitable[Thing | None]:
        """The thing, or none."""
        loader = self._things.get(ref.kind)
        if loader is None:
            read = self._reading_things(ONTOLOGY.kinds[ref.kind])
            loader = self._things[ref.kind] = DataLoader(read, max_batch_size=PARENTS)
        return loader.load(ref.id)

    def related(self, thing: Thing, side: Side, wanted: PageRequest) -> Awaitable[Page]:
        """A page of what stands on one side of the thing."""
        key = (thing.kind, side.key, wanted.key)
        loader = self._sides.get(key)
        if loader is None:
            read = self._reading_side(ONTOLOGY.kinds[thing.kind], side, wanted)
            loader = self._sides[key] = DataLoader(read, max_batch_size=PARENTS)
        return loader.load(thing.id)

    def count(self, kind: str) -> Awaitable[int]:
        """How many things of the kind there are."""
        return self._counts.load(kind)

    async def page(self, kind: type[Kind], wanted: PageRequest) -> Page:
        """A page of all things of a kind."""
        if wanted.first == 0 and wanted.after is None:
            rows = await self._reading.read(thing_lists.total(kind, wanted.where.text), **wanted.where.parameters)
            return Page(rows[0]["total"], [], bool(rows[0]["total"]))
        text = thing_lists.page(kind, wanted.where.text, wanted.after is not None)
        row = (await self._reading.read(text, **wanted.parameters))[0]
        return paging.page(row["total"], [Edge(each) for each in row["page"]], wanted.first)

    async def _read_counts(self, kinds: list[str]) -> list[int]:
        totals: dict[str, int] = dict((await self._reading.read(thing_lists.COUNTS))[0]["kinds"])
        return [totals.get(kind, 0) for kind in kinds]

    def _reading_things(self, kind: type[Kind]) -> Callable[[list[str]], Awaitable[list[Thing | None]]]:
        async def read(ids: list[str]) -> list[Thing | None]:
            rows = await self._reading.read(schema.few_things_by_id(kind), ids=ids)
            found = {thing.id: thing for thing in rows[0]["found"]}
            return [found.get(id) for id in ids]

        return read

    def _reading_side(
        self, kind: type[Kind], side: Side, wanted: PageRequest
    ) -> Callable[[list[str]], Awaitable[list[Page]]]:
        text = things.related(kind, side, wanted.where.text, wanted.after is not None)

        async def read(ids: list[str]) -> list[Page]:
            rows = await self._reading.read(text, ids=ids, **wanted.parameters)
            found = {each["id"]: each for each in rows[0]["found"]}
            return [_page(found.get(id), wanted.first) for id in ids]

        return read


def _page(read: dict[str, Any] | None, first: int) -> Page:
    if read is None:
        return Page(0, [], False)
    return paging.page(read["total"], [Edge(each["node"], each["link"]) for each in read["page"]], first)
