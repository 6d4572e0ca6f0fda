"""A snapshot that grew by what runs touched equals one that is read anew, whatever was loaded, in which order."""

import json
import os
import random
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from graph.database.store import Store, Write
from graph.errors import EngineError, RunError, SambandError
from graph.facts import run_delta
from graph.facts.facts import Fact, LinkFact, ThingFact
from graph.ontology.kinds import Exchange, System
from graph.snapshot.growth_reading import read_growth
from graph.snapshot.snapshot_reading import HeldSnapshot, read_anew
from loaders.runs import run_deltas, run_writing, statements
from loaders.runs.dataset_runs import forget, rename
from loaders.runs.run_writing import Work
from loaders.runs.undo import undo
from tests.conftest import empty
from tests.integration.random_graphs import TRUST, datasets, fields
from tests.snapshots_alike import whole
from tests.worlds import link, put, thing

SEQUENCES = (3, int(os.environ.get("SAMBAND_RANDOM_GROWTHS", "40")))
NEW = int(os.environ.get("SAMBAND_RANDOM_SEED", "0")) or random.SystemRandom().randrange(1_000_000, 10_000_000)
FEW, MANY = ([*range(number - 1), NEW] for number in SEQUENCES)
SEEDS = pytest.mark.parametrize(
    "seeds", [FEW, pytest.param(MANY, marks=[pytest.mark.long, pytest.mark.timeout(300 + 30 * len(MANY))])],
    ids=["few", "many"],
)  # fmt: skip
STEPS = 6


async def grown_alike(store: Store, before: HeldSnapshot) -> HeldSnapshot:
    """The snapshot grown from the one before, which is the one read anew, and left the one before as it was."""
    was = whole(before.snapshot)
    after = await read_growth(store, before)
    anew = await read_anew(store)
    assert after is not None
    assert after.version == anew.version
    assert whole(after.snapshot) == whole(anew.snapshot)
    assert whole(before.snapshot) == was
    return after


def changed(facts: list[Fact], chance: random.Random) -> list[Fact]:
    """The facts with some of them gone, others said otherwise; no relation to what is not said."""
    gone = {each.key for each in facts if isinstance(each, ThingFact) and chance.random() < 0.15}
    return [each for each in _otherwise(facts, chance) if each.key not in gone and not (_ends(each) & gone)]


def _otherwise(facts: list[Fact], chance: random.Random) -> Iterator[Fact]:
    for each in facts:
        if isinstance(each, ThingFact) and chance.random() < 0.3:
            yield ThingFact(each.kind, each.id, fields(each.kind, each.id, chance), each.provenance)
        elif isinstance(each, ThingFact) or chance.random() < 0.8:
            yield each


def _ends(fact: Fact) -> set[Any]:
    return {fact.source, fact.target} if isinstance(fact, LinkFact) else set()


async def step(store: Store, said: dict[str, list[Fact]], chance: random.Random) -> None:
    """One random thing that changes the graph, or is refused."""
    name = chance.choice(list(said))
    match chance.choice(["load", "load", "load", "trust", "undo", "rename", "forget"]):
        case "load":
            await put(store, *changed(said[name], chance), dataset=name, trust=TRUST[name])
        case "trust":
            await put(store, *said[name], dataset=name, trust=chance.choice([10, 50, 95]))
        case "undo":
            await undo(store, name)
        case "rename":
            await rename(store, name, f"{name}-again")
            await rename(store, f"{name}-again", name)
        case "forget":
            await forget(store, name, for_good=chance.random() < 0.2)


@SEEDS
async def test_a_grown_snapshot_equals_one_that_is_read_anew(store: Store, seeds: list[int]) -> None:
    print(f"SAMBAND_RANDOM_SEED={NEW}")
    grew = 0
    for seed in seeds:
        await empty(store)
        chance, said = random.Random(seed), datasets(seed)
        for name, facts in said.items():
            with suppress(SambandError):  # what comes round in a circle, say
                await put(store, *facts, dataset=name, trust=TRUST[name])
        held, taken = await read_anew(store), 0
        for _ in range(4 * STEPS):
            try:
                await step(store, said, chance)
            except SambandError:  # refused: others lean on what it would take away, or there is nothing to take back
                continue
            if (taken := taken + 1) > STEPS:
                break
            if await read_growth(store, held) is None:  # it forgot for good
                held = await read_anew(store)
            elif chance.random() < 0.7:  # else it grows by several runs at once
                held = await grown_alike(store, held)
                grew += 1
    print(f"grown {grew} times")
    assert grew >= len(seeds)


async def deltas_kept(store: Store) -> list[str]:
    return [row["keys"] for row in await store.read("MATCH (d:Delta) RETURN d.keys AS keys ORDER BY d.run, d.part")]


async def test_a_run_that_touches_much_has_no_delta_and_one_that_touches_less_has_it_in_parts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_delta, "KEYS_OF_PART", 3)
    monkeypatch.setattr(run_deltas, "MOST_KEYS", 9)
    await put(store, thing(System, "first"))
    held = await read_anew(store)
    nine = [thing(System, f"s{number}") for number in range(9)]
    await put(store, thing(System, "first"), *nine)
    assert [len(json.loads(each)["things"]["System"]) for each in await deltas_kept(store)] == [1, 3, 3, 3]
    held = await grown_alike(store, held)
    await put(store, thing(System, "first"), *nine, *(thing(System, f"t{number}") for number in range(10)))
    assert len(await deltas_kept(store)) == 4
    assert await read_growth(store, held) is None


async def test_the_deltas_of_a_few_runs_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_deltas, "KEPT_RUNS", 3)
    await put(store, thing(System, "s0"))
    first = await read_anew(store)
    for number in range(1, 4):
        await put(store, thing(System, f"s{number}"))
    assert len(await deltas_kept(store)) == 3
    await grown_alike(store, first)
    await put(store, thing(System, "s5"))
    assert len(await deltas_kept(store)) == 3
    assert await read_growth(store, first) is None


async def test_what_is_forgotten_for_good_is_in_no_delta(store: Store) -> None:
    await put(store, thing(System, "secret"), dataset="mine")
    await put(store, thing(System, "other"), dataset="theirs")
    held = await read_anew(store)
    await forget(store, "mine", for_good=True)
    assert await deltas_kept(store) == []
    assert await read_growth(store, held) is None


async def test_a_graph_that_a_run_found_to_be_another_than_runs_made_is_read_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(store, thing(System, "s"), thing(System, "t"))
    held = await read_anew(store)
    await store.write(lambda write: write.run("MATCH (n:System {id: 's'}) SET n.era = 'by hand'"))

    async def gone(write: Write, share: list[statements.Statement]) -> None:
        await write.run("MATCH (n:System {id: 't'}) WHERE n.search IS NOT NULL DELETE n")
        await statements.write_share(write, share)

    monkeypatch.setattr(run_writing, "write_share", gone)
    with pytest.raises(RunError):
        await put(store, thing(System, "s"), thing(System, "t", era="new"))
    assert await store.revision() == held.version.revision
    assert await read_growth(store, held) is None
    assert {node.fields.get("era") for node in (await read_anew(store)).snapshot} == {"by hand", None}


async def test_another_history_with_the_same_numbers_is_read_anew(store: Store) -> None:
    await put(store, thing(System, "s"))
    held = await read_anew(store)
    await empty(store)
    await put(store, thing(System, "t"))
    assert (await store.version()).revision == held.version.revision
    assert await read_growth(store, held) is None
    await put(store, thing(System, "t"), thing(System, "u"))
    assert await read_growth(store, held) is None


async def test_a_run_that_is_taken_back_half_way_leaves_the_snapshot_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(store, thing(System, "s"))
    held = await read_anew(store)
    monkeypatch.setattr(statements, "TRANSACTION_ROWS", 1)
    monkeypatch.setattr(run_writing, "_record", _fails)
    with pytest.raises(EngineError):
        await put(store, thing(System, "s", era="new"), thing(System, "t"))
    monkeypatch.undo()
    after = await grown_alike(store, held)
    assert after.version == held.version
    await put(store, thing(System, "s"), thing(System, "t"))
    assert {node.id for node in (await grown_alike(store, held)).snapshot} == {"s", "t"}


async def _fails(write: Write, work: Work) -> None:
    raise EngineError("no room")


async def test_names_and_relations_stand_in_order_after_a_change(store: Store) -> None:
    systems = [thing(System, name) for name in ("alfa", "beta", "gamma")]
    flow = thing(Exchange, "flow")
    used = [link(flow, "consumed_by", each) for each in systems]
    await put(store, *systems, flow, *used)
    held = await read_anew(store)
    renamed = [thing(System, "alfa", name="Zeta"), *systems[1:]]
    await put(store, *renamed, flow, *used[:2])
    held = await grown_alike(store, held)
    (exchange,) = held.snapshot.all(Exchange)
    assert [each.id for each in exchange.sides["consumed_by"]] == ["beta", "alfa"]
