"""When a plan names no earliest day: nothing is known of a system, or what it waits for is only planned."""

from typing import Any

import pytest

from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import (
    Device,
    Exchange,
    InformationEntity,
    Initiative,
    Organisation,
    Procurement,
    System,
)
from graph.ontology.vocabulary import Lifecycle, Progress
from loaders.sources.formats import BUNDLED
from queries.divestment.prerequisites import LISTED
from tests.bundled import facts
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

DAY = "2026-11-01"
A, B, OUT = (thing(System, id) for id in ("a", "b", "out"))
ORG, NOTE, FLOW = thing(Organisation, "org"), thing(InformationEntity, "note"), thing(Exchange, "flow")
COMING = thing(System, "coming", lifecycle=Lifecycle.PLAN)
UNDATED = "Coming is only planned; no source says from when"
UNKNOWN = "Nothing is stated of what it holds, what it exchanges, or who uses it"


def plan(*facts: Fact, **values: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"as_of": DAY, "systems": ["a"]} | values
    return {row.system.id: row for row in SnapshotOfFacts(*facts).ask("divestment_plan", **given).rows}


def said(phrases: Any) -> list[str]:
    return [phrase.say("en") for phrase in phrases]


def used(system: ThingFact) -> tuple[Fact, ...]:
    return ORG, link(system, "used_by", ORG)


def test_of_a_system_of_which_nothing_is_known_no_day_is_named_and_what_is_not_stated_is() -> None:
    record = thing(System, "record", lifecycle=Lifecycle.ACTIVE)
    change = thing(Initiative, "replacement", progress=Progress.PLANNED)
    row = plan(record, change, link(change, "retires", record), systems=None)["record"]
    assert (row.wave, row.earliest) == (1, None)
    assert [each.value for each in row.not_stated] == ["information", "exchanges", "users", "contract"]
    assert said(row.must_exist_first) == ["Replacement carried out; it is only planned"]
    assert said(row.rationale) == [UNKNOWN, "Replacement has not begun; no source says when it ends"]
    assert {"Initiative/replacement", "Initiative/replacement RETIRES System/record"} <= {
        shown.about for shown in row.evidence
    }


@pytest.mark.parametrize(
    ("other", "side", "lacks"),
    [
        (NOTE, "masters", ["exchanges", "users"]), (NOTE, "stores", ["exchanges", "users"]),
        (FLOW, "provides", ["information", "users"]), (FLOW, "consumes", ["information", "users"]),
        (ORG, "used_by", ["information", "exchanges"]), (B, "needed_by", ["information", "exchanges"]),
    ],
)  # fmt: skip
def test_as_soon_as_anything_that_hangs_on_it_is_stated_a_day_is_named(
    other: ThingFact, side: str, lacks: list[str]
) -> None:
    row = plan(A, other, link(A, side, other))["a"]
    assert (row.earliest, [each.value for each in row.not_stated]) == (DAY, [*lacks, "contract"])
    assert said(row.rationale) == ["No date is stated that it has to wait for"]


def test_what_is_known_of_its_own_record_says_nothing_of_what_hangs_on_it() -> None:
    row = plan(thing(System, "a", contract_ends="2027", lifecycle=Lifecycle.ACTIVE), B, link(A, "depends_on", B))["a"]
    assert (row.earliest, said(row.rationale)) == (None, [UNKNOWN, "The contract runs until 2027"])
    assert [each.value for each in row.not_stated] == ["information", "exchanges", "users"]


@pytest.mark.parametrize("kind", [Initiative, Procurement])
@pytest.mark.parametrize(
    ("fields", "first", "earliest", "why"),
    [
        ({"progress": Progress.PLANNED}, ["Change carried out; it is only planned"], None,
         "Change has not begun; no source says when it ends"),
        ({"progress": Progress.IDEA}, ["Change carried out; it is only an idea"], None,
         "Change has not begun; no source says when it ends"),
        ({"progress": Progress.PLANNED, "starts": "2028", "ends": "2030"}, ["Change carried out; it is only planned"],
         "2030", "Change has not begun, and is to end 2030"),
        ({"starts": "2028"}, ["Change carried out; it is only planned"], None,
         "Change has not begun; no source says when it ends"),
        ({"progress": Progress.ONGOING}, [], DAY, "No date is stated that it has to wait for"),
        ({"progress": Progress.PLANNED, "starts": "2026", "ends": "2030"}, [], DAY,
         "No date is stated that it has to wait for"),
        ({"progress": Progress.COMPLETED}, [], DAY, "No date is stated that it has to wait for"),
        ({"progress": Progress.STOPPED}, [], DAY, "No date is stated that it has to wait for"),
        ({}, [], DAY, "No date is stated that it has to wait for"),
    ],
)  # fmt: skip
def test_a_retiring_change_that_has_not_begun_is_a_condition(
    kind: Any, fields: dict[str, Any], first: list[str], earliest: str | None, why: str
) -> None:
    change = thing(kind, "change", **fields)
    row = plan(A, *used(A), change, link(change, "retires", A))["a"]
    assert (said(row.must_exist_first), row.earliest, said(row.rationale)) == (first, earliest, [why])


def test_a_planned_change_is_not_waited_for_where_another_that_retires_it_is_under_way() -> None:
    planned, ongoing, stopped = (
        thing(Initiative, name, progress=progress)
        for name, progress in (("p", Progress.PLANNED), ("o", Progress.ONGOING), ("s", Progress.STOPPED))
    )
    both = (A, *used(A), planned, link(planned, "retires", A))
    assert plan(*both, ongoing, link(ongoing, "retires", A))["a"].earliest == DAY
    assert plan(*both, stopped, link(stopped, "retires", A))["a"].earliest is None


def test_what_a_change_is_to_put_in_its_place_is_waited_for_as_a_successor_is() -> None:
    change, ready = thing(Initiative, "change", progress=Progress.ONGOING), thing(System, "ready", lifecycle="active")
    world = (A, *used(A), change, COMING, link(change, "retires", A), link(change, "introduces", COMING))
    row = plan(*world)["a"]
    assert (said(row.must_exist_first), row.earliest, said(row.rationale)) == (["Coming in use"], None, [UNDATED])
    assert {"Initiative/change", "Initiative/change INTRODUCES System/coming"} <= {each.about for each in row.evidence}
    assert plan(*world, ready, link(ready, "succeeds", A))["a"].earliest == DAY
    assert plan(*world, ready, link(change, "introduces", ready))["a"].earliest == DAY
    dated = thing(System, "coming", lifecycle=Lifecycle.PLAN, used_since="2028-03")
    row = plan(A, *used(A), change, dated, link(change, "retires", A), link(change, "introduces", dated))["a"]
    assert (row.earliest, said(row.rationale)) == ("2028-03", ["Coming is to be in use from 2028-03"])
    stopped = thing(Initiative, "change", progress=Progress.STOPPED)
    row = plan(A, *used(A), stopped, COMING, link(stopped, "retires", A), link(stopped, "introduces", COMING))["a"]
    assert (said(row.must_exist_first), row.earliest) == ([], DAY)


def test_a_successor_that_no_source_dates_leaves_the_day_unknown() -> None:
    row = plan(A, *used(A), COMING, link(COMING, "succeeds", A))["a"]
    assert (said(row.must_exist_first), row.earliest, said(row.rationale)) == (["Coming in use"], None, [UNDATED])


MOVED: tuple[Fact, ...] = (
    A, OUT, NOTE, FLOW, link(A, "provides", FLOW), link(FLOW, "carries", NOTE), link(OUT, "consumes", FLOW),
)  # fmt: skip


def test_who_gives_an_exchange_too_lifts_it_only_if_it_is_a_system_and_known_what_it_carries() -> None:
    bare: tuple[Fact, ...] = (
        A,
        B,
        OUT,
        FLOW,
        *(link(each, "provides", FLOW) for each in (A, B)),
        link(OUT, "consumes", FLOW),
    )
    stated = "A statement of what Flow carries, so that it can be moved"
    assert said(plan(*bare)["a"].must_exist_first) == [stated]
    assert said(plan(*bare, NOTE, link(FLOW, "carries", NOTE))["a"].must_exist_first) == []
    meter = thing(Device, "meter")
    assert said(plan(*MOVED, meter, link(meter, "provides", FLOW))["a"].must_exist_first) == [
        "Another source of Note for Flow; none is stated"
    ]


@pytest.mark.parametrize(("since", "why"), [(None, UNDATED), ("2029", "Coming is to be in use from 2029")])
def test_whoever_is_to_take_something_over_and_is_only_planned_is_waited_for(since: str | None, why: str) -> None:
    dated: dict[str, Any] = {"used_since": since} if since else {}
    coming = thing(System, "coming", lifecycle=Lifecycle.PLAN, **dated)
    result = thing(InformationEntity, "result")
    for world, first in (
        ((*MOVED, coming, link(coming, "masters", NOTE)), "Coming in use, and Flow moved to it"),
        ((*MOVED, B, result, coming, link(FLOW, "carries", result), link(coming, "masters", NOTE),
          link(B, "masters", result)), "Coming in use, and Note in Flow from it"),
        ((A, NOTE, coming, link(A, "masters", NOTE), link(coming, "stores", NOTE)),
         "Coming in use, and Note moved to it"),
    ):  # fmt: skip
        row = plan(*world)["a"]
        assert first in said(row.must_exist_first)
        assert (row.earliest, said(row.rationale)) == (since, [why])


def test_what_only_a_step_that_is_not_named_waits_for_is_waited_for_too() -> None:
    many = [thing(InformationEntity, f"n{number:02}") for number in range(LISTED + 1)]
    row = plan(A, COMING, *many, *(link(A, "masters", each) for each in many), link(COMING, "masters", many[-1]))["a"]
    assert said(row.must_exist_first)[-1] == "1 more of the same sort"
    assert (row.earliest, said(row.rationale)) == (None, [UNDATED])


def test_whoever_goes_after_or_with_a_system_without_a_day_has_none_either() -> None:
    late = thing(System, "late", contract_ends="2031")
    world = (A, B, late, OUT, COMING, link(COMING, "succeeds", A), *used(A), link(A, "depends_on", B),
             link(B, "depends_on", late), link(late, "depends_on", B), link(late, "depends_on", OUT))  # fmt: skip
    rows = plan(*world, systems=["a", "b", "late", "out"])
    assert {id: (row.wave, row.earliest) for id, row in rows.items()} == {
        "a": (1, None), "b": (2, None), "late": (2, None), "out": (3, None),
    }  # fmt: skip
    assert said(rows["b"].rationale) == ["A goes before it, and from when is not known"]
    ring = (A, B, COMING, link(COMING, "succeeds", A), link(A, "depends_on", B), link(B, "depends_on", A))
    assert said(plan(*ring, systems=["a", "b"])["b"].rationale) == ["A moves with it, and from when is not known"]


def test_a_contract_of_which_only_the_notice_is_stated_leaves_the_day_unknown() -> None:
    row = plan(thing(System, "a", contract_notice_by="2027"), *used(A))["a"]
    assert (row.earliest, said(row.rationale)) == (None, ["Notice by 2027; when the contract ends is not stated"])
    assert [each.value for each in row.not_stated] == ["information", "exchanges", "contract"]
    over = plan(thing(System, "a", contract_notice_by="2026-10"), *used(A))["a"]
    assert (over.earliest, said(over.rationale)) == (DAY, ["No date is stated that it has to wait for"])


def test_a_day_that_is_not_known_is_not_compared_with_what_support_and_own_use_say() -> None:
    ends = thing(System, "a", support_ends="2028", used_until="2027")
    row = plan(ends, *used(A), COMING, link(COMING, "succeeds", A))["a"]
    assert said(row.rationale) == [UNDATED, "Vendor support ends 2028", "Its use is to end 2027"]


@pytest.mark.parametrize("registers", [BUNDLED, BUNDLED[:2]])
def test_the_patient_records_of_the_case_have_no_day_while_their_replacement_is_only_planned(registers: Any) -> None:
    rows = SnapshotOfFacts(*facts(*registers)).ask("divestment_plan", as_of="2026-12-01").rows
    (records,) = [row for row in rows if row.system.id == "electronic-patient-records"]
    assert (records.earliest, bool(records.must_exist_first)) == (None, True)
    assert [each.value for each in records.not_stated] == ["information", "exchanges", "users", "contract"]
