"""Chains of facades: how long, what is at the end, how much older that is, and when there is no end."""

from typing import Any

from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import Api, Exchange, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.snapshot import Snapshot
from queries.questions.flows.facade_chains import Parameters, Row, explain, find
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing

NEW, MIDDLE, OLD = thing(System, "new"), thing(System, "middle", used_since="2010"), thing(System, "old")
FRONT, BACK = thing(Api, "front", available_since="2022"), thing(Api, "back", available_since="2018-05")
TWO: list[Fact] = [
    NEW, MIDDLE, OLD, FRONT, BACK,
    link(NEW, "depends_on", FRONT), link(FRONT, "facade_over", MIDDLE), link(BACK, "facade_over", OLD),
]  # fmt: skip


def asked(*facts: Fact, snapshot: Snapshot | None = None, **values: Any) -> list[Row]:
    parameters = Parameters(**values)
    world = snapshot or Snapshot.of_facts(facts)
    return [explain(world, each, parameters) for each in find(world, parameters)]


def told(rows: list[Row]) -> list[tuple[str, int, str | None]]:
    return [(row.api.id, row.facades, row.record.id if row.record else None) for row in rows]


def over(flow: ThingFact) -> list[Fact]:
    return [flow, link(MIDDLE, "consumes", flow), link(flow, "runs_through", BACK), link(OLD, "provides", flow)]


def test_a_chain_goes_on_where_what_is_behind_uses_another_facade() -> None:
    assert told(asked(*TWO, link(MIDDLE, "depends_on", BACK))) == [("front", 2, "old"), ("back", 1, "old")]
    assert told(asked(*TWO, *over(thing(Exchange, "flow")))) == [("front", 2, "old"), ("back", 1, "old")]


def test_an_ended_exchange_leads_no_further() -> None:
    ended = thing(Exchange, "flow", status=ExchangeStatus.ENDED)
    assert told(asked(*TWO, *over(ended))) == [("back", 1, "old"), ("front", 1, "middle")]


def test_an_interface_that_is_no_facade_leads_no_further() -> None:
    plain = thing(Api, "plain")
    rows = asked(*TWO, plain, link(OLD, "exposes", plain), link(MIDDLE, "depends_on", plain))
    assert told(rows) == [("back", 1, "old"), ("front", 1, "middle")]


def test_the_age_is_that_of_the_system_of_record_and_unknown_where_not_stated() -> None:
    rows = {row.api.id: row for row in asked(*TWO)}
    assert (rows["front"].years_older, rows["front"].record_since, rows["front"].api_since) == (12, "2010", "2022")
    assert rows["back"].years_older is None
    assert [note.say("en") for note in rows["back"].notes] == [
        "No source says whether Old still runs.", "No source says how old Old is.",
    ]  # fmt: skip


def test_what_a_source_tells_of_the_age_is_shown_where_no_date_is() -> None:
    space, api = thing(SharedStorage, "space", age="Over ten years"), thing(Api, "api")
    (row,) = asked(space, api, link(api, "facade_over", space))
    assert [note.say("en") for note in row.notes] == [
        "Since when Space is used is not stated; told of its age: Over ten years"
    ]


def test_the_phase_of_the_end_says_what_it_means_for_the_interface() -> None:
    def notes(phase: Lifecycle) -> list[str]:
        old, api = thing(System, "old", lifecycle=phase, used_since="1986"), thing(Api, "api")
        (row,) = asked(old, api, link(api, "facade_over", old))
        return [note.say("en") for note in row.notes]

    assert notes(Lifecycle.ACTIVE) == []
    assert notes(Lifecycle.PHASE_OUT) == ["Old is being phased out, and Api falls with it."]
    assert notes(Lifecycle.RETIRED) == ["Old is retired, yet Api rests on it."]


def test_a_circle_is_said_and_does_not_hang() -> None:
    rows = asked(*TWO, link(MIDDLE, "depends_on", BACK), link(OLD, "depends_on", FRONT))
    assert [(row.api.id, [ref.id for ref in row.circle], row.record) for row in rows] == [
        ("back", ["middle", "old"], None), ("front", ["middle", "old"], None),
    ]  # fmt: skip
    assert "none of them is the end" in rows[0].notes[0].say("en")


def test_beside_a_circle_an_end_is_still_found() -> None:
    end, last = thing(System, "end"), thing(Api, "last")
    rows = asked(
        *TWO, end, last, link(last, "facade_over", end), link(MIDDLE, "depends_on", BACK),
        link(OLD, "depends_on", FRONT), link(OLD, "depends_on", last), api="front",
    )  # fmt: skip
    assert told(rows) == [("front", 1, None), ("front", 3, "end")]


def test_a_system_that_uses_the_facade_in_front_of_itself_is_no_circle() -> None:
    assert told(asked(OLD, BACK, link(BACK, "facade_over", OLD), link(OLD, "depends_on", BACK))) == [("back", 1, "old")]


def test_one_facade_over_two_systems_of_which_one_uses_it_is_no_circle() -> None:
    rows = asked(MIDDLE, OLD, BACK, link(BACK, "facade_over", OLD), link(BACK, "facade_over", MIDDLE),
                 link(MIDDLE, "depends_on", BACK))  # fmt: skip
    assert [(row.record.id if row.record else None, row.circle) for row in rows] == [("old", ())]


def test_the_shortest_way_to_an_end_counts() -> None:
    rows = asked(*TWO, link(MIDDLE, "depends_on", BACK), link(FRONT, "facade_over", OLD), api="front")
    assert told(rows) == [("front", 1, "old")]


def test_chains_of_a_length_or_to_a_system_can_be_asked_for() -> None:
    facts = [*TWO, link(MIDDLE, "depends_on", BACK)]
    assert told(asked(*facts, facades=2)) == [("front", 2, "old")]
    assert told(asked(*facts, system="middle")) == []
    assert [each.id for each in asked(*facts, facades=2)[0].chain] == ["front", "middle", "back", "old"]


def test_the_case_has_a_facade_in_front_of_a_facade_in_front_of_the_eighties() -> None:
    rows = asked(snapshot=bundled_snapshot())
    assert (told(rows)[0], rows[0].years_older) == (("person-lookup-api", 2, "old-patient-register"), 36)
    assert len(rows) == 7
    assert not any(row.circle for row in rows)
