"""Exchanges between organisations: which cross, and what each of them lacks."""

from typing import Any

import pytest

from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import (
    Arena,
    Coordinator,
    Exchange,
    GovernanceBody,
    InformationEntity,
    Need,
    Organisation,
    Role,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.snapshot import Snapshot
from queries.questions.flows.exchanges_across import Holding, Parameters, Row, explain, find
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing

A, B = thing(System, "a"), thing(System, "b")
OURS, THEIRS, REGION = (thing(Organisation, id) for id in ("ours", "theirs", "region"))
FLOW, NOTE, NEED = thing(Exchange, "flow"), thing(InformationEntity, "note"), thing(Need, "need")
BODY, ARENA, SOMEBODY, BOSS = (
    thing(GovernanceBody, "body"), thing(Arena, "arena"), thing(Coordinator, "somebody"), thing(Role, "boss"),
)  # fmt: skip
WORLD: list[Fact] = [
    A, B, OURS, THEIRS, REGION, NOTE, NEED, BODY, ARENA, SOMEBODY, BOSS,
    link(A, "provides", FLOW), link(B, "consumes", FLOW), link(FLOW, "carries", NOTE),
]  # fmt: skip
ACROSS: list[Fact] = [link(A, "used_by", OURS), link(B, "used_by", THEIRS)]
ALL = list(Holding)


def asked(*facts: Fact, flow: ThingFact = FLOW, snapshot: Snapshot | None = None, **values: Any) -> list[Row]:
    parameters = Parameters(**values)
    world = snapshot or Snapshot.of_facts([*WORLD, flow, *facts])
    return [explain(world, each, parameters) for each in find(world, parameters)]


def test_what_goes_between_two_organisations_with_nothing_to_hold_it_lacks_all_four() -> None:
    (row,) = asked(*ACROSS)
    assert (row.exchange.id, row.crosses, list(row.missing)) == ("flow", True, ALL)
    assert ([ref.id for ref in row.giving], [ref.id for ref in row.taking]) == (["ours"], ["theirs"])


@pytest.mark.parametrize(
    ("facts", "has"),
    [
        ([link(FLOW, "owned_by", OURS)], [Holding.OWNER]),
        ([link(FLOW, "owned_by", BODY)], [Holding.OWNER, Holding.BODY]),
        ([link(BODY, "decides_on", FLOW)], [Holding.BODY]),
        ([link(BODY, "accountable_for", FLOW)], [Holding.BODY]),
        ([link(BODY, "has_input_on", FLOW)], [Holding.BODY]),
        ([link(BOSS, "decides_on", FLOW)], []),
        ([link(ARENA, "discusses", FLOW)], [Holding.ARENA]),
        ([link(SOMEBODY, "coordinates", FLOW)], [Holding.COORDINATOR]),
        ([link(NEED, "met_by", FLOW), link(ARENA, "discusses", NEED)], [Holding.ARENA]),
        ([link(NEED, "met_by", FLOW), link(SOMEBODY, "coordinates", NEED)], [Holding.COORDINATOR]),
        ([link(ARENA, "discusses", NEED), link(SOMEBODY, "coordinates", NEED)], []),
        ([link(A, "owned_by", BODY)], []),
    ],
)
def test_each_that_is_stated_is_no_longer_missing(facts: list[Fact], has: list[Holding]) -> None:
    (row,) = asked(*ACROSS, *facts)
    assert list(row.missing) == [each for each in ALL if each not in has]


def test_one_that_has_all_four_is_not_listed() -> None:
    held = [link(FLOW, "owned_by", BODY), link(ARENA, "discusses", FLOW), link(SOMEBODY, "coordinates", FLOW)]
    assert asked(*ACROSS, *held) == []


@pytest.mark.parametrize(
    "facts",
    [
        [link(A, "used_by", OURS), link(B, "used_by", OURS)],
        [link(A, "used_by", REGION), link(B, "used_by", OURS), link(OURS, "part_of", REGION)],
        [link(A, "used_by", OURS), link(B, "used_by", REGION), link(OURS, "part_of", REGION)],
        [link(each, "used_by", where) for each in (A, B) for where in (OURS, THEIRS)],
    ],
    ids=["the same", "a whole and its part", "a part and its whole", "shared by the same two"],
)
def test_what_stays_within_an_organisation_does_not_cross(facts: list[Fact]) -> None:
    assert asked(*facts) == []
    assert asked(*facts, unclear=True) == []


def test_two_parts_of_one_whole_are_different_organisations() -> None:
    assert len(asked(*ACROSS, link(OURS, "part_of", REGION), link(THEIRS, "part_of", REGION))) == 1


def test_who_uses_a_system_counts_before_who_owns_it() -> None:
    assert asked(link(A, "used_by", OURS), link(B, "used_by", OURS), link(B, "owned_by", THEIRS)) == []
    assert len(asked(link(A, "owned_by", OURS), link(B, "owned_by", THEIRS))) == 1


def test_an_owner_that_is_a_role_says_nothing_of_the_organisation() -> None:
    assert asked(link(A, "used_by", OURS), link(B, "owned_by", BOSS)) == []
    (row,) = asked(link(A, "used_by", OURS), link(B, "owned_by", BOSS), unclear=True)
    assert (row.crosses, [each.say("en") for each in row.notes]) == (
        None, ["No source says to which organisation B belongs."],
    )  # fmt: skip


def test_an_unknown_side_is_unclear_even_where_the_other_has_several_organisations() -> None:
    facts = [link(B, "used_by", OURS), link(B, "used_by", THEIRS)]
    assert asked(*facts) == []
    assert [row.crosses for row in asked(*facts, unclear=True)] == [None]


def test_one_of_several_receivers_elsewhere_is_enough() -> None:
    c = thing(System, "c")
    facts: list[Fact] = [link(A, "used_by", OURS), link(B, "used_by", OURS), c, link(c, "consumes", FLOW)]
    assert asked(*facts) == []
    assert len(asked(*facts, link(c, "used_by", THEIRS))) == 1


def test_ended_exchanges_are_left_out_and_planned_ones_are_not() -> None:
    assert asked(*ACROSS, flow=thing(Exchange, "flow", status=ExchangeStatus.ENDED)) == []
    assert len(asked(*ACROSS, flow=thing(Exchange, "flow", status=ExchangeStatus.PLANNED))) == 1


def test_what_is_lacking_and_the_information_can_be_asked_for() -> None:
    owned: list[Fact] = [*ACROSS, link(FLOW, "owned_by", OURS)]
    assert asked(*owned, lacks=Holding.OWNER) == []
    assert len(asked(*owned, lacks=Holding.ARENA, entity="note")) == 1
    assert asked(*owned, entity="other") == []


def test_in_the_case_only_the_discharge_plans_have_a_coordinator_and_an_arena() -> None:
    rows = asked(snapshot=bundled_snapshot())
    assert len(rows) == 28
    assert rows[-1].exchange.id == "planning-to-municipality"
    assert list(rows[-1].missing) == [Holding.OWNER, Holding.BODY]
    assert all(Holding.BODY in row.missing for row in rows)
    assert sum(len(row.missing) == 4 for row in rows) == 11
