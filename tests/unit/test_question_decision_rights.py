"""Decision rights: who holds which, which nobody holds, and where a matter goes from there."""

import pytest

from graph.errors import QuestionError
from graph.facts.facts import Fact
from graph.ontology.kinds import Decision, GovernanceBody, Procurement, Role, System
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

BOARD, COUNCIL, POLITICIANS = (thing(GovernanceBody, id) for id in ("board", "council", "politicians"))
MANAGER = thing(Role, "manager")
KNOWN, HALF, SILENT = thing(System, "known"), thing(System, "half"), thing(System, "a-silent")
PURCHASE, CHOICE = thing(Procurement, "purchase"), thing(Decision, "choice")
WORLD: tuple[Fact, ...] = (
    BOARD, COUNCIL, POLITICIANS, MANAGER, KNOWN, HALF, SILENT, PURCHASE, CHOICE,
    link(COUNCIL, "has_input_on", KNOWN), link(BOARD, "decides_on", KNOWN), link(MANAGER, "accountable_for", KNOWN),
    link(MANAGER, "accountable_for", HALF),
    link(MANAGER, "member_of", COUNCIL), link(COUNCIL, "escalates_to", BOARD), link(BOARD, "escalates_to", POLITICIANS),
    link(PURCHASE, "carries_out", CHOICE), link(BOARD, "decides_on", CHOICE), link(CHOICE, "raised_to", COUNCIL),
)  # fmt: skip


def test_each_right_is_shown_with_its_holders_and_nobody_where_no_source_names_one() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    answer = loaded_snapshot.ask("decision_rights", kind="System")
    rows = {row.subject.id: row for row in answer.rows}
    assert list(rows) == ["half", "known", "a-silent"]
    assert ([r.id for r in rows["known"].decided_by], rows["known"].held_by_nobody) == (["board"], ())
    assert list(rows["half"].held_by_nobody) == ["input", "decision"]
    assert list(rows["a-silent"].held_by_nobody) == ["input", "decision", "accountability"]


def test_a_matter_goes_up_from_who_holds_it_and_from_the_bodies_they_sit_in() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    answer = loaded_snapshot.ask("decision_rights")
    rows = {row.subject.id: row for row in answer.rows}
    assert [r.id for r in rows["known"].escalates_to] == ["council", "politicians"]
    assert [r.id for r in rows["half"].escalates_to] == ["council", "board", "politicians"]
    assert [r.id for r in rows["choice"].raised_to] == ["council"]
    assert [(b.body.id, [m.id for m in b.members]) for b in rows["known"].bodies] == [("council", ["manager"])]


def test_a_decision_about_a_thing_is_shown_and_gives_the_thing_no_right() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("decision_rights", subject="Procurement/purchase").rows
    assert [(d.decision.id, [p.id for p in d.decided_by]) for d in row.decisions] == [("choice", ["board"])]
    assert "decision" in row.held_by_nobody


def test_only_things_with_a_missing_right_can_be_asked_for_and_cut() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    answer = loaded_snapshot.ask("decision_rights", kind="System", only_missing=True, limit=1, offset=1)
    assert ([row.subject.id for row in answer.rows], answer.total) == (["a-silent"], 2)


def test_rights_rest_on_the_relations_that_state_them() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("decision_rights", subject="half").rows
    assert any(shown.about.startswith("Role/manager") and shown.about.endswith("System/half") for shown in row.evidence)


def test_a_kind_that_nobody_decides_on_is_refused() -> None:
    with pytest.raises(QuestionError, match="write one of: System, Api"):
        SnapshotOfFacts().ask("decision_rights", kind="Device")
