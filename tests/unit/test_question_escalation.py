"""Escalation: who holds a right, and the way of a matter up to the politicians, round in a circle, or to nowhere."""

from typing import Any

import pytest

from graph.errors import UnknownThingError
from graph.facts.facts import Fact
from graph.ontology.kinds import Budget, Decision, Fund, GovernanceBody, Initiative, Organisation, Role, System
from graph.ontology.vocabulary import BodyType
from graph.snapshot.snapshot import Snapshot
from queries.meaning.rights import KINDS, Governable
from queries.questions.deciding.escalation import Parameters, Row, explain, find
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing

SYSTEM, OTHER, SILENT = (thing(System, id) for id in ("system", "other", "silent"))
TEAM, COUNCIL, BOARD = (thing(GovernanceBody, id) for id in ("team", "council", "board"))
POLITICIANS = thing(GovernanceBody, "politicians", body_type=BodyType.POLITICAL)
CHIEF, LEADER, FIRM = thing(Role, "chief"), thing(Role, "leader"), thing(Organisation, "firm")
BODIES: list[Fact] = [
    TEAM, COUNCIL, BOARD, POLITICIANS, CHIEF, LEADER, FIRM,
    link(TEAM, "escalates_to", COUNCIL), link(COUNCIL, "escalates_to", BOARD), link(BOARD, "escalates_to", POLITICIANS),
]  # fmt: skip


def asked(*facts: Fact, snapshot: Snapshot | None = None, **values: Any) -> list[Row]:
    parameters = Parameters(**values)
    world = snapshot or Snapshot.of_facts([*BODIES, *facts])
    return [explain(world, each, parameters) for each in find(world, parameters)]


def steps(row: Row) -> list[tuple[int, str, list[str]]]:
    return [(each.step, each.body.id, [ref.id for ref in each.comes_from]) for each in row.chain]


def said(row: Row) -> list[str]:
    return [note.say("en") for note in row.notes]


def test_a_matter_goes_from_who_decides_up_to_the_politicians() -> None:
    (row,) = asked(SYSTEM, link(TEAM, "decides_on", SYSTEM), link(FIRM, "has_input_on", SYSTEM))
    assert steps(row) == [(1, "council", ["team"]), (2, "board", ["council"]), (3, "politicians", ["board"])]
    assert [ref.id for ref in row.politicians] == ["politicians"]
    assert [right.value for right in row.held_by_nobody] == ["accountability"]
    assert (said(row), row.circles) == ([], ())


def test_from_a_role_it_goes_to_the_bodies_that_the_role_sits_in() -> None:
    (row,) = asked(SYSTEM, link(CHIEF, "decides_on", SYSTEM), link(CHIEF, "member_of", BOARD))
    assert steps(row) == [(1, "board", ["chief"]), (2, "politicians", ["board"])]


def test_who_is_only_heard_starts_no_chain() -> None:
    (row,) = asked(SYSTEM, link(TEAM, "has_input_on", SYSTEM))
    assert (steps(row), row.politicians) == ([], ())


def test_where_no_source_says_what_is_above_that_is_said_and_is_not_taken_for_the_top() -> None:
    lone = thing(GovernanceBody, "lone")
    (row,) = asked(SYSTEM, lone, link(lone, "decides_on", SYSTEM), link(LEADER, "accountable_for", SYSTEM))
    assert steps(row) == []
    assert said(row) == [
        "No source says which body Leader sits in or turns to.",
        "No source says to whom Lone passes on what it may not decide.",
    ]


def test_politicians_who_pass_on_to_nobody_are_the_top() -> None:
    (row,) = asked(SYSTEM, link(POLITICIANS, "decides_on", SYSTEM))
    assert ([ref.id for ref in row.politicians], said(row)) == (["politicians"], [])


@pytest.mark.parametrize("ring", [(TEAM,), (TEAM, COUNCIL), (TEAM, COUNCIL, BOARD)])
def test_a_circle_is_found_said_and_comes_first(ring: tuple[Any, ...]) -> None:
    back = link(ring[-1], "escalates_to", ring[0])
    rows = asked(OTHER, link(POLITICIANS, "decides_on", OTHER), SYSTEM, link(TEAM, "decides_on", SYSTEM), back)
    assert [row.subject.id for row in rows] == ["system", "other"]
    assert [sorted(ref.id for ref in each.bodies) for each in rows[0].circles] == [sorted(each.id for each in ring)]
    assert rows[1].circles == ()
    only = asked(OTHER, SYSTEM, link(TEAM, "decides_on", SYSTEM), back, circles_only=True)
    assert [row.subject.id for row in only] == ["system"]


def test_two_ways_to_the_same_body_are_no_circle() -> None:
    facts: list[Fact] = [SYSTEM, link(TEAM, "decides_on", SYSTEM), link(TEAM, "escalates_to", BOARD)]
    (row,) = asked(*facts)
    assert steps(row) == [(1, "board", ["team"]), (1, "council", ["team"]), (2, "politicians", ["board"])]
    assert row.circles == ()
    assert asked(*facts, circles_only=True) == []


def test_a_circle_that_the_matter_does_not_reach_is_none_of_its() -> None:
    ring = [link(TEAM, "escalates_to", TEAM)]
    (row,) = asked(SYSTEM, link(COUNCIL, "decides_on", SYSTEM), *ring)
    assert row.circles == ()


def test_things_of_which_nobody_holds_a_right_come_last_and_lack_all_three() -> None:
    rows = asked(SILENT, SYSTEM, link(CHIEF, "accountable_for", SYSTEM))
    assert [row.subject.id for row in rows] == ["system", "silent"]
    assert [right.value for right in rows[1].held_by_nobody] == ["input", "decision", "accountability"]


def test_a_decision_starts_also_where_it_was_raised_to() -> None:
    decision = thing(Decision, "decision")
    (row,) = asked(decision, link(decision, "raised_to", COUNCIL))
    assert [ref.id for ref in row.raised_to] == ["council"]
    assert [body for _, body, _ in steps(row)] == ["board", "politicians"]


def test_who_decides_on_the_money_is_told_also_over_a_fund() -> None:
    work, fund, ours, theirs = (
        thing(Initiative, "work"), thing(Fund, "fund"), thing(Budget, "ours"), thing(Budget, "theirs"),
    )  # fmt: skip
    facts: list[Fact] = [
        work, fund, ours, theirs, link(ours, "finances", work), link(fund, "pays_for", work),
        link(theirs, "finances", fund), link(BOARD, "decides_on", ours), link(POLITICIANS, "decides_on", theirs),
    ]  # fmt: skip
    (row,) = asked(*facts, kind=Governable.INITIATIVE)
    assert [ref.id for ref in row.money_decided_by] == ["board", "politicians"]


def test_one_thing_can_be_asked_about_and_must_exist() -> None:
    assert [row.subject.id for row in asked(SYSTEM, OTHER, kind=Governable.SYSTEM, id="other")] == ["other"]
    assert [row.subject.id for row in asked(SYSTEM, OTHER, id="other")] == ["other"]
    with pytest.raises(UnknownThingError, match="Did you mean 'other'"):
        asked(SYSTEM, OTHER, kind=Governable.SYSTEM, id="othre")


def test_the_case_goes_back_to_the_politicians_and_has_no_circle() -> None:
    snapshot = bundled_snapshot()
    rows = {row.subject.id: row for row in asked(snapshot=snapshot)}
    assert not any(row.circles for row in rows.values())
    assert [body for _, body, _ in steps(rows["project-purchase"])] == ["politicians"]
    assert [body for _, body, _ in steps(rows["enterprise-service-bus"])] == [
        "architecture-council", "record-board", "politicians",
    ]  # fmt: skip
    assert [ref.id for ref in rows["project-purchase"].money_decided_by] == ["politicians"]
    assert "No source says to whom Regional steering committee passes on what it may not decide." in said(
        rows["eight-months"]
    )


def test_everything_that_is_governed_can_be_asked_about() -> None:
    assert sorted(Governable) == sorted(KINDS)
