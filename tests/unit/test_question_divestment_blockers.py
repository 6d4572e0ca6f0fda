"""What stands in the way of retiring a system, one by one, and what would lift it."""

from typing import Any

from graph.facts.facts import Fact
from graph.ontology.kinds import Decision, Exchange, GovernanceBody, InformationEntity, Procurement, System
from graph.ontology.vocabulary import Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

OLD = thing(System, "old", functional_fit="insufficient", technical_fit="inappropriate", archive_duty=True)
USER, NEXT = thing(System, "user"), thing(System, "next", lifecycle=Lifecycle.PLAN)
NOTE, FLOW = thing(InformationEntity, "note"), thing(Exchange, "flow")
CHANGE, MONTHS = thing(Procurement, "change"), thing(Decision, "months", constraint="Eight months are too few")
BOARD = thing(GovernanceBody, "board")
WORLD: tuple[Fact, ...] = (
    OLD, USER, NEXT, NOTE, FLOW, CHANGE, MONTHS, BOARD, link(OLD, "masters", NOTE), link(OLD, "provides", FLOW),
    link(FLOW, "carries", NOTE), link(USER, "consumes", FLOW), link(NEXT, "succeeds", OLD),
    link(CHANGE, "retires", OLD), link(MONTHS, "blocks", CHANGE), link(MONTHS, "raised_to", BOARD),
)  # fmt: skip


def blockers(loaded_snapshot: SnapshotOfFacts, **values: Any) -> Any:
    return loaded_snapshot.ask("divestment_blockers", **({"as_of": "2026-11-01"} | values)).rows


def test_each_blocker_has_a_row_with_what_would_lift_it() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = blockers(loaded_snapshot, system="old")
    assert [(row.sort.value, row.what and row.what.id, [each.say("en") for each in row.lifted_by]) for row in rows] == [
        ("only-supplier", "note", ["Next in use and supplying Note, and Flow moved to it"]),
        ("last-holder", "note",
         ["Next in use, and Note moved to it", "A confirmed copy in User, which Flow goes to"]),
        ("infeasible", "months", ["Months settled by Board, to which it has been raised"]),
        ("archive-duty", None, ["Note archived"]),
    ]  # fmt: skip
    assert rows[2].why[0].say("sv") == "Months står i vägen: Eight months are too few."
    behind = {shown.about for shown in rows[2].evidence}
    assert {"Decision/months BLOCKS Procurement/change", "Procurement/change RETIRES System/old"} <= behind


def test_without_a_system_every_blocked_candidate_is_told_of() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert {row.system.id for row in blockers(loaded_snapshot)} == {"old"}
    assert [row.sort.value for row in blockers(loaded_snapshot, sort="archive-duty")] == ["archive-duty"]
