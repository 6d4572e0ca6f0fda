"""Needs, the standards that suit them, who speaks those, and whether the need is met today."""

from typing import Any

import pytest

from graph.facts.facts import Fact
from graph.ontology.kinds import Api, Exchange, InformationEntity, Need, Organisation, Standard, StandardVersion, System
from graph.ontology.vocabulary import ExchangeStatus, Timing
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

NEED, VAGUE = thing(Need, "need", real_time=True), thing(Need, "vague")
RESULT = thing(InformationEntity, "result")
FHIR, R4, CDA = thing(Standard, "fhir"), thing(StandardVersion, "r4"), thing(StandardVersion, "cda")
NORTH, SOUTH = thing(Organisation, "north"), thing(Organisation, "south")
GIVER, TAKER, ELSEWHERE, SILENT = (thing(System, id) for id in ("giver", "taker", "elsewhere", "silent"))
API = thing(Api, "api")
WORLD: tuple[Fact, ...] = (
    NEED, VAGUE, RESULT, FHIR, R4, CDA, NORTH, SOUTH, GIVER, TAKER, ELSEWHERE, SILENT, API,
    link(NEED, "calls_for", RESULT), link(NEED, "suited_by", FHIR), link(R4, "version_of", FHIR),
    link(R4, "expresses", RESULT), link(CDA, "expresses", RESULT),
    link(NEED, "asked_of", SOUTH), link(NEED, "needed_at", NORTH),
    link(GIVER, "used_by", SOUTH), link(TAKER, "used_by", NORTH),
    link(ELSEWHERE, "exposes", API), link(API, "conforms_to", R4), link(SILENT, "conforms_to", CDA),
)  # fmt: skip


def test_the_standard_that_suits_and_expresses_is_found_across_its_versions_with_its_speakers() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("need_standards", need="need").rows[0]
    assert [r.id for r in row.best] == ["r4"]
    assert [r.id for r in row.expressed_by] == ["cda", "r4"]
    assert ([r.id for r in row.speakers], row.speaking) == (["elsewhere"], 1)


def test_a_need_without_an_exchange_says_which_one_is_missing() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("need_standards", need="need").rows[0]
    assert row.met == "no-exchange"
    assert [p.say("en") for p in row.missing] == ["An exchange of Result from South to North."]


def test_a_need_that_says_nothing_of_its_information_is_unknown_not_unmet() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("need_standards", need="vague").rows[0]
    assert (row.entity, row.met, row.speaking) == (None, None, None)


@pytest.mark.parametrize(
    ("stated", "status", "timing", "met"),
    [
        (True, ExchangeStatus.IN_USE, Timing.REAL_TIME, "yes"),
        (True, ExchangeStatus.IN_USE, Timing.BATCH, "not-real-time"),
        (True, ExchangeStatus.IN_USE, None, None),
        (True, ExchangeStatus.PLANNED, Timing.REAL_TIME, "planned"),
        (True, ExchangeStatus.ENDED, Timing.REAL_TIME, "no-exchange"),
        (True, None, Timing.REAL_TIME, None),
        (False, ExchangeStatus.IN_USE, Timing.REAL_TIME, "likely"),
    ],
)
def test_whether_it_is_met_today_follows_from_how_the_exchange_runs(
    stated: bool, status: ExchangeStatus | None, timing: Timing | None, met: str | None
) -> None:
    said: dict[str, Any] = {name: value for name, value in {"status": status, "timing": timing}.items() if value}
    flow = thing(Exchange, "flow", **said)
    links = [link(GIVER, "provides", flow), link(TAKER, "consumes", flow), link(flow, "carries", RESULT)]
    loaded_snapshot = SnapshotOfFacts(*WORLD, flow, *links, *([link(NEED, "met_by", flow)] if stated else []))
    row = loaded_snapshot.ask("need_standards", need="need").rows[0]
    assert row.met == met
    assert "Exchange/flow" in {shown.about for shown in row.evidence}
