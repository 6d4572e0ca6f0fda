"""The single steps that information can take, ways over one or two of them, and where a verdict is led to."""

from collections.abc import Collection
from typing import Any

import pytest
import yaml

from graph.facts.facts import Fact, ThingFact
from graph.ontology.declaration import Kind
from graph.ontology.kinds import (
    Api,
    CareSector,
    Discipline,
    Exchange,
    InformationEntity,
    IntegrationPlatform,
    Need,
    Organisation,
    SharedStorage,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Lead
from queries.asking.rule_tables import RuleTableError
from queries.verdicts.judging import by_reason
from queries.verdicts.paths import Flows
from queries.verdicts.table import RULES, read
from queries.verdicts.verdict_leads import way, way_of
from queries.verdicts.wanted import Wanted, between
from queries.verdicts.way_steps import FlowStep, into, onward, out_of
from tests.worlds import link, thing

A, B, C = (thing(System, each) for each in ("a", "b", "c"))
NOTE, OTHER = thing(InformationEntity, "note"), thing(InformationEntity, "other")
BUS, SPACE, DOOR = thing(IntegrationPlatform, "bus"), thing(SharedStorage, "space"), thing(Api, "door")
EVERYTHING: list[Fact] = [A, B, C, NOTE, OTHER, BUS, SPACE, DOOR]


def flow(id: str, giver: ThingFact, taker: ThingFact, *carried: ThingFact, **fields: Any) -> list[Fact]:
    made = thing(Exchange, id, **fields)
    return [made, link(giver, "provides", made), link(taker, "consumes", made), *(
        link(made, "carries", each) for each in carried
    )]  # fmt: skip


def through_the_bus(id: str) -> Fact:
    return link(thing(Exchange, id), "mediated_by", BUS)


class World:
    """A snapshot of some facts, and its nodes by their facts."""

    def __init__(self, *facts: Fact) -> None:
        self.snapshot = Snapshot.of_facts([*EVERYTHING, *facts])

    def node(self, fact: ThingFact) -> Any:
        found = self.snapshot.get(fact.kind, fact.id)
        assert found is not None
        return found

    def nodes(self, *facts: ThingFact) -> tuple[Node, ...]:
        return tuple(map(self.node, facts))

    def want(self, giver: ThingFact, taker: ThingFact, entity: ThingFact = NOTE) -> Wanted:
        return between(self.node(giver), self.node(taker), self.node(entity))


def told(steps: Collection[FlowStep]) -> list[str]:
    return [f"{step.giver.id} {step.carrier.id} {step.taker.id}" for step in steps]


def test_the_first_giver_by_name_over_its_first_exchange_is_the_step_to_a_taker() -> None:
    world = World(*flow("y", B, C), *flow("x", A, C), *flow("z", A, C), *flow("self", A, A))
    assert told(out_of(world.nodes(B, A), None, False).values()) == ["a x c"]


@pytest.mark.parametrize(("planned", "steps"), [(True, ["a x b"]), (False, [])])
def test_planned_exchanges_are_steps_where_they_are_looked_for(planned: bool, steps: list[str]) -> None:
    world = World(*flow("x", A, B, status=ExchangeStatus.PLANNED))
    assert told(out_of(world.nodes(A), world.node(NOTE), planned).values()) == steps
    assert told(into(world.node(B), world.node(NOTE), planned, ())) == steps


def test_what_passes_a_platform_is_no_step_without_it() -> None:
    world = World(*flow("x", A, B), through_the_bus("x"))
    bus = world.nodes(BUS)
    assert told(out_of(world.nodes(A), None, False, bus).values()) == told(into(world.node(B), None, False, bus)) == []
    assert told(out_of(world.nodes(A), None, False).values()) == ["a x b"]


def test_an_exchange_that_is_said_to_carry_other_things_is_no_step() -> None:
    world = World(*flow("x", A, B, OTHER), *flow("y", A, B))
    assert told(into(world.node(B), world.node(NOTE), False, ())) == ["a y b"]


@pytest.mark.parametrize(("entity", "steps"), [(NOTE, True), (OTHER, False), (None, True)])
def test_a_storage_passes_on_what_it_keeps(entity: ThingFact | None, steps: bool) -> None:
    world = World(link(A, "keeps_data_in", SPACE), link(SPACE, "stores", NOTE))
    wanted = world.node(entity) if entity else None
    assert told(onward(world.node(SPACE), wanted)) == (["space space a"] if steps else [])
    assert told(onward(world.node(A), wanted)) == (["a space space"] if steps else [])


@pytest.mark.parametrize(("holds", "steps"), [("masters", True), ("stores", True), ("reads", False), (None, False)])
def test_an_interface_passes_on_what_its_system_holds(holds: str | None, steps: bool) -> None:
    held = [link(A, holds, NOTE)] if holds else []
    world = World(link(A, "exposes", DOOR), link(B, "depends_on", DOOR), *held)
    assert told(onward(world.node(A), world.node(NOTE))) == (["a door b"] if steps else [])
    assert told(onward(world.node(A), None)) == []


def near(world: World, want: Wanted, *, planned: bool = False, without: Collection[Node] = ()) -> list[str]:
    return told(world.snapshot.once(Flows).near(want, planned=planned, without=without))


def test_two_steps_are_near_where_neither_carries_other_things_only() -> None:
    world = World(*flow("x", A, B), *flow("y", B, C, OTHER))
    assert near(world, world.want(A, C)) == []
    assert near(world, world.want(A, C, OTHER)) == ["a x b", "b y c"]
    assert near(world, world.want(A, C)) == []


def test_a_first_step_through_a_platform_is_none_without_it() -> None:
    world = World(*flow("x", A, B), through_the_bus("x"), *flow("y", B, C))
    assert near(world, world.want(A, C)) == ["a x b", "b y c"]
    assert near(world, world.want(A, C), without=world.nodes(BUS)) == []


def test_a_first_step_may_be_planned_where_the_way_may() -> None:
    world = World(*flow("x", A, B, status=ExchangeStatus.PLANNED), *flow("y", B, C))
    assert near(world, world.want(A, C)) == []
    assert near(world, world.want(A, C), planned=True) == ["a x b", "b y c"]


def test_without_a_platform_the_first_step_may_still_be_planned_and_carries_no_other_things() -> None:
    other = World(*flow("x", A, B, OTHER), *flow("y", B, C))
    assert near(other, other.want(A, C), without=other.nodes(BUS)) == []
    planned = World(*flow("x", A, B, status=ExchangeStatus.PLANNED), *flow("y", B, C))
    assert near(planned, planned.want(A, C), planned=True, without=planned.nodes(BUS)) == ["a x b", "b y c"]


def test_ways_of_one_giver_are_not_those_of_another() -> None:
    world = World(*flow("x", A, B), *flow("y", B, C))
    assert near(world, world.want(A, C)) == ["a x b", "b y c"]
    assert near(world, world.want(B, A)) == []
    assert near(world, world.want(B, C)) == ["b y c"]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_rule_is_told_in_both_languages(language: str) -> None:
    table = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    table["rules"][0][language] = " "
    with pytest.raises(RuleTableError, match="rule 1, V01: write its sentence in both languages"):
        read(yaml.safe_dump(table), RULES.name)


PLACED: list[tuple[type[Kind], str | None]] = [
    (System, "system"), (Organisation, "organisation"), (CareSector, "sector"), (Discipline, None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "called"), PLACED)
def test_a_lead_names_the_ends_that_a_verdict_can_be_asked_of(kind: type[Kind], called: str | None) -> None:
    here = thing(kind, "here")
    world = World(here)
    place, note = world.node(here), world.node(NOTE)
    ends = [{f"{end}_{called}": "here"} if called else {} for end in ("from", "to")]
    assert way(note, place, None) == Lead.to("interoperability_verdicts", entity="note", **ends[0])
    assert way(None, None, place) == Lead.to("interoperability_verdicts", **ends[1])
    assert way(note, place, place) == Lead.to("interoperability_verdicts", entity="note", **ends[0], **ends[1])


def test_what_is_wanted_leads_to_its_verdict() -> None:
    world = World()
    given = {"entity": "note", "from_system": "a", "to_system": "b"}
    assert way_of(world.want(A, B)) == Lead.to("interoperability_verdicts", **given)


def test_the_verdicts_of_each_need_and_reader_stand_by_it_the_worst_first() -> None:
    need = thing(Need, "need")
    world = World(
        need, link(need, "asked_of", A), link(need, "needed_at", B), link(need, "calls_for", NOTE),
        link(need, "calls_for", OTHER), *flow("x", A, B, NOTE), link(A, "masters", NOTE), link(C, "reads", NOTE),
    )  # fmt: skip
    found = by_reason(world.snapshot)
    verdicts = {why.id: [(case.wanted.entity, case.rule.id) for case in cases] for why, cases in found.items()}
    note, other = world.nodes(NOTE, OTHER)
    assert verdicts == {"need": [(other, "V02"), (note, "V12")], "c": [(note, "V02")]}
