"""Verdicts: a case for each cell of the table, and which way is judged."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from graph.errors import SettingsError
from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import (
    Api,
    Arena,
    Coordinator,
    Exchange,
    InformationEntity,
    IntegrationPlatform,
    Need,
    Organisation,
    Requirement,
    Role,
    SharedStorage,
    Standard,
    StandardVersion,
    System,
)
from graph.ontology.vocabulary import DesignBasis, ExchangeStatus, Lifecycle, StandardType, Timing, Transport
from graph.snapshot.snapshot import Snapshot
from queries.asking.rule_tables import RuleTableError
from queries.questions.flows.interoperability_verdicts import Parameters, Row, explain, find
from queries.verdicts.observing import OBSERVATIONS
from queries.verdicts.table import RULES, Verdict, read, rules
from tests.worlds import link, thing

A, B, NOTE, FLOW = (
    thing(System, "a"), thing(System, "b"), thing(InformationEntity, "note"), thing(Exchange, "flow"),
)  # fmt: skip
FHIR, V2, CODES, OTHER_CODES, GUIDES = (
    thing(Standard, "fhir", standard_type=StandardType.EXCHANGE),
    thing(Standard, "v2", standard_type=StandardType.EXCHANGE),
    thing(Standard, "codes", standard_type=StandardType.TERMINOLOGY),
    thing(Standard, "other-codes", standard_type=StandardType.TERMINOLOGY),
    thing(Standard, "guides", standard_type=StandardType.PROFILE),
)  # fmt: skip
R4, R5, V23, TERMS, OTHER_TERMS, SE, EU, EU_SE = (
    thing(StandardVersion, id) for id in ("r4", "r5", "v2.3", "terms", "other-terms", "se", "eu", "eu-se")
)
STANDARDS: list[Fact] = [
    FHIR, V2, CODES, OTHER_CODES, GUIDES, R4, R5, V23, TERMS, OTHER_TERMS, SE, EU, EU_SE,
    link(R4, "version_of", FHIR), link(R5, "version_of", FHIR), link(V23, "version_of", V2),
    link(TERMS, "version_of", CODES), link(OTHER_TERMS, "version_of", OTHER_CODES),
    link(SE, "version_of", GUIDES), link(EU, "version_of", GUIDES), link(EU_SE, "version_of", GUIDES),
    link(EU_SE, "requires", SE), link(SE, "requires", R4), link(EU, "requires", R4),
]  # fmt: skip
ORG, OTHER_ORG, BUS, API, SOMEBODY = (
    thing(Organisation, "org"), thing(Organisation, "other-org"), thing(IntegrationPlatform, "bus"), thing(Api, "api"),
    thing(Coordinator, "somebody"),
)  # fmt: skip
READ: list[Fact] = [NOTE, link(A, "masters", NOTE), link(B, "reads", NOTE)]


def flowing(
    *facts: Fact, flow: ThingFact = FLOW, a: ThingFact = A, b: ThingFact = B, carries: bool = True
) -> list[Row]:
    """The rows of a world in which `b` reads what `a` masters, and `flow` goes from `a` to `b`."""
    world = [*STANDARDS, *READ, flow, a, b, link(A, "provides", FLOW), link(B, "consumes", FLOW), *facts]
    return asked([*world, link(FLOW, "carries", NOTE)] if carries else world)


def asked(facts: Iterable[Fact], **values: Any) -> list[Row]:
    snapshot = Snapshot.of_facts(facts)
    parameters = Parameters(**values)
    return [explain(snapshot, case, parameters) for case in find(snapshot, parameters)]


SAME = [link(FLOW, "conforms_to", R4)]
NEED = thing(Need, "need", real_time=True)
WANTS: list[Fact] = [NEED, link(NEED, "asked_of", A), link(NEED, "needed_at", B), link(NEED, "calls_for", NOTE)]
BOUND = [link(NOTE, "bound_to", CODES)]
ACROSS: list[Fact] = [ORG, OTHER_ORG, link(A, "used_by", ORG), link(B, "used_by", OTHER_ORG)]
EMPTY_PLACE = thing(Need, "need")
CELLS: dict[tuple[str, str], Callable[[], list[Row]]] = {
    ("ends", "not-stated"): lambda: asked(
        [A, ORG, EMPTY_PLACE, NOTE, link(EMPTY_PLACE, "asked_of", ORG), link(EMPTY_PLACE, "needed_at", A),
         link(EMPTY_PLACE, "calls_for", NOTE)]
    ),
    ("reach", "none"): lambda: asked([A, B, *READ]),
    ("reach", "planned"): lambda: flowing(*SAME, flow=thing(Exchange, "flow", status=ExchangeStatus.PLANNED)),
    ("reach", "content-not-stated"): lambda: flowing(*SAME, carries=False),
    ("structure", "own-format"): lambda: flowing(flow=thing(Exchange, "flow", format="CSV of ours")),
    ("structure", "other-standard"): lambda: flowing(link(A, "conforms_to", V23), link(B, "conforms_to", R4)),
    ("structure", "other-version"): lambda: flowing(*SAME, link(B, "conforms_to", R5)),
    ("profile", "other"): lambda: flowing(*SAME, link(FLOW, "profiled_by", SE), link(B, "profiled_by", EU)),
    ("codes", "other"): lambda: flowing(*SAME, *BOUND, link(A, "conforms_to", OTHER_TERMS)),
    ("timing", "too-slow"): lambda: flowing(*WANTS, *SAME, flow=thing(Exchange, "flow", timing=Timing.BATCH)),
    ("governance", "ungoverned"): lambda: flowing(*SAME, *ACROSS),
    ("structure", "not-stated"): lambda: flowing(),
    ("codes", "not-stated"): lambda: flowing(*SAME, *BOUND),
    ("timing", "not-stated"): lambda: flowing(*WANTS, *SAME),
    ("way", "mediator"): lambda: flowing(*SAME, BUS, link(FLOW, "mediated_by", BUS)),
    ("way", "facade"): lambda: flowing(*SAME, API, link(FLOW, "runs_through", API), link(API, "facade_over", A)),
}  # fmt: skip
FINE: dict[tuple[str, str], Callable[[], list[Row]]] = {
    ("ends", "stated"): lambda: flowing(*SAME),
    ("reach", "there"): lambda: flowing(*SAME),
    ("structure", "same"): lambda: flowing(*SAME, link(A, "conforms_to", R4), link(B, "conforms_to", R4)),
    ("profile", "fits"): lambda: flowing(*SAME, link(FLOW, "profiled_by", SE), link(B, "profiled_by", EU_SE)),
    ("codes", "same"): lambda: flowing(*SAME, *BOUND, link(FLOW, "conforms_to", TERMS)),
    ("codes", "not-needed"): lambda: flowing(*SAME, link(A, "conforms_to", TERMS), link(B, "conforms_to", TERMS)),
    ("timing", "fits"): lambda: flowing(*WANTS, *SAME, flow=thing(Exchange, "flow", timing=Timing.REAL_TIME)),
    ("timing", "not-needed"): lambda: flowing(*SAME, flow=thing(Exchange, "flow", timing=Timing.BATCH)),
    ("governance", "governed"): lambda: flowing(*SAME, *ACROSS, SOMEBODY, link(SOMEBODY, "coordinates", FLOW)),
    ("governance", "within"): lambda: flowing(*SAME, ORG, link(A, "used_by", ORG), link(B, "owned_by", ORG)),
    ("way", "free"): lambda: flowing(*SAME, API, link(FLOW, "runs_through", API)),
}


@pytest.mark.parametrize("seen", CELLS, ids=": ".join)
def test_each_cell_that_says_something_against_gives_its_verdict(seen: tuple[str, str]) -> None:
    row, rule = CELLS[seen]()[0], rules()[seen]
    assert (row.rule, row.verdict, row.level) == (rule.id, rule.verdict, rule.level)
    assert row.verdict is not Verdict.CONFORMANT


@pytest.mark.parametrize("seen", FINE, ids=": ".join)
def test_each_cell_that_says_nothing_against_lets_it_conform(seen: tuple[str, str]) -> None:
    rows = FINE[seen]()
    assert rows
    assert [(row.verdict, row.also) for row in rows] == [(Verdict.CONFORMANT, ())] * len(rows)
    assert rules()[seen].verdict is Verdict.CONFORMANT


def test_every_cell_of_the_table_has_a_case() -> None:
    assert CELLS.keys() | FINE.keys() == {(name, value) for name, values in OBSERVATIONS.items() for value in values}


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ((link(A, "conforms_to", R4), link(B, "conforms_to", R5)), ("structure", "other-version")),
        ((link(A, "conforms_to", R4), link(B, "conforms_to", R4)), ("structure", "not-stated")),
        ((*SAME, link(B, "conforms_to", R5), link(B, "conforms_to", R4)), ("reach", "there")),
        ((*SAME, link(B, "conforms_to", V23)), ("reach", "there")),
        ((API, link(FLOW, "runs_through", API), link(API, "conforms_to", R4)), ("reach", "there")),
        ((*SAME, link(A, "conforms_to", TERMS), link(B, "conforms_to", OTHER_TERMS)), ("codes", "other")),
        ((*SAME, link(A, "profiled_by", SE), link(B, "profiled_by", EU)), ("profile", "other")),
        ((*SAME, link(FLOW, "profiled_by", EU_SE), link(A, "profiled_by", SE)), ("reach", "there")),
    ],
)
def test_what_the_carrier_states_counts_before_what_its_ends_do(facts: tuple[Fact, ...], rule: tuple[str, str]) -> None:
    assert flowing(*facts)[0].rule == (rules()[rule].id)


def test_a_design_of_the_givers_own_is_a_format_of_its_own() -> None:
    assert flowing(a=thing(System, "a", design_basis=DesignBasis.OPINION))[0].verdict is Verdict.FORMAT
    assert flowing(b=thing(System, "b", design_basis=DesignBasis.OPINION))[0].verdict is Verdict.UNKNOWN


def test_by_hand_is_too_slow_for_real_time() -> None:
    row = flowing(*WANTS, *SAME, flow=thing(Exchange, "flow", transport=Transport.MANUAL))[0]
    assert row.verdict is Verdict.TOO_SLOW


def test_the_best_way_is_judged_not_the_shortest() -> None:
    c, ac, cb = thing(System, "c"), thing(Exchange, "ac"), thing(Exchange, "cb")
    around: list[Fact] = [
        c, ac, cb, link(A, "provides", ac), link(c, "consumes", ac), link(c, "provides", cb), link(B, "consumes", cb),
        *(link(flow, "carries", NOTE) for flow in (ac, cb)), *(link(flow, "conforms_to", R4) for flow in (ac, cb)),
    ]  # fmt: skip
    (row,) = flowing(*around, flow=thing(Exchange, "flow", format="CSV"))
    assert (row.verdict, [(step.giver.id, step.carrier.id, step.taker.id) for step in row.path]) == (
        Verdict.CONFORMANT, [("a", "ac", "c"), ("c", "cb", "b")],
    )  # fmt: skip
    (row,) = flowing(*around, *SAME)
    assert [step.carrier.id for step in row.path] == ["flow"]


def test_only_a_platform_without_which_there_is_no_way_is_a_single_point() -> None:
    second = thing(Exchange, "second", format="CSV")
    beside: list[Fact] = [
        second,
        link(A, "provides", second),
        link(B, "consumes", second),
        link(second, "carries", NOTE),
    ]
    mediated: list[Fact] = [*SAME, BUS, link(FLOW, "mediated_by", BUS)]
    assert [each.id for each in flowing(*mediated)[0].single_points] == ["bus"]
    assert flowing(*mediated, *beside)[0].single_points == ()


@pytest.mark.parametrize(
    ("phase", "rule"), [(Lifecycle.PLAN, ("reach", "planned")), (Lifecycle.RETIRED, ("reach", "none"))]
)
def test_no_way_leads_over_a_system_that_is_not_in_use(phase: Lifecycle, rule: tuple[str, str]) -> None:
    middle, out, on = thing(System, "middle", lifecycle=phase), thing(Exchange, "out"), thing(Exchange, "on")
    said = (("carries", NOTE), ("conforms_to", R4))
    both: list[Fact] = [link(flow, side, what) for flow in (out, on) for side, what in said]
    (row,) = asked(
        [
            A, B, *READ, *STANDARDS, middle, out, on, *both, link(A, "provides", out), link(middle, "consumes", out),
            link(middle, "provides", on), link(B, "consumes", on),
        ]
    )  # fmt: skip
    assert (row.rule, row.verdict) == (rules()[rule].id, Verdict.NO_PATH)


def test_an_organisation_has_the_systems_of_all_its_parts_however_deep() -> None:
    units = [thing(Organisation, f"unit-{number}") for number in range(7)]
    need = thing(Need, "need")
    rows = flowing(
        *SAME, *units, *(link(low, "part_of", high) for high, low in pairwise(units)), link(A, "used_by", units[-1]),
        need, link(need, "asked_of", units[0]), link(need, "needed_at", B), link(need, "calls_for", NOTE),
    )  # fmt: skip
    assert [row.verdict for row in rows] == [Verdict.CONFORMANT] * 2


def test_what_an_organisation_is_asked_for_by_one_of_its_own_systems_has_to_get_there() -> None:
    need = thing(Need, "need")
    within: list[Fact] = [
        ORG, need, link(A, "used_by", ORG), link(B, "used_by", ORG), link(need, "asked_of", ORG),
        link(need, "needed_at", B), link(need, "calls_for", NOTE),
    ]  # fmt: skip
    assert [row.verdict for row in flowing(*SAME, *within)] == [Verdict.CONFORMANT] * 2
    assert [row.verdict for row in asked([A, B, *READ, *within])] == [Verdict.NO_PATH] * 2


def test_shared_storage_and_interfaces_are_ways() -> None:
    space = thing(SharedStorage, "space")
    shared: list[Fact] = [
        space,
        link(A, "keeps_data_in", space),
        link(B, "keeps_data_in", space),
        link(space, "stores", NOTE),
    ]
    (row,) = asked([A, B, *READ, *shared])
    assert (row.verdict, [step.carrier.id for step in row.path]) == (Verdict.CONFORMANT, ["space", "space"])
    (row,) = asked(
        [
            A,
            B,
            *READ,
            *STANDARDS,
            API,
            link(A, "exposes", API),
            link(B, "depends_on", API),
            link(API, "conforms_to", R4),
        ]
    )
    assert (row.verdict, [step.carrier.id for step in row.path]) == (Verdict.CONFORMANT, ["api"])


def test_nothing_is_wanted_that_no_fact_wants() -> None:
    assert asked([A, B, NOTE, link(A, "masters", NOTE)]) == []
    assert asked([A, B, *READ, link(B, "stores", NOTE)]) == []
    assert asked([thing(System, "b", lifecycle=Lifecycle.RETIRED), A, *READ]) == []


def test_a_pair_that_is_asked_about_says_whether_anything_wants_it() -> None:
    world = [A, B, thing(System, "c"), *READ]
    (row,) = asked(world, from_system="a", to_system="b", entity="note")
    assert (row.verdict, row.wanted_by and row.wanted_by.id) == (Verdict.NO_PATH, "b")
    (row,) = asked(world, from_system="a", to_system="c", entity="note")
    assert (row.verdict, row.wanted_by) == (Verdict.NO_PATH, None)


def test_the_cheapest_remedy_comes_first() -> None:
    space, flow, back = thing(SharedStorage, "space"), thing(Exchange, "x"), thing(Exchange, "y")
    bus: list[Fact] = [
        BUS, flow, back, link(A, "provides", flow), link(flow, "mediated_by", BUS),
        link(B, "consumes", back), link(back, "mediated_by", BUS),
    ]  # fmt: skip
    storage: list[Fact] = [space, link(A, "keeps_data_in", space), link(space, "stores", NOTE)]
    api: list[Fact] = [API, link(A, "exposes", API)]
    world: list[Fact] = [A, B, *READ]
    said = [asked([*world, *more])[0].remedy for more in ([], bus, [*bus, *storage], [*bus, *storage, *api])]
    assert [each and each.say("en") for each in said] == [
        None, "Bus reaches both ends already", "Space, where A keeps its data, could be shared by both",
        "Api gives access to A",
    ]  # fmt: skip


def test_a_version_that_both_ends_speak_is_a_remedy() -> None:
    row = flowing(link(FLOW, "conforms_to", R5), link(A, "conforms_to", R4), link(B, "conforms_to", R4))[0]
    assert (row.verdict, row.remedy and row.remedy.say("en")) == (Verdict.VERSION, "A and B both follow R4")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: V05", "id: V04", "the id V04 stands twice"),
        ("{structure: own-format}", "{structure: other-version}", "V05 sees structure: other-version already"),
        ("{structure: own-format}", "{structure: odd}", "structure: odd is not seen"),
        ("verdict: version-gap", "verdict: gap", "verdict is gap; write one of: no-path"),
        ("level: semantic", "level: high", "level is high; write one of: foundational"),
        ("rules:", "rule:", "under rules a list"),
        ('sv: "Bara planerade utbyten leder dit"', 'sv: ""', "write its sentence in both languages"),
        ("sees: {codes: other}", "sees: [codes]", "sees is one observation and its value"),
        ("  - {id: V30, sees: {way: free}", "  - {ids: V30, sees: {way: free}", "this one lacks id"),
        ('version: "2026-11"', "version: [", "this is not YAML: a"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_by_its_line(old: str, new: str, said: str) -> None:
    text = RULES.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    with pytest.raises(RuleTableError, match=r".") as told:
        read(text.replace(old, new, 1), "verdicts.yaml")
    assert said in str(told.value)


def test_a_table_that_forgets_a_value_is_told_which() -> None:
    lines = [line for line in RULES.read_text(encoding="utf-8").splitlines() if "V30" not in line]
    with pytest.raises(RuleTableError, match="no rule sees way: free"):
        read("\n".join(lines), "verdicts.yaml")


def test_a_system_that_both_places_use_is_a_way_only_where_it_has_the_information() -> None:
    need, one, other = thing(Need, "need"), thing(Organisation, "one"), thing(Organisation, "other")
    world: list[Fact] = [
        A, NOTE, need, one, other, link(A, "used_by", one), link(A, "used_by", other),
        link(need, "asked_of", one), link(need, "needed_at", other), link(need, "calls_for", NOTE),
    ]  # fmt: skip
    assert asked(world)[0].verdict is Verdict.UNKNOWN
    assert asked([*world, link(A, "stores", NOTE)])[0].verdict is Verdict.CONFORMANT


def test_a_standard_that_can_carry_it_is_a_remedy_for_a_format_and_one_that_is_followed_comes_first() -> None:
    able = [link(R4, "expresses", NOTE), link(V23, "expresses", NOTE)]
    (row,) = flowing(*able, flow=thing(Exchange, "flow", format="CSV"))
    assert row.remedy
    assert row.remedy.say("en") == "R4 can carry Note"
    (row,) = flowing(*able, link(B, "conforms_to", V23), flow=thing(Exchange, "flow", format="CSV"))
    assert row.remedy
    assert row.remedy.say("en") == "V2.3 can carry Note"


def test_the_terminology_that_the_information_has_is_a_remedy_for_other_codes() -> None:
    (row,) = flowing(*SAME, *BOUND, link(A, "conforms_to", OTHER_TERMS))
    assert row.remedy
    assert row.remedy.say("en") == "Note is coded with Codes"


def named(rows: list[Row]) -> list[tuple[str | None, ...]]:
    """From where, to where, what, and why."""
    ends = [(row.source, row.target, row.entity, row.wanted_by) for row in rows]
    return [tuple(each.id if each else None for each in some) for some in ends]


def test_a_requirement_that_concerns_a_system_and_information_wants_it_from_who_holds_it() -> None:
    law, old, has = thing(Requirement, "law"), thing(System, "old", lifecycle=Lifecycle.RETIRED), thing(System, "has")
    concerned = [link(law, "concerns", each) for each in (B, NOTE, old, has)]
    world: list[Fact] = [law, A, B, NOTE, old, has, link(A, "masters", NOTE), link(has, "stores", NOTE), *concerned]
    assert named(asked(world)) == [("a", "b", "note", "law")]


def test_who_stores_it_is_asked_only_where_nobody_in_use_masters_it() -> None:
    store, old = thing(System, "store"), thing(System, "old", lifecycle=Lifecycle.RETIRED)
    world: list[Fact] = [
        B,
        NOTE,
        store,
        old,
        link(store, "stores", NOTE),
        link(old, "masters", NOTE),
        link(B, "reads", NOTE),
    ]
    assert named(asked(world)) == [("store", "b", "note", "b")]
    assert named(asked([*world, A, link(A, "masters", NOTE)])) == [("a", "b", "note", "b")]


def test_a_need_pairs_every_place_with_every_other_and_a_single_place_with_itself() -> None:
    need, one, two = thing(Need, "need"), thing(System, "one"), thing(System, "two")
    both: list[Fact] = [need, one, two, link(need, "asked_of", one), link(need, "needed_at", one)]
    assert named(asked(both)) == [("one", "one", None, "need")]
    both += [link(need, "asked_of", two), link(need, "needed_at", two)]
    assert sorted(named(asked(both)), key=str) == [("one", "two", None, "need"), ("two", "one", None, "need")]


def test_a_need_without_information_is_unknown_whatever_is_exchanged() -> None:
    need, flow = thing(Need, "need"), thing(Exchange, "flow")
    world: list[Fact] = [need, A, B, link(need, "asked_of", A), link(need, "needed_at", B)]
    ways: list[Fact] = [link(A, "provides", flow), link(B, "consumes", flow)]
    for facts in (
        world,
        [*world, *ways, thing(Exchange, "flow", status=ExchangeStatus.PLANNED)],
        [*world, *ways, flow],
    ):
        assert [row.rule for row in asked(facts)] == [rules()["ends", "not-stated"].id]


def test_what_is_planned_or_retired_at_an_end_does_not_count() -> None:
    need, org = thing(Need, "need"), thing(Organisation, "org")
    for lifecycle, rule in ((Lifecycle.RETIRED, "V01"), (Lifecycle.PLAN, "V01"), (Lifecycle.ACTIVE, "V02")):
        system = thing(System, "system", lifecycle=lifecycle)
        ends = [link(system, "used_by", org), link(need, "asked_of", A), link(need, "needed_at", org)]
        world: list[Fact] = [need, org, A, system, NOTE, *ends, link(need, "calls_for", NOTE)]
        assert asked(world)[0].rule == rule


def test_a_planned_way_is_its_own_remedy_and_is_named_by_its_first_step() -> None:
    (row,) = flowing(*SAME, flow=thing(Exchange, "flow", status=ExchangeStatus.PLANNED))
    assert row.remedy
    assert row.remedy.say("en") == "Flow is planned"


def test_another_system_at_the_receiving_end_that_follows_what_is_sent_is_a_remedy() -> None:
    need, org, c = thing(Need, "need"), thing(Organisation, "org"), thing(System, "c")
    world: list[Fact] = [
        *STANDARDS, NOTE, need, org, A, B, c, FLOW, link(B, "used_by", org), link(c, "used_by", org),
        link(need, "asked_of", A), link(need, "needed_at", org), link(need, "calls_for", NOTE),
        link(A, "provides", FLOW), link(B, "consumes", FLOW), link(FLOW, "carries", NOTE),
        link(FLOW, "conforms_to", R4), link(B, "conforms_to", R5),
    ]  # fmt: skip
    assert asked(world)[0].remedy is None
    (row,) = asked([*world, link(c, "conforms_to", R4)])
    assert row.remedy
    assert (row.verdict, row.remedy.say("en")) == (Verdict.VERSION, "C at the same end follows R4")


@pytest.mark.parametrize(
    "held",
    [("owned_by", ORG), ("coordinated_by", SOMEBODY), ("decided_by", ORG), ("accountable", ORG)],
    ids=lambda h: h[0],
)
def test_whoever_answers_for_an_exchange_governs_it(held: tuple[str, ThingFact]) -> None:
    side, who = held
    assert flowing(*SAME, *ACROSS, SOMEBODY, link(FLOW, side, who))[0].verdict is Verdict.CONFORMANT


def test_an_arena_where_it_is_dealt_with_governs_it() -> None:
    arena = thing(Arena, "arena")
    assert flowing(*SAME, *ACROSS, arena, link(arena, "discusses", FLOW))[0].verdict is Verdict.CONFORMANT


def test_an_organisation_is_a_user_or_else_an_owner_and_a_role_is_none() -> None:
    role = thing(Role, "role")
    shared: list[Fact] = [*SAME, ORG, OTHER_ORG, link(A, "used_by", ORG), link(B, "used_by", OTHER_ORG)]
    assert flowing(*shared)[0].verdict is Verdict.UNGOVERNED
    assert flowing(*shared, link(B, "owned_by", ORG))[0].verdict is Verdict.UNGOVERNED
    owned: list[Fact] = [*SAME, ORG, OTHER_ORG, link(A, "used_by", ORG), link(B, "owned_by", OTHER_ORG)]
    assert flowing(*owned)[0].verdict is Verdict.UNGOVERNED
    assert (
        flowing(*SAME, ORG, role, link(A, "used_by", ORG), link(B, "owned_by", role))[0].verdict is Verdict.CONFORMANT
    )


def test_a_way_over_two_steps_tells_each_with_what_is_against_it() -> None:
    c, ac, cb = thing(System, "c"), thing(Exchange, "ac", format="CSV"), thing(Exchange, "cb")
    (row,) = asked(
        [
            *STANDARDS, *READ, A, B, c, ac, cb, BUS, link(A, "provides", ac), link(c, "consumes", ac),
            link(c, "provides", cb), link(B, "consumes", cb),
            link(ac, "carries", NOTE), link(cb, "carries", NOTE), link(cb, "conforms_to", R4),
            link(cb, "profiled_by", SE), link(cb, "mediated_by", BUS),
        ]
    )  # fmt: skip
    assert [(h.against, [f.id for f in h.follows], [t.id for t in h.through]) for h in row.path] == [
        (("V05",), [], []), (("V15",), ["r4", "se"], ["bus"]),
    ]  # fmt: skip
    assert (row.verdict, [each.en for each in row.also]) == (Verdict.FORMAT, ["It gets there only through a platform"])


def test_a_profile_builds_on_another_however_far() -> None:
    middle = thing(StandardVersion, "middle")
    chain: list[Fact] = [
        middle,
        link(middle, "version_of", GUIDES),
        link(EU_SE, "requires", middle),
        link(middle, "requires", EU),
    ]
    (row,) = flowing(*SAME, *chain, link(FLOW, "profiled_by", EU_SE), link(B, "profiled_by", EU))
    assert row.verdict is Verdict.CONFORMANT
    (row,) = flowing(*SAME, *chain, link(FLOW, "profiled_by", EU), link(B, "profiled_by", EU_SE))
    assert row.verdict is Verdict.CONFORMANT


def test_a_storage_serves_real_time_and_only_those_who_keep_data_there() -> None:
    space, flow = thing(SharedStorage, "space"), thing(Exchange, "flow")
    world: list[Fact] = [A, B, *READ, *WANTS, space, link(A, "keeps_data_in", space), link(space, "stores", NOTE)]
    assert {row.verdict for row in asked(world)} == {Verdict.NO_PATH}
    assert {row.verdict for row in asked([*world, link(B, "keeps_data_in", space)])} == {Verdict.CONFORMANT}
    other = thing(InformationEntity, "other")
    elsewhere = [each for each in world if each != world[-1]]
    rows = asked([*elsewhere, other, link(space, "stores", other), link(B, "keeps_data_in", space), flow])
    assert {row.verdict for row in rows} == {Verdict.NO_PATH}


def test_a_fact_that_a_remedy_rests_on_is_a_ground_of_its_row() -> None:
    rest = [
        (asked([A, B, *READ, API, link(A, "exposes", API)]), "Api/api"),
        (flowing(*SAME, flow=thing(Exchange, "flow", status=ExchangeStatus.PLANNED)), "Exchange/flow"),
        (
            flowing(link(FLOW, "conforms_to", R5), *(link(end, "conforms_to", R4) for end in (A, B))),
            "StandardVersion/r4",
        ),
        (flowing(link(V23, "expresses", NOTE), flow=thing(Exchange, "flow", format="CSV")), "StandardVersion/v2.3"),
        (flowing(*SAME, *BOUND), "Standard/codes"),
    ]
    for rows, ground in rest:
        assert rows[0].remedy
        assert ground in map(str, rows[0].grounds)


@pytest.mark.parametrize("side", ["masters", "stores", "publishes"])
def test_a_system_of_both_ends_has_the_information_in_any_of_these_ways(side: str) -> None:
    need, one, other = thing(Need, "need"), thing(Organisation, "one"), thing(Organisation, "other")
    world: list[Fact] = [
        A, NOTE, need, one, other, link(A, "used_by", one), link(A, "used_by", other), link(A, side, NOTE),
        link(need, "asked_of", one), link(need, "needed_at", other), link(need, "calls_for", NOTE),
    ]  # fmt: skip
    assert asked(world)[0].rule == rules()["reach", "there"].id


def test_a_storage_or_a_platform_of_one_end_only_is_no_remedy() -> None:
    space, flow, other = thing(SharedStorage, "space"), thing(Exchange, "x"), thing(InformationEntity, "other")
    kept: list[Fact] = [space, link(A, "keeps_data_in", space), other, link(space, "stores", other)]
    assert asked([A, B, *READ, *kept])[0].remedy is None
    one: list[Fact] = [BUS, flow, link(A, "provides", flow), link(flow, "mediated_by", BUS)]
    assert asked([A, B, *READ, *one])[0].remedy is None
    assert asked([A, B, *READ, thing(SharedStorage, "space"), link(space, "stores", NOTE)])[0].remedy is None


def test_an_interface_in_front_of_who_has_it_is_a_remedy_too() -> None:
    row = asked([A, B, *READ, API, link(API, "facade_over", A)])[0]
    assert row.remedy
    assert row.remedy.say("en") == "Api gives access to A"


def test_who_speaks_only_one_side_is_not_compared() -> None:
    assert flowing(link(A, "conforms_to", R4))[0].rule == rules()["structure", "not-stated"].id
    assert flowing(link(B, "conforms_to", R4))[0].rule == rules()["structure", "not-stated"].id
    assert flowing(*SAME, link(A, "conforms_to", TERMS))[0].verdict is Verdict.CONFORMANT


def test_a_shorter_way_is_taken_where_two_are_as_good() -> None:
    c, ac, cb, direct = thing(System, "c"), thing(Exchange, "ac"), thing(Exchange, "cb"), thing(Exchange, "z")
    links = [
        link(A, "provides", ac), link(c, "consumes", ac), link(c, "provides", cb), link(B, "consumes", cb),
        link(A, "provides", direct), link(B, "consumes", direct),
        *(link(flow, "carries", NOTE) for flow in (ac, cb, direct)),
        *(link(flow, "conforms_to", R4) for flow in (ac, cb, direct)),
    ]  # fmt: skip
    (row,) = asked([*STANDARDS, *READ, A, B, c, ac, cb, direct, *links])
    assert [step.carrier.id for step in row.path] == ["z"]


def test_of_two_ways_that_fail_the_one_on_which_less_fails_is_judged() -> None:
    other = thing(Exchange, "other")
    silent: list[Fact] = [other, link(A, "provides", other), link(B, "consumes", other), link(other, "carries", NOTE)]
    (row,) = flowing(*silent, flow=thing(Exchange, "flow", format="CSV"))
    assert (row.rule, [step.carrier.id for step in row.path]) == (rules()["structure", "not-stated"].id, ["other"])


def test_a_place_is_told_as_it_was_asked_of_and_a_planned_system_gives_nothing() -> None:
    need, org = thing(Need, "need"), thing(Organisation, "org")
    world: list[Fact] = [
        *STANDARDS, NOTE, need, org, A, B, FLOW, link(A, "used_by", org), link(need, "asked_of", org),
        link(need, "needed_at", B), link(need, "calls_for", NOTE), link(A, "provides", FLOW), link(B, "consumes", FLOW),
        link(FLOW, "carries", NOTE), *SAME,
    ]  # fmt: skip
    (row,) = asked(world)
    assert (row.source and row.source.id, row.verdict) == ("org", Verdict.CONFORMANT)
    (row,) = asked([thing(System, "a", lifecycle=Lifecycle.PLAN) if each is A else each for each in world])
    assert row.rule == rules()["ends", "not-stated"].id


def test_a_planned_store_is_no_holder_and_its_interface_no_way() -> None:
    store = thing(System, "store", lifecycle=Lifecycle.PLAN)
    assert asked([B, NOTE, store, link(store, "stores", NOTE), link(B, "reads", NOTE)]) == []
    door: list[Fact] = [
        store,
        link(store, "stores", NOTE),
        API,
        link(store, "exposes", API),
        link(B, "depends_on", API),
    ]
    assert asked([A, B, *READ, *door])[0].verdict is Verdict.NO_PATH


def test_a_version_that_both_follow_is_a_remedy_for_profiles_too_and_one_that_is_sent_is_none() -> None:
    ends = [link(end, "conforms_to", R4) for end in (A, B)]
    apart: list[Fact] = [link(A, "profiled_by", SE), link(B, "profiled_by", EU)]
    (row,) = flowing(*ends, *apart)
    assert row.remedy
    assert (row.verdict, row.remedy.say("en")) == (Verdict.PROFILE, "A and B both follow R4")
    (row,) = flowing(*SAME, *ends, *apart)
    assert row.remedy is None
    (row,) = flowing(link(FLOW, "conforms_to", R5), link(A, "conforms_to", R4))
    assert row.remedy is None


def test_a_platform_that_is_retired_reaches_nobody() -> None:
    flow, back = thing(Exchange, "x"), thing(Exchange, "y")
    bus = thing(IntegrationPlatform, "bus", lifecycle=Lifecycle.RETIRED)
    ways: list[Fact] = [
        bus, flow, back, link(A, "provides", flow), link(flow, "mediated_by", bus), link(B, "consumes", back),
        link(back, "mediated_by", bus),
    ]  # fmt: skip
    assert asked([A, B, *READ, *ways])[0].remedy is None


def test_exchanges_that_do_not_say_what_they_carry_are_looked_at_two_steps_away_and_no_further() -> None:
    c, d = thing(System, "c"), thing(System, "d")
    first, second, third = (thing(Exchange, id) for id in ("first", "second", "third"))
    two: list[Fact] = [
        c, first, second, link(A, "provides", first), link(c, "consumes", first), link(c, "provides", second),
        link(B, "consumes", second),
    ]  # fmt: skip
    (row,) = asked([A, B, *READ, *two])
    assert (row.rule, [step.carrier.id for step in row.path]) == (
        rules()["reach", "content-not-stated"].id, ["first", "second"],
    )  # fmt: skip
    direct: list[Fact] = [third, link(A, "provides", third), link(B, "consumes", third)]
    (row,) = asked([A, B, *READ, *two, *direct])
    assert [step.carrier.id for step in row.path] == ["third"]
    three: list[Fact] = [
        c, d, first, second, third, link(A, "provides", first), link(c, "consumes", first), link(c, "provides", second),
        link(d, "consumes", second), link(d, "provides", third), link(B, "consumes", third),
    ]  # fmt: skip
    assert asked([A, B, *READ, *three])[0].rule == rules()["reach", "none"].id
    other = thing(InformationEntity, "other")
    assert asked([A, B, *READ, *two, other, link(first, "carries", other)])[0].rule == rules()["reach", "none"].id


def test_a_platform_without_which_no_silent_way_is_left_is_a_single_point() -> None:
    (row,) = flowing(*SAME, BUS, link(FLOW, "mediated_by", BUS), carries=False)
    assert [each.id for each in row.single_points] == ["bus"]


def test_the_table_reads_the_same_every_time() -> None:
    again = read(RULES.read_text(encoding="utf-8"), RULES.name)
    assert again == rules()
    assert list(again) == list(rules())
    assert [rule.rank for rule in again.values()] == list(range(len(again)))


def test_a_region_may_have_a_table_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = RULES.read_text(encoding="utf-8")
    monkeypatch.setenv("SAMBAND_RULES", str(tmp_path))
    rules.cache_clear()
    try:
        assert rules()["reach", "none"].id == "V02"
        (tmp_path / "verdicts.yaml").write_text(text.replace("id: V02", "id: OURS"), encoding="utf-8")
        rules.cache_clear()
        assert rules()["reach", "none"].id == "OURS"
        (tmp_path / "verdicts.yaml").write_text("rules: []", encoding="utf-8")
        rules.cache_clear()
        with pytest.raises(SettingsError, match=r"verdicts\.yaml: no rule sees"):
            rules()
    finally:
        monkeypatch.undo()
        rules.cache_clear()


def test_a_row_rests_on_its_ends_and_on_every_step_of_its_way() -> None:
    (row,) = flowing(*SAME, BUS, link(FLOW, "mediated_by", BUS), carries=True)
    said = [str(each) for each in row.grounds]
    ends = [link(B, "reads", NOTE), link(A, "provides", FLOW), link(B, "consumes", FLOW), link(FLOW, "carries", NOTE)]
    on_the_way = [link(FLOW, "conforms_to", R4), link(FLOW, "mediated_by", BUS)]
    things = [str(each.key) for each in (A, B, FLOW, NOTE)]
    assert sorted(said) == sorted([*things, *(str(each.key) for each in (*ends, *on_the_way))])


def test_a_need_and_a_requirement_are_grounds_with_what_they_ask() -> None:
    need, law = thing(Need, "need"), thing(Requirement, "law")
    asks = [link(need, "asked_of", A), link(need, "needed_at", B), link(need, "calls_for", NOTE)]
    told = [str(each) for each in asked([need, A, B, NOTE, *asks])[0].grounds]
    assert set(told) == {*(str(each.key) for each in (need, A, B, NOTE)), *(str(each.key) for each in asks)}
    concerns = [link(law, "concerns", B), link(law, "concerns", NOTE)]
    told = [str(each) for each in asked([law, A, B, NOTE, link(A, "masters", NOTE), *concerns])[0].grounds]
    assert set(told) == {*(str(each.key) for each in (law, B, NOTE)), *(str(each.key) for each in concerns)}


def test_what_is_silent_does_not_keep_a_platform_from_being_a_single_point() -> None:
    silent = thing(Exchange, "silent")
    beside: list[Fact] = [silent, link(A, "provides", silent), link(B, "consumes", silent)]
    (row,) = flowing(*SAME, BUS, link(FLOW, "mediated_by", BUS), *beside)
    assert [each.id for each in row.single_points] == ["bus"]
    (row,) = flowing(BUS, link(FLOW, "mediated_by", BUS), *beside, carries=False)
    assert row.single_points == ()


def test_each_information_goes_its_own_way() -> None:
    other, there = thing(InformationEntity, "other"), thing(Exchange, "there")
    more: list[Fact] = [
        other, there, link(A, "masters", other), link(B, "reads", other), link(A, "provides", there),
        link(B, "consumes", there), link(there, "carries", other), link(there, "conforms_to", R5),
    ]  # fmt: skip
    rows = flowing(*SAME, *more)
    assert {(row.entity and row.entity.id, row.path[0].carrier.id) for row in rows} == {
        ("note", "flow"),
        ("other", "there"),
    }


def test_of_silent_ways_the_first_by_name_is_told() -> None:
    early, late = thing(Exchange, "z", name="Early"), thing(Exchange, "a", name="Late")
    ways = [link(end, side, flow) for flow in (late, early) for end, side in ((A, "provides"), (B, "consumes"))]
    (row,) = asked([A, B, *READ, late, early, *ways])
    assert [step.carrier.id for step in row.path] == ["z"]


def test_of_silent_ways_over_two_steps_the_first_by_name_is_told() -> None:
    flows, links = [], []
    for id, name in (("x", "Late"), ("y", "Early")):
        middle, into, out = (
            thing(System, id),
            thing(Exchange, f"{id}1", name=name),
            thing(Exchange, f"{id}2", name=name),
        )
        flows += [middle, into, out]
        links += [link(A, "provides", into), link(middle, "consumes", into), link(middle, "provides", out)]
        links.append(link(B, "consumes", out))
    (row,) = asked([A, B, *READ, *flows, *links])
    assert [step.carrier.id for step in row.path] == ["y1", "y2"]


def test_what_is_only_planned_has_no_single_point_and_rests_on_nothing_that_is_not_stated() -> None:
    planned = thing(Exchange, "flow", status=ExchangeStatus.PLANNED)
    (row,) = flowing(*SAME, BUS, link(FLOW, "mediated_by", BUS), flow=planned)
    assert row.single_points == ()
    (row,) = flowing(*SAME, carries=False)
    assert str(link(FLOW, "carries", NOTE).key) not in map(str, row.grounds)


def test_a_storage_a_platform_and_a_neighbour_that_help_are_grounds_too() -> None:
    space, flow, back = thing(SharedStorage, "space"), thing(Exchange, "x"), thing(Exchange, "y")
    kept = link(A, "keeps_data_in", space)
    (row,) = asked([A, B, *READ, space, kept, link(space, "stores", NOTE)])
    assert {str(space.key), str(kept.key)} <= set(map(str, row.grounds))
    through = [link(flow, "mediated_by", BUS), link(back, "mediated_by", BUS)]
    (row,) = asked([A, B, *READ, BUS, flow, back, link(A, "provides", flow), link(B, "consumes", back), *through])
    assert {str(BUS.key), *(str(each.key) for each in through)} <= set(map(str, row.grounds))
    need, org, c = thing(Need, "need"), thing(Organisation, "org"), thing(System, "c")
    follows = link(c, "conforms_to", R4)
    world: list[Fact] = [
        *STANDARDS, NOTE, need, org, A, B, c, FLOW, link(B, "used_by", org), link(c, "used_by", org), follows,
        link(need, "asked_of", A), link(need, "needed_at", org), link(need, "calls_for", NOTE), *SAME,
        link(A, "provides", FLOW), link(B, "consumes", FLOW), link(FLOW, "carries", NOTE), link(B, "conforms_to", R5),
    ]  # fmt: skip
    assert {str(c.key), str(follows.key)} <= set(map(str, asked(world)[0].grounds))


def test_profiles_that_build_on_each_other_in_a_circle_are_akin() -> None:
    circle = [link(SE, "requires", EU_SE), link(FLOW, "profiled_by", SE)]
    (row,) = flowing(*SAME, *circle, link(B, "profiled_by", EU_SE))
    assert row.verdict is Verdict.CONFORMANT
    (row,) = flowing(*SAME, *circle, link(B, "profiled_by", EU))
    assert row.verdict is Verdict.PROFILE
