"""Interfaces in front of older systems."""

from typing import Any

from graph.facts.facts import Fact
from graph.ontology.kinds import Api, Exchange, Role, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

OLDEST = thing(System, "oldest", retention_rationale="Data from before 1995")
MIDDLE, APP, VIEWER, NEXT = (thing(System, id) for id in ("middle", "app", "viewer", "next"))
GONE, SPACE, DOCTORS = (
    thing(System, "gone", lifecycle=Lifecycle.RETIRED),
    thing(SharedStorage, "space"),
    thing(Role, "doctors"),
)
INNER, OUTER, STALE, DOOR, PLAIN = (thing(Api, id) for id in ("inner", "outer", "stale", "door", "plain"))
ASKS, SHOWS = thing(Exchange, "asks"), thing(Exchange, "shows")
ENDED = thing(Exchange, "ended", status=ExchangeStatus.ENDED)
WORLD: tuple[Fact, ...] = (
    OLDEST, MIDDLE, APP, VIEWER, NEXT, GONE, SPACE, DOCTORS, INNER, OUTER, STALE, DOOR, PLAIN, ASKS, SHOWS, ENDED,
    link(INNER, "facade_over", OLDEST), link(OUTER, "facade_over", MIDDLE), link(STALE, "facade_over", GONE),
    link(DOOR, "facade_over", SPACE), link(MIDDLE, "exposes", PLAIN), link(MIDDLE, "exposes", OUTER),
    link(OLDEST, "provides", ASKS), link(MIDDLE, "consumes", ASKS), link(ASKS, "runs_through", INNER),
    link(MIDDLE, "provides", SHOWS), link(APP, "consumes", SHOWS), link(DOCTORS, "consumes", SHOWS),
    link(SHOWS, "runs_through", OUTER), link(VIEWER, "depends_on", OUTER),
    link(GONE, "provides", ENDED), link(APP, "consumes", ENDED), link(ENDED, "runs_through", STALE),
    link(MIDDLE, "depends_on", GONE), link(NEXT, "succeeds", MIDDLE),
)  # fmt: skip


def rows(loaded_snapshot: SnapshotOfFacts, **values: Any) -> Any:
    """The rows, of any question's type, by interface."""
    return {row.api.id: row for row in loaded_snapshot.ask("facades", **values).rows}


def test_only_interfaces_said_to_stand_in_front_of_something_are_facades() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert list(rows(loaded_snapshot)) == ["stale", "outer", "inner", "door"]
    assert list(rows(loaded_snapshot, system="oldest")) == ["inner"]


def test_a_chain_goes_on_through_facades_only_down_to_the_system_of_record() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    outer = rows(loaded_snapshot)["outer"]
    assert [each.id for each in outer.chain] == ["inner", "oldest"]
    assert [each.id for each in outer.fed_by] == ["oldest"]
    assert "Api/inner FACADE_OVER System/oldest" in {shown.about for shown in outer.evidence}


def test_users_keep_what_is_behind_alive_until_a_successor_gives_them_the_same() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    found = rows(loaded_snapshot)
    assert [user.id for user in found["outer"].users] == ["app", "doctors", "viewer"]
    assert found["outer"].verdict.say("en") == (
        "The interface does not retire Middle: its users (3) need it until Next gives them the same"
    )
    assert found["inner"].verdict.say("en") == (
        "The interface does not retire Oldest: its users (1) need it, and no successor is stated"
    )
    assert found["inner"].retention_rationale == "Data from before 1995"


def test_no_stated_user_is_not_the_same_as_not_needed_and_a_retired_system_is_told() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    found = rows(loaded_snapshot)
    assert (found["door"].user_count, found["door"].own_use) == (0, None)
    assert found["door"].verdict.say("en").startswith("No user is stated; Space still runs")
    assert found["stale"].verdict.say("en") == "Gone is retired, yet an interface is said to stand in front of it"


def test_a_cut_answer_says_how_many_there_are() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    page = loaded_snapshot.ask("facades", limit=1, offset=3)
    assert (len(page.rows), page.total) == (1, 4)
