"""Random registers loaded, changed and loaded again, taken back, renamed and forgotten: as if loaded at once."""

import json
import os
import random
from dataclasses import replace

import pytest

from graph.database import ledgers, ownership, runs
from graph.database.store import Store
from graph.errors import RunError
from graph.facts.facts import Fact, LinkFact, Ref, ThingFact
from graph.facts.merged_view import Link, Thing
from loaders.runs import run, statements
from loaders.runs import undo as undo_runs
from loaders.runs.current_state import DanglingError
from loaders.runs.dataset_runs import forget, rename
from loaders.runs.ledger import kept_ledger, ledger_of
from loaders.runs.removals import RemovalsError
from loaders.runs.run import load
from loaders.runs.undo import undo
from tests.integration.random_graphs import TRUST, datasets, said
from tests.integration.test_run import HERE, Said, api, exposes, system

FEW, MANY = 1, int(os.environ.get("SAMBAND_RANDOM_GRAPHS", "100"))
NEW = int(os.environ.get("SAMBAND_RANDOM_SEED", "0")) or random.SystemRandom().randrange(1_000_000, 10_000_000)
SEEDS = pytest.mark.parametrize(
    "seeds",
    [
        [*range(FEW - 1), NEW],
        pytest.param([*range(MANY - 1), NEW], marks=[pytest.mark.long, pytest.mark.timeout(300 + 30 * MANY)]),
    ],
    ids=["few", "many"],
)
pytestmark = pytest.mark.mostly_embedded(
    "test_what_is_loaded_again_is_as_if_it_had_been_loaded_at_once",
    "test_a_place_that_moved_is_no_change_and_is_told_as_it_is_now",
    "test_taken_back_files_are_loaded_when_they_are_loaded_again",
    "test_another_name_is_no_change_of_what_is_said",
)
NUMBERED = ("run", "first_run", "born")


async def held(store: Store) -> list[Thing | Link]:
    """All things and relations."""
    things = await store.read(f"MATCH (n:{ownership.KINDS}) RETURN n AS held")
    return [row["held"] for row in (*things, *await store.read("MATCH ()-[r]->() RETURN r AS held"))]


def _unnumbered(each: Thing | Link) -> str:
    properties = {name: value for name, value in each.properties.items() if name not in NUMBERED}
    if text := properties.get("records"):
        properties["records"] = [
            {name: value for name, value in record.items() if name not in NUMBERED} for record in json.loads(text)
        ]
    return str(sorted(properties.items()))


async def everything(store: Store) -> dict[str, str]:
    """All that any dataset says in the graph, seen that the ledger of each says the same."""
    found = await held(store)
    for loaded in (await store.read(runs.DATASETS))[0]["datasets"]:
        kept = await kept_ledger(store, loaded["id"], loaded["run"])
        assert kept is not None
        assert kept.said == ledger_of(loaded["id"], found).said
    return {str(each.key): _unnumbered(each) for each in found}


def before(facts: list[Fact], chance: random.Random) -> list[Fact]:
    """What a register may have said before it said this: less, more, otherwise, elsewhere."""
    gone = {fact.key for fact in facts if isinstance(fact, ThingFact) and chance.random() < 0.2}
    found: list[Fact] = [system(f"more-{number}") for number in range(chance.randint(0, 3))]
    for fact in facts:
        ends = {fact.key} if isinstance(fact, ThingFact) else {fact.source, fact.target}
        if ends & gone or (isinstance(fact, LinkFact) and chance.random() < 0.2):
            continue
        found.append(_otherwise(fact, chance))
    chance.shuffle(found)
    return found


def _otherwise(fact: Fact, chance: random.Random) -> Fact:
    change = chance.randrange(4)
    if change == 0 and isinstance(fact, ThingFact):
        return fact._replace(fields={"id": fact.id, "name": "Once called this"})
    if change == 1:
        return fact._replace(provenance=said(chance))
    if change == 2:
        return fact._replace(provenance=replace(fact.provenance, place=f"f:{chance.randint(2, 9)}"))
    return fact


def whole_ends(said_by: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    """The datasets, without relations to what none before them states."""
    known: set[Ref] = set()
    found: dict[str, list[Fact]] = {}
    for name, facts in said_by.items():
        known |= {fact.key for fact in facts if isinstance(fact, ThingFact)}
        found[name] = [f for f in facts if isinstance(f, ThingFact) or {f.source, f.target} <= known]
    return found


async def said_by(store: Store, name: str, facts: list[Fact]) -> run.RunReport:
    return await load(store, Said(name, facts, trust=TRUST[name]), HERE, allow_removals=True)


@pytest.fixture
def unvalidated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random facts, of which many are not valid: what is tried is how they are written, not whether."""
    monkeypatch.setattr(run, "validated", lambda reading, known: [])
    for module in (run, undo_runs):
        monkeypatch.setattr(module, "circles", _no_circles)


async def _no_circles(*_: object) -> list[object]:
    return []


@SEEDS
@pytest.mark.usefixtures("unvalidated")
async def test_what_is_loaded_again_is_as_if_it_had_been_loaded_at_once(store: Store, seeds: list[int]) -> None:
    for seed in seeds:
        chance = random.Random(seed)
        then = whole_ends(datasets(seed))
        first = {name: before(facts, chance) for name, facts in then.items()}
        first = whole_ends(first)
        for name, facts in first.items():
            await said_by(store, name, facts)
        turns = list(then.items())
        for name, facts in turns:
            was = await everything(store)
            try:
                report = await said_by(store, name, facts)
            except RunError:  # others still state relations to what it does not state any more: in another order
                turns.append((name, facts))
                assert len(turns) < 20, f"SAMBAND_RANDOM_SEED={seed}"
                continue
            now = await everything(store)
            if report.plan and chance.random() < 0.5:
                await undo(store, name)
                assert await everything(store) == was, f"SAMBAND_RANDOM_SEED={seed}"
                await undo(store, name)
                assert await everything(store) == now, f"SAMBAND_RANDOM_SEED={seed}"
        again = await everything(store)
        await emptied(store, then)
        for name, facts in then.items():
            await said_by(store, name, facts)
        assert await everything(store) == again, f"SAMBAND_RANDOM_SEED={seed}"
        await emptied(store, then)


async def emptied(store: Store, said: dict[str, list[Fact]]) -> None:
    """Forget every dataset, the last one first; then nothing is left."""
    for name in reversed(list(said)):
        await forget(store, name)
    assert await store.read("MATCH (n) WHERE NOT n:Graph|Run|Undo|Delta RETURN labels(n) AS labels") == []


MANY_SYSTEMS: list[Fact] = [system(f"s{number}") for number in range(100)]


async def test_a_source_that_says_much_less_is_refused_unless_it_is_allowed(store: Store) -> None:
    apis = [api(f"i{number}") for number in range(100)]
    exposed = [exposes(f"s{number}", f"i{number}") for number in range(100)]
    await load(store, Said("a", [*MANY_SYSTEMS, *apis, *exposed]), HERE)
    was = await everything(store)
    fewer = Said("a", [*MANY_SYSTEMS, *apis, *exposed[:70]])
    with pytest.raises(RemovalsError) as refused:
        await load(store, fewer, HERE)
    assert refused.value.say("en").splitlines()[0] == "exposes: 30 of 100 would go"
    assert "--allow-removals" in refused.value.say("sv")
    assert await everything(store) == was
    dry = await load(store, fewer, HERE, dry=True)
    assert len(dry.plan.links.delete) == 30
    await load(store, fewer, HERE, allow_removals=True)
    assert len(await everything(store)) == 270
    with pytest.raises(RemovalsError) as refused:
        await load(store, Said("a", [*MANY_SYSTEMS[:78], *apis, *exposed[:70]]), HERE)
    assert refused.value.say("sv").splitlines()[0] == "System: 22 av 100 skulle försvinna"


async def test_few_or_a_tenth_may_go_without_a_word(store: Store) -> None:
    await load(store, Said("a", [*MANY_SYSTEMS[:30]]), HERE)
    await load(store, Said("a", [*MANY_SYSTEMS[:10]]), HERE)
    await load(store, Said("b", [system(f"t{number}") for number in range(300)]), HERE)
    await load(store, Said("b", [system(f"t{number}") for number in range(270)]), HERE)
    assert len(await everything(store)) == 280


def at(place: str, fact: ThingFact | LinkFact) -> Fact:
    """The fact, read from there."""
    return fact._replace(provenance=replace(fact.provenance, place=place))


@pytest.mark.parametrize("rows", [1, 50_000])
async def test_a_place_that_moved_is_no_change_and_is_told_as_it_is_now(
    store: Store, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr(statements, "TRANSACTION_ROWS", rows)
    await load(store, Said("a", [system("s"), system("t"), api("i"), exposes("s", "i")]), HERE)
    await load(store, Said("b", [system("s", era="b")], trust=10), HERE)
    moved = [at("y:7", each) for each in (system("s"), api("i"), exposes("s", "i"))]
    report = await load(store, Said("a", [system("u"), system("t"), *moved]), HERE)
    assert (len(report.plan.things.create), len(report.plan)) == (1, 1)
    found = {str(each.key): [(r.place, r.run) for r in each.records] for each in await held(store)}
    assert found["System/s"] == [("y:7", 1), ("x:1", 2)]
    assert found["Api/i"] == found["System/s EXPOSES Api/i"] == [("y:7", 1)]
    assert found["System/t"] == [("x:1", 1)]
    await undo(store, "a")
    found = {str(each.key): [(r.place, r.run) for r in each.records] for each in await held(store)}
    assert [place for place, _ in found["System/s"]] == ["x:1", "x:1"]
    assert found.keys() == {"System/s", "System/t", "Api/i", "System/s EXPOSES Api/i"}


async def test_where_very_much_has_moved_the_places_of_before_stay_and_that_is_noted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MOST_MOVED", 1)
    await load(store, Said("a", [system("s"), system("t")]), HERE)
    report = await load(store, Said("a", [at("y:1", system("s")), at("y:2", system("t"))]), HERE)
    assert (report.revision, report.plan.written) == (1, 0)
    assert (await store.read(runs.DATASETS))[0]["datasets"][0]["moved"] == 2
    again = await load(store, Said("a", [at("y:1", system("s")), at("x:1", system("t"))]), HERE)
    assert (again.revision, again.plan.moved) == (2, 1)
    assert (await store.read(runs.DATASETS))[0]["datasets"][0]["moved"] == 0


async def test_the_first_run_taken_back_leaves_nothing_and_the_same_files_can_be_loaded_again(store: Store) -> None:
    await load(store, Said("a", [system("s")]), HERE)
    assert (await undo(store, "a")).revision == 2
    assert await store.read("MATCH (n) WHERE NOT n:Graph|Run|Undo|Delta RETURN n.id AS id") == []
    assert (await load(store, Said("a", [system("s")]), HERE)).revision == 3


async def test_taken_back_files_are_loaded_when_they_are_loaded_again(store: Store) -> None:
    await load(store, Said("a", [system("s")], trust=50), HERE)
    await load(store, Said("b", [system("s", era="b")], trust=60), HERE)
    was = await everything(store)
    await load(store, Said("a", [system("s", era="a")], trust=90), HERE)
    now = await everything(store)
    await undo(store, "a")
    assert await everything(store) == was
    again = await load(store, Said("a", [system("s", era="a")], trust=90), HERE)
    assert len(again.plan) == 1
    assert await everything(store) == now


async def test_what_others_refer_to_is_neither_taken_back_nor_forgotten(store: Store) -> None:
    await load(store, Said("a", [system("s"), *(api(f"i{number}") for number in range(30))]), HERE)
    await load(store, Said("b", [exposes("s", f"i{number}") for number in range(30)]), HERE)
    was = await everything(store)
    for work in (undo, forget):
        with pytest.raises(DanglingError) as refused:
            await work(store, "a")
        told = refused.value.say("en").splitlines()
        assert (told[0], told[20], len(told)) == ("System/s EXPOSES Api/i0: stated by b", "and 10 more", 22)
    assert await everything(store) == was
    await forget(store, "b")
    await forget(store, "a")
    assert await everything(store) == {}


async def test_a_relation_is_not_stated_again_where_an_end_is_gone(store: Store) -> None:
    await load(store, Said("b", [system("s"), api("i")]), HERE)
    await load(store, Said("a", [system("mine"), exposes("s", "i")]), HERE)
    await load(store, Said("a", [system("mine")]), HERE)
    await load(store, Said("b", [system("s")]), HERE)
    was = await everything(store)
    with pytest.raises(RunError, match="Api/i is not there any more"):
        await undo(store, "a")
    assert await everything(store) == was


async def test_another_name_is_no_change_of_what_is_said(store: Store) -> None:
    facts: list[Fact] = [system("s"), system("t"), api("i"), exposes("s", "i")]
    await load(store, Said("old", facts), HERE)
    await load(store, Said("other", [system("s", era="other")], trust=10), HERE)
    renamed = await rename(store, "old", "new")
    assert (len(renamed.plan), renamed.revision) == (0, 3)
    found = await held(store)
    assert {record.dataset for each in found for record in each.records} == {"new", "other"}
    assert {each["id"] for each in (await store.read(runs.DATASETS))[0]["datasets"]} == {"new", "other"}
    assert {row["run"]["dataset"] for row in await store.read(runs.ENDED_RUNS)} == {"new", "other"}
    again = await load(store, Said("new", facts), HERE)
    assert len(again.plan) == 0
    await everything(store)


async def test_a_change_of_name_is_not_taken_back(store: Store) -> None:
    await load(store, Said("old", [system("s")]), HERE)
    await rename(store, "old", "new")
    with pytest.raises(RunError, match="change of name"):
        await undo(store, "new")
    await rename(store, "new", "old")
    await everything(store)


@pytest.mark.parametrize(("old", "new", "said"), [
    ("olld", "new", "olld is not loaded. Did you mean old?"), ("nothing-like-it", "new", "Loaded are: old, other"),
    ("old", "other", "other is loaded already"), ("old", "a b", "cannot be the id of a dataset"),
])  # fmt: skip
async def test_a_name_that_cannot_be_given_is_told(store: Store, old: str, new: str, said: str) -> None:
    await load(store, Said("old", [system("s")]), HERE)
    await load(store, Said("other", [system("t")]), HERE)
    with pytest.raises(RunError, match=said):
        await rename(store, old, new)


async def test_a_graph_of_before_the_ledger_is_loaded_again_like_any_other(store: Store) -> None:
    facts: list[Fact] = [system("s"), system("t"), api("i"), exposes("s", "i")]
    await load(store, Said("a", facts), HERE)
    was = await everything(store)
    await store.write(lambda write: write.run(ledgers.FORGET_LEDGER, dataset="a"))
    report = await load(store, Said("a", [*reversed(facts)]), HERE)
    assert (report.revision, report.plan.written) == (1, 0)
    assert await everything(store) == was
    await store.write(lambda write: write.run(ledgers.FORGET_LEDGER, dataset="a"))
    report = await load(store, Said("a", [system("s", era="new"), *facts[1:3]]), HERE)
    assert ([*report.plan.things.replace], len(report.plan)) == ([Ref("System", "s")], 2)
    await everything(store)


async def test_what_is_forgotten_comes_back_or_is_gone_for_good_as_it_is_asked_for(store: Store) -> None:
    await load(store, Said("a", [system("s", era="a secret")]), HERE)
    await load(store, Said("a", [system("s", era="another secret")]), HERE)
    await forget(store, "a")
    assert "another secret" in await _anything(store)
    await undo(store, "a")
    assert [each.properties["era"] for each in await held(store)] == ["another secret"]
    await forget(store, "a", for_good=True)
    assert "secret" not in await _anything(store)
    with pytest.raises(RunError, match="forgotten for good"):
        await undo(store, "a")
    assert (await load(store, Said("a", [system("s")]), HERE)).revision == 6


async def _anything(store: Store) -> str:
    """All that the database holds, as one text."""
    rows = await store.read("MATCH (n) RETURN properties(n) AS held")
    return str([row["held"] for row in rows])


async def test_another_name_leaves_nothing_that_takes_it_back(store: Store) -> None:
    await load(store, Said("old", [system("s")]), HERE)
    await rename(store, "old", "new")
    assert await store.read("MATCH (u:Undo) RETURN u.id AS id") == []


async def test_a_title_that_the_run_brought_goes_with_it(store: Store) -> None:
    said = Said("a", [system("s")])
    await load(store, said, HERE)
    said.reading = replace(said.reading, dataset=replace(said.reading.dataset, title_sv="Mitt"), digest="another")
    await load(store, said, HERE)
    assert "Mitt" in str(await store.read(runs.DATASETS))
    await undo(store, "a")
    assert "title_sv" not in (await store.read(runs.DATASET, id="a"))[0]["loaded"]
