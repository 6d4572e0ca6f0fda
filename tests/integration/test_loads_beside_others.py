"""Runs beside those of others: what undo, names, times and two at once may not do to what others state."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.database import runs
from graph.database.state import STATE
from graph.database.store import Store
from graph.errors import OntologyError, RunError
from graph.facts.facts import Fact, LinkFact, Provenance, Ref
from graph.ontology.kinds import System
from graph.ontology.ontology import ONTOLOGY
from graph.settings import Settings
from loaders.runs import files_read_before, run
from loaders.runs.current_state import DanglingError
from loaders.runs.dataset_runs import forget, rename
from loaders.runs.recovery import opened
from loaders.runs.run import InvalidSourceError, load
from loaders.runs.undo import undo
from loaders.sources.formats import recognised
from tests.integration.test_loads_again import everything, held
from tests.integration.test_run import HERE, Said, api, exposes, system

pytestmark = pytest.mark.mostly_embedded
SUCCEEDS = ONTOLOGY.sides(System)["succeeds"].relation


def succeeds(newer: str, older: str) -> Fact:
    return LinkFact(Ref("System", newer), SUCCEEDS, Ref("System", older), {}, Provenance("doc"))


def written(path: Path, **tables: str) -> Path:
    """A register of CSV tables at `path`."""
    path.mkdir(parents=True, exist_ok=True)
    for kind, text in tables.items():
        (path / f"{kind}.csv").write_text(text, encoding="utf-8")
    return path


async def loaded(store: Store, path: Path, **options: Any) -> run.RunReport:
    return await load(store, recognised(path), path, **options)


async def test_undo_leaves_no_relation_to_nothing_also_where_it_is_its_own(store: Store) -> None:
    await load(store, Said("b", [api("i"), api("j")]), HERE)
    await load(store, Said("a", [system("s"), exposes("s", "i")]), HERE)
    await load(store, Said("a", [system("s"), api("i"), exposes("s", "i")]), HERE)
    await load(store, Said("b", [api("j")]), HERE)
    was = await everything(store)
    with pytest.raises(DanglingError, match="System/s EXPOSES Api/i"):
        await undo(store, "a")
    assert await everything(store) == was


async def test_a_trust_that_is_taken_back_lets_the_others_values_be_seen_again(store: Store) -> None:
    await load(store, Said("a", [system("s", era="a"), system("t", era="a")], trust=50), HERE)
    await load(store, Said("a", [system("s", era="a"), system("t", era="a")], trust=90), HERE)
    await load(store, Said("b", [system("s", era="b")], trust=60), HERE)
    assert {each.properties["era"] for each in await held(store)} == {"a"}
    await undo(store, "a")
    assert sorted(each.properties["era"] for each in await held(store)) == ["a", "b"]
    await undo(store, "a")
    assert {each.properties["era"] for each in await held(store)} == {"a"}
    await everything(store)


async def test_undo_makes_no_circle(store: Store) -> None:
    await load(store, Said("base", [system("x"), system("y")]), HERE)
    await load(store, Said("a", [system("x"), succeeds("x", "y")]), HERE)
    await load(store, Said("a", [system("x")]), HERE)
    await load(store, Said("b", [system("y"), succeeds("y", "x")]), HERE)
    was = await everything(store)
    with pytest.raises(RunError, match="which comes round to x again"):
        await undo(store, "a")
    assert await everything(store) == was


async def test_a_run_that_only_moved_rows_is_not_the_one_that_is_taken_back(store: Store, tmp_path: Path) -> None:
    rows = [f"s{number},S{number}\n" for number in range(5)]
    await loaded(store, written(tmp_path / "mine", System="id,name\n" + "".join(rows)))
    changed = [*rows[:-1], "s4,Otherwise\n"]
    await loaded(store, written(tmp_path / "mine", System="id,name\n" + "".join(changed)))
    moved = await loaded(store, written(tmp_path / "mine", System="id,name\n" + "".join(reversed(changed))))
    assert (len(moved.plan), moved.plan.moved) == (0, 4)
    taken = await undo(store, "mine")
    assert [*taken.plan.things.replace] == [Ref("System", "s4")]
    assert "Otherwise" not in str(await held(store))
    again = await undo(store, "mine")
    assert [*again.plan.things.replace] == [Ref("System", "s4")]
    await everything(store)


async def test_a_name_that_decides_between_equals_is_told_as_a_change(store: Store) -> None:
    await load(store, Said("a", [system("s", era="a"), system("t")]), HERE)
    await load(store, Said("b", [system("s", era="b")]), HERE)
    renamed = await rename(store, "a", "z")
    assert [*renamed.plan.things.replace] == [Ref("System", "s")]
    (last,) = [row["run"] for row in await store.read(runs.ENDED_RUNS) if row["run"]["number"] == 3]
    assert '"era","a","b"' in last["changes"]


async def test_nothing_that_others_tell_keeps_a_word_of_what_is_forgotten_for_good(
    store: Store, tmp_path: Path
) -> None:
    mine = written(tmp_path / "mine", System="id,name,description\nlab,SECRET,S3CRET\nSECRETS,x,y\n")
    await loaded(store, mine)
    await loaded(store, written(tmp_path / "b", System="id,name\nlab,From B\nsecrets,q\n"))
    await loaded(store, written(tmp_path / "b", System="id,name\nlab,From B too\nsecrets,q\n"))
    await forget(store, "mine")
    await forget(store, "mine", for_good=True)
    rows = await store.read("MATCH (n) RETURN properties(n) AS held")
    found = str([row["held"] for row in rows])
    assert "From B too" in found
    assert [secret for secret in ("SECRET", "S3CRET", "SECRETS") if secret in found] == []
    with pytest.raises(RunError, match="is not loaded"):
        await forget(store, "never", for_good=True)


async def test_two_at_once_make_no_circle_and_leave_no_relation_to_nothing(store: Store, tmp_path: Path) -> None:
    await loaded(store, written(tmp_path / "base", System="id,name\nx,X\ny,Y\n"))
    a = written(tmp_path / "a", System="id,name,succeeds\nx,X,y\n")
    b = written(tmp_path / "b", System="id,name,succeeds\ny,Y,x\n")
    both = await asyncio.gather(loaded(store, a), loaded(store, b), return_exceptions=True)
    assert sorted(type(each).__name__ for each in both) == ["InvalidSourceError", "RunReport"]
    assert len([each for each in await held(store) if "SUCCEEDS" in str(each.key)]) == 1


async def test_an_unchanged_load_tells_what_others_state_otherwise(store: Store, tmp_path: Path) -> None:
    a = written(tmp_path / "a", System="id,name\nlab,From A\n")
    await loaded(store, a)
    await loaded(store, written(tmp_path / "b", System="id,name\nlab,From B\n"))
    for _ in range(2):
        (warning,) = (await loaded(store, a)).warnings
        assert 'and "From B" in the dataset b' in warning.say("en")
    with pytest.raises(InvalidSourceError):
        await loaded(store, a, strict=True)


async def test_what_a_register_replaces_of_its_own_is_no_doubt(store: Store, tmp_path: Path) -> None:
    mine = written(tmp_path / "mine", System="id,name\nLAB,L\n")
    await loaded(store, mine)
    written(mine, System="id,name\nlab,L\n")
    assert [(await loaded(store, mine)).warnings for _ in range(2)] == [[], []]


async def test_a_register_under_another_name_refers_to_what_that_one_does_not_state(
    store: Store, tmp_path: Path
) -> None:
    await loaded(store, written(tmp_path / "1" / "a", Api="id,name\nlab,L\n"))
    other = written(tmp_path / "2" / "a", System="id,name,exposes\nx,X,lab\n")
    report = await loaded(store, other, dataset="c")
    assert (report.dataset.id, len(report.plan)) == ("c", 2)
    await loaded(store, written(tmp_path / "z", System="id,name\nq,Q\n"))
    assert len((await loaded(store, other, dataset="c")).plan) == 0


async def test_what_a_newer_version_reads_otherwise_is_compared(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Said("a", [system("s", era="old")])
    await load(store, said, HERE)
    said.reading = replace(said.reading, facts=[system("s", era="as it is read now")])
    assert len((await load(store, said, HERE)).plan) == 0, "the very same program reads the very same alike"
    for module in (files_read_before, run):
        monkeypatch.setattr(module, "program_fingerprint", lambda: "the next version")
    assert len((await load(store, said, HERE)).plan) == 1


async def test_runs_of_somebody_else_s_have_ids_of_any_sort(store: Store) -> None:
    await store.write(
        lambda write: write.run("CREATE (:Run {id: [1, 2], number: 99}), (:Run {id: 2, number: 98}), (:Run {id: 1.5})")
    )
    for number in range(3):
        await load(store, Said("a", [system(f"s{number}")]), HERE)
    assert {"1", "3", "4"} <= {row["id"] for row in await store.read(runs.RUN_IDS) if isinstance(row["id"], str)}


async def test_a_program_that_has_the_graph_open_refuses_a_later_way_of_keeping_it(
    store: Store, settings: Settings
) -> None:
    await load(store, Said("a", [system("s")]), HERE)
    (state,) = await store.read(STATE)
    await store.write(lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g.format = g.format + 1"))
    try:
        with pytest.raises(OntologyError, match="migrated to another version"):
            await load(store, Said("a", [system("t")]), HERE)
        with pytest.raises(OntologyError, match="later"):
            async with opened(settings):
                pass
    finally:
        await store.write(
            lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g.format = $format", format=state["format"])
        )
