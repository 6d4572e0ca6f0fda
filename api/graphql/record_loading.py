"""Who says what a query shows: read from the database for all things and relations at once."""

from collections.abc import Awaitable

from strawberry.dataloader import DataLoader

from api.graphql.apart import Home
from graph.database import schema
from graph.database.store import Store
from graph.facts.facts import FactKey, LinkKey, Ref
from graph.facts.merged_view import Link, Thing
from graph.facts.records import Bookkeeping, Stated
from queries.asking.evidence import readings

AT_ONCE = 5_000
"""Facts of which the records are read together."""
Records = tuple[Stated, ...]


class RecordLoading:
    """One request's reading of records, and the revisions that it has read them at."""

    def __init__(self, store: Store, home: Home) -> None:
        self._store, self._home = store, home
        self.revisions: set[int] = set()
        self._loader: DataLoader[FactKey, Records] = DataLoader(self._read, max_batch_size=AT_ONCE)

    def of(self, key: FactKey) -> Awaitable[Records]:
        """What each dataset says of it, the most trusted first; nothing where only a scenario does."""
        return self._loader.load(key)

    async def _read(self, keys: list[FactKey]) -> list[Records]:
        revision, found = await self._home.do(_records(self._store, keys))
        self.revisions.add(revision)
        return [found.get(key, ()) for key in keys]


async def _records(store: Store, keys: list[FactKey]) -> tuple[int, dict[FactKey, Records]]:
    wanted = readings(keys, schema.properties_of_things, schema.properties_of_links)
    revision, answers = await store.read_all([(each.text, each.parameters) for each in wanted])
    found: dict[FactKey, Records] = {}
    for each, rows in zip(wanted, answers, strict=True):
        for held in rows[0]["held"]:
            ends = held.get(Bookkeeping.ENDPOINTS)
            key = each.key([ends[1], ends[3]] if ends else held["id"])
            found[key] = _held(key, held).records
    return revision, found


def _held(key: FactKey, properties: dict[str, object]) -> Thing | Link:
    if isinstance(key, LinkKey):
        return Link(properties, key.relation)
    assert isinstance(key, Ref)  # noqa: S101 - a fact is about a thing or a relation
    return Thing(properties, key.kind)
