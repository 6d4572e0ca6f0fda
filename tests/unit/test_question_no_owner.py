"""What nobody is said to own."""

from graph.facts.facts import Evidence, Fact
from graph.ontology.kinds import Api, Exchange, Organisation, Role, SharedStorage, SteeringObject, System
from graph.ontology.vocabulary import Criticality, ExchangeStatus, Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

OWNER, LEADER, RECORDS = thing(Organisation, "owner"), thing(Role, "leader"), thing(SteeringObject, "records")
OWNED, ORPHAN = thing(System, "owned"), thing(System, "orphan", criticality=Criticality.HIGH)
GONE = thing(System, "gone", lifecycle=Lifecycle.RETIRED)
FLOW, ENDED = thing(Exchange, "flow"), thing(Exchange, "ended", status=ExchangeStatus.ENDED)
DOOR, SPACE = thing(Api, "door"), thing(SharedStorage, "space", evidence=Evidence.ILLUSTRATIVE)
WORLD: tuple[Fact, ...] = (
    OWNER, LEADER, RECORDS, OWNED, ORPHAN, GONE, FLOW, ENDED, DOOR, SPACE,
    link(OWNED, "owned_by", OWNER), link(DOOR, "owned_by", LEADER),
    link(ORPHAN, "contained_in", RECORDS), link(ORPHAN, "accountable", LEADER), link(ORPHAN, "used_by", OWNER),
)  # fmt: skip


def test_what_has_no_stated_owner_is_listed_by_kind_and_what_is_no_longer_used_is_not() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    answer = loaded_snapshot.ask("no_owner")
    assert [(row.kind.value, row.thing.id) for row in answer.rows] == [
        ("System", "orphan"), ("SharedStorage", "space"), ("Exchange", "flow"),
    ]  # fmt: skip
    assert [row.illustrative for row in answer.rows] == [False, True, False]


def test_being_used_or_accountable_is_not_owning_but_says_where_to_ask() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("no_owner").rows[0]
    assert ([o.id for o in row.steered_in], [p.id for p in row.accountable]) == (["records"], ["leader"])
    assert row.criticality is Criticality.HIGH
    assert "Role/leader ACCOUNTABLE_FOR System/orphan" in {shown.about for shown in row.evidence}


def test_one_kind_can_be_asked_for_and_a_cut_answer_says_how_many_there_are() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert [row.thing.id for row in loaded_snapshot.ask("no_owner", kind="Exchange").rows] == ["flow"]
    page = loaded_snapshot.ask("no_owner", limit=1, offset=1)
    assert ([row.thing.id for row in page.rows], page.total, page.cut) == (["space"], 3, True)
    assert loaded_snapshot.ask("no_owner", kind="Device").total == 0
