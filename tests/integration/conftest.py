"""Graphs that several files of tests look at."""

from pathlib import Path

import pytest

from benchmarks.worlds import PlantedWorld
from benchmarks.worlds.planted import CATALOGUE, REGISTER
from graph.database.store import Store
from loaders.runs.run import load
from loaders.sources.formats import recognised
from tests.held_case import hold_case


@pytest.fixture
async def case(opened: Store) -> Store:
    """The bundled registers in the store."""
    await hold_case(opened)
    return opened


@pytest.fixture
async def world(store: Store, tmp_path: Path) -> Store:
    """A planted world in the store, as a register and an addressing catalogue."""
    PlantedWorld(20).write(tmp_path)
    for name in (REGISTER, CATALOGUE):
        await load(store, recognised(tmp_path / name), tmp_path / name)
    return store
