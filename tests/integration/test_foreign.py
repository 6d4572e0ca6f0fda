"""The graph is ours, and what else is in the database is somebody's: it is seen by nothing and changed by nothing."""

from pathlib import Path

import pytest

from graph.database import runs, schema
from graph.database.store import Store
from graph.errors import RunError, TakenError
from graph.facts.facts import Fact
from graph.ontology.kinds import Api, System
from graph.ontology.ontology import ONTOLOGY
from graph.scenarios.scenario_store import kept, save
from graph.scenarios.steps import Removal, Scenario
from graph.settings import Settings
from loaders.runs import run_writing, statements
from loaders.runs.recovery import opened
from loaders.runs.run import load
from loaders.sources.register.export import export
from tests.integration.foreign import foreign, settle
from tests.integration.graphql_graph import client_on
from tests.integration.test_run import HERE, Said, api, exposes, never, system
from tests.worlds import read_snapshot

OURS: list[Fact] = [system("s", era="old"), system("t"), api("i"), exposes("s", "i")]
STEPS = (Removal(do="remove", id="s"),)


async def ours(store: Store) -> list[str]:
    """Every thing and relation of ours, comparable."""
    found = [row["n"] for kind in (System, Api) for row in await store.read(schema.things_of_kind(kind))]
    links = [row["r"] for each in ONTOLOGY.relations.values() for row in await store.read(schema.links_of_type(each))]
    return sorted(f"{each.key} {sorted(each.properties.items())}" for each in (*found, *links))


@pytest.mark.parametrize("rows", [1, 50_000])
async def test_taking_a_killed_run_back_lets_what_is_not_ours_be(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    await load(store, Said("a", OURS), HERE)
    await settle(store)
    before, theirs = await ours(store), await foreign(store)
    assert len(theirs) > 500
    monkeypatch.setattr(statements, "TRANSACTION_ROWS", rows)
    monkeypatch.setattr(run_writing, "take_back", never)
    with pytest.raises(RunError):
        await load(store, Said("a", [system("s", era="new"), system("u"), api("i"), exposes("u", "nowhere")]), HERE)
    async with opened(settings) as again:
        assert await ours(again) == before
        assert await foreign(again) == theirs
        assert (await again.revision(), await again.read(runs.UNDO_OF_RUN, run=10)) == (1, [])


async def test_what_somebody_tied_to_a_thing_of_a_killed_run_stays(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "TRANSACTION_ROWS", 1)
    monkeypatch.setattr(run_writing, "take_back", never)
    with pytest.raises(RunError):
        await load(store, Said("a", [system("s"), system("t"), exposes("s", "nowhere")]), HERE)
    await settle(store)
    theirs = await foreign(store)
    async with opened(settings) as again:
        assert await ours(again) == []
        assert await foreign(again) == theirs


async def test_loads_and_sweeps_let_what_is_not_ours_be(store: Store) -> None:
    await load(store, Said("a", OURS), HERE)
    await settle(store)
    theirs = await foreign(store)
    await load(store, Said("b", [system("s", mode="mode-1"), api("i"), exposes("s", "i")]), HERE)
    await load(store, Said("a", [system("u")]), HERE)
    await load(store, Said("b", [system("v")]), HERE)
    assert await foreign(store) == theirs
    assert {node.id for node in await read_snapshot(store)} == {"u", "v"}
    again = await load(store, Said("a", OURS), HERE)
    assert len(again.plan) == 5
    assert await foreign(store) == theirs


async def test_nothing_of_somebody_else_is_in_the_snapshot_or_the_numbers(store: Store) -> None:
    await load(store, Said("a", OURS), HERE)
    alone = await read_snapshot(store)
    counts = await store.read(runs.DATASETS)
    await settle(store)
    beside = await read_snapshot(store)
    assert {(node.kind, node.id) for node in alone} == {(node.kind, node.id) for node in beside}
    assert {*alone.relations()} == {*beside.relations()}
    assert await store.read(runs.DATASETS) == counts
    assert [each.id for each in await kept(store)] == []


PAGES = ("/", "/kind/System", "/search?q=theirs", "/thing/System/s", "/scenarios")
ASKED = """{
  systems { totalCount nodes { id exposes { totalCount nodes { id } } exposedBy: dependsOn { totalCount } } }
  lonely: systems(where: {has: {dependsOn: true}}) { totalCount }
  search(text: "theirs") { totalCount } datasets { id } runs { number }
}"""


async def test_pages_graphql_and_exports_see_ours_alone(store: Store, tmp_path: Path) -> None:
    await load(store, Said("a", OURS), HERE)
    async with client_on(store) as client:

        async def seen(folder: str) -> tuple[object, ...]:
            pages = [await client.http.get(page) for page in PAGES]
            assert {page.status_code for page in pages} == {200}
            written = await export(store, tmp_path / folder, format="yaml")
            texts = [file.read_text() for path in written for file in sorted(path.rglob("*.yaml"))]
            return [page.text for page in pages], await client.ask(ASKED), texts

        alone = await seen("alone")
        await settle(store)
        assert await seen("beside") == alone


async def test_a_scenario_is_kept_beside_those_of_somebody_else(store: Store) -> None:
    await settle(store)
    theirs = await foreign(store)
    for name in ("Ours", "Ours again"):
        await save(store, Scenario(id="ours", name=name, steps=STEPS))
    assert [(each.id, each.name) for each in await kept(store)] == [("ours", "Ours again")]
    with pytest.raises(TakenError, match="has not written"):
        await save(store, Scenario(id="their-scenario", name="Ours", steps=STEPS))
    assert await foreign(store) == theirs


async def test_what_has_our_label_and_id_and_is_not_ours_is_told_and_not_written_over(store: Store) -> None:
    await settle(store)
    theirs = await foreign(store)
    for thing, dataset in (("theirs-7", "a"), ("s", "their-data")):
        with pytest.raises(TakenError, match="Delete it or give it another id"):
            await load(store, Said(dataset, [system(thing)]), HERE)
    assert await foreign(store) == theirs
    assert (await store.revision(), await ours(store)) == (0, [])


async def test_a_database_of_somebody_else_is_refused_with_what_it_holds(store: Store, settings: Settings) -> None:
    await store.write(lambda write: write.run("MATCH (g:Graph) DELETE g"))
    await store.write(lambda write: write.run("CREATE (:Person:Nurse {born: 1}), (:Person), (:Person), ({born: 1})"))
    try:
        with pytest.raises(TakenError) as refused:
            async with opened(settings):
                pass
        text = refused.value.say("en")
        assert "Person (2)" in text
        assert "(1)" in text
        assert "is not empty" in text
        assert "NEO4J_DATABASE" in text
        held = await store.read("MATCH (n) RETURN count(n) AS held")
        assert held == [{"held": 4}]
    finally:
        await store.write(lambda write: write.run("MATCH (n) DETACH DELETE n"))
        async with opened(settings) as again:
            assert await again.revision() == 0


async def test_a_graph_is_ours_whatever_else_was_put_beside_it(store: Store, settings: Settings) -> None:
    await load(store, Said("a", OURS), HERE)
    await settle(store)
    await store.write(lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g.schema = 'of an older program'"))
    async with opened(settings) as again:
        assert await again.revision() == 1
