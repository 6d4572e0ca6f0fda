"""Laws of the questions about what can go: candidates, blockers, last holders and the plan tell one story."""

import os
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.worlds import PlantedWorld
from graph.facts.facts import Fact, LinkFact, Provenance, ThingFact
from graph.ontology.declaration import Kind
from graph.ontology.kinds import (
    Api,
    Decision,
    Device,
    Exchange,
    InformationEntity,
    Initiative,
    Organisation,
    SharedStorage,
    System,
)
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.days import as_of
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Phrase, ThingRef
from queries.asking.catalogue import catalogue
from queries.divestment.blockers import BlockerSort
from queries.divestment.quadrant import Quadrant, stated_quadrant
from queries.divestment.retirement_plan import LEFT, Planned
from queries.divestment.timing import last_day
from queries.meaning.phases import in_use, running
from tests.bundled import bundled_snapshot
from tests.integration.random_graphs import datasets, fields
from tests.planted_snapshots import loaded

DAY = "2026-12-01"
KINDS: list[type[Kind]] = [
    System, System, System, System, Exchange, Exchange, Exchange, InformationEntity, InformationEntity, Api,
    Initiative, Decision, Device, Organisation, SharedStorage,
]  # fmt: skip
"""What decides who can go."""
FLOWS = {System, Exchange, InformationEntity}
DENSE = int(os.environ.get("SAMBAND_RANDOM_GRAPHS", "100"))
WORLDS = [*(f"dense {seed}" for seed in range(DENSE)), *(f"any {seed}" for seed in range(20)), "planted", "the case"]


def dense(seed: int) -> list[Fact]:
    """A small random graph, full of what the questions about going read."""
    chance, said = random.Random(seed), Provenance("world")
    made = [ThingFact(kind, f"{kind.__name__}-{n}".lower(), {}, said) for n, kind in enumerate(KINDS)]
    things = [each._replace(fields=fields(each.kind, each.id, chance)) for each in made]
    links: dict[Any, LinkFact] = {}
    pairs = [each for each in ONTOLOGY.pairs() if each[0] in KINDS and each[2] in KINDS]
    often = [6 if FLOWS.issuperset((source, target)) else 1 for source, _, target in pairs]
    for source, relation, target in chance.choices(pairs, often, k=chance.randint(20, 80)):
        start = chance.choice([each for each in things if each.kind is source])
        end = chance.choice([each for each in things if each.kind is target])
        if start != end:
            link = LinkFact(start.key, relation, end.key, {}, said)
            links[link.key] = link
    return [*things, *links.values()]


@cache
def of_going(seed: int) -> Snapshot:
    return as_of(Snapshot.of_facts(dense(seed)), DAY)


@pytest.fixture(params=WORLDS)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """One of them, as it is on the day."""
    sort, _, seed = request.param.partition(" ")
    if sort == "dense":
        return of_going(int(seed))
    if sort == "any":
        return as_of(Snapshot.of_facts(datasets(int(seed))["first"]), DAY)
    return planted(tmp_path_factory.getbasetemp().parent / "laws") if sort == "planted" else of_case()


@cache
def planted(folder: Path) -> Snapshot:
    PlantedWorld(40, seed=12).write(folder)
    return as_of(loaded(folder), DAY)


@cache
def of_case() -> Snapshot:
    return as_of(bundled_snapshot(), DAY)


def test_the_random_worlds_have_every_sort_of_blocker() -> None:
    """Else the laws below would hold of nothing."""
    seen: set[BlockerSort] = set()
    for seed in range(DENSE):
        seen |= {each.sort for each in find(of_going(seed), "divestment_blockers")}
    assert seen == set(BlockerSort)


def find(snapshot: Snapshot, stem: str, **values: Any) -> list[Any]:
    question = catalogue()[stem]
    return list(question.find(snapshot, question.parameters(**{"as_of": DAY} | values)))


def blocking(snapshot: Snapshot, system: Node) -> list[tuple[BlockerSort, Node | None]]:
    """What the question of blockers tells of one system."""
    return [(each.sort, each.what) for each in find(snapshot, "divestment_blockers", system=system.id)]


def plans(snapshot: Snapshot) -> Iterator[list[Planned]]:
    """Of all candidates that are free, of every system in use, and of what each initiative retires."""
    yield find(snapshot, "divestment_plan")
    if every := tuple(each.id for each in snapshot.all(System) if in_use(each)):
        yield find(snapshot, "divestment_plan", systems=every)
        for some in (every[:1], every[::2]):
            yield find(snapshot, "divestment_plan", systems=some)
    for change in snapshot.all(Initiative):
        yield find(snapshot, "divestment_plan", initiative=change.id)


def test_every_system_in_use_is_a_candidate_or_not_assessed_or_assessed_with_nothing_that_speaks(
    world: Snapshot,
) -> None:
    candidates = {each.candidate.system for each in find(world, "divestment_candidates")}
    unassessed = set(find(world, "not_assessed"))
    assert all(each.candidate.reasons for each in find(world, "divestment_candidates"))
    assert not candidates & unassessed
    for system in set(world.all(System)) - candidates - unassessed:
        assert not in_use(system) or stated_quadrant(system) in (Quadrant.TOLERATE, Quadrant.INVEST)


def test_the_blockers_of_a_candidate_are_those_that_the_question_of_blockers_tells(world: Snapshot) -> None:
    told: dict[Node, list[tuple[BlockerSort, Node | None]]] = {}
    for each in find(world, "divestment_blockers"):
        told.setdefault(each.system, []).append((each.sort, each.what))
    blocked = set()
    for candidate in (each.candidate for each in find(world, "divestment_candidates")):
        own = [(each.sort, what) for each in candidate.blockers for what in each.what or (None,)]
        assert own == blocking(world, candidate.system) == told.get(candidate.system, [])
        assert (candidate.standing.value == "blocked") == bool(own)
        blocked |= {candidate.system} if own else set()
    assert told.keys() == blocked


def test_a_last_holder_is_blocked(world: Snapshot) -> None:
    held = find(world, "last_holder")
    candidates = {each.candidate.system: each.candidate for each in find(world, "divestment_candidates")}
    for found in held:
        if found.holder.kind == System.__name__:
            assert (BlockerSort.LAST_HOLDER, found.entity) in blocking(world, found.holder)
            assert found.holder not in candidates or candidates[found.holder].standing.value == "blocked"
    for system in filter(in_use, world.all(System)):
        for sort, what in blocking(world, system):
            assert sort is not BlockerSort.LAST_HOLDER or any(
                (each.entity, each.holder) == (what, system) for each in held
            )


def test_a_plan_of_what_is_free_has_nothing_in_it_that_is_blocked(world: Snapshot) -> None:
    for planned in find(world, "divestment_plan"):
        assert blocking(world, planned.system) == []


def test_what_is_blocked_is_planned_only_with_what_blocks_it_said(world: Snapshot) -> None:
    for plan in plans(world):
        gone: dict[int, set[Node]] = {each.wave: set() for each in plan}
        for planned in plan:
            for wave in gone:
                if wave >= planned.wave:
                    gone[wave].add(planned.system)
        for planned in plan:
            for sort, what in blocking(world, planned.system):
                assert said(planned, sort, what, gone[planned.wave]), (planned.system, sort, what)


def said(planned: Planned, sort: BlockerSort, what: Node | None, gone: set[Node]) -> bool:
    """Whether the plan says it of the system, or it is no longer in the way when those of its wave are `gone`."""
    if sort in LEFT:
        return any(each.sort is sort and (what is None or what in each.what) for each in planned.left)
    if sort is BlockerSort.CONTRACT:
        ends = planned.system.contract_ends
        waits = planned.earliest is None or (ends is not None and last_day(ends) <= last_day(planned.earliest))
        return waits and any("contract" in each.text for each in planned.rationale)
    if sort is BlockerSort.ARCHIVE_DUTY:
        return any("archived" in each.said.text for each in planned.steps)
    if any(what in each.said.things for each in planned.steps):
        return True
    if any("more of the same sort" in each.said.text for each in planned.steps):
        return True
    assert what is not None
    if sort is BlockerSort.FACADE:
        return bool(what.side("exposed_by")) and gone.issuperset(what.side("exposed_by"))
    if sort is BlockerSort.NEEDED:
        return what in gone
    if sort is BlockerSort.LAST_HOLDER:
        return False
    flows = [each for each in planned.system.provides if running(each) and what in (each, *each.carries)]
    unsaid = [flow for flow in flows if not any(flow in each.said.things for each in planned.steps)]
    return not any(in_use(each) and each not in gone for flow in unsaid for each in flow.consumed_by)


def things_of(row: Any) -> Iterator[ThingRef]:
    """Everything that a row names."""
    for value in row.__dict__.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, ThingRef):
                yield each
            elif isinstance(each, Phrase):
                yield from (named for named in each.values.values() if isinstance(named, ThingRef))


def test_everything_that_a_plan_names_exists_and_what_it_awaits_is_only_planned(world: Snapshot) -> None:
    question = catalogue()["divestment_plan"]
    parameters = question.parameters(as_of=DAY)
    for plan in plans(world):
        for planned in plan:
            for named in things_of(question.explain(world, planned, parameters)):
                assert world.get(ONTOLOGY.kinds[named.kind], named.id) is not None
            for each in (awaited for step in planned.steps for awaited in step.awaits):
                assert each.field("lifecycle") == "plan" or each.field("progress") in ("idea", "planned")


def test_nobody_goes_before_those_who_go_before_it_or_without_a_day_for_what_it_waits_for(world: Snapshot) -> None:
    for plan in plans(world):
        when = {each.system: each.earliest for each in plan}
        for planned in plan:
            days = [when[other] for other in (*planned.after, *planned.together)]
            for each in (awaited for step in planned.steps for awaited in step.awaits):
                days.append(each.field("used_since") or each.field("ends"))
            if planned.earliest is None:
                assert planned.rationale
            else:
                assert all(day is not None and last_day(day) <= last_day(planned.earliest) for day in days)
            assert all(when[other] == planned.earliest for other in planned.together)
