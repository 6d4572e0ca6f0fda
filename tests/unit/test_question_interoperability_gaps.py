"""Where information does not flow, or not in a way that others can read."""

from typing import Any

from graph.facts.facts import Fact
from graph.ontology.kinds import (
    Api,
    CareSector,
    Exchange,
    InformationEntity,
    IntegrationPlatform,
    Need,
    Organisation,
    SharedStorage,
    Standard,
    StandardVersion,
    System,
)
from graph.ontology.vocabulary import DesignBasis, ExchangeStatus, InteroperabilityLevel, Lifecycle, PublicationStatus
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

NORTH, SOUTH = thing(Organisation, "north"), thing(Organisation, "south")
GIVER, TAKER, STOP = thing(System, "giver"), thing(System, "taker"), thing(System, "stop")
NOTE, RESULT = thing(InformationEntity, "note"), thing(InformationEntity, "result")
NEED = thing(Need, "need")
FHIR = thing(Standard, "fhir", levels=("structural",))
R4, R5 = thing(StandardVersion, "r4"), thing(StandardVersion, "r5")
FLOW = thing(Exchange, "flow")
VERSIONS: tuple[Fact, ...] = (FHIR, R4, R5, link(R4, "version_of", FHIR), link(R5, "version_of", FHIR))
ASKED: tuple[Fact, ...] = (
    NORTH, SOUTH, GIVER, TAKER, NOTE, RESULT, NEED,
    link(GIVER, "used_by", NORTH), link(TAKER, "used_by", SOUTH),
    link(NEED, "needed_at", SOUTH), link(NEED, "asked_of", NORTH), link(NEED, "calls_for", NOTE),
)  # fmt: skip


def gaps(loaded_snapshot: SnapshotOfFacts, **values: Any) -> Any:
    """The rows, of any question's type."""
    return loaded_snapshot.ask("interoperability_gaps", **values).rows


def carried(exchange: Any, entity: Any, source: Any, target: Any) -> tuple[Fact, ...]:
    """An exchange of `entity` from `source` to `target`."""
    return (
        exchange, link(source, "provides", exchange), link(target, "consumes", exchange),
        link(exchange, "carries", entity)
    )  # fmt: skip


def test_a_need_that_no_exchange_answers_is_a_gap_with_the_standard_that_suits() -> None:
    other = carried(FLOW, RESULT, GIVER, TAKER)
    back = carried(thing(Exchange, "back"), NOTE, TAKER, GIVER)
    loaded_snapshot = SnapshotOfFacts(*ASKED, *other, *back, *VERSIONS, link(NEED, "suited_by", R4))
    (row,) = gaps(loaded_snapshot, gap="missing-exchange")
    assert (row.subject.id, row.other.id, row.entity.id) == ("need", "north", "note")
    assert row.explanation.say("en") == "No exchange carries Note from North to South"
    assert row.remedy.say("en") == "R4 suits the need"
    assert row.level is InteroperabilityLevel.FOUNDATIONAL
    assert {"Need/need", "Need/need ASKED_OF Organisation/north"} <= {shown.about for shown in row.evidence}


def test_a_need_is_met_by_an_exchange_directly_over_a_stop_by_statement_or_in_one_place() -> None:
    space = thing(SharedStorage, "space")
    met = (
        carried(FLOW, NOTE, GIVER, TAKER),
        (STOP, *carried(FLOW, NOTE, GIVER, STOP), *carried(thing(Exchange, "on"), NOTE, STOP, TAKER)),
        (FLOW, link(NEED, "met_by", FLOW)),
        (space, link(GIVER, "keeps_data_in", space), link(TAKER, "keeps_data_in", space), link(space, "stores", NOTE)),
        (link(GIVER, "used_by", SOUTH), link(GIVER, "masters", NOTE)),
    )
    for way in met:
        loaded_snapshot = SnapshotOfFacts(*ASKED, *way)
        assert not gaps(loaded_snapshot, gap="missing-exchange")


def test_a_planned_exchange_does_not_meet_a_need_but_is_its_remedy() -> None:
    coming = thing(Exchange, "coming", status=ExchangeStatus.PLANNED)
    loaded_snapshot = SnapshotOfFacts(*ASKED, *carried(coming, NOTE, GIVER, TAKER), link(NEED, "met_by", coming))
    (row,) = gaps(loaded_snapshot, gap="missing-exchange")
    assert row.remedy.say("en") == "Coming is planned"


def test_a_need_of_an_organisation_from_itself_is_one_gap_and_of_several_none_with_itself() -> None:
    itself = thing(Need, "itself")
    among = thing(Need, "among")
    loaded_snapshot = SnapshotOfFacts(
        *ASKED[:6], itself, link(itself, "needed_at", NORTH), link(itself, "asked_of", NORTH),
        among, *(link(among, key, place) for key in ("needed_at", "asked_of") for place in (NORTH, SOUTH)),
    )  # fmt: skip
    rows = gaps(loaded_snapshot, gap="missing-exchange")
    assert [(row.subject.id, row.other.id, row.entity) for row in rows] == [
        ("among", "south", None), ("among", "north", None), ("itself", "north", None),
    ]  # fmt: skip
    assert rows[0].explanation.say("en") == "No exchange brings North what it needs from South"


def test_sectors_are_apart_unless_an_exchange_in_use_links_their_systems() -> None:
    home, ward, silent = (thing(CareSector, id) for id in ("home", "ward", "silent"))
    coming = thing(Exchange, "coming", status=ExchangeStatus.PLANNED)
    sectors = (home, ward, silent, SOUTH, GIVER, TAKER, NOTE, link(GIVER, "in_sector", home),
               link(TAKER, "used_by", SOUTH), link(SOUTH, "in_sector", ward))  # fmt: skip
    loaded_snapshot = SnapshotOfFacts(*sectors, *carried(coming, NOTE, GIVER, TAKER))
    (row,) = gaps(loaded_snapshot, gap="sectors-apart")
    assert (row.subject.id, row.other.id) == ("home", "ward"), "of a sector without a stated system nothing is known"
    loaded_snapshot = SnapshotOfFacts(
        *sectors, STOP, *carried(FLOW, NOTE, TAKER, STOP), *carried(coming, NOTE, STOP, GIVER)
    )
    assert len(gaps(loaded_snapshot, gap="sectors-apart")) == 1
    loaded_snapshot = SnapshotOfFacts(
        *sectors, STOP, *carried(FLOW, NOTE, TAKER, STOP), *carried(thing(Exchange, "x"), NOTE, GIVER, STOP)
    )
    assert not gaps(loaded_snapshot, gap="sectors-apart", sector="home")


def test_reading_what_nothing_brings_is_a_gap_and_not_where_it_may_be_brought() -> None:
    door, self_made, aware = thing(Api, "door"), thing(System, "self-made"), thing(System, "aware")
    fed, maybe, nobody = thing(System, "fed"), thing(System, "maybe"), thing(InformationEntity, "nobody")
    unsaid = thing(Exchange, "unsaid")
    loaded_snapshot = SnapshotOfFacts(
        GIVER, TAKER, fed, maybe, self_made, aware, door, NOTE, nobody, unsaid, link(GIVER, "masters", NOTE),
        *(link(reader, "reads", NOTE) for reader in (TAKER, fed, maybe, self_made, aware)),
        link(TAKER, "reads", nobody),
        *carried(FLOW, NOTE, GIVER, fed), link(GIVER, "provides", unsaid), link(maybe, "consumes", unsaid),
        link(self_made, "stores", NOTE), link(door, "facade_over", GIVER), link(aware, "depends_on", door),
    )  # fmt: skip
    (row,) = gaps(loaded_snapshot, gap="read-without-exchange")
    assert (row.subject.id, row.other.id, row.entity.id) == ("taker", "giver", "note")
    assert row.explanation.say("en") == "It reads Note, held by Giver and 1 more; no exchange brings it from there"
    assert row.remedy.say("en") == "Door gives access to Giver"


def test_versions_differ_only_within_one_standard_and_where_none_is_shared() -> None:
    v2, v23 = thing(Standard, "v2"), thing(StandardVersion, "v2.3")
    bus, both, other = thing(IntegrationPlatform, "bus"), thing(System, "both"), thing(System, "other")
    loaded_snapshot = SnapshotOfFacts(
        *VERSIONS, v2, v23, link(v23, "version_of", v2), GIVER, TAKER, both, other, NOTE, bus,
        *carried(FLOW, NOTE, GIVER, TAKER), link(both, "consumes", FLOW), link(other, "consumes", FLOW),
        link(FLOW, "conforms_to", R4), link(FLOW, "mediated_by", bus), link(GIVER, "conforms_to", R4),
        link(TAKER, "conforms_to", R5), link(both, "conforms_to", R4), link(both, "conforms_to", R5),
        link(other, "conforms_to", v23),
    )  # fmt: skip
    (row,) = gaps(loaded_snapshot, gap="version-mismatch")
    assert (row.subject.id, row.other.id, row.level) == ("flow", "taker", InteroperabilityLevel.STRUCTURAL)
    assert row.explanation.say("en") == "The exchange follows R4, but Taker follows R5"
    assert row.remedy.say("en") == "Bus mediates it and may translate"
    assert "System/taker CONFORMS_TO StandardVersion/r5" in {shown.about for shown in row.evidence}


def test_a_format_of_its_own_is_said_with_its_fact_and_silence_is_not_that() -> None:
    maker = thing(System, "maker", design_basis=DesignBasis.OPINION)
    own, opinion, silent, ended = (
        thing(Exchange, "own", format="In-house XML"), thing(Exchange, "opinion"), thing(Exchange, "silent"),
        thing(Exchange, "ended", status=ExchangeStatus.ENDED),
    )  # fmt: skip
    proper, door = thing(Exchange, "proper", format="JSON"), thing(Api, "door")
    through = thing(Exchange, "through")
    loaded_snapshot = SnapshotOfFacts(
        *VERSIONS, GIVER, TAKER, maker, NOTE, ended, door, *carried(own, NOTE, GIVER, TAKER),
        *carried(opinion, NOTE, maker, TAKER), *carried(silent, NOTE, GIVER, TAKER),
        *carried(proper, NOTE, maker, TAKER),
        *carried(through, NOTE, GIVER, TAKER), link(through, "runs_through", door), link(door, "conforms_to", R4),
        link(proper, "conforms_to", R4), link(NOTE, "expressed_by", R4),
    )  # fmt: skip
    rows = gaps(loaded_snapshot, gap="non-standard")
    assert [(row.subject.id, row.explanation.say("en")) for row in rows] == [
        ("opinion", "No standard is stated; the design of Maker rests on: Personal opinion"),
        ("own", "No standard is stated; its format is In-house XML"),
    ]
    assert rows[1].remedy.say("en") == "R4 can carry Note"
    (row,) = gaps(loaded_snapshot, gap="standard-not-stated")
    assert (row.subject.id, row.level) == ("silent", None)


def test_a_replaced_version_names_the_newer_one_and_repeats_a_reservation() -> None:
    r3 = thing(StandardVersion, "r3", publication_status=PublicationStatus.WITHDRAWN)
    first, second, third = (thing(Exchange, id) for id in ("first", "second", "third"))
    loaded_snapshot = SnapshotOfFacts(
        *VERSIONS, r3, link(r3, "version_of", FHIR), first, second, third,
        link(R5, "supersedes", R4, note="status only"), link(first, "conforms_to", r3), link(second, "conforms_to", R4),
        link(third, "conforms_to", R5),
    )  # fmt: skip
    rows = gaps(loaded_snapshot, gap="replaced-version")
    assert [(row.subject.id, row.explanation.say("en"), row.remedy) for row in rows] == [
        ("first", "It follows R3, which its publisher has replaced or withdrawn", None),
        ("second", "It follows R4, which R5 has replaced (status only)", None),
    ]


def test_an_island_is_a_system_in_use_without_any_connection() -> None:
    alone, planned = thing(System, "alone"), thing(System, "planned", lifecycle=Lifecycle.PLAN)
    loaded_snapshot = SnapshotOfFacts(alone, planned, GIVER, TAKER, NOTE, STOP, link(alone, "masters", NOTE),
              *carried(FLOW, NOTE, GIVER, TAKER), link(STOP, "depends_on", GIVER))  # fmt: skip
    assert [row.subject.id for row in gaps(loaded_snapshot, gap="island")] == ["alone"]


def test_gaps_come_by_kind_can_be_narrowed_and_a_cut_answer_says_how_many_there_are() -> None:
    loaded_snapshot = SnapshotOfFacts(*ASKED, *carried(FLOW, RESULT, GIVER, TAKER), link(FLOW, "owned_by", NORTH),
              *carried(thing(Exchange, "x"), RESULT, GIVER, TAKER))  # fmt: skip
    rows = gaps(loaded_snapshot)
    assert [(row.gap.value, row.subject.id) for row in rows] == [
        ("missing-exchange", "need"), ("standard-not-stated", "flow"), ("standard-not-stated", "x"),
        ("exchange-without-owner", "x"),
    ]  # fmt: skip
    assert gaps(loaded_snapshot, system="giver") == rows
    assert [row.subject.id for row in gaps(loaded_snapshot, entity="note")] == ["need"]
    page = loaded_snapshot.ask("interoperability_gaps", limit=2, offset=1)
    assert (page.rows, page.total, page.cut) == (rows[1:3], 4, True)
