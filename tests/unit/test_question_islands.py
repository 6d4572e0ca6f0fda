"""Islands: places between whose systems information has no way to go."""

from graph.facts.facts import Fact
from graph.ontology.kinds import CareSector, Exchange, InformationEntity, Organisation, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

PRIMARY, HOSPITAL, COUNTY, EMPTY = (thing(CareSector, id) for id in ("primary", "hospital", "county", "z-empty"))
A, B, C, HUB, SINK = (thing(System, id) for id in ("a", "b", "c", "hub", "sink"))
CLINIC = thing(Organisation, "clinic")
IN, OUT = (
    thing(Exchange, "in", status=ExchangeStatus.IN_USE),
    thing(Exchange, "out", status=ExchangeStatus.IN_USE),
)
TO_SINK, ALSO = (
    thing(Exchange, "to-sink", status=ExchangeStatus.IN_USE),
    thing(Exchange, "also", status=ExchangeStatus.IN_USE),
)
RESULT, NOTE = thing(InformationEntity, "result"), thing(InformationEntity, "note")
WORLD: tuple[Fact, ...] = (
    PRIMARY, HOSPITAL, COUNTY, EMPTY, A, B, C, HUB, SINK, CLINIC, IN, OUT, TO_SINK, ALSO, RESULT, NOTE,
    link(A, "in_sector", PRIMARY), link(B, "used_by", CLINIC), link(CLINIC, "in_sector", HOSPITAL),
    link(C, "in_sector", COUNTY),
    link(A, "provides", IN), link(HUB, "consumes", IN), link(HUB, "provides", OUT), link(B, "consumes", OUT),
    link(A, "provides", TO_SINK), link(C, "provides", ALSO), link(SINK, "consumes", TO_SINK),
    link(SINK, "consumes", ALSO),
    link(IN, "carries", RESULT), link(OUT, "carries", RESULT), link(TO_SINK, "carries", NOTE),
    link(ALSO, "carries", NOTE),
)  # fmt: skip

Found = list[tuple[str, str, str, str]]


def islands(loaded_snapshot: SnapshotOfFacts, **values: object) -> Found:
    """Both places and both ways of every row."""
    rows = loaded_snapshot.ask("islands", **values).rows
    return [(r.one.id, r.other.id, r.there.value, r.back.value) for r in rows]


def test_a_chain_through_others_connects_and_a_common_receiver_does_not() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert islands(loaded_snapshot) == [
        ("county", "hospital", "none", "none"),
        ("county", "primary", "none", "none"),
        ("county", "z-empty", "unknown", "unknown"),
        ("hospital", "z-empty", "unknown", "unknown"),
        ("primary", "z-empty", "unknown", "unknown"),
    ]


def test_pairs_with_one_way_are_shown_when_asked_for() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert ("hospital", "primary", "none", "path") in islands(loaded_snapshot, one_way=True)


def test_for_one_kind_of_information_only_its_exchanges_count() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert ("hospital", "primary", "none", "none") in islands(loaded_snapshot, entity="note")
    assert ("hospital", "primary", "none", "none") not in islands(loaded_snapshot, entity="result")


def test_an_exchange_of_unknown_status_makes_it_unclear_and_planned_or_ended_ones_do_not_count() -> None:
    unsure, planned, ended = (
        thing(Exchange, "unsure"),
        thing(Exchange, "planned", status=ExchangeStatus.PLANNED),
        thing(Exchange, "ended", status=ExchangeStatus.ENDED),
    )
    links = [link(C, "provides", unsure), link(B, "consumes", unsure)]
    for flow in (planned, ended):
        links += [link(C, "provides", flow), link(A, "consumes", flow)]
    loaded_snapshot = SnapshotOfFacts(*WORLD, unsure, planned, ended, *links)
    found = islands(loaded_snapshot)
    assert found[0] == ("county", "primary", "none", "none")
    assert ("county", "hospital", "unclear", "none") in found


def test_a_shared_storage_and_a_shared_system_connect() -> None:
    space = thing(SharedStorage, "space")
    loaded_snapshot = SnapshotOfFacts(*WORLD, space, link(C, "keeps_data_in", space), link(B, "keeps_data_in", space))
    assert ("county", "hospital", "none", "none") not in islands(loaded_snapshot)
    loaded_snapshot = SnapshotOfFacts(*WORLD, link(A, "used_by", CLINIC))
    assert ("county", "hospital", "none", "none") in islands(loaded_snapshot)
    assert not [pair for pair in islands(loaded_snapshot, one_way=True) if pair[:2] == ("hospital", "primary")]


def test_organisations_are_compared_by_what_they_use_or_own() -> None:
    other = thing(Organisation, "other")
    loaded_snapshot = SnapshotOfFacts(*WORLD, other, link(C, "owned_by", other))
    assert islands(loaded_snapshot, among="organisations") == [("clinic", "other", "none", "none")]


def test_an_island_rests_on_its_places_and_their_systems() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("islands").rows[0]
    assert {"CareSector/county", "System/c", "System/b"} <= {shown.about for shown in row.evidence}
    assert row.why.say("en") == "No chain of exchanges in use connects County and Hospital."
