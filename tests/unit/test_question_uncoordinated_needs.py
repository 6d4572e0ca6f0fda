"""Needs and exchanges across organisations, and what holds their parties together."""

from graph.facts.facts import Fact
from graph.ontology.kinds import (
    Arena,
    Coordinator,
    Exchange,
    GovernanceBody,
    Initiative,
    Need,
    Organisation,
    Role,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

REGION, NORTH, SOUTH = (thing(Organisation, id) for id in ("region", "north", "south"))
ONE, TWO, OWN, LOOSE, SHARED = (thing(System, id) for id in ("one", "two", "own", "loose", "shared"))
NURSE = thing(Role, "nurse")
BARE, HELD, INSIDE = thing(Need, "bare"), thing(Need, "held"), thing(Need, "inside")
CROSS, UPWARDS, HALF, OVER, SAME = (
    thing(Exchange, "cross"),
    thing(Exchange, "upwards"),
    thing(Exchange, "half"),
    thing(Exchange, "over", status=ExchangeStatus.ENDED),
    thing(Exchange, "same"),
)
FORUM, GUIDE, BOARD, WORK = (
    thing(Arena, "forum"),
    thing(Coordinator, "guide"),
    thing(GovernanceBody, "board"),
    thing(Initiative, "work"),
)
WORLD: tuple[Fact, ...] = (
    REGION, NORTH, SOUTH, ONE, TWO, OWN, LOOSE, SHARED, NURSE, BARE, HELD, INSIDE, CROSS, UPWARDS, HALF, OVER, SAME,
    FORUM, GUIDE, BOARD, WORK,
    link(NORTH, "part_of", REGION), link(ONE, "used_by", NORTH), link(TWO, "used_by", SOUTH),
    link(OWN, "owned_by", REGION),
    link(SHARED, "used_by", NORTH), link(SHARED, "used_by", SOUTH), link(NURSE, "works_at", SOUTH),
    link(BARE, "needed_at", NORTH), link(BARE, "asked_of", NURSE),
    link(HELD, "needed_at", NORTH), link(HELD, "asked_of", SOUTH),
    link(INSIDE, "needed_at", NORTH), link(INSIDE, "asked_of", ONE),
    link(ONE, "provides", CROSS), link(TWO, "consumes", CROSS),
    link(ONE, "provides", UPWARDS), link(OWN, "consumes", UPWARDS),
    link(ONE, "provides", HALF), link(LOOSE, "consumes", HALF),
    link(ONE, "provides", OVER), link(TWO, "consumes", OVER),
    link(SHARED, "provides", SAME), link(SHARED, "consumes", SAME),
    link(FORUM, "discusses", HELD), link(NORTH, "takes_part_in", FORUM), link(GUIDE, "coordinates", HELD),
    link(WORK, "addresses", HELD), link(BOARD, "decides_on", WORK),
)  # fmt: skip


def test_what_crosses_without_anything_to_hold_it_comes_before_what_is_held() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("uncoordinated_needs").rows
    assert [(r.subject.id, [p.id for p in r.parties], len(r.missing)) for r in rows] == [
        ("bare", ["north", "south"], 3),
        ("cross", ["north", "south"], 3),
        ("held", ["north", "south"], 0),
    ]


def test_what_holds_the_parties_is_named_and_who_is_not_seen_there() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    held = loaded_snapshot.ask("uncoordinated_needs").rows[-1]
    assert [r.id for r in (*held.arenas, *held.bodies, *held.coordinators)] == ["forum", "board", "guide"]
    assert [r.id for r in held.absent] == ["south"]
    assert "GovernanceBody/board" in {shown.about for shown in held.evidence}


def test_of_what_too_little_is_stated_it_is_unknown_whether_it_crosses() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    last = loaded_snapshot.ask("uncoordinated_needs", unclear=True).rows[-1]
    assert (last.subject.id, last.crosses) == ("half", None)
    assert last.notes[0].say("en") == "No source says to which organisation Loose belongs."


def test_only_those_without_all_three_can_be_asked_for() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    answer = loaded_snapshot.ask("uncoordinated_needs", only_missing=True, limit=1)
    assert ([r.subject.id for r in answer.rows], answer.total) == (["bare"], 2)
