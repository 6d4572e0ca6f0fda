"""What makes a finding a gap: a need, a requirement or a reader; without one it is an observation."""

from typing import Any

import pytest

from graph.facts.facts import Fact
from graph.ontology.kinds import (
    CareSector,
    Exchange,
    InformationEntity,
    Need,
    Organisation,
    Requirement,
    Standard,
    StandardVersion,
    System,
)
from graph.snapshot.snapshot import Snapshot
from queries.gaps.rationale import CountsAs
from queries.questions.flows.interoperability_gaps import Parameters, Row, explain, find
from queries.verdicts.judging import everything
from queries.verdicts.table import Verdict
from tests.worlds import link, thing

GIVER, STOP, TAKER = (thing(System, each) for each in ("giver", "stop", "taker"))
NORTH, SOUTH = thing(Organisation, "north"), thing(Organisation, "south")
NOTE, OTHER = thing(InformationEntity, "note"), thing(InformationEntity, "other")
FLOW, NEED = thing(Exchange, "flow", format="CSV"), thing(Need, "need")
HELD: list[Fact] = [GIVER, TAKER, NOTE, OTHER, link(GIVER, "masters", NOTE)]
FLOWING: list[Fact] = [
    *HELD, FLOW, link(GIVER, "provides", FLOW), link(TAKER, "consumes", FLOW), link(FLOW, "carries", NOTE),
]  # fmt: skip
SAID: list[Fact] = [NEED, link(NEED, "asked_of", NORTH), link(NEED, "needed_at", SOUTH), link(NEED, "calls_for", NOTE)]
PLACES: list[Fact] = [NORTH, SOUTH, link(GIVER, "used_by", NORTH), link(TAKER, "used_by", SOUTH)]


def rows(*facts: Fact, **given: Any) -> list[Row]:
    snapshot, parameters = Snapshot.of_facts(facts), Parameters(**given)
    return [explain(snapshot, found, parameters) for found in find(snapshot, parameters)]


def reason(kind: str, *facts: Fact) -> tuple[str, str | None]:
    """What the only finding of a kind counts as, and because of what."""
    (row,) = rows(*facts, gap=kind)
    return row.counts_as.value, row.wanted_by.id if row.wanted_by else None


RULE = thing(Requirement, "rule")
WANTED: list[tuple[list[Fact], tuple[str, str | None]]] = [
    ([], ("observation", None)),
    ([link(TAKER, "reads", NOTE)], ("gap", "taker")),
    ([link(TAKER, "reads", OTHER)], ("observation", None)),
    ([link(TAKER, "reads", NOTE), link(TAKER, "stores", NOTE)], ("observation", None)),
    ([*PLACES, *SAID], ("gap", "need")),
    ([*PLACES, NEED, link(NEED, "asked_of", SOUTH), link(NEED, "needed_at", NORTH), link(NEED, "calls_for", NOTE)],
     ("observation", None)),
    ([NEED, link(NEED, "met_by", FLOW)], ("unknown", "need")),
    ([RULE, link(RULE, "concerns", TAKER), link(RULE, "concerns", NOTE)], ("gap", "rule")),
    ([RULE, link(RULE, "concerns", GIVER), link(RULE, "concerns", NOTE)], ("observation", None)),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "expected"), WANTED)
@pytest.mark.parametrize("kind", ["non-standard", "exchange-without-owner"])
def test_an_exchange_is_a_gap_where_what_it_brings_is_wanted(
    kind: str, facts: list[Fact], expected: tuple[str, str | None]
) -> None:
    counts, why = expected
    if kind == "exchange-without-owner" and counts == "gap":  # what is merely not stated is none
        counts = "unknown"
    assert reason(kind, *FLOWING, *facts) == (counts, why)


def test_two_exchanges_on_one_way_are_one_fault() -> None:
    on = thing(Exchange, "on", format="CSV")
    way: list[Fact] = [
        *HELD, STOP, FLOW, on, link(GIVER, "provides", FLOW), link(STOP, "consumes", FLOW), link(STOP, "provides", on),
        link(TAKER, "consumes", on), link(FLOW, "carries", NOTE), link(on, "carries", NOTE),
    ]  # fmt: skip
    told = rows(*way, link(TAKER, "reads", NOTE), gap="non-standard")
    assert [(row.subject.id, row.counts_as) for row in told] == [("flow", CountsAs.GAP), ("on", CountsAs.FOLLOWS)]
    assert {row.counts_as for row in rows(*way, gap="non-standard")} == {CountsAs.OBSERVATION}


def test_a_standard_that_is_not_stated_is_unknown_and_not_a_gap() -> None:
    silent = thing(Exchange, "flow")
    flowing = [silent if fact is FLOW else fact for fact in FLOWING]
    assert reason("standard-not-stated", *flowing, link(TAKER, "reads", NOTE)) == ("unknown", "taker")
    assert reason("standard-not-stated", *flowing) == ("observation", None)


def test_versions_that_differ_and_replaced_ones_are_gaps_where_somebody_reads() -> None:
    fhir, old, new = thing(Standard, "fhir"), thing(StandardVersion, "old"), thing(StandardVersion, "new")
    facts: list[Fact] = [
        *FLOWING, fhir, old, new, link(old, "version_of", fhir), link(new, "version_of", fhir),
        link(new, "supersedes", old), link(FLOW, "conforms_to", old), link(TAKER, "conforms_to", new),
    ]  # fmt: skip
    for kind, counts in (("version-mismatch", "gap"), ("replaced-version", "follows")):
        assert reason(kind, *facts, link(TAKER, "reads", NOTE)) == (counts, "taker")
        assert reason(kind, *facts) == ("observation", None)


def test_an_island_follows_where_it_holds_or_should_have_what_others_do() -> None:
    assert reason("island", *HELD[1:], GIVER, STOP, link(TAKER, "depends_on", STOP)) == ("observation", None)
    told = rows(*HELD, link(TAKER, "reads", NOTE), gap="island")
    assert [(row.subject.id, row.wanted_by.id if row.wanted_by else None) for row in told] == [
        ("giver", "taker"), ("taker", "taker"),
    ]  # fmt: skip
    assert {row.counts_as for row in told} == {CountsAs.FOLLOWS}


def test_sectors_that_are_apart_follow_where_one_needs_something_of_the_other() -> None:
    ward, home = thing(CareSector, "ward"), thing(CareSector, "home")
    apart: list[Fact] = [*HELD, ward, home, link(GIVER, "in_sector", ward), link(TAKER, "in_sector", home)]
    assert reason("sectors-apart", *apart) == ("observation", None)
    needed: list[Fact] = [
        NEED,
        link(NEED, "asked_of", ward),
        link(NEED, "needed_at", home),
        link(NEED, "calls_for", NOTE),
    ]
    assert reason("sectors-apart", *apart, *needed) == ("follows", "need")
    assert reason("sectors-apart", *apart, link(TAKER, "reads", NOTE)) == ("follows", "taker")
    within: list[Fact] = [
        *HELD, ward, home, *PLACES, link(NORTH, "in_sector", ward), link(SOUTH, "in_sector", home), *SAID,
    ]  # fmt: skip
    assert reason("sectors-apart", *within) == ("follows", "need")


def test_gaps_come_before_what_is_unknown_and_observations_and_can_be_had_alone() -> None:
    silent, idle = thing(Exchange, "silent"), thing(Exchange, "idle", format="CSV")
    facts: list[Fact] = [
        *FLOWING, silent, idle, link(TAKER, "reads", NOTE), link(TAKER, "consumes", silent),
        link(silent, "carries", NOTE),
    ]  # fmt: skip
    told = rows(*facts)
    assert [(row.counts_as.value, row.gap.value, row.subject.id) for row in told] == [
        ("gap", "non-standard", "flow"), ("unknown", "standard-not-stated", "silent"),
        ("unknown", "exchange-without-owner", "flow"), ("unknown", "exchange-without-owner", "silent"),
        ("observation", "non-standard", "idle"), ("observation", "exchange-without-owner", "idle"),
    ]  # fmt: skip
    for each in CountsAs:
        assert rows(*facts, counts_as=each) == [row for row in told if row.counts_as is each]


def test_a_gap_rests_on_what_makes_it_one() -> None:
    (row,) = rows(*FLOWING, *PLACES, *SAID, gap="non-standard")
    assert {"Need/need NEEDED_AT Organisation/south", "Need/need CALLS_FOR InformationEntity/note"} <= set(
        map(str, row.grounds)
    )


def test_what_one_reads_and_nobody_brings_is_one_gap_with_what_follows_from_it() -> None:
    told = rows(*HELD, link(TAKER, "reads", NOTE))
    assert [(row.counts_as.value, row.gap.value, row.subject.id) for row in told] == [
        ("gap", "read-without-exchange", "taker"), ("follows", "island", "giver"), ("follows", "island", "taker"),
    ]  # fmt: skip


BETWEEN: list[Fact] = [NEED, link(NEED, "asked_of", NORTH), link(NEED, "needed_at", SOUTH)]


@pytest.mark.parametrize(
    "facts", [[NORTH, SOUTH, *SAID, NOTE], [*HELD, *PLACES, *BETWEEN]], ids=["systems", "information"]
)
def test_a_need_without_systems_or_without_information_is_unknown_as_its_verdict_says(facts: list[Fact]) -> None:
    snapshot = Snapshot.of_facts(facts)
    assert {case.rule.verdict for case in everything(snapshot) if case.wanted.why} == {Verdict.UNKNOWN}
    (row,) = rows(*facts, gap="missing-exchange")
    assert row.counts_as is CountsAs.UNKNOWN


def test_a_need_over_a_long_way_is_met() -> None:
    between = [thing(System, f"s{n}") for n in range(4)]
    stops = [GIVER, *between, TAKER]
    flows = [thing(Exchange, f"e{n}") for n in range(len(stops) - 1)]
    way = [
        each
        for flow, one, other in zip(flows, stops, stops[1:], strict=False)
        for each in (flow, link(one, "provides", flow), link(other, "consumes", flow), link(flow, "carries", NOTE))
    ]
    assert not rows(*HELD, *between, *way, *PLACES, *SAID, gap="missing-exchange")
