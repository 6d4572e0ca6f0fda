"""The bundled case in a database, where many tests read it one after another."""

from graph.database.store import Store
from loaders.runs.run import load
from loaders.sources.formats import BUNDLED, recognised
from tests.conftest import empty

_loaded: dict[str, int] = {}
"""The revision at which each database had been given the case."""


async def hold_case(store: Store) -> None:
    """See that the store holds the bundled registers and nothing else; load them only where something has changed."""
    held = {row["id"] for row in await store.read("MATCH (d:Dataset) RETURN d.id AS id")}
    if held == {path.name for path in BUNDLED} and await store.revision() == _loaded.get(store.address.uri):
        return
    await empty(store)
    for path in BUNDLED:
        await load(store, recognised(path), path)
    _loaded[store.address.uri] = await store.revision()
