"""Effects of a change, in snapshots made by hand."""

from typing import Any

import pytest

from graph.facts.facts import Fact
from graph.ontology.kinds import (
    Api,
    CareSector,
    Discipline,
    Exchange,
    InformationEntity,
    Initiative,
    Organisation,
    Procurement,
    SharedStorage,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.snapshot import Snapshot
from queries.questions.going import initiative_effects as question
from tests.worlds import link, thing

CHANGE, OTHER = thing(Initiative, "change"), thing(Procurement, "change", name="Zeta")
GONE, TOO, LEFT = thing(System, "gone"), thing(System, "too"), thing(System, "left")
API, FLOW = thing(Api, "api"), thing(Exchange, "flow")


def ask(*facts: Fact, **values: Any) -> list[Any]:
    world = Snapshot.of_facts(facts)
    parameters = question.Parameters.model_validate(values)
    return [question.explain(world, each, parameters) for each in question.find(world, parameters)]


def told(rows: list[Any], effect: str) -> list[tuple[str | None, list[str]]]:
    return [
        (row.thing and row.thing.id, [each.say("en") for each in row.rationale])
        for row in rows
        if row.effect.value == effect
    ]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ((link(LEFT, "depends_on", GONE),), "It depends on Gone."),
        ((API, link(GONE, "exposes", API), link(LEFT, "depends_on", API)), "It depends on Api, behind which is Gone."),
        ((API, link(API, "facade_over", GONE), link(LEFT, "depends_on", API)),
         "It depends on Api, behind which is Gone."),
        ((FLOW, link(GONE, "provides", FLOW), link(LEFT, "consumes", FLOW)), "It receives Flow from Gone."),
    ],
)  # fmt: skip
def test_what_needs_or_receives_from_what_goes_is_left_hanging(facts: tuple[Fact, ...], why: str) -> None:
    rows = ask(CHANGE, GONE, LEFT, link(CHANGE, "retires", GONE), *facts)
    assert told(rows, "left-hanging") == [("left", [why])]
    also = ask(CHANGE, GONE, LEFT, link(CHANGE, "retires", GONE), link(CHANGE, "retires", LEFT), *facts)
    assert told(also, "left-hanging") == []


def test_what_is_retired_or_ended_is_not_left_hanging() -> None:
    past, ended = (
        thing(System, "past", lifecycle=Lifecycle.RETIRED),
        thing(Exchange, "ended", status=ExchangeStatus.ENDED),
    )
    planned = thing(Exchange, "planned", status=ExchangeStatus.PLANNED)
    rows = ask(
        CHANGE, GONE, LEFT, past, ended, planned, link(CHANGE, "retires", GONE), link(past, "depends_on", GONE),
        link(GONE, "provides", ended), link(past, "consumes", ended), link(CHANGE, "depends_on", GONE),
    )  # fmt: skip
    assert told(rows, "left-hanging") == []
    waiting = ask(CHANGE, GONE, LEFT, planned, link(CHANGE, "retires", GONE), link(GONE, "provides", planned),
                  link(LEFT, "consumes", planned))  # fmt: skip
    assert told(waiting, "left-hanging") == [("left", ["It receives Planned from Gone."])]


@pytest.mark.parametrize(
    ("own", "needed", "clash"),
    [
        (1, 1, []), (1, 2, []), (2, 1, ["It goes in wave 2 but needs Gone, which goes in wave 1."]),
        (None, 1, ["It needs Gone; no source says which of them goes first."]),
        (1, None, ["It needs Gone; no source says which of them goes first."]),
        (None, None, ["It needs Gone; no source says which of them goes first."]),
    ],
)  # fmt: skip
def test_what_goes_after_what_it_needs_clashes(own: int | None, needed: int | None, clash: list[str]) -> None:
    waves: list[dict[str, Any]] = [{} if wave is None else {"wave": wave} for wave in (own, needed)]
    rows = ask(
        CHANGE, GONE, TOO, link(CHANGE, "retires", TOO, **waves[0]), link(CHANGE, "retires", GONE, **waves[1]),
        link(TOO, "depends_on", GONE),
    )  # fmt: skip
    assert told(rows, "wave-clash") == ([("too", clash)] if clash else [])
    together = {row.thing.id: [each.id for each in row.moves_with] for row in rows if row.effect.value == "retires"}
    assert together == ({"gone": ["too"], "too": ["gone"]} if own == needed == 1 else {"gone": [], "too": []})


def test_waves_come_in_order_and_last_what_has_none() -> None:
    rows = ask(
        CHANGE, GONE, TOO, LEFT, link(CHANGE, "retires", GONE), link(CHANGE, "retires", TOO, wave=1),
        link(CHANGE, "retires", LEFT, wave=2),
    )  # fmt: skip
    assert [(row.thing.id, row.wave) for row in rows if row.effect.value == "retires"] == [
        ("too", 1), ("left", 2), ("gone", None),
    ]  # fmt: skip


def domains() -> list[tuple[Any, tuple[Fact, ...]]]:
    sector, org = thing(CareSector, "d"), thing(Organisation, "d")
    inside, discipline, note = thing(Organisation, "inside"), thing(Discipline, "d"), thing(InformationEntity, "d")
    return [
        (sector, (link(LEFT, "in_sector", sector),)),
        (sector, (inside, link(inside, "in_sector", sector), link(LEFT, "used_by", inside))),
        (org, (link(LEFT, "used_by", org),)),
        (discipline, (link(LEFT, "serves", discipline),)),
        *((note, (link(LEFT, side, note),)) for side in ("masters", "stores", "publishes")),
    ]


@pytest.mark.parametrize(("domain", "facts"), domains())
def test_a_system_in_a_domain_that_the_change_covers_is_left(domain: Any, facts: tuple[Fact, ...]) -> None:
    store = thing(SharedStorage, "store")
    world = (CHANGE, LEFT, store, domain, link(CHANGE, "covers", domain), *facts)
    rows = ask(*world)
    assert told(rows, "leaves") == [("left", ["It belongs to D, which the change covers."])]
    assert told(ask(*world, link(CHANGE, "introduces", LEFT)), "leaves") == []
    assert told(ask(*world, link(CHANGE, "retires", LEFT)), "leaves") == []
    (row,) = [row for row in rows if row.effect.value == "leaves"]
    assert set(map(str, row.grounds)) >= {str(each.key) for each in facts} | {str(domain.key)}


def test_a_storage_of_a_covered_discipline_is_no_system_that_is_left() -> None:
    store, discipline = thing(SharedStorage, "store"), thing(Discipline, "d")
    assert told(ask(CHANGE, store, discipline, link(CHANGE, "covers", discipline), link(store, "serves", discipline)),
                "leaves") == []  # fmt: skip


def test_systems_of_the_same_category_are_left_with_each_reason_once() -> None:
    gone, too, left = (thing(System, id, category="record") for id in ("gone", "too", "left"))
    org = thing(Organisation, "d")
    rows = ask(
        CHANGE, gone, too, left, org, thing(System, "x", category="x"), link(CHANGE, "retires", gone),
        link(CHANGE, "retires", too), link(CHANGE, "covers", org), link(left, "used_by", org),
    )  # fmt: skip
    assert told(rows, "leaves") == [
        ("left", ["It belongs to D, which the change covers.", "It is of the same category as what goes: record."])
    ]


def test_each_change_is_told_apart_and_only_the_one_asked_for() -> None:
    facts = (CHANGE, OTHER, GONE, link(OTHER, "retires", GONE))
    assert [(row.change.kind, row.effect.value, row.thing and row.thing.id) for row in ask(*facts)] == [
        (Initiative.__name__, "retires", None), (Initiative.__name__, "covers", None),
        (Procurement.__name__, "retires", "gone"), (Procurement.__name__, "covers", None),
    ]  # fmt: skip
    assert {row.change.kind for row in ask(*facts, procurement="change")} == {Procurement.__name__}
    assert {row.change.kind for row in ask(*facts, initiative="change")} == {Initiative.__name__}


def test_a_vague_scope_is_told_beside_what_is_covered() -> None:
    org, vague = thing(Organisation, "d"), thing(Initiative, "vague", scope="Most")
    assert told(ask(vague, org, link(vague, "covers", org)), "covers") == [
        ("d", []), (None, ["Its scope as told: Most."]),
    ]  # fmt: skip


def test_what_is_not_stated_of_a_change_is_told_without_a_thing() -> None:
    rows = ask(CHANGE)
    assert told(rows, "retires") == [(None, ["No source says which systems it retires."])]
    assert told(rows, "covers") == [(None, ["No source says what it covers."])]


def test_what_a_change_both_retires_and_brings_goes_in_its_wave_and_comes_in_none() -> None:
    rows = ask(CHANGE, GONE, TOO, link(CHANGE, "retires", GONE, wave=1), link(CHANGE, "retires", TOO, wave=1),
               link(TOO, "depends_on", GONE), link(CHANGE, "introduces", GONE))  # fmt: skip
    of_gone = [row for row in rows if row.thing and row.thing.id == "gone"]
    assert [(row.effect.value, row.wave, [each.id for each in row.moves_with]) for row in of_gone] == [
        ("retires", 1, ["too"]), ("introduces", None, []),
    ]  # fmt: skip


def test_what_is_left_hanging_comes_in_dictionary_order_whatever_calls_for_it() -> None:
    one, two = thing(System, "one"), thing(System, "two")
    rows = ask(CHANGE, GONE, one, two, FLOW, link(CHANGE, "retires", GONE), link(two, "depends_on", GONE),
               link(GONE, "provides", FLOW), link(one, "consumes", FLOW))  # fmt: skip
    assert [thing_of for thing_of, _ in told(rows, "left-hanging")] == ["one", "two"]


def test_an_interface_of_it_is_told_before_one_in_front_of_it() -> None:
    front = thing(Api, "a-front")
    rows = ask(CHANGE, GONE, LEFT, API, front, link(CHANGE, "retires", GONE), link(GONE, "exposes", API),
               link(front, "facade_over", GONE), link(LEFT, "depends_on", API), link(LEFT, "depends_on", front),
               link(LEFT, "depends_on", GONE))  # fmt: skip
    assert told(rows, "left-hanging") == [
        ("left", ["It depends on Gone.", "It depends on Api, behind which is Gone.",
                  "It depends on A-front, behind which is Gone."])
    ]  # fmt: skip


def test_every_effect_rests_on_the_relation_that_states_it_and_a_clash_has_its_own_wave() -> None:
    org = thing(Organisation, "org")
    facts = (link(CHANGE, "retires", GONE, wave=1), link(CHANGE, "retires", TOO, wave=2), link(TOO, "depends_on", GONE),
             link(CHANGE, "introduces", LEFT), link(CHANGE, "covers", org))  # fmt: skip
    rows = ask(CHANGE, GONE, TOO, LEFT, org, *facts)
    rests = {
        (row.effect.value, row.thing.id): [str(each) for each in row.grounds if " " in str(each)]
        for row in rows
        if row.thing
    }
    assert rests == {
        ("retires", "gone"): ["Initiative/change RETIRES System/gone"],
        ("retires", "too"): ["Initiative/change RETIRES System/too"],
        ("introduces", "left"): ["Initiative/change INTRODUCES System/left"],
        ("covers", "org"): ["Initiative/change COVERS Organisation/org"],
        ("wave-clash", "too"): ["System/too DEPENDS_ON System/gone"],
    }
    assert [row.wave for row in rows if row.effect.value == "wave-clash"] == [2]
