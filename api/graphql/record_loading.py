"""Who says what a query shows: read from the database for all things and relations at once."""

from collections.abc import Awaitable, Callable

from strawberry.dataloader import DataLoader

from api.graphql.apart import Home
from graph.database.store import Store
from graph.facts.facts import FactKey
from graph.facts.records import Stated
from queries.asking.stated import stated_records

AT_ONCE = 5_000
"""Facts of which the records are read together."""
Records = tuple[Stated, ...]


class RecordLoading:
    """One request's reading of records; `saw` is told the revision that they are of."""

    def __init__(self, store: Store, home: Home, saw: Callable[[int], None]) -> None:
        self._store, self._home, self._saw = store, home, saw
        self._loader: DataLoader[FactKey, Records] = DataLoader(self._read, max_batch_size=AT_ONCE)

    def of(self, key: FactKey) -> Awaitable[Records]:
        """What each dataset says of it, the most trusted first; nothing where only a scenario does."""
        return self._loader.load(key)

    async def _read(self, keys: list[FactKey]) -> list[Records]:
        read = await self._home.do(stated_records(self._store, keys))
        self._saw(read.revision)
        return [read.said.get(key, ()) for key in keys]
