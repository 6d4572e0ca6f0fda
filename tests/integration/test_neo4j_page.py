"""What docs/neo4j.md shows runs as it stands and finds something: on both engines, or on Neo4j where it says so."""

import asyncio
import re

import pytest

from docs.neo4j_files import PAGE, names_index
from graph.database.store import Store
from graph.settings import Settings
from loaders.runs.run import load
from loaders.sources.formats import BUNDLED, recognised
from tests.held_case import hold_case

BLOCKS = re.findall(r"(?ms)^```cypher( \w+)?\n(.*?)^```", PAGE.read_text(encoding="utf-8"))
EVERYWHERE = [text for where, text in BLOCKS if not where]
ON_NEO4J = [text for where, text in BLOCKS if where == " neo4j"]
PATIENCE = 30
"""Seconds that Neo4j has for an index that it makes behind what is written."""


@pytest.fixture
async def case(opened: Store) -> Store:
    """The bundled registers in the store."""
    await hold_case(opened)
    return opened


async def test_each_text_finds_something(case: Store) -> None:
    assert len(EVERYWHERE) >= 6
    for text in EVERYWHERE:
        rows = await case.read(text)
        assert rows, text
        assert all(any(row[name] not in (None, [], "") for row in rows) for name in rows[0]), text


async def test_the_index_of_names_is_made_on_neo4j_and_neither_a_load_nor_an_opening_minds_it(
    case: Store, settings: Settings
) -> None:
    assert ON_NEO4J[0].strip() == names_index()
    if case.address.engine is not None:
        return  # it has no full-text index, as the page says
    made, asked = ON_NEO4J
    await case.write(lambda write: write.run(made))
    try:
        async with Store.open(settings) as store:
            await load(store, recognised(BUNDLED[0]), BUNDLED[0])
            assert await found(store, asked)
    finally:
        await case.write(lambda write: write.run("DROP INDEX samband_names"))


async def found(store: Store, text: str) -> bool:
    """Whether the text finds something before long."""
    for _ in range(PATIENCE):
        if await store.read(text):
            return True
        await asyncio.sleep(1)
    return False
