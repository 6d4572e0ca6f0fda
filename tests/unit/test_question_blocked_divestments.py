"""Blocked divestments: by decisions, by requirements, and by the system's own record."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Decision, GovernanceBody, Initiative, Procurement, Requirement, System
from graph.ontology.vocabulary import Lifecycle, OrchestrationAction
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

LAB, OLD, KEPT, FINE = (
    thing(System, "lab"),
    thing(System, "old", must_not_stop=True, retention_rationale="it holds data"),
    thing(System, "kept", retention_rationale="nobody wants it gone"),
    thing(System, "fine", lifecycle=Lifecycle.PHASE_OUT),
)
PURCHASE = thing(Procurement, "purchase", months_allowed=8)
LATER = thing(Initiative, "later")
MONTHS = thing(Decision, "months", constraint="Eight months are too few")
PHASES = thing(Decision, "phases", actions=[OrchestrationAction.DIVEST])
RULE = thing(Requirement, "rule")
COMMITTEE, POLITICIANS = thing(GovernanceBody, "committee"), thing(GovernanceBody, "politicians")
WORLD: tuple[Fact, ...] = (
    LAB, OLD, KEPT, FINE, PURCHASE, LATER, MONTHS, PHASES, RULE, COMMITTEE, POLITICIANS,
    link(MONTHS, "blocks", LAB), link(MONTHS, "blocks", PURCHASE), link(PURCHASE, "retires", LAB),
    link(MONTHS, "raised_to", COMMITTEE), link(COMMITTEE, "escalates_to", POLITICIANS),
    link(RULE, "blocks", LATER), link(PHASES, "concerns", OLD),
)  # fmt: skip


def test_every_blocker_is_shown_and_a_system_only_kept_is_not_blocked() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("blocked_divestments").rows
    assert [(r.blocked.id, r.blocked_by and r.blocked_by.id) for r in rows] == [
        ("lab", "months"), ("later", "rule"), ("old", None), ("purchase", "months"),
    ]  # fmt: skip


def test_the_months_allowed_are_those_of_the_procurement_and_unknown_where_none_states_them() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = {r.blocked.id: r for r in loaded_snapshot.ask("blocked_divestments").rows}
    assert {id: row.months_allowed for id, row in rows.items()} == {"lab": 8, "later": None, "old": None, "purchase": 8}
    assert rows["lab"].constraint == "Eight months are too few"
    assert [r.id for r in rows["purchase"].held_back] == ["lab"]


def test_what_was_raised_goes_to_its_body_and_up_from_there() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("blocked_divestments", subject="System/lab").rows
    assert [r.id for r in row.raised_to] == ["committee"]
    assert [r.id for r in row.escalates_to] == ["politicians"]
    assert {"Decision/months", "System/lab"} <= {shown.about for shown in row.evidence}


def test_a_system_that_must_not_stop_says_why_and_borrows_nobody_elses_blocker() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("blocked_divestments", kind=System.__name__, subject="old").rows
    assert not loaded_snapshot.ask("blocked_divestments", kind=Initiative.__name__, subject="old").rows
    assert [phrase.say("en") for phrase in row.why] == [
        "The system must not be stopped.",
        "The system is kept because: it holds data.",
        "It is to be divested: Phases.",
    ]
    assert not any("months" in shown.about for shown in row.evidence)
