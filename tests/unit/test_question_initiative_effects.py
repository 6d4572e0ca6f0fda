"""Effects of a change: what goes in which wave, what is left hanging, what is left as it is."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Api, CareSector, Exchange, Initiative, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

CHANGE = thing(Initiative, "change")
VAGUE = thing(Initiative, "vague", scope="Most domains")
FIRST, PAIR, LATE = thing(System, "first", category="record"), thing(System, "pair"), thing(System, "late")
NEEDY, FRONTED, FED, PAST = (thing(System, id) for id in ("needy", "fronted", "fed", "past"))
NEW, SAME, OTHER = thing(System, "new"), thing(System, "same", category="record"), thing(System, "other", category="x")
GONE = thing(System, "gone", category="record", lifecycle=Lifecycle.RETIRED)
SECTOR, INSIDE = thing(CareSector, "sector"), thing(System, "inside")
API = thing(Api, "api")
FLOW, ENDED = thing(Exchange, "flow"), thing(Exchange, "ended", status=ExchangeStatus.ENDED)
WORLD: tuple[Fact, ...] = (
    CHANGE, VAGUE, FIRST, PAIR, LATE, NEEDY, FRONTED, FED, PAST, NEW, SAME, OTHER, GONE, SECTOR, INSIDE, API,
    FLOW, ENDED,
    link(CHANGE, "retires", FIRST, wave=1), link(CHANGE, "retires", PAIR, wave=1),
    link(CHANGE, "retires", LATE, wave=2),
    link(CHANGE, "introduces", NEW), link(CHANGE, "covers", SECTOR), link(INSIDE, "in_sector", SECTOR),
    link(PAIR, "depends_on", FIRST), link(LATE, "depends_on", FIRST), link(NEEDY, "depends_on", FIRST),
    link(API, "facade_over", FIRST), link(FRONTED, "depends_on", API),
    link(FIRST, "provides", FLOW), link(FED, "consumes", FLOW),
    link(FIRST, "provides", ENDED), link(PAST, "consumes", ENDED),
)  # fmt: skip


def effects(loaded_snapshot: SnapshotOfFacts, **values: str) -> list[tuple[str, str | None, int | None]]:
    """Effect, thing and wave of every row."""
    rows = loaded_snapshot.ask("initiative_effects", **values).rows
    return [(r.effect.value, r.thing.id if r.thing else None, r.wave) for r in rows]


def test_a_change_retires_in_waves_and_leaves_hanging_what_still_needs_or_is_fed() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert effects(loaded_snapshot, initiative="change") == [
        ("retires", "first", 1), ("retires", "pair", 1), ("retires", "late", 2),
        ("introduces", "new", None), ("covers", "sector", None),
        ("left-hanging", "fed", None), ("left-hanging", "fronted", None), ("left-hanging", "needy", None),
        ("wave-clash", "late", 2),
        ("leaves", "inside", None), ("leaves", "same", None),
    ]  # fmt: skip


def test_systems_of_one_wave_that_need_each_other_move_together() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("initiative_effects", initiative="change").rows
    together = {r.thing.id: [m.id for m in r.moves_with] for r in rows if r.effect == "retires"}
    assert together == {"first": ["pair"], "pair": ["first"], "late": []}


def test_what_no_source_says_is_said_and_a_vague_scope_is_told_as_it_was() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("initiative_effects", initiative="vague").rows
    assert [(r.thing, r.rationale[0].say("en")) for r in rows] == [
        (None, "No source says which systems it retires."),
        (None, "Its scope as told: Most domains."),
    ]


def test_every_effect_rests_on_the_facts_of_its_own_thing() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("initiative_effects", initiative="change").rows
    behind = {r.thing.id: {shown.about for shown in r.evidence} for r in rows if r.effect == "left-hanging"}
    assert "Exchange/flow" in behind["fed"]
    assert "Exchange/flow" not in behind["needy"]
