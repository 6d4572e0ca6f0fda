"""What the European Health Data Space reaches: by which data, for whom, from when, and what is not stated."""

from typing import Any

import pytest

from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import (
    Api,
    Device,
    Exchange,
    InformationEntity,
    IntegrationPlatform,
    Milestone,
    Organisation,
    Regulation,
    Requirement,
    SharedStorage,
    Standard,
    StandardVersion,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, Origin
from graph.snapshot.snapshot import Snapshot
from queries.meaning.ehds import EhdsRole
from queries.questions.information.ehds_exposure import Parameters, Row, explain, find
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing

SUMMARY = thing(InformationEntity, "summary", ehds_category="patient summaries")
RESULT = thing(InformationEntity, "result", ehds_category="medical test results")
BOOKING = thing(InformationEntity, "booking")
LAW, OTHER_LAW = thing(Regulation, "law"), thing(Regulation, "other-law")
FIRST, SECOND = thing(Milestone, "first", day="2029-03-26"), thing(Milestone, "second", day="2031-03-26")
GENERAL, OWN = thing(Milestone, "general", day="2027"), thing(Milestone, "own", day="2030", origin=Origin.IN_HOUSE)
FORMAT, GUIDE, OTHER = thing(Standard, "format"), thing(Standard, "guide"), thing(Standard, "other-standard")
GUIDE_1, OTHER_1 = thing(StandardVersion, "guide-1"), thing(StandardVersion, "other-1")
GIVE, FOREIGN = thing(Requirement, "give"), thing(Requirement, "foreign")
VENDOR, OWNER = thing(Organisation, "vendor"), thing(Organisation, "owner")
LAWS: list[Fact] = [
    SUMMARY, RESULT, BOOKING, LAW, OTHER_LAW, FIRST, SECOND, GENERAL, OWN, FORMAT, GUIDE, OTHER, GUIDE_1, OTHER_1,
    GIVE, FOREIGN, VENDOR, OWNER,
    *(link(LAW, "applies_from", each) for each in (FIRST, SECOND, GENERAL, OWN)),
    link(FIRST, "concerns", SUMMARY), link(SECOND, "concerns", RESULT),
    link(LAW, "sets", GIVE), link(GIVE, "concerns", SUMMARY), link(GIVE, "concerns", RESULT),
    link(GIVE, "demands", FORMAT), link(OTHER_LAW, "sets", FOREIGN), link(FOREIGN, "concerns", SUMMARY),
    link(FOREIGN, "demands", OTHER), link(GUIDE, "requires", FORMAT), link(GUIDE, "expresses", SUMMARY),
    link(FORMAT, "expresses", RESULT), link(GUIDE_1, "version_of", GUIDE), link(OTHER_1, "version_of", OTHER),
]  # fmt: skip


def asked(*facts: Fact, snapshot: Snapshot | None = None, **values: Any) -> list[Row]:
    parameters = Parameters(**values)
    world = snapshot or Snapshot.of_facts([*LAWS, *facts])
    return [explain(world, each, parameters) for each in find(world, parameters)]


def record(**fields: Any) -> ThingFact:
    return thing(System, "record", **fields)


def missing(row: Row) -> list[str]:
    return [each.say("en") for each in row.missing]


@pytest.mark.parametrize("side", ["masters", "stores", "reads", "publishes"])
def test_a_system_that_handles_priority_information_is_reached(side: str) -> None:
    (row,) = asked(record(), link(record(), side, SUMMARY))
    assert (row.thing.id, row.categories, [ref.id for ref in row.entities]) == (
        "record", ("patient summaries",), ["summary"],
    )  # fmt: skip
    assert asked(record(), link(record(), side, BOOKING)) == []


@pytest.mark.parametrize("side", ["provides", "consumes"])
def test_so_is_one_that_exchanges_it_and_not_by_an_exchange_that_has_ended(side: str) -> None:
    def world(status: ExchangeStatus | None) -> list[Fact]:
        flow = thing(Exchange, "flow", status=status)
        return [record(), flow, link(flow, "carries", RESULT), link(record(), side, flow)]

    assert [row.thing.id for row in asked(*world(None))] == ["record"]
    assert [row.thing.id for row in asked(*world(ExchangeStatus.PLANNED))] == ["record"]
    assert asked(*world(ExchangeStatus.ENDED)) == []


def test_what_is_retired_is_not_reached_and_what_is_planned_is() -> None:
    for phase, count in ((Lifecycle.RETIRED, 0), (Lifecycle.PLAN, 1), (None, 1)):
        assert len(asked(record(lifecycle=phase), link(record(), "masters", SUMMARY))) == count


@pytest.mark.parametrize(
    ("origin", "supplied", "role"),
    [
        (Origin.IN_HOUSE, False, EhdsRole.MANUFACTURER),
        (Origin.IN_HOUSE, True, EhdsRole.MANUFACTURER),
        (Origin.BOUGHT, False, EhdsRole.VENDOR),
        (None, True, EhdsRole.VENDOR),
        (Origin.OPEN_SOURCE, True, EhdsRole.VENDOR),
        (Origin.OPEN_SOURCE, False, EhdsRole.UNKNOWN),
        (None, False, EhdsRole.UNKNOWN),
    ],
)
def test_who_carries_the_duties_follows_from_the_origin_and_is_unknown_without(
    origin: Origin | None, supplied: bool, role: EhdsRole
) -> None:
    facts: list[Fact] = [record(origin=origin), link(record(), "masters", SUMMARY), link(record(), "owned_by", OWNER)]
    (row,) = asked(*facts, *([link(record(), "supplied_by", VENDOR)] if supplied else []))
    assert row.role is role
    carried = {EhdsRole.MANUFACTURER: ["owner"], EhdsRole.VENDOR: ["vendor"] if supplied else []}.get(role, [])
    assert [ref.id for ref in row.carried_by] == carried
    assert ("Whether it is bought or built in-house is not stated." in missing(row)) is (origin is None)


def test_the_day_is_the_earliest_of_the_categories_and_later_for_an_origin_that_has_a_day_of_its_own() -> None:
    def day(origin: Origin, *entities: ThingFact) -> tuple[str | None, list[str]]:
        (row,) = asked(record(origin=origin), *(link(record(), "masters", each) for each in entities))
        return row.applies_from, [ref.id for ref in row.milestones]

    assert day(Origin.BOUGHT, RESULT, SUMMARY) == ("2029-03-26", ["first", "second"])
    assert day(Origin.BOUGHT, RESULT) == ("2031-03-26", ["second"])
    assert day(Origin.IN_HOUSE, SUMMARY) == ("2030", ["first", "own"])
    assert day(Origin.IN_HOUSE, RESULT) == ("2031-03-26", ["own", "second"])


def test_without_a_day_for_the_information_the_day_is_not_stated() -> None:
    stray = thing(InformationEntity, "stray", ehds_category="imaging studies")
    (row,) = asked(stray, record(origin=Origin.IN_HOUSE), link(record(), "masters", stray))
    assert row.applies_from is None
    assert "No day is stated from which the law applies to this information." in missing(row)


def test_general_purpose_is_outside_and_not_stated_is_not_no() -> None:
    def seen(general: bool | None) -> tuple[EhdsRole, bool | None, str | None, bool]:
        facts: list[Fact] = [record(general_purpose=general, origin=Origin.BOUGHT), link(record(), "stores", SUMMARY)]
        (row,) = asked(*facts)
        return row.role, row.general_purpose, row.applies_from, any("general" in each for each in missing(row))

    assert seen(True) == (EhdsRole.OUTSIDE, True, None, False)
    assert seen(False) == (EhdsRole.VENDOR, False, "2029-03-26", False)
    assert seen(None) == (EhdsRole.VENDOR, None, "2029-03-26", True)


def test_platforms_and_storages_are_taken_as_general_purpose_and_devices_only_by_their_claim() -> None:
    bus, space, sensor, flow = (
        thing(IntegrationPlatform, "bus"), thing(SharedStorage, "space"), thing(Device, "sensor"),
        thing(Exchange, "flow"),
    )  # fmt: skip
    rows = asked(
        bus, space, sensor, flow, link(flow, "mediated_by", bus), link(flow, "carries", SUMMARY),
        link(space, "stores", SUMMARY), link(sensor, "publishes", RESULT),
    )  # fmt: skip
    assert {row.thing.id: row.role for row in rows} == {
        "bus": EhdsRole.OUTSIDE, "space": EhdsRole.OUTSIDE, "sensor": EhdsRole.CLAIMED,
    }  # fmt: skip


def test_european_is_what_the_law_demands_and_what_builds_on_it() -> None:
    def speaking(version: ThingFact, *more: Fact, by: str = "conforms_to") -> Row:
        (row,) = asked(record(), link(record(), "masters", SUMMARY), link(record(), by, version), *more)
        return row

    for by in ("conforms_to", "profiled_by"):
        row = speaking(GUIDE_1, by=by)
        assert [ref.id for ref in row.european] == ["guide", "guide-1"]
        assert not any("European" in each for each in missing(row))
    row = speaking(OTHER_1)
    assert row.european == ()
    assert "None of the standards that it is stated to follow (1) is of the European format." in missing(row)
    assert [ref.id for ref in row.would_fit] == ["guide"]


def test_what_its_interfaces_and_exchanges_follow_counts_and_what_it_receives_does_not() -> None:
    api, flow = thing(Api, "api"), thing(Exchange, "flow")
    base: list[Fact] = [record(), link(record(), "masters", SUMMARY), api, flow]
    spoken: list[Fact] = [link(api, "conforms_to", GUIDE_1), link(flow, "conforms_to", GUIDE_1)]
    assert asked(*base, *spoken, link(record(), "exposes", api))[0].european
    assert asked(*base, *spoken, link(record(), "provides", flow))[0].european
    (row,) = asked(*base, *spoken, link(record(), "consumes", flow))
    assert "No standard that it follows is stated." in missing(row)


def test_own_duties_come_first_and_parts_can_be_asked_for() -> None:
    bought, own = thing(System, "a", origin=Origin.BOUGHT), thing(System, "b", origin=Origin.IN_HOUSE)
    facts: list[Fact] = [bought, own, link(bought, "masters", SUMMARY), link(own, "masters", RESULT)]
    assert [row.thing.id for row in asked(*facts)] == ["b", "a"]
    assert [row.thing.id for row in asked(*facts, role=EhdsRole.VENDOR)] == ["a"]
    assert [row.thing.id for row in asked(*facts, entity="result")] == ["b"]


def test_the_case_has_one_system_with_duties_of_its_own() -> None:
    rows = {row.thing.id: row for row in asked(snapshot=bundled_snapshot())}
    own = [row for row in rows.values() if row.role is EhdsRole.MANUFACTURER]
    assert [(row.thing.id, row.applies_from) for row in own] == [("old-pharmacy-system", "2031-03-26")]
    assert rows["record-north"].applies_from == "2029-03-26"
    assert rows["laboratory-system"].applies_from == "2031-03-26"
    assert rows["enterprise-service-bus"].role is EhdsRole.OUTSIDE
    assert "booking-system" not in rows
    assert not any(row.european for row in rows.values())
