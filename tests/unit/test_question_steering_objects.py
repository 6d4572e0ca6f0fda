"""Steering objects, their leaders and contents, and what is in none."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Organisation, Role, SharedStorage, SteeringModel, SteeringObject, System
from graph.ontology.vocabulary import Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

LED, EMPTY = thing(SteeringObject, "led"), thing(SteeringObject, "empty")
LEADER, PLACE, MODEL = thing(Role, "leader"), thing(Organisation, "place"), thing(SteeringModel, "model")
INSIDE, LOOSE, GONE = (
    thing(System, "inside"),
    thing(System, "loose"),
    thing(System, "gone", lifecycle=Lifecycle.RETIRED),
)
SPACE = thing(SharedStorage, "space")
WORLD: tuple[Fact, ...] = (
    LED, EMPTY, LEADER, PLACE, MODEL, INSIDE, LOOSE, GONE, SPACE,
    link(LEADER, "leads", LED), link(LEADER, "works_at", PLACE), link(MODEL, "steers_through", LED),
    link(LED, "contains", INSIDE), link(LED, "contains", SPACE),
)  # fmt: skip


def test_objects_are_shown_with_leaders_and_contents_and_then_the_systems_in_none() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("steering_objects").rows
    assert [(r.object and r.object.id, [c.id for c in r.contents]) for r in rows] == [
        ("empty", []), ("led", ["inside", "space"]), (None, ["loose"]),
    ]  # fmt: skip
    assert [r.id for r in (*rows[1].leaders, *rows[1].leaders_at, *rows[1].models)] == ["leader", "place", "model"]
    assert "Role/leader" not in {shown.about for shown in rows[2].evidence}
    assert "System/loose" in {shown.about for shown in rows[2].evidence}


def test_an_object_of_which_little_is_stated_says_so() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("steering_objects", object="empty").rows
    assert row.count is None
    assert [note.say("en") for note in row.notes] == [
        "No source says who leads it.",
        "No source says what it contains.",
    ]


def test_a_long_list_is_cut_and_says_so() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("steering_objects", object="led", listed=1).rows
    assert (row.count, len(row.contents)) == (2, 1)
    assert row.notes[-1].say("en") == "Only the first 1 are listed."
