"""What stands in the way of retiring a system, and what would lift it."""

from typing import Any

import pytest

from graph.facts.facts import Fact, LinkKey, Ref, ThingFact
from graph.ontology.kinds import (
    Api,
    Decision,
    Device,
    Exchange,
    GovernanceBody,
    InformationEntity,
    Initiative,
    Procurement,
    Requirement,
    SharedStorage,
    System,
)
from graph.ontology.vocabulary import Criticality, ExchangeStatus, Lifecycle
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import ThingRef
from queries.asking.grounds import grounds
from queries.divestment import blocker_texts
from queries.divestment.blocker_remedies import LISTED, remedies
from queries.divestment.blockers import Blocker, BlockerSort, blockers, contract_runs, dependents, facts, infeasible
from queries.divestment.sole_reliance import sole_reliance
from queries.divestment.takers import Takers, planned
from queries.questions.going import divestment_blockers as question
from tests.worlds import link, thing

DAY = "2026-11-01"
OLD, NEW, USER, LATER = (thing(System, id) for id in ("old", "new", "user", "later"))
NOTE, FLOW, API = thing(InformationEntity, "note"), thing(Exchange, "flow"), thing(Api, "api")
FED: tuple[Fact, ...] = (
    OLD, NEW, USER, NOTE, FLOW, link(OLD, "provides", FLOW), link(FLOW, "carries", NOTE), link(USER, "consumes", FLOW),
)  # fmt: skip


def of(*some: Fact) -> Snapshot:
    return Snapshot.of_facts(some)


def node(within: Snapshot, fact: ThingFact) -> Any:
    found = within.get(fact.kind, fact.id)
    assert found
    return found


def sorts(within: Snapshot, fact: ThingFact = OLD) -> list[str]:
    return [each.sort.value for each in blockers(within, node(within, fact), sole_reliance(within), DAY)]


def ways(within: Snapshot, sort: BlockerSort, what: ThingFact | None = None) -> list[str]:
    thing_of = node(within, what) if what else None
    return [each.phrase.say("en") for each in remedies(node(within, OLD), sort, thing_of, DAY)]


def test_nothing_stated_blocks_nothing() -> None:
    assert sorts(of(OLD)) == []


def test_who_alone_supplies_what_somebody_in_use_receives_is_the_only_supplier() -> None:
    world = of(*FED)
    assert sole_reliance(world).supplied == {node(world, OLD): [node(world, NOTE)]}
    assert sorts(of(*FED)) == ["only-supplier"]


@pytest.mark.parametrize(
    ("facts_of", "alone"),
    [
        ((link(NEW, "masters", NOTE),), False),
        ((link(NEW, "publishes", NOTE),), False),
        ((link(NEW, "stores", NOTE),), True),
        ((link(OLD, "masters", NOTE),), True),
        ((link(OLD, "masters", NOTE), link(NEW, "publishes", NOTE)), False),
    ],
)
def test_another_that_masters_or_publishes_it_is_an_alternative(facts_of: tuple[Fact, ...], alone: bool) -> None:
    assert ("only-supplier" in sorts(of(*FED, *facts_of))) is alone


@pytest.mark.parametrize("lifecycle", [Lifecycle.PLAN, Lifecycle.RETIRED])
def test_a_planned_or_retired_system_neither_supplies_nor_receives(lifecycle: Lifecycle) -> None:
    other, second = thing(System, "other", lifecycle=lifecycle), thing(Exchange, "second")
    masters = of(*FED, other, link(other, "masters", NOTE))
    provides = of(*FED, other, second, link(other, "provides", second), link(second, "carries", NOTE),
                  link(USER, "consumes", second))  # fmt: skip
    assert sorts(masters) == sorts(provides) == ["only-supplier"]
    receives = of(OLD, NOTE, FLOW, other, *FED[5:7], link(other, "consumes", FLOW))
    assert sorts(receives) == []


def test_another_provider_of_an_exchange_in_use_is_an_alternative_but_a_storage_or_device_is_not() -> None:
    second = thing(Exchange, "second")
    more = (second, link(second, "carries", NOTE), link(USER, "consumes", second))
    assert sorts(of(*FED, *more, link(NEW, "provides", second))) == []
    for kind in (SharedStorage, Device):
        passes_on = thing(kind, "store")
        assert sorts(of(*FED, *more, passes_on, link(passes_on, "provides", second))) == ["only-supplier"]


@pytest.mark.parametrize("status", [ExchangeStatus.PLANNED, ExchangeStatus.ENDED])
def test_an_exchange_that_does_not_run_supplies_nobody(status: ExchangeStatus) -> None:
    idle = thing(Exchange, "flow", status=status)
    assert sorts(of(OLD, USER, NOTE, idle, *FED[5:])) == []
    assert sorts(of(OLD, USER, idle, link(OLD, "provides", idle), link(USER, "consumes", idle))) == []


def test_the_last_holder_holds_what_no_other_place_in_use_holds() -> None:
    store, gone = thing(SharedStorage, "store"), thing(System, "gone", lifecycle=Lifecycle.RETIRED)
    held = (OLD, NOTE, link(OLD, "stores", NOTE))
    assert sorts(of(*held)) == ["last-holder"]
    assert sorts(of(*held, gone, link(gone, "masters", NOTE))) == ["last-holder"]
    assert sorts(of(*held, store, link(store, "stores", NOTE))) == []
    assert sorts(of(*held, NEW, link(NEW, "masters", NOTE))) == []
    assert sole_reliance(of(NOTE, store, link(store, "stores", NOTE))).held == {}


def test_a_flow_of_unstated_information_blocks_while_somebody_receives_it() -> None:
    flow = (OLD, USER, FLOW, link(OLD, "provides", FLOW))
    assert sorts(of(*flow)) == []
    world = of(*flow, link(USER, "consumes", FLOW))
    assert sorts(world) == ["unstated-flow"]
    assert sole_reliance(world).unstated == {node(world, OLD): [node(world, FLOW)]}


def test_what_needs_it_or_an_interface_of_it_depends_on_it() -> None:
    gone = thing(System, "gone", lifecycle=Lifecycle.RETIRED)
    world = of(
        OLD, NEW, USER, gone, API, link(OLD, "exposes", API), link(USER, "depends_on", API),
        link(NEW, "depends_on", OLD), link(gone, "depends_on", OLD), link(OLD, "depends_on", API),
    )  # fmt: skip
    assert [each.id for each in dependents(node(world, OLD))] == ["new", "user"]
    rests = {str(each) for each in grounds([*facts(node(world, OLD), BlockerSort.NEEDED, [node(world, USER)])])}
    assert {"System/old EXPOSES Api/api", "System/user DEPENDS_ON Api/api"} <= rests
    assert dependents(node(of(OLD, NEW, link(NEW, "depends_on", OLD)), OLD))


def test_a_decision_against_the_change_that_retires_it_makes_its_migration_infeasible() -> None:
    months, rule, change = thing(Decision, "months"), thing(Requirement, "rule"), thing(Procurement, "change")
    world = of(
        OLD, months, rule, change, link(change, "retires", OLD), link(months, "blocks", change),
        link(rule, "blocks", change), link(rule, "blocks", OLD),
    )  # fmt: skip
    assert sorts(world) == ["blocked", "infeasible"]
    assert [each.id for each in infeasible(node(world, OLD))] == ["months"]
    assert infeasible(node(of(OLD), OLD)) == []
    rests = set(map(str, grounds([*facts(node(world, OLD), BlockerSort.INFEASIBLE, [node(world, months)])])))
    assert {"Procurement/change RETIRES System/old", "Decision/months BLOCKS Procurement/change"} <= rests


@pytest.mark.parametrize(
    ("fields", "runs"),
    [
        ({}, False), ({"contract_ends": "2026-10-31"}, False), ({"contract_ends": "2026-11-01"}, True),
        ({"contract_ends": "2026"}, True), ({"contract_notice_by": "2027"}, True),
        ({"contract_notice_by": "2026-10"}, False), ({"contract_ends": "2027", "contract_notice_by": "2020"}, True),
        ({"contract_ends": "2020", "contract_notice_by": "2027"}, False),
    ],
)  # fmt: skip
def test_a_contract_runs_until_it_ends_or_until_notice_where_no_end_is_stated(
    fields: dict[str, Any], runs: bool
) -> None:
    world = of(thing(System, "old", **fields))
    assert contract_runs(node(world, OLD), DAY) is runs
    assert (sorts(world) == ["contract"]) is runs


@pytest.mark.parametrize(
    ("lifecycle", "blocked"), [(None, False), ("plan", False), ("active", False), ("retired", True)]
)
def test_safety_critical_needs_a_successor_that_is_not_itself_retired(lifecycle: str | None, blocked: bool) -> None:
    old = thing(System, "old", criticality=Criticality.SAFETY)
    phase: dict[str, Any] = {"lifecycle": lifecycle} if lifecycle else {}
    next_one = thing(System, "next", **phase)
    assert sorts(of(old)) == ["safety"]
    assert (sorts(of(old, next_one, link(next_one, "succeeds", old))) == ["safety"]) is blocked
    assert sorts(of(thing(System, "old", criticality=Criticality.HIGH))) == []


def test_its_own_record_blocks_only_where_it_says_so() -> None:
    assert sorts(of(thing(System, "old", must_not_stop=True, archive_duty=True))) == ["must-not-stop", "archive-duty"]
    assert sorts(of(thing(System, "old", must_not_stop=False, archive_duty=False))) == []


def test_a_supplier_is_lifted_by_those_who_could_supply_the_likeliest_first() -> None:
    planned = thing(System, "planned", lifecycle=Lifecycle.PLAN)
    world = of(
        *FED, planned, LATER, link(planned, "publishes", NOTE), link(NEW, "stores", NOTE), link(LATER, "succeeds", OLD)
    )
    assert ways(world, BlockerSort.ONLY_SUPPLIER, NOTE) == [
        "Later supplying Note, and Flow moved to it",
        "Planned in use and supplying Note, and Flow moved to it",
        "New supplying Note, and Flow moved to it",
    ]
    assert ways(of(*FED), BlockerSort.ONLY_SUPPLIER, NOTE) == [
        "Another system that masters or publishes Note, and Flow moved to it; none is stated"
    ]


def test_a_last_holder_is_lifted_by_successors_planned_holders_and_confirmed_copies() -> None:
    planned = thing(System, "planned", lifecycle=Lifecycle.PLAN)
    world = of(
        *FED, planned, LATER, link(OLD, "stores", NOTE), link(planned, "masters", NOTE), link(LATER, "succeeds", OLD)
    )
    assert ways(world, BlockerSort.LAST_HOLDER, NOTE) == [
        "Note moved to Later", "Planned in use, and Note moved to it", "A confirmed copy in User, which Flow goes to",
    ]  # fmt: skip
    assert ways(of(OLD, NOTE), BlockerSort.LAST_HOLDER, NOTE) == ["Another holder of Note; none is stated or planned"]


def test_dependents_and_facades_go_to_the_successor_where_one_is_stated() -> None:
    change = thing(Initiative, "change")
    bare = of(OLD, USER, API)
    assert ways(bare, BlockerSort.NEEDED, USER) == ["User changed so that it works without Old"]
    assert ways(bare, BlockerSort.FACADE, API) == ["Another system behind Api, or Api retired"]
    world = of(OLD, USER, API, NEW, change, link(NEW, "succeeds", OLD), link(change, "retires", USER))
    assert ways(world, BlockerSort.NEEDED, USER) == ["User retired before it, by Change", "User moved to New"]
    assert ways(world, BlockerSort.FACADE, API) == ["New behind Api instead"]


def test_a_decision_is_lifted_by_who_decides_it_and_where_it_was_raised() -> None:
    decision, board, committee = (
        thing(Decision, "no"),
        thing(GovernanceBody, "board"),
        thing(GovernanceBody, "committee"),
    )
    world = of(
        OLD, decision, board, committee, link(board, "decides_on", decision), link(decision, "raised_to", committee)
    )
    for sort in (BlockerSort.BLOCKED, BlockerSort.INFEASIBLE):
        assert ways(world, sort, decision) == [
            "No taken up again by Board, who decides it", "No settled by Committee, to which it has been raised",
        ]  # fmt: skip
    assert ways(of(OLD, decision), BlockerSort.BLOCKED, decision) == ["No lifted or met; no source says who decides it"]


@pytest.mark.parametrize(
    ("sort", "fields", "said"),
    [
        ("must-not-stop", {}, ["A decision that it may stop; no source says why it must not"]),
        ("must-not-stop", {"retention_rationale": "data"}, ["A decision that it may stop; it is kept because: data"]),
        ("archive-duty", {}, ["What it holds archived; no source says what that is"]),
        ("contract", {"contract_ends": "2028"}, ["The end of the contract, 2028"]),
        ("contract", {"contract_ends": "2028", "contract_notice_by": "2027"},
         ["Notice given by 2027", "The end of the contract, 2028"]),
        ("contract", {"contract_ends": "2028", "contract_notice_by": "2026-10"},
         ["An agreement with the vendor: the last day of notice was 2026-10", "The end of the contract, 2028"]),
        ("contract", {"contract_notice_by": "2027"}, ["Notice given by 2027"]),
        ("safety", {}, ["A successor in use; none is stated"]),
    ],
)  # fmt: skip
def test_its_own_record_is_lifted_by_what_it_says(sort: str, fields: dict[str, Any], said: list[str]) -> None:
    assert ways(of(thing(System, "old", **fields)), BlockerSort(sort)) == said


@pytest.mark.parametrize(
    ("more", "last"),
    [(0, []), (1, ["One more kind of information archived"]), (2, ["2 more kinds of information archived"])],
)
def test_what_is_to_be_archived_is_named_up_to_a_number(more: int, last: list[str]) -> None:
    many = [thing(InformationEntity, f"e{number}") for number in range(LISTED + more)]
    said = ways(of(OLD, *many, *(link(OLD, "stores", each) for each in many)), BlockerSort.ARCHIVE_DUTY)
    assert said == [*(f"E{number} archived" for number in range(LISTED)), *last]


def test_the_question_has_a_row_for_each_blocker_of_a_system_with_why_and_what_lifts_it() -> None:
    months, change = thing(Decision, "months", constraint="Too short"), thing(Initiative, "change")
    old = thing(System, "old", archive_duty=True)
    world = of(
        old,
        *FED[1:],
        months,
        change,
        link(months, "blocks", change),
        link(change, "retires", OLD),
        link(OLD, "stores", NOTE),
    )
    parameters = question.Parameters(system="old", as_of=DAY)
    rows = [question.explain(world, each, parameters) for each in question.find(world, parameters)]
    assert [(row.sort.value, row.what and row.what.id) for row in rows] == [
        ("only-supplier", "note"), ("last-holder", "note"), ("infeasible", "months"), ("archive-duty", None),
    ]  # fmt: skip
    assert [each.say("en") for each in rows[2].why] == ["Months stands in the way: Too short.", "It blocks Change"]
    assert all(row.lifted_by for row in rows)
    assert all("System/old" in map(str, row.grounds) for row in rows)
    one = question.Parameters(system="old", as_of=DAY, sort=BlockerSort.LAST_HOLDER)
    assert [each.sort.value for each in question.find(world, one)] == ["last-holder"]


def test_without_a_system_the_question_tells_of_the_candidates_that_something_blocks() -> None:
    low: dict[str, Any] = {"functional_fit": "insufficient", "technical_fit": "inappropriate"}
    world = of(
        thing(System, "held", archive_duty=True, **low), thing(System, "free", **low),
        thing(System, "unassessed", archive_duty=True),
    )  # fmt: skip
    assert [each.system.id for each in question.find(world, question.Parameters(as_of=DAY))] == ["held"]


def test_every_blocker_rests_on_its_own_relations() -> None:
    decision = thing(Decision, "no")
    world = of(
        *FED, API, decision, link(OLD, "stores", NOTE), link(OLD, "publishes", NOTE), link(API, "facade_over", OLD),
        link(decision, "blocks", OLD), link(NEW, "depends_on", OLD), other := thing(Exchange, "other"),
        link(OLD, "provides", other), link(USER, "consumes", other), idle := thing(Exchange, "idle", status="ended"),
        link(OLD, "provides", idle), link(idle, "carries", NOTE), link(USER, "consumes", idle),
    )  # fmt: skip

    def rests(sort: BlockerSort, what: ThingFact) -> set[str]:
        return set(map(str, grounds([*facts(node(world, OLD), sort, [node(world, what)])])))

    flow = {"Exchange/flow", "System/old", "System/user", "System/old PROVIDES Exchange/flow",
            "System/user CONSUMES Exchange/flow"}  # fmt: skip
    carried = {"InformationEntity/note", "Exchange/flow CARRIES InformationEntity/note"}
    assert rests(BlockerSort.ONLY_SUPPLIER, NOTE) == flow | carried
    assert rests(BlockerSort.UNSTATED_FLOW, FLOW) == flow
    assert rests(BlockerSort.LAST_HOLDER, NOTE) == {
        "InformationEntity/note", "System/old STORES InformationEntity/note",
        "System/old PUBLISHES InformationEntity/note",
    }  # fmt: skip
    assert rests(BlockerSort.FACADE, API) == {"Api/api", "Api/api FACADE_OVER System/old"}
    assert rests(BlockerSort.BLOCKED, decision) == {"Decision/no", "Decision/no BLOCKS System/old"}
    assert rests(BlockerSort.NEEDED, NEW) == {"System/new", "System/new DEPENDS_ON System/old"}


def test_a_flow_of_unstated_information_is_lifted_by_a_statement() -> None:
    assert ways(of(OLD, FLOW), BlockerSort.UNSTATED_FLOW, FLOW) == [
        "A statement of what Flow carries, so that it can be moved"
    ]


@pytest.mark.parametrize(
    ("sort", "what", "said"),
    [
        (BlockerSort.UNSTATED_FLOW, (), "What Flow carries is not stated"),
        (BlockerSort.UNSTATED_FLOW, (API,), "What Flow and 1 more carry is not stated"),
        (BlockerSort.INFEASIBLE, (), "The change that is to retire it is blocked by Flow"),
        (BlockerSort.INFEASIBLE, (API, NEW), "The change that is to retire it is blocked by Flow and 2 more"),
    ],
)
def test_several_of_one_sort_are_told_by_the_first_and_how_many_more(
    sort: BlockerSort, what: tuple[ThingFact, ...], said: str
) -> None:
    world = of(OLD, FLOW, API, NEW)
    several = tuple(node(world, each) for each in (FLOW, *what))
    assert blocker_texts.blocker(node(world, OLD), Blocker(sort, several), DAY).say("en") == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"contract_ends": "2028"}, "The contract runs until 2028"),
        ({"contract_ends": "2028", "contract_notice_by": "2026-11"}, "The contract runs until 2028; notice by 2026-11"),
        ({"contract_ends": "2028", "contract_notice_by": "2026-10"},
         "The contract runs until 2028; the last day of notice was 2026-10"),
    ],
)  # fmt: skip
def test_a_contract_is_told_with_its_day_of_notice(fields: dict[str, Any], said: str) -> None:
    assert blocker_texts.contract(node(of(thing(System, "old", **fields)), OLD), DAY).say("en") == said


def test_who_could_take_over_is_planned_or_in_use_and_never_going_itself() -> None:
    store, coming = thing(SharedStorage, "store"), thing(System, "coming", lifecycle=Lifecycle.PLAN)
    idle = thing(Exchange, "idle", status=ExchangeStatus.ENDED)
    world = of(
        *FED,
        LATER,
        store,
        coming,
        idle,
        link(OLD, "masters", NOTE),
        link(NEW, "masters", NOTE),
        link(NEW, "succeeds", OLD),
        link(coming, "masters", NOTE),
        link(store, "stores", NOTE),
        link(store, "consumes", FLOW),
        link(OLD, "consumes", FLOW),
        link(OLD, "provides", idle),
        link(idle, "carries", NOTE),
        link(LATER, "consumes", idle),
    )
    old, new, note, user = (node(world, each) for each in (OLD, NEW, NOTE, USER))
    assert [each.id for each in planned(note, "mastered_by", "stored_in")] == ["coming"]
    everyone, without = Takers(), Takers([old, new, user])
    assert [each.id for each in everyone.suppliers(old, note)] == ["new", "coming"]
    assert [each.id for each in without.suppliers(old, note)] == ["coming"]
    assert [each.id for each in everyone.keepers(old, note)] == ["new", "store", "coming"]
    assert [each.id for each in without.keepers(old, note)] == ["store", "coming"]
    assert [(flow.id, to.id) for flow, to in everyone.copies(old, note)] == [("flow", "user")]
    assert without.copies(old, note) == []


CHANGE, NO, BOARD = thing(Initiative, "change"), thing(Decision, "no"), thing(GovernanceBody, "board")
COMING = thing(System, "coming", lifecycle=Lifecycle.PLAN)
SUCCEEDS = "System/new SUCCEEDS System/old"
ONLY, LAST, ARCHIVE = BlockerSort.ONLY_SUPPLIER, BlockerSort.LAST_HOLDER, BlockerSort.ARCHIVE_DUTY


@pytest.mark.parametrize(
    ("sort", "what", "world", "ways_of"),
    [
        (ONLY, NOTE, (*FED, link(NEW, "stores", NOTE)),
         {"New supplying Note, and Flow moved to it": {"System/new STORES InformationEntity/note"}}),
        (ONLY, NOTE, (*FED, link(NEW, "masters", NOTE), link(NEW, "publishes", NOTE), link(NEW, "succeeds", OLD)),
         {"New supplying Note, and Flow moved to it":
          {SUCCEEDS, "System/new MASTERS InformationEntity/note", "System/new PUBLISHES InformationEntity/note"}}),
        (LAST, NOTE, (OLD, NEW, NOTE, link(NEW, "masters", NOTE)),
         {"Note moved to New": {"System/new MASTERS InformationEntity/note"}}),
        (LAST, NOTE, (OLD, COMING, NOTE, link(COMING, "stores", NOTE)),
         {"Coming in use, and Note moved to it": {"System/coming STORES InformationEntity/note"}}),
        (LAST, NOTE, FED,
         {"A confirmed copy in User, which Flow goes to": {"System/user CONSUMES Exchange/flow"}}),
        (BlockerSort.NEEDED, USER, (OLD, USER, CHANGE, link(CHANGE, "retires", USER)),
         {"User retired before it, by Change": {"Initiative/change RETIRES System/user"}}),
        (BlockerSort.NEEDED, USER, (OLD, USER, NEW, link(NEW, "succeeds", OLD)), {"User moved to New": {SUCCEEDS}}),
        (BlockerSort.FACADE, API, (OLD, API, NEW, link(NEW, "succeeds", OLD)), {"New behind Api instead": {SUCCEEDS}}),
        (BlockerSort.BLOCKED, NO, (OLD, NO, BOARD, link(BOARD, "decides_on", NO)),
         {"No taken up again by Board, who decides it": {"GovernanceBody/board DECIDES_ON Decision/no"}}),
        (BlockerSort.BLOCKED, NO, (OLD, NO, BOARD, link(NO, "raised_to", BOARD)),
         {"No settled by Board, to which it has been raised": {"Decision/no RAISED_TO GovernanceBody/board"}}),
        (ARCHIVE, None, (OLD, NOTE, link(OLD, "masters", NOTE), link(OLD, "publishes", NOTE)),
         {"Note archived": {"System/old MASTERS InformationEntity/note"}}),
        (ARCHIVE, None, (OLD, NOTE, link(OLD, "stores", NOTE)),
         {"Note archived": {"System/old STORES InformationEntity/note"}}),
    ],
)  # fmt: skip
def test_what_lifts_a_blocker_rests_on_what_it_names_and_on_why_that_could(
    sort: BlockerSort, what: ThingFact | None, world: tuple[Fact, ...], ways_of: dict[str, set[str]]
) -> None:
    within = of(*world)
    found = remedies(node(within, OLD), sort, node(within, what) if what else None, DAY)
    for each in found:
        rests = set(grounds(each.facts))
        assert {fact for fact in rests if isinstance(fact, Ref)} == {
            value.ref for value in each.phrase.values.values() if isinstance(value, ThingRef)
        }
        assert {str(fact) for fact in rests if isinstance(fact, LinkKey)} == ways_of[each.phrase.say("en")]
    assert len(found) == len(ways_of)
