"""What has only one holder, and what must exist before that one can go."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Exchange, InformationEntity, Initiative, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

OLD = thing(System, "old", lifecycle=Lifecycle.PHASE_OUT, archive_duty=True, retention_rationale="Nobody else has it")
OTHER, READER, RETIRED = (
    thing(System, "other"),
    thing(System, "reader"),
    thing(System, "x", lifecycle=Lifecycle.RETIRED),
)
NEXT, SUCCESSOR = thing(System, "next", lifecycle=Lifecycle.PLAN), thing(System, "successor")
SPACE, CHANGE = thing(SharedStorage, "space"), thing(Initiative, "change")
NOTE, RESULT, IMAGE, LONE, NOBODY = (
    thing(InformationEntity, id) for id in ("note", "result", "image", "lone", "nobody")
)
OUT, ENDED = thing(Exchange, "out"), thing(Exchange, "ended", status=ExchangeStatus.ENDED)
WORLD: tuple[Fact, ...] = (
    OLD, OTHER, READER, RETIRED, NEXT, SUCCESSOR, SPACE, CHANGE, NOTE, RESULT, IMAGE, LONE, NOBODY, OUT, ENDED,
    link(OLD, "masters", NOTE), link(OLD, "stores", NOTE), link(RETIRED, "stores", NOTE), link(NEXT, "masters", NOTE),
    link(SUCCESSOR, "succeeds", OLD), link(OLD, "retired_by", CHANGE), link(READER, "reads", NOTE),
    link(OLD, "provides", OUT), link(OUT, "carries", NOTE), link(READER, "consumes", OUT),
    link(OLD, "provides", ENDED), link(ENDED, "carries", NOTE), link(OTHER, "consumes", ENDED),
    link(OLD, "masters", RESULT), link(OTHER, "stores", RESULT),
    link(OLD, "masters", IMAGE), link(SPACE, "stores", IMAGE),
    link(OTHER, "stores", LONE),
)  # fmt: skip


def test_a_retired_or_planned_holder_does_not_count_and_a_storage_does() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("last_holder").rows
    assert [(row.entity.id, row.holder.id, row.masters) for row in rows] == [
        ("note", "old", True), ("lone", "other", False),
    ]  # fmt: skip


def test_it_says_what_must_exist_first_and_from_what() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    first, second = loaded_snapshot.ask("last_holder").rows
    assert [phrase.say("en") for phrase in first.must_exist_first] == [
        "Next, planned to hold Note, in use",
        "Successor, the successor of Old, in use and holding Note",
        "A confirmed copy in Reader, which Out goes to",
        "An archive: Old has archive duty",
    ]
    assert (first.readers, first.retention_rationale, [c.id for c in first.retired_by]) == (
        1,
        "Nobody else has it",
        ["change"],
    )
    assert {"System/old MASTERS InformationEntity/note", "Exchange/out"} <= {shown.about for shown in first.evidence}
    assert [phrase.say("en") for phrase in second.must_exist_first] == [
        "Another holder of Lone; none is stated or planned"
    ]
    assert (second.own_use, second.retention_rationale) == (None, None)


def test_it_can_be_narrowed_and_cut() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert [row.entity.id for row in loaded_snapshot.ask("last_holder", system="other").rows] == ["lone"]
    assert loaded_snapshot.ask("last_holder", entity="result").rows == ()
    page = loaded_snapshot.ask("last_holder", limit=1)
    assert (len(page.rows), page.total) == (1, 2)
