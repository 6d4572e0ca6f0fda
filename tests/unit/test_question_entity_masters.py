"""Masters, models and terminologies: each finding by itself, and what only looks like one."""

from typing import Any

import pytest

from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import (
    Exchange,
    InformationEntity,
    InformationModel,
    Organisation,
    SharedStorage,
    Standard,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.snapshot import Snapshot
from queries.questions.information.entity_masters import MasterFinding, Parameters, Row, explain, find
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing

NOTE, CODES = thing(InformationEntity, "note"), thing(Standard, "codes")
MODEL, OLD_MODEL = thing(InformationModel, "model"), thing(InformationModel, "old-model")
A, B, SPACE = thing(System, "a"), thing(System, "b"), thing(SharedStorage, "space")
WORLD: list[Fact] = [NOTE, CODES, MODEL, OLD_MODEL, A, B, SPACE, link(MODEL, "supersedes", OLD_MODEL)]
IN_MODEL = [link(MODEL, "defines", NOTE), link(NOTE, "bound_to", CODES)]
MASTERED = link(A, "masters", NOTE)
TWO, NONE, NOBODY = MasterFinding.TWO_MASTERS, MasterFinding.NO_MASTER, MasterFinding.NOBODY_HOLDS
INHERITED, UNCODED = MasterFinding.INHERITED, MasterFinding.NO_TERMINOLOGY


def asked(*facts: Fact, snapshot: Snapshot | None = None, **values: Any) -> list[Row]:
    parameters = Parameters(**values)
    fresh = {fact.key: fact for fact in [*WORLD, *facts]}
    world = snapshot or Snapshot.of_facts(fresh.values())
    return [explain(world, each, parameters) for each in find(world, parameters)]


def findings(*facts: Fact, **values: Any) -> list[MasterFinding]:
    return [row.finding for row in asked(*facts, **values)]


def system(id: str, phase: Lifecycle) -> ThingFact:
    return thing(System, id, lifecycle=phase)


def test_one_master_a_place_in_the_model_and_a_terminology_leave_nothing_to_find() -> None:
    assert findings(*IN_MODEL, MASTERED) == []


def test_two_masters_in_use_are_found_and_named() -> None:
    (row,) = asked(*IN_MODEL, MASTERED, link(B, "masters", NOTE))
    assert (row.finding, [ref.id for ref in row.systems]) == (TWO, ["a", "b"])


@pytest.mark.parametrize("phase", [Lifecycle.PLAN, Lifecycle.RETIRED])
def test_a_master_that_is_not_in_use_is_none(phase: Lifecycle) -> None:
    gone = system("b", phase)
    assert findings(*IN_MODEL, MASTERED, gone, link(gone, "masters", NOTE)) == []
    assert findings(*IN_MODEL, gone, link(gone, "masters", NOTE)) == [NOBODY]


def test_a_master_on_its_way_out_counts_and_is_said_to_go() -> None:
    going = system("b", Lifecycle.PHASE_OUT)
    (row,) = asked(*IN_MODEL, MASTERED, going, link(going, "masters", NOTE))
    assert (row.finding, [ref.id for ref in row.going]) == (TWO, ["b"])


def test_masters_at_different_organisations_are_told_apart_from_two_at_the_same() -> None:
    ours, theirs = thing(Organisation, "ours"), thing(Organisation, "theirs")
    two: list[Fact] = [*IN_MODEL, MASTERED, link(B, "masters", NOTE), ours, theirs, link(A, "used_by", ours)]
    (apart,) = asked(*two, link(B, "used_by", theirs))
    assert [note.say("en") for note in apart.notes] == [
        "The masters are at different organisations: each may be the master of its own."
    ]
    for together in ([link(B, "used_by", ours)], []):
        assert asked(*two, *together)[0].notes == ()


@pytest.mark.parametrize("side", ["stores", "reads", "publishes"])
def test_used_without_a_master_is_found_also_outside_of_any_model(side: str) -> None:
    (row,) = asked(link(A, side, NOTE))
    assert (row.finding, [ref.id for ref in row.systems]) == (NONE, ["a"])
    assert [note.say("en") for note in row.notes] == ["Nobody is stated to be planned for it either."]


def test_so_is_what_an_exchange_carries_while_it_runs() -> None:
    for status, found in ((None, [NONE]), (ExchangeStatus.PLANNED, []), (ExchangeStatus.ENDED, [])):
        flow = thing(Exchange, "flow", status=status)
        assert findings(flow, link(flow, "carries", NOTE)) == found


def test_information_that_nobody_uses_and_no_model_defines_is_no_finding() -> None:
    assert findings() == []


def test_what_a_model_defines_and_nobody_holds_is_found_once() -> None:
    assert findings(*IN_MODEL) == [NOBODY]
    assert findings(*IN_MODEL, link(A, "reads", NOTE)) == [NOBODY]
    assert findings(*IN_MODEL, link(SPACE, "stores", NOTE)) == [NONE]


def test_a_planned_holder_is_named_beside() -> None:
    planned = system("b", Lifecycle.PLAN)
    (row,) = asked(*IN_MODEL, planned, link(planned, "masters", NOTE))
    assert (row.finding, [ref.id for ref in row.planned], row.notes) == (NOBODY, ["b"], ())


def test_a_model_that_has_been_followed_is_not_in_force() -> None:
    old = [link(OLD_MODEL, "defines", NOTE)]
    assert findings(*old) == []
    assert findings(*old, model="old-model") == [NOBODY, UNCODED]


def test_a_missing_terminology_is_found_in_the_model_only() -> None:
    assert findings(link(MODEL, "defines", NOTE), MASTERED) == [UNCODED]
    assert findings(MASTERED) == []


@pytest.mark.parametrize(
    ("inherited", "maps", "found"),
    [
        (True, None, [INHERITED]), (True, OLD_MODEL, [INHERITED]), (True, MODEL, []),
        (False, None, []), (None, None, []),
    ],
)  # fmt: skip
def test_an_inherited_model_has_to_map_to_one_in_force_and_not_stated_is_not_inherited(
    inherited: bool | None, maps: ThingFact | None, found: list[MasterFinding]
) -> None:
    fixed = thing(System, "a", inherited_model=inherited)
    assert findings(fixed, *([link(fixed, "maps_to", maps)] if maps else [])) == found


def test_what_an_inherited_model_maps_to_instead_is_told() -> None:
    fixed = thing(System, "a", inherited_model=True)
    (row,) = asked(fixed, link(fixed, "maps_to", OLD_MODEL, coverage="Half"))
    assert [note.say("en") for note in row.notes] == [
        "It maps to Old-model, which is not in force or not asked about (Half)."
    ]
    retired = thing(System, "a", inherited_model=True, lifecycle=Lifecycle.RETIRED)
    assert findings(retired) == []


def test_one_finding_or_one_piece_of_information_can_be_asked_for() -> None:
    facts: list[Fact] = [
        link(MODEL, "defines", NOTE),
        MASTERED,
        link(B, "masters", NOTE),
        thing(System, "b", inherited_model=True),
    ]
    assert findings(*facts) == [TWO, INHERITED, UNCODED]
    assert findings(*facts, finding=UNCODED) == [UNCODED]
    assert findings(*facts, entity="note") == [TWO, UNCODED]
    assert findings(*facts, entity="other") == []


def test_the_case_has_two_masters_of_the_patient_and_none_of_imaging_studies() -> None:
    rows = asked(snapshot=bundled_snapshot())
    by = {finding: [row.subject.id for row in rows if row.finding is finding] for finding in MasterFinding}
    assert {finding: len(some) for finding, some in by.items()} == {
        TWO: 10,
        NONE: 4,
        NOBODY: 0,
        INHERITED: 3,
        UNCODED: 8,
    }
    assert "patient" in by[TWO]
    assert "imaging-study" in by[NONE]
    assert by[INHERITED] == ["systems-with-inherited-model", "laboratory-system", "record-north"]
