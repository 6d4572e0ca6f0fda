"""The headline figures are kept with each run, and told where a run changed them."""

import pytest

from graph.database import runs
from graph.database import store as store_module
from graph.database.store import Store
from loaders.runs.run import load
from loaders.runs.undo import undo
from queries.overviews.headlines import HEADLINES
from queries.overviews.run_figures import FigureChange, note_figures, read_figures
from tests.integration.test_run import HERE, Said, system


async def test_figures_of_a_run_are_beside_those_of_the_run_before(store: Store) -> None:
    assert await note_figures(store) == []
    owners = next(each.label for each in HEADLINES if each.question == "no_owner")
    await load(store, Said("a", [system("s")]), HERE)
    assert FigureChange(owners, None, 1) in await note_figures(store)
    await load(store, Said("a", [system("s"), system("t"), system("u")]), HERE)
    assert FigureChange(owners, 1, 3) in await note_figures(store)
    await undo(store, "a")
    assert FigureChange(owners, 3, 1) in await note_figures(store)
    noted = (await store.read(runs.LATEST_RUNS, dataset=None, take=9))[0]["runs"]
    assert [read_figures(run["figures"])["no_owner"] for run in noted] == [1, 3, 1]


async def test_while_somebody_else_writes_a_run_that_is_over_is_none_the_worse(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "PATIENCE", 0.1)
    await load(store, Said("a", [system("s")]), HERE)
    await store.write(lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g.applying = 99"))
    assert await note_figures(store) == []
    await store.write(lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g.applying = null"))
    assert await note_figures(store)
