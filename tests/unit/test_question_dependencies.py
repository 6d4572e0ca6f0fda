"""What a system depends on, and what depends on it."""

from typing import Any

from graph.facts.facts import Fact
from graph.ontology.kinds import Api, Exchange, Initiative, IntegrationPlatform, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

OLD, INDEX, NEW, APP, ASIDE, LAST = (thing(System, id) for id in ("old", "index", "new", "app", "aside", "last"))
DOOR, BUS, SPACE = thing(Api, "door"), thing(IntegrationPlatform, "bus"), thing(SharedStorage, "space")
PLAN = thing(Initiative, "plan")
NAMES, MORE = thing(Exchange, "names"), thing(Exchange, "names two")
OVER, ENDED = thing(Exchange, "over"), thing(Exchange, "ended", status=ExchangeStatus.ENDED)
WORLD: tuple[Fact, ...] = (
    OLD, INDEX, NEW, APP, ASIDE, LAST, DOOR, BUS, SPACE, PLAN, NAMES, MORE, OVER, ENDED,
    link(OLD, "provides", NAMES), link(INDEX, "consumes", NAMES), link(ASIDE, "consumes", NAMES),
    link(OLD, "provides", MORE), link(INDEX, "consumes", MORE),
    link(DOOR, "facade_over", INDEX), link(DOOR, "exposed_by", BUS),
    link(LAST, "provides", OVER), link(NEW, "consumes", OVER), link(OVER, "runs_through", DOOR),
    link(OVER, "mediated_by", BUS),
    link(APP, "depends_on", NEW), link(PLAN, "depends_on", OLD), link(OLD, "keeps_data_in", SPACE),
    link(NEW, "provides", ENDED), link(OLD, "consumes", ENDED),
)  # fmt: skip


def told(loaded_snapshot: SnapshotOfFacts, **values: Any) -> list[tuple[str, str, int]]:
    """Which way, what and how far."""
    return [(r.direction.value, r.thing.id, r.distance) for r in loaded_snapshot.ask("dependencies", **values).rows]


def test_a_receiver_needs_the_provider_the_platform_the_interface_and_what_is_behind_it() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert told(loaded_snapshot, system="new", direction="depends-on", depth=4) == [
        ("depends-on", "bus", 1), ("depends-on", "door", 1), ("depends-on", "last", 1),
        ("depends-on", "index", 2), ("depends-on", "old", 3), ("depends-on", "space", 4),
    ]  # fmt: skip


def test_the_other_way_is_the_exact_reverse_and_ended_exchanges_do_not_count() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert told(loaded_snapshot, system="old", direction="depended-on-by", depth=8) == [
        ("depended-on-by", "aside", 1), ("depended-on-by", "index", 1), ("depended-on-by", "plan", 1),
        ("depended-on-by", "door", 2), ("depended-on-by", "new", 3), ("depended-on-by", "app", 4),
    ]  # fmt: skip


def test_who_receives_the_same_exchange_or_uses_the_same_platform_is_no_dependency() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert told(loaded_snapshot, system="aside", direction="both") == [
        ("depends-on", "old", 1),
        ("depends-on", "space", 2),
    ]
    assert told(loaded_snapshot, system="last", direction="depends-on") == []


def test_every_step_of_a_path_is_a_sentence_with_its_facts() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("dependencies", system="old", direction="depended-on-by").rows[4]
    assert [step.phrase.say("en") for step in row.path] == [
        "Index receives Names and 1 more from Old",
        "Door stands in front of Index",
        "New receives Over over Door",
    ]
    assert {shown.about for shown in row.path[0].facts} == {
        "Exchange/names", "System/index CONSUMES Exchange/names", "System/old PROVIDES Exchange/names",
    }  # fmt: skip
    assert {shown.about for step in row.path for shown in step.facts} <= {shown.about for shown in row.evidence}


def test_levels_stop_at_the_depth_and_pages_go_on_where_the_last_one_ended() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert len(told(loaded_snapshot, system="old", depth=1)) == 4
    whole = loaded_snapshot.ask("dependencies", system="old", depth=8).rows
    pages = [
        loaded_snapshot.ask("dependencies", system="old", depth=8, limit=2, offset=offset) for offset in (0, 2, 4, 6)
    ]
    assert [row for page in pages for row in page.rows] == list(whole)
    assert {page.total for page in pages} == {7}


def test_a_circle_ends() -> None:
    loaded_snapshot = SnapshotOfFacts(OLD, NEW, link(OLD, "depends_on", NEW), link(NEW, "depends_on", OLD))
    assert told(loaded_snapshot, system="old", depth=8) == [("depends-on", "new", 1), ("depended-on-by", "new", 1)]
