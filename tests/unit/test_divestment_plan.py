"""The plan: waves, what must exist first, dates and savings."""

import random
from typing import Any

import pytest

from graph.errors import QuestionError, UnknownThingError
from graph.facts.facts import Fact, LinkFact, LinkKey, ThingFact
from graph.ontology.kinds import (
    Api,
    Decision,
    Exchange,
    InformationEntity,
    Initiative,
    Organisation,
    SharedStorage,
    System,
)
from graph.ontology.vocabulary import Criticality, ExchangeStatus, Lifecycle
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.grounds import grounds
from queries.divestment.retirement_plan import Planned, plan, savings
from queries.divestment.timing import last_day
from queries.divestment.waves import needs_within, waves
from queries.questions.going import divestment_plan as question
from tests.worlds import link, thing

DAY = "2026-11-01"
A, B, C, D, OUT = (thing(System, id) for id in ("a", "b", "c", "d", "out"))
NOTE, RESULT = thing(InformationEntity, "note"), thing(InformationEntity, "result")
FLOW, API = thing(Exchange, "flow"), thing(Api, "api")
ORG = thing(Organisation, "org")


def of(*some: Fact) -> Snapshot:
    return Snapshot.of_facts(some)


def nodes(within: Snapshot, *some: ThingFact) -> list[Any]:
    found = [within.get(each.kind, each.id) for each in some]
    return [each for each in found if each]


def grouped(within: Snapshot, *some: ThingFact) -> list[tuple[int, list[str]]]:
    chosen = nodes(within, *some)
    return [(group.wave, [each.id for each in group.systems]) for group in waves(chosen, needs_within(chosen))]


def planned(within: Snapshot, *some: ThingFact) -> dict[str, Planned]:
    return {each.system.id: each for each in plan(within, nodes(within, *some), DAY)}


def steps(one: Planned) -> list[str]:
    return [step.said.phrase.say("en") for step in one.steps]


def dates(one: Planned) -> list[str]:
    return [each.phrase.say("en") for each in one.rationale]


def used(system: ThingFact) -> tuple[Fact, ...]:
    """What says who uses it, so that something is known of what hangs on it."""
    return ORG, link(system, "used_by", ORG)


def test_what_needs_another_goes_before_it_and_the_rest_at_once() -> None:
    world = of(A, B, C, D, link(A, "depends_on", B), link(B, "depends_on", C))
    assert grouped(world, A, B, C, D) == [(1, ["a"]), (1, ["d"]), (2, ["b"]), (3, ["c"])]


def test_a_system_waits_for_the_last_of_those_that_need_it() -> None:
    world = of(
        A,
        B,
        C,
        D,
        link(A, "depends_on", D),
        link(A, "depends_on", B),
        link(B, "depends_on", C),
        link(C, "depends_on", D),
    )
    assert grouped(world, A, B, C, D) == [(1, ["a"]), (2, ["b"]), (3, ["c"]), (4, ["d"])]


def test_a_ring_moves_together_and_as_one_step() -> None:
    ring = (link(A, "depends_on", B), link(B, "depends_on", C), link(C, "depends_on", A))
    world = of(A, B, C, D, OUT, *ring, link(D, "depends_on", A), link(C, "depends_on", OUT))
    assert grouped(world, A, B, C, D, OUT) == [(1, ["d"]), (2, ["a", "b", "c"]), (3, ["out"])]
    assert [each.id for each in planned(world, A, B, C, D)["b"].together] == ["a", "c"]
    assert [each.id for each in planned(world, A, B, C, D)["a"].after] == ["d"]


@pytest.mark.parametrize(
    "needs",
    [
        (link(A, "depends_on", B),),
        (API, link(A, "depends_on", API), link(B, "exposes", API)),
        (API, link(A, "depends_on", API), link(API, "facade_over", B)),
        (FLOW, link(A, "consumes", FLOW), link(B, "provides", FLOW)),
        (FLOW, API, link(A, "consumes", FLOW), link(FLOW, "runs_through", API), link(B, "exposes", API)),
        (FLOW, API, link(A, "consumes", FLOW), link(FLOW, "runs_through", API), link(API, "facade_over", B)),
        (API, link(A, "exposes", API), link(API, "facade_over", B)),
    ],
)
def test_every_way_to_need_another_orders_them(needs: tuple[Fact, ...]) -> None:
    assert grouped(of(A, B, *needs), A, B) == [(1, ["a"]), (2, ["b"])]
    rests = grounds(planned(of(A, B, *needs), A, B)["b"].facts)
    assert {each for each in rests if isinstance(each, LinkKey)} == {
        each.key for each in needs if isinstance(each, LinkFact)
    }


@pytest.mark.parametrize("status", [ExchangeStatus.PLANNED, ExchangeStatus.ENDED])
def test_an_exchange_that_does_not_run_orders_nothing(status: ExchangeStatus) -> None:
    idle = thing(Exchange, "flow", status=status)
    assert grouped(of(A, B, idle, link(A, "consumes", idle), link(B, "provides", idle)), A, B) == [
        (1, ["a"]),
        (1, ["b"]),
    ]


def test_what_stands_outside_of_the_plan_or_needs_itself_orders_nothing() -> None:
    world = of(A, B, OUT, FLOW, link(A, "depends_on", OUT), link(OUT, "depends_on", B), link(B, "provides", FLOW),
               link(B, "consumes", FLOW))  # fmt: skip
    assert grouped(world, A, B) == [(1, ["a"]), (1, ["b"])]


@pytest.mark.parametrize("seed", range(6))
def test_the_same_graph_in_any_order_gives_the_same_plan_and_every_need_is_kept(seed: int) -> None:
    chance = random.Random(seed)
    systems = [thing(System, f"s{number:02}", annual_cost_sek=chance.random()) for number in range(30)]
    facts: list[Fact] = [*systems]
    pairs = {tuple(sorted(chance.sample(range(30), 2), key=lambda _: chance.random())) for _ in range(35)}
    facts += [link(systems[one], "depends_on", systems[other]) for one, other in sorted(pairs)]
    told = []
    for _ in range(3):
        world = of(*facts)
        found = plan(world, nodes(world, *systems), DAY)
        told.append(
            [(e.wave, e.system.id, [t.id for t in e.together], steps(e), e.cumulative, e.earliest) for e in found]
        )
        chance.shuffle(facts)
        chance.shuffle(systems)
    assert told[0] == told[1] == told[2]
    wave = {each.system: each.wave for each in found}
    for each in found:
        for needed in each.system.depends_on:
            assert isinstance(needed, SystemNode)
            assert wave[each.system] < wave[needed] or needed in each.together
        for other in each.together:
            assert wave[other] == each.wave


FED: tuple[Fact, ...] = (
    A, OUT, NOTE, FLOW, link(A, "provides", FLOW), link(FLOW, "carries", NOTE), link(OUT, "consumes", FLOW),
)  # fmt: skip


def test_an_exchange_is_moved_to_a_provider_that_stays() -> None:
    world = of(*FED, B, C, link(B, "masters", NOTE), link(C, "masters", NOTE))
    assert steps(planned(world, A)["a"]) == ["Flow moved to B"]
    assert steps(planned(world, A, B)["a"]) == ["Flow moved to C"]
    none = of(*FED)
    assert steps(planned(none, A)["a"]) == ["Another source of Note for Flow; none is stated"]


def test_the_likeliest_provider_succeeds_it_or_works_for_the_same_organisation() -> None:
    org, masters = thing(Organisation, "org"), [link(each, "masters", NOTE) for each in (B, C, D)]
    world = of(*FED, B, C, D, org, *masters, link(A, "used_by", org), link(D, "used_by", org))
    assert steps(planned(world, A)["a"]) == ["Flow moved to D"]
    followed = of(
        *FED, B, C, D, org, *masters, link(A, "used_by", org), link(D, "used_by", org), link(C, "succeeds", A)
    )
    assert steps(planned(followed, A)["a"]) == ["Flow moved to C"]
    publisher = of(*FED, B, C, link(B, "publishes", NOTE), link(C, "masters", NOTE))
    assert steps(planned(publisher, A)["a"]) == ["Flow moved to C"]


def test_a_planned_provider_must_be_in_use_first() -> None:
    coming = thing(System, "coming", lifecycle=Lifecycle.PLAN)
    world = of(*FED, coming, link(coming, "publishes", NOTE))
    assert steps(planned(world, A)["a"]) == ["Coming in use, and Flow moved to it"]


def test_what_one_exchange_carries_may_have_to_come_from_several() -> None:
    world = of(*FED, RESULT, B, C, link(FLOW, "carries", RESULT), link(B, "masters", NOTE), link(C, "masters", RESULT))
    assert steps(planned(world, A)["a"]) == ["Note in Flow from B", "Result in Flow from C"]
    one = of(*FED, RESULT, B, C, link(FLOW, "carries", RESULT), link(B, "masters", NOTE), link(C, "masters", RESULT),
             link(C, "publishes", NOTE))  # fmt: skip
    assert steps(planned(one, A)["a"]) == ["Flow moved to C"]


def test_a_part_of_an_exchange_may_wait_for_a_planned_source() -> None:
    coming = thing(System, "coming", lifecycle=Lifecycle.PLAN)
    world = of(*FED, RESULT, B, coming, link(FLOW, "carries", RESULT), link(B, "masters", NOTE),
               link(coming, "masters", RESULT))  # fmt: skip
    assert steps(planned(world, A)["a"]) == ["Note in Flow from B", "Coming in use, and Result in Flow from it"]


def test_a_flow_ends_where_its_only_receiver_has_what_it_carries() -> None:
    assert steps(planned(of(*FED, link(OUT, "masters", NOTE)), A)["a"]) == ["Flow ended: Out has what it carries"]
    two = of(*FED, B, link(OUT, "masters", NOTE), link(B, "consumes", FLOW))
    assert steps(planned(two, A)["a"]) == ["Flow moved to Out"]


def test_what_is_received_by_nobody_who_stays_needs_no_move() -> None:
    gone = thing(System, "gone", lifecycle=Lifecycle.RETIRED)
    assert steps(planned(of(A, B, NOTE, FLOW, *FED[4:6], link(B, "consumes", FLOW)), A, B)["a"]) == []
    assert steps(planned(of(A, gone, NOTE, FLOW, *FED[4:6], link(gone, "consumes", FLOW)), A)["a"]) == []
    other_gives = of(*FED, B, link(B, "provides", FLOW))
    assert steps(planned(other_gives, A)["a"]) == []
    assert steps(planned(other_gives, A, B)["b"]) == ["Another source of Note for Flow; none is stated"]


def test_what_an_exchange_carries_must_be_known_before_it_can_be_moved() -> None:
    world = of(A, OUT, FLOW, link(A, "provides", FLOW), link(OUT, "consumes", FLOW))
    assert steps(planned(world, A)["a"]) == ["A statement of what Flow carries, so that it can be moved"]


def test_data_is_moved_when_the_last_that_holds_it_goes_even_if_each_alone_could() -> None:
    held = (A, B, NOTE, link(A, "stores", NOTE), link(B, "masters", NOTE), link(B, "depends_on", A))
    assert steps(planned(of(*held), A)["a"]) == ["B changed so that it works without A"]
    both = planned(of(*held), A, B)
    assert (both["b"].wave, steps(both["b"])) == (1, [])
    assert (both["a"].wave, steps(both["a"])) == (2, ["Note moved or archived; no place is stated"])


def test_of_those_who_go_at_once_the_master_moves_the_data() -> None:
    world = planned(of(A, B, NOTE, link(A, "stores", NOTE), link(B, "masters", NOTE)), A, B)
    assert steps(world["a"]) == []
    assert steps(world["b"]) == ["Note moved or archived; no place is stated"]
    equals = planned(of(A, B, NOTE, link(A, "stores", NOTE), link(B, "stores", NOTE)), A, B)
    assert (steps(equals["a"]), steps(equals["b"])) == (["Note moved or archived; no place is stated"], [])


def test_data_goes_to_a_successor_a_planned_holder_or_a_confirmed_copy_that_stays() -> None:
    coming = thing(System, "coming", lifecycle=Lifecycle.PLAN)
    holds = (A, NOTE, link(A, "masters", NOTE))
    assert steps(planned(of(*holds, B, link(B, "succeeds", A)), A)["a"]) == ["Note moved to B"]
    assert steps(planned(of(*holds, coming, link(coming, "stores", NOTE)), A)["a"]) == [
        "Coming in use, and Note moved to it"
    ]
    copied = of(*FED, link(A, "masters", NOTE))
    assert steps(planned(copied, A)["a"])[1:] == ["Note archived, or a confirmed copy in Out, which Flow goes to"]
    store = thing(SharedStorage, "store")
    assert steps(planned(of(*holds, store, link(store, "stores", NOTE)), A)["a"]) == []


def test_archive_duty_names_what_is_to_be_archived() -> None:
    old = thing(System, "a", archive_duty=True)
    store = thing(SharedStorage, "store")
    assert steps(planned(of(old), old)["a"]) == ["What it holds archived; no source says what that is"]
    world = of(old, NOTE, store, link(old, "masters", NOTE), link(store, "stores", NOTE))
    assert steps(planned(world, old)["a"]) == ["Note archived"]


def test_dependents_facades_and_interfaces_that_stay_are_moved() -> None:
    through = thing(Exchange, "through")
    world = of(
        A, B, OUT, API, FLOW, through, NOTE, link(OUT, "depends_on", A), link(API, "facade_over", A),
        link(A, "exposes", thing_api := thing(Api, "own")), thing_api, link(through, "runs_through", thing_api),
        link(B, "provides", through), link(OUT, "consumes", through),
    )  # fmt: skip
    assert steps(planned(world, A)["a"]) == [
        "Out changed so that it works without A", "Another system behind Api, or Api retired",
        "Another interface than Own for Through",
    ]  # fmt: skip
    followed = of(A, C, OUT, API, link(OUT, "depends_on", A), link(API, "facade_over", A), link(C, "succeeds", A))
    assert steps(planned(followed, A)["a"]) == ["Out moved to C", "C behind Api instead"]
    assert steps(planned(followed, A, OUT)["a"]) == ["C behind Api instead"]
    assert steps(planned(followed, A, C)["a"]) == [
        "Out changed so that it works without A", "Another system behind Api, or Api retired",
    ]  # fmt: skip


def test_a_facade_that_goes_too_needs_no_other_system_behind_it() -> None:
    world = of(A, B, API, link(API, "facade_over", A), link(B, "exposes", API))
    assert steps(planned(world, A, B)["a"]) == []
    assert steps(planned(world, A)["a"]) == ["Another system behind Api, or Api retired"]


def test_a_planned_successor_must_be_in_use_unless_another_is() -> None:
    coming = thing(System, "coming", lifecycle=Lifecycle.PLAN)
    assert steps(planned(of(A, coming, link(coming, "succeeds", A)), A)["a"]) == ["Coming in use"]
    assert steps(planned(of(A, B, coming, link(coming, "succeeds", A), link(B, "succeeds", A)), A)["a"]) == []


@pytest.mark.parametrize(
    ("many", "told", "last"),
    [
        (12, 12, "N11 changed so that it works without A"),
        (13, 13, "1 more of the same sort"),
        (15, 13, "3 more of the same sort"),
    ],
)
def test_many_steps_of_one_sort_are_cut_and_counted(many: int, told: int, last: str) -> None:
    needy = [thing(System, f"n{number:02}") for number in range(many)]
    world = of(A, *needy, *(link(each, "depends_on", A) for each in needy))
    found = planned(world, A)["a"]
    assert (len(found.steps), steps(found)[-1]) == (told, last)
    assert all(each.facts for each in found.steps[:12])
    assert all(each.facts == () for each in found.steps[12:])


def test_only_what_no_step_lifts_is_left_in_the_way() -> None:
    decision = thing(Decision, "no")
    old = thing(
        System, "a", must_not_stop=True, archive_duty=True, contract_ends="2030", criticality=Criticality.SAFETY
    )
    world = of(old, NOTE, decision, link(old, "masters", NOTE), link(decision, "blocks", old))
    assert [each.sort.value for each in planned(world, old)["a"].left] == ["blocked", "must-not-stop", "safety"]


@pytest.mark.parametrize(
    ("text", "last"),
    [("2027", "2027-12-31"), ("2027-02", "2027-02-28"), ("2028-02", "2028-02-29"), ("2027-05-12", "2027-05-12")],
)
def test_a_date_of_reduced_precision_binds_to_its_last_day(text: str, last: str) -> None:
    assert last_day(text) == last


@pytest.mark.parametrize(
    ("fields", "earliest", "said"),
    [
        ({}, DAY, ["No date is stated that it has to wait for"]),
        ({"contract_ends": "2026-10"}, DAY, ["No date is stated that it has to wait for"]),
        ({"contract_ends": "2027-06-30"}, "2027-06-30", ["The contract runs until 2027-06-30"]),
        ({"contract_ends": "2027", "contract_notice_by": "2027-01"}, "2027",
         ["The contract runs until 2027; notice by 2027-01"]),
        ({"contract_ends": "2027", "contract_notice_by": "2026-10"}, "2027",
         ["The contract runs until 2027; the last day of notice was 2026-10"]),
        ({"support_ends": "2026-10-31"}, DAY,
         ["No date is stated that it has to wait for", "Vendor support ended 2026-10-31"]),
        ({"contract_ends": "2027", "support_ends": "2027-06"}, "2027",
         ["The contract runs until 2027", "Vendor support ends 2027-06, before it can go"]),
        ({"contract_ends": "2027", "support_ends": "2027-12"}, "2027",
         ["The contract runs until 2027", "Vendor support ends 2027-12"]),
        ({"contract_ends": "2028", "used_until": "2027"}, "2028",
         ["The contract runs until 2028", "Its use is to end 2027, before it can go"]),
        ({"contract_ends": "2027", "used_until": "2027-12-31"}, "2027",
         ["The contract runs until 2027", "Its use is to end 2027-12-31"]),
        ({"used_until": "2027"}, DAY, ["No date is stated that it has to wait for", "Its use is to end 2027"]),
    ],
)  # fmt: skip
def test_contract_and_support_say_when_it_can_go(fields: dict[str, Any], earliest: str, said: list[str]) -> None:
    old = thing(System, "a", **fields)
    found = planned(of(old, *used(old)), old)["a"]
    assert (found.earliest, dates(found)) == (earliest, said)


def test_it_waits_for_its_planned_successor_and_for_those_before_it_and_with_it() -> None:
    coming = thing(System, "coming", lifecycle=Lifecycle.PLAN, used_since="2028-03")
    a, b = thing(System, "a", contract_ends="2027"), thing(System, "b", contract_ends="2027-06-30")
    world = of(a, b, C, D, coming, link(a, "depends_on", b), link(b, "depends_on", C), link(C, "depends_on", D),
               link(D, "depends_on", C), link(coming, "succeeds", D), *used(a))  # fmt: skip
    found = planned(world, a, b, C, D)
    assert [(each.wave, each.earliest) for each in found.values()] == [
        (1, "2027"), (2, "2027"), (3, "2028-03"), (3, "2028-03"),
    ]  # fmt: skip
    assert dates(found["b"]) == ["The contract runs until 2027-06-30; "[:-2], "A goes before it, from 2027"]
    assert dates(found["c"]) == ["D moves with it, from 2028-03"]
    assert dates(found["d"]) == ["Coming is to be in use from 2028-03"]


def test_what_is_not_priced_is_counted_and_not_nothing() -> None:
    a, b, c = thing(System, "a", annual_cost_sek=0.1), thing(System, "b", annual_cost_sek=0.2), thing(System, "c")
    world = of(a, b, c, D, link(D, "depends_on", a), link(a, "depends_on", b), link(b, "depends_on", c))
    found = planned(world, a, b, c, D)
    assert [(each.system.id, each.saving, each.cumulative, each.unpriced) for each in found.values()] == [
        ("d", None, None, 1), ("a", 0.1, 0.1, 1), ("b", 0.2, pytest.approx(0.3), 1), ("c", None, pytest.approx(0.3), 2),
    ]  # fmt: skip
    assert savings([]) == (None, 0)


def ask(within: Snapshot, **values: Any) -> list[Any]:
    parameters = question.Parameters.model_validate({"as_of": DAY} | values)
    return [question.explain(within, each, parameters) for each in question.find(within, parameters)]


def test_the_question_takes_ids_an_initiative_or_all_that_is_free() -> None:
    low: dict[str, Any] = {"functional_fit": "insufficient", "technical_fit": "inappropriate"}
    free, held = thing(System, "free", **low), thing(System, "held", archive_duty=True, **low)
    change, gone = thing(Initiative, "change"), thing(System, "gone", lifecycle=Lifecycle.RETIRED)
    world = of(free, held, change, gone, A, link(change, "retires", A, wave=3), link(change, "retires", gone, wave=1))
    assert [row.system.id for row in ask(world)] == ["a", "free"]
    assert [(row.system.id, row.stated_wave, row.wave) for row in ask(world, initiative="change")] == [("a", 3, 1)]
    assert [row.system.id for row in ask(world, systems=["held", "a"])] == ["a", "held"]
    assert [row.system.id for row in ask(world, systems=["held, a", "a"])] == ["a", "held"]
    assert [row.system.id for row in ask(world, systems=["free"], initiative="change")] == ["a", "free"]
    assert ask(world, systems=["gone"]) == []


def test_a_system_that_is_not_there_or_no_id_at_all_is_told_of() -> None:
    with pytest.raises(UnknownThingError, match=r"systems: there is no System 'outt'\. Did you mean 'out'"):
        ask(of(OUT), systems=["outt"])
    with pytest.raises(QuestionError, match="no id is given"):
        ask(of(OUT), systems=[" , "])


def test_a_row_rests_on_what_it_names_and_on_what_orders_it() -> None:
    world = of(*FED, B, C, link(B, "masters", NOTE), link(C, "depends_on", A))
    rows = {row.system.id: row for row in ask(world, systems=["a", "c"])}
    rests = set(map(str, rows["a"].grounds))
    assert {"System/a", "System/c DEPENDS_ON System/a", "System/b MASTERS InformationEntity/note", "System/b",
            "Exchange/flow", "System/out CONSUMES Exchange/flow"} <= rests  # fmt: skip
    assert [each.id for each in rows["a"].after] == ["c"]


def test_a_planned_successor_is_not_waited_for_where_another_is_in_use() -> None:
    coming = thing(System, "coming", lifecycle=Lifecycle.PLAN, used_since="2028")
    world = of(A, B, coming, link(coming, "succeeds", A), link(B, "succeeds", A), *used(A))
    assert planned(world, A)["a"].earliest == DAY


def test_only_flows_of_others_that_somebody_still_receives_need_another_interface() -> None:
    own, unread = thing(Exchange, "own"), thing(Exchange, "unread")
    world = of(
        A,
        B,
        OUT,
        API,
        NOTE,
        own,
        unread,
        link(A, "exposes", API),
        link(own, "runs_through", API),
        link(A, "provides", own),
        link(OUT, "consumes", own),
        link(own, "carries", NOTE),
        link(B, "masters", NOTE),
        link(unread, "runs_through", API),
        link(B, "provides", unread),
    )
    assert steps(planned(world, A)["a"]) == ["Own moved to B"]


def test_steps_rest_on_the_relations_that_call_for_them() -> None:
    world = of(A, B, OUT, API, NOTE, link(A, "masters", NOTE), link(A, "exposes", API), link(OUT, "depends_on", API),
               link(B, "depends_on", A))  # fmt: skip
    (row,) = ask(world, systems=["a"])
    assert {"System/a MASTERS InformationEntity/note", "System/out DEPENDS_ON Api/api", "Api/api",
            "System/b DEPENDS_ON System/a"} <= set(map(str, row.grounds))  # fmt: skip


COMING, STORE = thing(System, "coming", lifecycle=Lifecycle.PLAN), thing(SharedStorage, "store")
THROUGH, OLD = thing(Exchange, "through"), thing(System, "a", archive_duty=True)
GIVEN = ["System/a PROVIDES Exchange/flow", "System/out", "System/out CONSUMES Exchange/flow"]
CARRIED = "Exchange/flow CARRIES InformationEntity/note"
EVERY_WAY = ["masters", "stores", "publishes"]


@pytest.mark.parametrize(
    ("facts", "said", "rests"),
    [
        (FED, "Another source of Note for Flow; none is stated", [*GIVEN, CARRIED]),
        ((*FED, B, *(link(B, side, NOTE) for side in EVERY_WAY)), "Flow moved to B",
         [*GIVEN, *(f"System/b {side.upper()} InformationEntity/note" for side in EVERY_WAY)]),
        ((*FED, B, RESULT, link(FLOW, "carries", RESULT), link(B, "stores", NOTE)), "Note in Flow from B",
         [*GIVEN, CARRIED, "System/b STORES InformationEntity/note"]),
        ((A, OUT, FLOW, FED[4], FED[6]), "A statement of what Flow carries, so that it can be moved", GIVEN),
        ((A, NOTE, link(A, "masters", NOTE), link(A, "stores", NOTE)), "Note moved or archived; no place is stated",
         ["System/a MASTERS InformationEntity/note", "System/a STORES InformationEntity/note"]),
        ((A, NOTE, COMING, link(A, "stores", NOTE), link(COMING, "masters", NOTE)),
         "Coming in use, and Note moved to it",
         ["System/a STORES InformationEntity/note", "System/coming MASTERS InformationEntity/note"]),
        ((*FED, link(A, "masters", NOTE)), "Note archived, or a confirmed copy in Out, which Flow goes to",
         [GIVEN[0], GIVEN[2], CARRIED, "System/a MASTERS InformationEntity/note"]),
        ((OLD, NOTE, STORE, link(OLD, "stores", NOTE), link(STORE, "stores", NOTE)), "Note archived",
         ["System/a STORES InformationEntity/note"]),
        ((OLD,), "What it holds archived; no source says what that is", []),
        ((A, OUT, link(OUT, "depends_on", A)), "Out changed so that it works without A",
         ["System/a", "System/out DEPENDS_ON System/a"]),
        ((A, OUT, C, API, link(A, "exposes", API), link(OUT, "depends_on", API), link(C, "succeeds", A)),
         "Out moved to C", ["Api/api", "System/out DEPENDS_ON Api/api"]),
        ((A, API, link(API, "facade_over", A)), "Another system behind Api, or Api retired",
         ["Api/api FACADE_OVER System/a"]),
        ((A, C, API, link(API, "facade_over", A), link(C, "succeeds", A)), "C behind Api instead",
         ["Api/api FACADE_OVER System/a"]),
        ((A, B, OUT, API, THROUGH, link(A, "exposes", API), link(THROUGH, "runs_through", API),
          link(B, "provides", THROUGH), link(OUT, "consumes", THROUGH)), "Another interface than Api for Through",
         ["System/a EXPOSES Api/api", "Exchange/through RUNS_THROUGH Api/api"]),
        ((A, COMING, link(COMING, "succeeds", A)), "Coming in use", ["System/coming SUCCEEDS System/a"]),
    ],
)  # fmt: skip
def test_every_step_rests_on_the_relations_that_call_for_it(
    facts: tuple[Fact, ...], said: str, rests: list[str]
) -> None:
    (step,) = [each for each in planned(of(*facts), A)["a"].steps if each.said.phrase.say("en") == said]
    assert sorted(map(str, grounds(step.facts))) == sorted(rests)


def provided(flow: ThingFact, *more: Fact) -> tuple[Fact, ...]:
    return flow, link(A, "provides", flow), *more


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (provided(thing(Exchange, "a-unread")), []),
        (provided(one := thing(Exchange, "a-ended", status=ExchangeStatus.ENDED), link(OUT, "consumes", one)), []),
        (provided(one := thing(Exchange, "a-bare"), link(OUT, "consumes", one)),
         ["A statement of what A-bare carries, so that it can be moved"]),
        (provided(one := thing(Exchange, "a-full"), link(OUT, "consumes", one), link(one, "carries", NOTE)),
         ["A-full moved to B"]),
    ],
)  # fmt: skip
def test_every_exchange_is_looked_at_whatever_comes_before_it(first: tuple[Fact, ...], said: list[str]) -> None:
    world = of(*FED, B, link(B, "masters", NOTE), *first)
    assert steps(planned(world, A)["a"]) == [*said, "Flow moved to B"]


def test_every_entity_is_looked_at_whatever_comes_before_it() -> None:
    world = of(A, NOTE, RESULT, STORE, link(A, "stores", NOTE), link(A, "stores", RESULT), link(STORE, "stores", NOTE))
    assert steps(planned(world, A)["a"]) == ["Result moved or archived; no place is stated"]


def test_an_exchange_through_its_interface_that_does_not_run_needs_no_other() -> None:
    ended = thing(Exchange, "ended", status=ExchangeStatus.ENDED)
    world = of(A, B, OUT, API, ended, link(A, "exposes", API), link(ended, "runs_through", API),
               link(B, "provides", ended), link(OUT, "consumes", ended))  # fmt: skip
    assert steps(planned(world, A)["a"]) == []
