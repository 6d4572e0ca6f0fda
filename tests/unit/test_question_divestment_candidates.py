"""Which systems could go, why, and what stands in the way."""

from typing import Any

from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import Api, Decision, Exchange, InformationEntity, Initiative, System
from graph.ontology.vocabulary import Criticality, ExchangeStatus, FunctionalFit, Lifecycle, TechnicalFit
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

TODAY = "2026-05-01"
LOW: dict[str, Any] = {"functional_fit": FunctionalFit.INSUFFICIENT, "technical_fit": TechnicalFit.INAPPROPRIATE}
HIGH: dict[str, Any] = {"functional_fit": FunctionalFit.APPROPRIATE, "technical_fit": TechnicalFit.ADEQUATE}
OTHER = thing(System, "other", **HIGH)


def poor(id: str, **fields: Any) -> ThingFact:
    """A system of low fit in both respects."""
    return thing(System, id, **(LOW | fields))


def candidates(loaded_snapshot: SnapshotOfFacts, **values: Any) -> Any:
    """The rows, of any question's type."""
    return loaded_snapshot.ask("divestment_candidates", **({"as_of": TODAY} | values)).rows


def said(phrases: Any) -> list[str]:
    """The sentences in English."""
    return [phrase.say("en") for phrase in phrases]


def test_the_quadrant_follows_both_fits_and_is_not_assessed_where_one_is_not_stated() -> None:
    tolerated = thing(System, "t", functional_fit=FunctionalFit.UNREASONABLE, technical_fit=TechnicalFit.ADEQUATE)
    migrate = thing(System, "m", functional_fit=FunctionalFit.PERFECT, technical_fit=TechnicalFit.UNREASONABLE)
    half = thing(System, "half", functional_fit=FunctionalFit.UNREASONABLE, lifecycle=Lifecycle.PHASE_OUT)
    ends: dict[str, Any] = {"lifecycle": Lifecycle.PHASE_OUT}
    invest = thing(System, "i", **(HIGH | ends))
    loaded_snapshot = SnapshotOfFacts(poor("e"), tolerated, migrate, half, invest, OTHER, thing(System, "bare"),
              poor("gone", lifecycle=Lifecycle.RETIRED), poor("coming", lifecycle=Lifecycle.PLAN))  # fmt: skip
    rows = candidates(loaded_snapshot)
    assert [(row.system.id, row.quadrant.value, row.standing.value) for row in rows] == [
        ("e", "eliminate", "free"), ("m", "migrate", "free"), ("half", "not-assessed", "free"), ("i", "invest", "free"),
    ]  # fmt: skip
    assert (rows[2].technical_fit, rows[2].support, rows[2].overlap, rows[2].annual_cost_sek) == (None,) * 4
    assert rows[0].own_use is None


def test_vendor_support_counts_as_of_the_day_and_by_the_precision_that_is_stated() -> None:
    loaded_snapshot = SnapshotOfFacts(
        poor("ended", support_ends="2026-04"), poor("year", support_ends="2026"),
        poor("far", support_ends="2031"),
        poor("longer", support_ends="2020", extended_support_ends="2031"),
        poor("dead", end_of_life="2025", support_ends="2030"),
        poor("silent"),
    )  # fmt: skip
    support = {row.system.id: row.support and row.support.value for row in candidates(loaded_snapshot)}
    assert support == {
        "ended": "ended", "year": "ending", "far": "lasts", "longer": "lasts", "dead": "ended", "silent": None,
    }  # fmt: skip
    (later,) = candidates(loaded_snapshot, system="year", as_of="2027-01")
    assert later.support.value == "ended"


def test_every_reason_is_a_sentence_with_its_fact() -> None:
    change, successor = thing(Initiative, "change"), thing(System, "successor", lifecycle=Lifecycle.ACTIVE, **HIGH)
    planned = thing(System, "planned", lifecycle=Lifecycle.PLAN)
    note = thing(InformationEntity, "note")
    old = poor("old", lifecycle=Lifecycle.PHASE_OUT, support_ends="2020")
    loaded_snapshot = SnapshotOfFacts(
        old, change, successor, planned, note, link(old, "retired_by", change), link(successor, "succeeds", old),
        link(planned, "succeeds", old), link(old, "stores", note), link(successor, "masters", note),
    )  # fmt: skip
    (row,) = candidates(loaded_snapshot)
    assert said(row.reasons) == [
        "Low functional fit and low technical fit",
        "Vendor support has ended",
        "It is being phased out",
        "Change is to retire it",
        "Successor has taken over from it",
        "Others hold more than 75 % of its information too",
    ]
    assert (row.overlap.value, [other.id for other in row.overlaps_with]) == ("high", ["successor"])
    assert {"Initiative/change RETIRES System/old", "Initiative/change"} <= {shown.about for shown in row.evidence}


def test_everything_stated_that_stands_in_the_way_is_told() -> None:
    old = poor(
        "old", must_not_stop=True, archive_duty=True, contract_ends="2027", contract_notice_by="2026-12-31",
        criticality=Criticality.SAFETY,
    )  # fmt: skip
    user, late, door, decision = (
        thing(System, "user", **HIGH),
        thing(System, "late", **HIGH),
        thing(Api, "door"),
        thing(Decision, "decision"),
    )
    note, result, flow, unsaid = (
        thing(InformationEntity, "note"), thing(InformationEntity, "result"), thing(Exchange, "flow"),
        thing(Exchange, "unsaid"),
    )  # fmt: skip
    loaded_snapshot = SnapshotOfFacts(
        old, user, late, door, decision, note, result, flow, unsaid, link(old, "masters", note),
        link(old, "masters", result),
        link(old, "provides", flow), link(flow, "carries", note), link(user, "consumes", flow),
        link(old, "provides", unsaid),
        link(user, "consumes", unsaid), link(door, "facade_over", old), link(decision, "blocks", old),
        link(user, "depends_on", old), link(late, "depends_on", old),
    )  # fmt: skip
    (row,) = candidates(loaded_snapshot)
    assert said(row.blockers) == [
        "Nobody else supplies Note to those who receive it",
        "It is the last holder of Note and 1 more",
        "What Unsaid carries is not stated",
        "Late and 1 more cannot work without it",
        "Door stands in front of it",
        "Blocked by Decision",
        "It must not stop",
        "It has archive duty",
        "The contract runs until 2027; notice by 2026-12-31",
        "Safety-critical, and no successor is stated",
    ]
    assert (row.standing.value, row.receivers) == ("blocked", 1)
    assert "Decision/decision BLOCKS System/old" in {shown.about for shown in row.evidence}


def test_what_only_looks_like_a_blocker_is_none() -> None:
    old = poor("old", must_not_stop=False, contract_ends="2026-04", criticality=Criticality.SAFETY)
    successor = thing(System, "successor", lifecycle=Lifecycle.PLAN)
    retired = thing(System, "retired", lifecycle=Lifecycle.RETIRED)
    note, flow, ended = (
        thing(InformationEntity, "note"),
        thing(Exchange, "flow"),
        thing(Exchange, "x", status=ExchangeStatus.ENDED),
    )
    loaded_snapshot = SnapshotOfFacts(
        old, OTHER, successor, retired, note, flow, ended, link(successor, "succeeds", old),
        link(retired, "depends_on", old),
        link(old, "provides", flow), link(flow, "carries", note), link(OTHER, "consumes", flow),
        link(OTHER, "publishes", note),
        link(old, "provides", ended), link(OTHER, "consumes", ended), link(OTHER, "masters", note),
        link(old, "masters", note),
    )  # fmt: skip
    (row,) = candidates(loaded_snapshot)
    assert (said(row.blockers), row.standing.value) == ([], "free")


def test_overlap_alone_speaks_for_retiring_only_what_serves_its_purpose_badly() -> None:
    note = thing(InformationEntity, "note")
    tolerated = thing(
        System, "tolerated", functional_fit=FunctionalFit.UNREASONABLE, technical_fit=TechnicalFit.ADEQUATE
    )
    unknown = thing(System, "unknown")
    loaded_snapshot = SnapshotOfFacts(
        note, tolerated, OTHER, unknown, *(link(each, "masters", note) for each in (tolerated, OTHER, unknown))
    )
    rows = candidates(loaded_snapshot)
    assert [(row.system.id, row.standing.value) for row in rows] == [("tolerated", "free")]


def test_the_order_is_by_standing_quadrant_reasons_hindrances_cost_and_name() -> None:
    cheap, dear, unpriced = poor("cheap", annual_cost_sek=1.0), poor("dear", annual_cost_sek=9.0), poor("unpriced")
    more, held = (
        poor("more", lifecycle=Lifecycle.PHASE_OUT),
        poor("held", archive_duty=True, lifecycle=Lifecycle.PHASE_OUT),
    )
    world: tuple[Fact, ...] = (cheap, dear, unpriced, more, held, thing(System, "bare"))
    loaded_snapshot = SnapshotOfFacts(*world)
    ids = [row.system.id for row in candidates(loaded_snapshot)]
    assert ids == ["more", "dear", "cheap", "unpriced", "held"]
    page = loaded_snapshot.ask("divestment_candidates", as_of=TODAY, limit=2, offset=1)
    assert ([row.system.id for row in page.rows], page.total) == (["dear", "cheap"], 5)
    assert not candidates(loaded_snapshot, quadrant="not-assessed")
