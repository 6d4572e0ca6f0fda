"""The graph as of a day: what its dates say."""

from typing import Any

import pytest

from graph.ontology.kinds import Api, Decision, Exchange, StandardVersion, System
from graph.ontology.vocabulary import Criticality, ExchangeStatus, Lifecycle
from graph.snapshot.days import as_of, begun, over
from graph.snapshot.snapshot import Snapshot
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing


@pytest.mark.parametrize(
    ("since", "day", "expected"),
    [
        ("2017", "2017-01-01", True), ("2017", "2016-12-31", False), ("2017-05", "2017-04-30", False),
        ("2017-05-12", "2017-05-12", True), ("2017-05-12", "2017-05-11", False), (None, "1900-01-01", True),
    ],
)  # fmt: skip
def test_what_holds_since_a_date_holds_from_its_first_day(since: str | None, day: str, expected: bool) -> None:
    assert begun(day, since) is expected


@pytest.mark.parametrize(
    ("until", "day", "expected"),
    [
        ("2017", "2017-12-31", False), ("2017", "2018-01-01", True), ("2017-05-12", "2017-05-12", False),
        ("2017-05-12", "2017-05-13", True), (None, "2999-01-01", False),
    ],
)  # fmt: skip
def test_what_holds_until_a_date_holds_through_its_last_day(until: str | None, day: str, expected: bool) -> None:
    assert over(day, until) is expected


@pytest.mark.parametrize(
    ("stated", "day", "expected"),
    [
        (Lifecycle.ACTIVE, "2014-12-31", Lifecycle.PLAN),
        (Lifecycle.PLAN, "2015-01-01", Lifecycle.ACTIVE),
        (Lifecycle.RETIRED, "2020-12-31", Lifecycle.ACTIVE),
        (Lifecycle.PHASE_OUT, "2020-12-31", Lifecycle.PHASE_OUT),
        (Lifecycle.ACTIVE, "2021-01-01", Lifecycle.RETIRED),
        (None, "2018-01-01", Lifecycle.ACTIVE),
    ],
)
def test_a_dated_system_has_the_phase_of_the_day(stated: Lifecycle | None, day: str, expected: Lifecycle) -> None:
    fields: dict[str, Any] = {"lifecycle": stated} if stated else {}
    system = thing(System, "x", used_since="2015", used_until="2020", **fields)
    node = as_of(Snapshot.of_facts([system]), day).get(System, "x")
    assert node
    assert node.lifecycle == expected


def test_a_system_without_dates_stays_as_it_is_stated() -> None:
    world = Snapshot.of_facts([thing(System, "x", lifecycle=Lifecycle.PLAN), thing(System, "y")])
    assert [n.lifecycle for n in as_of(world, "1980-01-01").all(System)] == [Lifecycle.PLAN, None]


@pytest.mark.parametrize(
    ("stated", "dates", "expected"),
    [
        (Lifecycle.RETIRED, {"used_since": "2001"}, Lifecycle.RETIRED),
        (Lifecycle.RETIRED, {"used_until": "2040"}, Lifecycle.ACTIVE),
        (Lifecycle.PLAN, {"used_until": "2040"}, Lifecycle.PLAN),
        (Lifecycle.PLAN, {"used_since": "2025"}, Lifecycle.ACTIVE),
        (None, {"used_until": "2040"}, Lifecycle.ACTIVE),
    ],
)
def test_a_phase_gives_way_only_to_the_date_that_contradicts_it(
    stated: Lifecycle | None, dates: dict[str, str], expected: Lifecycle
) -> None:
    fields: dict[str, Any] = {**dates, **({"lifecycle": stated} if stated else {})}
    node = as_of(Snapshot.of_facts([thing(System, "x", **fields)]), "2030-01-01").get(System, "x")
    assert node
    assert node.lifecycle == expected


def test_an_exchange_is_planned_before_its_time_and_ended_after() -> None:
    world = Snapshot.of_facts([thing(Exchange, "x", valid_from="2019-03", valid_until="2021-06-30")])
    said = [as_of(world, day).all(Exchange)[0].status for day in ("2019-02-28", "2019-03-01", "2021-07-01")]
    assert said == [ExchangeStatus.PLANNED, ExchangeStatus.IN_USE, ExchangeStatus.ENDED]


def test_what_had_not_come_yet_is_not_there_with_its_relations() -> None:
    old, new = thing(StandardVersion, "old", released="2010"), thing(StandardVersion, "new", released="2019")
    api, choice = thing(Api, "api", available_until="2015"), thing(Decision, "d", decided_on="2018-05")
    system = thing(System, "s")
    world = Snapshot.of_facts(
        [old, new, api, choice, system, link(new, "supersedes", old), link(choice, "blocks", system)]
    )
    then = as_of(world, "2017-01-01")
    assert [node.id for node in then] == ["s", "old"]
    node = then.get(System, "s")
    assert node
    assert node.blocked_by == ()


def test_a_relation_since_a_later_day_is_not_there() -> None:
    old, new = thing(System, "old"), thing(System, "new")
    world = Snapshot.of_facts([old, new, link(new, "depends_on", old, since="2020-01-01")])
    assert [len(as_of(world, day).all(System)[0].depends_on) for day in ("2019-12-31", "2020-01-01")] == [0, 1]


def test_who_is_to_succeed_another_is_known_before_he_does() -> None:
    old, new = thing(System, "old", criticality=Criticality.SAFETY), thing(System, "new", lifecycle=Lifecycle.ACTIVE)
    world = SnapshotOfFacts(old, new, link(new, "succeeds", old, since="2030-01-01"))
    rows = {day: world.ask("divestment_blockers", system="old", as_of=day).rows for day in ("2029-12-31", "2030-01-01")}
    (row,) = rows["2029-12-31"]
    assert [each.say("en") for each in row.why] == ["Safety-critical, and New has not taken over yet"]
    assert [each.say("en") for each in row.lifted_by] == ["New in use"]
    assert not rows["2030-01-01"]
