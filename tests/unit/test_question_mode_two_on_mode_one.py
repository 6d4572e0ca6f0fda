"""New things that rest on old systems, and through what."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Api, Device, Exchange, Initiative, System
from graph.ontology.vocabulary import ExchangeStatus, Mode
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

OLD, UNSAID = thing(System, "old", mode=Mode.MODE_1, must_not_stop=True), thing(System, "unsaid")
APP, PLAIN = thing(System, "app", mode=Mode.MODE_2), thing(System, "plain")
GARMENT, WORK = thing(Device, "garment", mode=Mode.MODE_2), thing(Initiative, "work", mode=Mode.MODE_2)
FRONT, OFFERED = thing(Api, "front"), thing(Api, "offered")
FLOW, ENDED = thing(Exchange, "flow"), thing(Exchange, "ended", status=ExchangeStatus.ENDED)
COMING = thing(Exchange, "coming", status=ExchangeStatus.PLANNED)
WORLD: tuple[Fact, ...] = (
    OLD, UNSAID, APP, PLAIN, GARMENT, WORK, FRONT, OFFERED, FLOW, ENDED, COMING,
    link(FRONT, "facade_over", OLD), link(OLD, "exposes", OFFERED),
    link(APP, "depends_on", FRONT), link(APP, "depends_on", UNSAID), link(PLAIN, "depends_on", OLD),
    link(OLD, "provides", FLOW), link(APP, "consumes", FLOW), link(FLOW, "runs_through", FRONT),
    link(OLD, "provides", ENDED), link(GARMENT, "consumes", ENDED),
    link(GARMENT, "depends_on", OFFERED), link(WORK, "depends_on", OLD),
    link(OLD, "provides", COMING), link(GARMENT, "consumes", COMING),
)  # fmt: skip


def test_each_way_from_new_to_old_is_told() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("mode_two_on_mode_one").rows
    assert [(r.older.id, r.newer.id, [p.say("en") for p in r.how]) for r in rows] == [
        ("old", "app", ["It receives Flow from the old system by Front.",
                        "It depends on Front, behind which is the old system."]),
        ("old", "garment", ["It is planned to receive Coming from the old system.",
                            "It depends on Offered, behind which is the old system."]),
        ("old", "work", ["It depends on the old system itself."]),
    ]  # fmt: skip


def test_the_interfaces_and_the_state_of_the_old_system_stand_beside() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("mode_two_on_mode_one", older="old").rows[0]
    assert ([r.id for r in row.apis], [r.id for r in row.exchanges]) == (["front"], ["flow"])
    assert (row.must_not_stop, row.retention_rationale) == (True, None)
    assert {"System/old", "System/app", "Api/front", "Exchange/flow"} <= {shown.about for shown in row.evidence}


def test_things_whose_mode_is_not_stated_are_not_listed() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert loaded_snapshot.ask("mode_two_on_mode_one", older="unsaid").rows == ()
