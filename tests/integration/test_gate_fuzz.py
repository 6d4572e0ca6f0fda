"""Random facts, right and wrong, through the run: what it takes also renders on every page, exports and checks."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.database.store import Store
from graph.facts.facts import Fact, LinkFact, Ref, ThingFact
from loaders.files.problem import Problem
from loaders.runs.run import InvalidSourceError, check
from loaders.sources.register import SOURCE
from loaders.sources.register.export import export
from tests.conftest import empty
from tests.integration.random_graphs import datasets
from tests.integration.test_pages import Elements, client, read
from tests.worlds import put
from visualisations.wording.addresses import thing_address

JUNK: list[Any] = [
    7, -1, 2**70, 1.5, float("nan"), True, None, "", "banana", "x" * 20_001, "bell\x07", "\ud800", ["a"], ["", 3], [],
    {}, "2017-13", "0017", "45000", "=1+1", '="7"', "4.8E+92", "<script>", "a;b", "9999",
]  # fmt: skip
ROUNDS = 12
"""In which all that is wrong must have been told: what is taken away can leave others to nothing."""
LOADS = pytest.mark.parametrize(
    "seeds", [range(20), pytest.param(range(1_000, 1_200), marks=[pytest.mark.long, pytest.mark.timeout(3_600)])],
    ids=["few", "many"],
)  # fmt: skip


def placed(facts: list[Fact], chance: random.Random) -> Iterator[Fact]:
    """The facts, each at a place of its own, and some of them spoilt."""
    for number, fact in enumerate(facts, 1):
        own = fact._replace(provenance=replace(fact.provenance, place=f"f.yaml:{number}"))
        yield spoilt(own, chance) if chance.random() < 0.15 else own
        if chance.random() < 0.02:
            yield own._replace(provenance=replace(own.provenance, place=f"f.yaml:{10_000 + number}"))


def spoilt(fact: Fact, chance: random.Random) -> Fact:
    """The fact with one thing wrong, or perhaps only odd."""
    junk = chance.choice(JUNK)
    if isinstance(fact, ThingFact):
        field = chance.choice([*fact.kind.model_fields, "colour"])
        return fact._replace(fields={**fact.fields, field: junk})
    spoils: list[LinkFact] = [
        fact._replace(source=fact.target, target=fact.source), fact._replace(target=Ref(fact.target.kind, "nobody")),
        fact._replace(fields={**fact.fields, "since": junk}), fact._replace(target=Ref("Nothing", "x")),
        fact._replace(provenance=replace(fact.provenance, paraphrase="bell\x07")),
    ]  # fmt: skip
    return chance.choice(spoils)


async def refused(store: Store, facts: list[Fact]) -> list[Problem]:
    """The problems that the run has with `facts`; none where they are loaded."""
    try:
        await put(store, *facts)
    except InvalidSourceError as error:
        return error.problems
    return []


async def loaded(store: Store, facts: list[Fact], seed: int) -> list[Fact]:
    """What of `facts` the run takes, after all that it refuses is taken out by its place."""
    for _ in range(ROUNDS):
        if not (problems := await refused(store, facts)):
            return facts
        assert await store.revision() == 0, seed
        assert await store.read("MATCH (n:System) RETURN n.id AS id") == [], seed
        assert all(problem.say("sv") for problem in problems), seed
        wrong = {str(problem.place) for problem in problems}
        left = [fact for fact in facts if fact.provenance.place not in wrong]
        assert len(left) < len(facts), (seed, [problem.say("en") for problem in problems])
        facts = left
    raise AssertionError(f"seed {seed}: after {ROUNDS} rounds something is still refused")


@pytest.mark.mostly_embedded
@LOADS
async def test_what_a_run_takes_renders_on_every_page_exports_and_checks(
    store: Store, seeds: range, tmp_path: Path
) -> None:
    most = 0
    for seed in seeds:
        chance = random.Random(seed)
        await empty(store)
        facts = await loaded(store, list(placed(datasets(seed)["first"], chance)), seed)
        most = max(most, len(facts))
        async with client(store) as pages:
            start = Elements(await read(pages, "/"))
            addresses = [
                each for each in start.addresses() if each.startswith("/") and not each.startswith("/language")
            ]
            things = [fact.key for fact in facts if isinstance(fact, ThingFact)]
            addresses += [thing_address(ref) for ref in chance.sample(things, min(len(things), 5))]
            for address in dict.fromkeys(addresses):
                await read(pages, address)
        for path in await export(store, tmp_path / str(seed), format=chance.choice(["yaml", "csv", "xlsx"])):
            assert (await check(store, SOURCE, path)).problems == [], seed
    assert most > 30  # what is taken out is not everything
