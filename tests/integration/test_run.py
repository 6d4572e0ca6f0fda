"""Runs: whole, repeatable, swept, locked, and atomic for readers; on each engine."""

import asyncio
import json
import random
from contextlib import suppress
from pathlib import Path

import pytest
from neo4j import AsyncGraphDatabase
from neo4j.exceptions import TransientError

from graph.database.lock import write_lock
from graph.database.lock_holder import holder_of
from graph.database.store import Store, Write
from graph.errors import ChangingError, LockedError, RunError
from graph.facts.facts import Evidence, Fact, LinkFact, Provenance, Ref, ThingFact
from graph.language.words import Words
from graph.ontology.kinds import Api, System
from graph.ontology.ontology import ONTOLOGY
from graph.settings import Settings
from loaders.files.problem import Problem
from loaders.runs import run, run_writing, statements
from loaders.runs.recovery import opened
from loaders.runs.run import InvalidSourceError, load
from loaders.sources.contract import Dataset, Known, Reading


class Said:
    """A source whose content the test decides."""

    name, about = "said", Words("facts of a test", "uppgifter i ett test")

    def __init__(
        self, dataset: str, facts: list[Fact], *, trust: int = 50, problems: list[Problem] | None = None
    ) -> None:
        self.reading = Reading(Dataset(dataset, dataset, trust=trust), repr(facts), facts, problems or [])

    def recognises(self, path: Path) -> bool:
        return True

    def read(self, path: Path, known: Known) -> Reading:
        return self.reading


HERE = Path("said")
EXPOSES = ONTOLOGY.sides(System)["exposes"].relation


def system(id: str, *, source: str = "doc", evidence: Evidence = Evidence.STATED, **fields: object) -> ThingFact:
    return ThingFact(
        System, id, {"id": id, "name": id.upper(), **fields}, Provenance(source, evidence=evidence, place="x:1")
    )


def api(id: str) -> ThingFact:
    return ThingFact(Api, id, {"id": id, "name": id}, Provenance("doc", place="x:2"))


def exposes(source: str, target: str) -> LinkFact:
    return LinkFact(
        Ref(System.__name__, source), EXPOSES, Ref(Api.__name__, target), {}, Provenance("doc", place="x:3")
    )


async def contents(store: Store) -> list[str]:
    """Everything in the graph but the record of runs, comparable."""
    things = await store.read(
        "MATCH (n) WHERE NOT n:Graph AND NOT n:Dataset AND NOT n:Run AND NOT n:Undo AND NOT n:Ledger "
        "AND NOT n:Delta RETURN n"
    )
    links = await store.read("MATCH ()-[r]->() RETURN r")
    return sorted(
        [f"{row['n'].key} {sorted(row['n'].properties.items())}" for row in things]
        + [f"{row['r'].key} {sorted(row['r'].properties.items())}" for row in links]
    )


async def test_a_run_writes_things_and_relations_with_their_provenance(store: Store) -> None:
    report = await load(store, Said("a", [system("s", era="1980s"), api("i"), exposes("s", "i")]), HERE)
    assert (report.revision, len(report.plan)) == (1, 3)
    rows = await store.read("MATCH (s:System)-[r:EXPOSES]->(i:Api) RETURN s, r, i")
    thing, link = rows[0]["s"], rows[0]["r"]
    assert thing.fields == {"id": "s", "name": "S", "era": "1980s"}
    assert [(r.dataset, r.source, r.place, r.run, r.first_run) for r in thing.records] == [("a", "doc", "x:1", 1, 1)]
    assert str(link.key) == "System/s EXPOSES Api/i"


async def test_loading_the_same_again_changes_nothing(store: Store) -> None:
    facts: list[Fact] = [system("s"), system("t"), api("i"), exposes("s", "i")]
    await load(store, Said("a", facts), HERE)
    before = await contents(store)
    random.Random(1).shuffle(facts)
    again = await load(store, Said("a", facts), HERE)
    assert (again.revision, len(again.plan)) == (1, 0)
    assert await contents(store) == before


async def test_datasets_that_overlap_can_be_loaded_again_in_any_order(store: Store) -> None:
    for round_ in range(3):
        for name, trust in (("a", 50), ("b", 10), ("c", 90)):
            facts: list[Fact] = [system("s", era=name), system("t", aliases=["x", "y"]), api("i"), exposes("s", "i")]
            random.Random(f"{round_}{name}").shuffle(facts)
            report = await load(store, Said(name, facts, trust=trust), HERE)
            assert round_ == 0 or report.revision == 3
    assert (await store.read("MATCH (n:System {id: 's'}) RETURN n.era AS era"))[0]["era"] == "c"


async def test_what_a_dataset_no_longer_says_goes_away_and_only_that(store: Store) -> None:
    await load(store, Said("a", [system("s"), system("both", era="1990s"), api("i"), exposes("s", "i")]), HERE)
    await load(store, Said("b", [system("both", mode="mode-1"), system("b")], trust=10), HERE)
    await load(store, Said("a", [system("t")]), HERE)
    rows = await store.read("MATCH (n:System) RETURN n ORDER BY n.id")
    assert [row["n"].id for row in rows] == ["b", "both", "t"]
    assert rows[1]["n"].fields == {"id": "both", "name": "BOTH", "mode": "mode-1"}
    assert await store.read("MATCH (n:Api) RETURN n") == []


async def test_the_more_trusted_dataset_wins_field_by_field_and_both_are_kept(store: Store) -> None:
    await load(
        store, Said("low", [system("s", era="made up", category="x", evidence=Evidence.ILLUSTRATIVE)], trust=1), HERE
    )
    await load(store, Said("high", [system("s", era="1980s")], trust=90), HERE)
    thing = (await store.read("MATCH (n:System) RETURN n"))[0]["n"]
    assert (thing.fields["era"], thing.fields["category"], thing.illustrative) == ("1980s", "x", True)
    assert [(r.dataset, r.fields["era"]) for r in thing.records] == [("high", "1980s"), ("low", "made up")]


async def test_a_problem_leaves_the_graph_as_it_was(store: Store) -> None:
    with pytest.raises(InvalidSourceError) as raised:
        await load(store, Said("a", [system("s")], problems=[Problem("f:3", "wrong")]), HERE)
    assert "f:3: wrong" in raised.value.say("en")
    assert await contents(store) == []


async def test_a_dangling_end_is_told_with_its_place_before_anything_is_written(store: Store) -> None:
    with pytest.raises(InvalidSourceError) as refused:
        await load(store, Said("a", [system("s"), exposes("s", "nowhere")]), HERE)
    assert [problem.say("en") for problem in refused.value.problems] == [
        'x:3: There is no "nowhere" among Api, neither in what is loaded now nor in the graph.'
    ]
    assert (await contents(store), await store.revision()) == ([], 0)


@pytest.fixture
def taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of a relation is there when it is validated, and not any more when it is written."""
    monkeypatch.setattr(run, "validated", lambda reading, known: [])


@pytest.mark.usefixtures("taken_away")
async def test_a_run_that_fails_half_way_leaves_the_graph_as_it_was(store: Store) -> None:
    await load(store, Said("a", [system("s")]), HERE)
    before = await contents(store)
    with pytest.raises(RunError):
        await load(store, Said("b", [system("t"), api("i"), exposes("t", "nowhere")]), HERE)
    assert (await contents(store), await store.revision()) == (before, 1)


@pytest.mark.usefixtures("taken_away")
async def test_a_large_run_that_fails_half_way_is_taken_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first: list[Fact] = [system("s", era="old"), system("gone", era="x"), api("i"), exposes("gone", "i")]
    await load(store, Said("a", first), HERE)
    before = await contents(store)
    monkeypatch.setattr(statements, "TRANSACTION_ROWS", 1)
    many: list[Fact] = [system("s", era="new"), *(system(f"n{i}") for i in range(5)), exposes("n1", "nowhere")]
    with pytest.raises(RunError):
        await load(store, Said("a", many), HERE)
    assert (await contents(store), await store.revision()) == (before, 1)
    assert await store.read("MATCH (u:Undo) RETURN u.id AS id") == []


async def test_a_large_run_is_many_transactions_and_one_revision(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "TRANSACTION_ROWS", 1)
    facts: list[Fact] = [*(system(f"n{i}") for i in range(5)), api("i"), exposes("n1", "i")]
    assert (await load(store, Said("a", facts), HERE)).revision == 1
    assert (await load(store, Said("a", facts[:3]), HERE)).revision == 2
    assert len(await contents(store)) == 3
    assert {row["run"] for row in await store.read("MATCH (u:Undo) RETURN u.run AS run")} == {2}


@pytest.mark.usefixtures("taken_away")
async def test_what_a_dead_process_left_half_written_is_taken_back_by_the_next(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load(store, Said("a", [system("s", era="old"), system("t")]), HERE)
    before = await contents(store)
    monkeypatch.setattr(statements, "TRANSACTION_ROWS", 1)
    monkeypatch.setattr(run_writing, "take_back", never)
    with pytest.raises(RunError):
        await load(store, Said("a", [system("s", era="new"), system("u"), exposes("u", "nowhere")]), HERE)
    assert await contents(store) != before
    monkeypatch.undo()
    async with opened(settings) as again:
        assert (await contents(again), await again.revision()) == (before, 1)


async def never(*_: object) -> None:
    """Stands for a process that is killed before it can tidy up."""


async def nothing(write: Write) -> None:
    """A run's last transaction that changes nothing of its own."""


async def test_readers_wait_while_a_run_is_being_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.database.store.PATIENCE", 0.3)
    async with write_lock(store, lease=30, wait=0) as lock:
        await lock.begin(1)
        with pytest.raises(ChangingError):
            await store.read_whole("MATCH (n:System) RETURN n")
        waiting = asyncio.create_task(store.read_whole("MATCH (n:System) RETURN n"))
        await asyncio.sleep(0.05)
        await lock.settle(nothing)
        assert await waiting == (1, [])


async def test_a_thing_that_another_dataset_leans_on_is_not_swept_away(store: Store) -> None:
    await load(store, Said("a", [system("s"), api("i")]), HERE)
    await load(store, Said("b", [exposes("s", "i")]), HERE)
    with pytest.raises(RunError, match="b still states"):
        await load(store, Said("a", [system("s")]), HERE)
    assert len(await contents(store)) == 3


async def test_a_dry_run_tells_and_changes_nothing(store: Store) -> None:
    report = await load(store, Said("a", [system("s")]), HERE, dry=True)
    assert ([*report.plan.things.create], report.revision) == ([Ref("System", "s")], 0)
    assert await contents(store) == []


async def test_one_run_writes_at_a_time(store: Store) -> None:
    async with write_lock(store, lease=30, wait=0):
        with pytest.raises(LockedError, match="since 20"):
            await load(store, Said("a", [system("s")]), HERE, wait=0.3)
    await load(store, Said("a", [system("s")]), HERE, wait=0.3)


async def test_a_lease_that_ran_out_is_taken_over_and_its_run_writes_nothing(store: Store) -> None:
    async with write_lock(store, lease=30, wait=0) as first:
        await store.write(lambda write: write.run("MATCH (g:Graph) SET g.lease_until = 0"))
        async with write_lock(store, lease=30, wait=1):
            with pytest.raises(RunError, match="lost the write lock"):
                await first.settle(nothing)


async def test_many_takers_get_the_lock_one_after_another(store: Store) -> None:
    inside = most = 0

    async def take() -> None:
        nonlocal inside, most
        async with write_lock(store, lease=30, wait=30):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*(take() for _ in range(8)))
    assert most == 1


async def test_the_lock_is_given_back_while_others_write_its_node(store: Store) -> None:
    over = asyncio.Event()

    async def write() -> None:
        address = store.address
        auth = (address.user, address.password)
        async with AsyncGraphDatabase.driver(address.uri, auth=auth) as driver:
            while not over.is_set():
                async with driver.session(database=address.database) as session:
                    with suppress(TransientError):  # again soon, where ours waits a second
                        await (await session.run("MATCH (g:Graph) SET g.touched = timestamp()")).consume()
                await asyncio.sleep(0.012)

    others = [asyncio.create_task(write()) for _ in range(6)]
    try:
        for _ in range(3):
            async with write_lock(store, lease=30, wait=30):
                await asyncio.sleep(0.3)
            assert await holder_of(store, 30) is None
    finally:
        over.set()
        await asyncio.gather(*others)


async def test_warnings_are_told_kept_with_the_run_and_refused_where_it_is_strict(store: Store) -> None:
    said = Said("a", [system("two words"), system("s", era="1980s")])
    with pytest.raises(InvalidSourceError):
        await load(store, said, HERE, strict=True)
    assert await store.revision() == 0
    report = await load(store, said, HERE)
    assert [each.say("en") for each in report.warnings] == ['x:1: The id "two words" has a space in it.']
    kept = (await store.read("MATCH (r:Run) RETURN r.warned AS warned, r.warnings AS warnings"))[0]
    assert kept["warned"] == 1
    assert json.loads(kept["warnings"]) == [
        {
            "place": "x:1",
            "en": 'The id "two words" has a space in it.',
            "sv": "Id:t ”two words” har ett mellanslag i sig.",
        }
    ]
    other = await load(store, Said("b", [system("s", era="1990s")]), HERE)
    assert "which is trusted as much" in other.warnings[0].say("en")
    with pytest.raises(InvalidSourceError):
        await load(store, Said("c", [system("s", era="2000s")]), HERE, strict=True)


async def test_a_personal_number_is_refused_unless_it_is_allowed(store: Store) -> None:
    said = Said("a", [system("s", era="Fråga 19121212-1212")])
    with pytest.raises(InvalidSourceError) as refused:
        await load(store, said, HERE)
    assert [each.say("en") for each in refused.value.problems] == [
        'x:1: era has what looks like a personal number, "19121212-****". Take it out. Where it is none, it is loaded '
        "with --allow-personal-numbers."
    ]
    assert len((await load(store, said, HERE, allow_personal_numbers=True)).warnings) == 1
