"""The score as a question: every part opened up."""

from typing import Any

import pytest

from graph.errors import QuestionError
from graph.facts.facts import Fact
from graph.ontology.kinds import Discipline, Exchange, InformationEntity, Organisation, System
from graph.snapshot.snapshot import Snapshot
from queries.divestment.beside_the_score import switching
from queries.divestment.profile_file import named
from queries.divestment.score_explanation import rounded
from queries.questions.going import divestment_score as question
from tests.worlds import link, thing

DAY = "2026-11-01"


def rows(*facts: Fact, **values: Any) -> list[Any]:
    world = Snapshot.of_facts(facts)
    return question.find(world, question.Parameters.model_validate({"system": "s", "as_of": DAY} | values))


def part(of: list[Any], name: str) -> Any:
    """The first row of a part."""
    return next(row for row in of if row.part.value == name)


def said(phrases: Any) -> list[str]:
    return [phrase.say("en") for phrase in phrases]


OTHER, NOTE, FLOW = thing(System, "o", annual_cost_sek=5.0), thing(InformationEntity, "note"), thing(Exchange, "flow")
LOW: dict[str, Any] = {"functional_fit": "insufficient", "technical_fit": "inappropriate"}


def test_the_verdict_comes_first_with_what_people_recommend_and_the_profile() -> None:
    whole = part(rows(thing(System, "s", recommendation="tolerate", **LOW)), "time")
    assert whole.verdict.say("sv") == "Avveckla"
    assert said(whole.rationale) == [
        "Function 4 (high from 5.5), technology 4 (high from 5.5).",
        "People recommend something else: Tolerate.",
        "Profile: TIME with published normalisation, time 1.0.",
        "Method: Gartner's TIME, as documented by SAP LeanIX.",
    ]
    agreed = part(rows(thing(System, "s", recommendation="eliminate", **LOW)), "time")
    assert said(agreed.rationale)[1] == "People recommend the same: Eliminate."
    alone = part(rows(thing(System, "s", recommendation="eliminate")), "time")
    assert said(alone.rationale)[:2] == [
        "Function not stated (high from 5.5), technology not stated (high from 5.5).",
        "People recommend: Eliminate. Nothing is computed to compare with.",
    ]
    assert alone.verdict.say("en") == "Not assessed"
    assert (said(alone.missing), said(agreed.missing)) == ([], [])
    assert said(part(rows(thing(System, "s", **LOW)), "time").missing) == ["a recommendation by people"]


def test_each_fit_is_the_sum_of_its_contributions_and_names_what_is_missing() -> None:
    found = rows(thing(System, "s", criticality="high", **LOW))
    functional = [row for row in found if row.part.value == "functional"]
    assert functional[0].normalised == pytest.approx(sum(row.contribution or 0 for row in functional[1:]))
    assert functional[0].verdict.say("en") == "Low"
    assert said(functional[0].missing) == ["Organisations that work with it", "Clinical disciplines that use it"]
    assert said(functional[0].rationale)[:2] == [
        "The sum of the contributions; high from 5.5. Known: 80 % of the weights; needed: 50 %.",
        "If all that is missing were the worst the score would be 3.7, if it were the best 5.5.",
    ]
    assert found[6].part.value == "technical"


@pytest.mark.parametrize(
    ("fit", "verdict"),
    [({}, "Not assessed"), ({"functional_fit": "insufficient"}, "Low"), ({"functional_fit": "perfect"}, "High")],
)
def test_a_fit_is_high_low_or_not_assessed(fit: dict[str, Any], verdict: str) -> None:
    assert part(rows(thing(System, "s", **fit)), "functional").verdict.say("en") == verdict


SOURCES = {
    "time": "time", "functional": "normalisation", "technical": "normalisation", "vendor-risk": "risk",
    "own-risk": "risk", "overlap": "overlap", "complexity": "complexity", "cost": "normalisation",
    "switching": "switching",
}  # fmt: skip


def test_a_number_is_told_whole_or_with_two_decimals() -> None:
    assert [rounded(number) for number in (3.0, 2.5, 1.234, 1.235)] == [3, 2.5, 1.23, 1.24]


@pytest.mark.parametrize("stated", [False, True])
def test_every_part_and_indicator_names_the_source_of_its_method_last(stated: bool) -> None:
    s = thing(System, "s", **({"support_ends": "2027", "contract_ends": "2027", **LOW} if stated else {}))
    found = rows(s, NOTE, *([link(s, "masters", NOTE)] if stated else []))
    assert {row.part.value for row in found} == SOURCES.keys()
    for row in found:
        assert row.rationale[-1].say("en") == f"Method: {named('time').sources[SOURCES[row.part.value]]}."


def test_an_indicator_opens_into_raw_value_normalised_weight_and_where_the_verdict_holds() -> None:
    found = rows(thing(System, "s", criticality="high", **LOW))
    fit, criticality, users, _ = [row for row in found if row.part.value == "functional"][1:]
    assert (fit.value, fit.stated.say("sv"), fit.normalised, fit.weight) == (2, "Otillräcklig", 4, 7)
    assert fit.contribution == pytest.approx(4 * 7 / 8)
    assert (said(fit.rationale)[0], said(fit.missing)) == ("(2 - 1) / (4 - 1) * 9 + 1", [])
    assert (criticality.holds_from, criticality.holds_to) == (0, 7)
    assert (fit.holds_from, fit.holds_to) == (1, None)
    assert (users.value, users.normalised, users.contribution, users.weight) == (None, None, None, 1)
    assert said(users.missing) == ["Organisations that work with it"]
    assert said(users.rationale)[0] == "It is not stated, and left out: it counts neither as 0 nor as the worst."


def test_both_lifecycles_have_a_risk_and_an_unknown_one_is_neither_nothing_nor_the_highest() -> None:
    found = rows(thing(System, "s", support_ends="2026-12-01"))
    vendor, own = part(found, "vendor-risk"), part(found, "own-risk")
    assert (vendor.value, vendor.verdict.say("en")) == (40, "High")
    assert said(vendor.rationale)[0] == "20 for 30 days to Vendor support ends, 2026-12-01, times 2."
    assert (own.value, own.verdict.say("sv")) == (None, "ej uppgivet")
    assert said(own.missing) == ["Contract ends", "Used until"]
    assert said(own.rationale)[0] == "No date is stated: the risk is unknown, and neither 0 nor the highest."
    past = part(rows(thing(System, "s", end_of_life="2020")), "vendor-risk")
    assert (past.value, said(past.rationale)[0]) == (
        100,
        "All dates are past; the last was Vendor's end of life, 2020.",
    )


def test_overlap_names_others_and_whom_it_can_be_switched_for() -> None:
    s = thing(System, "s")
    world = (s, OTHER, NOTE, FLOW, link(s, "masters", NOTE), link(OTHER, "stores", NOTE))
    overlap = part(rows(*world), "overlap")
    assert (overlap.value, overlap.verdict.say("en")) == (1, "High")
    assert said(overlap.rationale)[:2] == [
        "Kinds of information that it has: 1; with others too: 1.", "O has 100 % of it.",
    ]  # fmt: skip
    assert said(overlap.missing) == ["which of its information is used"]
    reader = thing(System, "r")
    used = part(rows(*world, reader, link(reader, "reads", NOTE)), "overlap")
    assert "It can be switched for O, which has all of it that is used." in said(used.rationale)
    alone = part(rows(s, NOTE, reader, link(s, "masters", NOTE), link(reader, "reads", NOTE)), "overlap")
    assert (alone.value, alone.verdict.say("en")) == (0, "Low")
    assert "No other system in use has all of it that is used." in said(alone.rationale)
    unknown = part(rows(s), "overlap")
    assert (unknown.value, unknown.verdict.say("en")) == (None, "not stated")
    assert said(unknown.missing) == ["information that it has"]
    assert said(unknown.rationale)[0] == "No source says which information it has."
    result = thing(InformationEntity, "result")
    half = part(rows(*world, result, link(s, "masters", result)), "overlap")
    assert said(half.rationale)[1] == "O has 50 % of it."
    rests = {
        "InformationEntity/note",
        "System/s MASTERS InformationEntity/note",
        "System/o STORES InformationEntity/note",
    }
    assert rests <= set(map(str, overlap.grounds))


def test_complexity_and_switching_are_exact_or_at_least_so_much() -> None:
    s, heart = thing(System, "s"), thing(Discipline, "heart")
    some: tuple[Fact, ...] = (
        s, OTHER, NOTE, FLOW, link(s, "masters", NOTE), link(s, "provides", FLOW), link(OTHER, "consumes", FLOW)
    )  # fmt: skip
    found = rows(*some, heart, link(s, "serves", heart))
    complexity, switching = part(found, "complexity"), part(found, "switching")
    assert (complexity.value, complexity.verdict.say("en")) == (2, "Low")
    assert said(complexity.rationale)[0] == "(exchanges in use: 1 + disciplines: 1) * kinds of information: 1"
    assert switching.value == 6 * 8000
    assert said(switching.rationale)[:3] == [
        "exchanges in use: 1 * 4 + disciplines: 1 * 2 person-days",
        "6 person-days.",
        "A day is 8000 SEK in the profile.",
    ]
    least = rows(*some)
    assert (part(least, "complexity").value, part(least, "complexity").verdict) == (None, None)
    assert said(part(least, "switching").rationale)[1] == "At least 4 person-days."
    assert said(part(least, "switching").rationale)[3] == "At least 32000; something is not stated."
    assert said(part(least, "switching").missing) == ["disciplines that use it"]


def test_cost_is_put_on_the_scale_of_the_portfolio_and_has_no_weight_in_the_verdict() -> None:
    cost = part(rows(thing(System, "s", annual_cost_sek=10.0), OTHER), "cost")
    assert (cost.value, cost.normalised, cost.weight, cost.holds_from) == (10, 1, None, None)
    assert said(cost.rationale)[0] == "10 - (10 - 5) / (10 - 5) * 9"
    same = part(rows(thing(System, "s", annual_cost_sek=5.0), OTHER), "cost")
    assert (same.normalised, said(same.rationale)[0]) == (10, "All systems in use have the same value: 10.")
    assert part(rows(thing(System, "s"), OTHER), "cost").value is None


def test_a_counted_indicator_rests_on_what_it_counts() -> None:
    s, org = thing(System, "s"), thing(Organisation, "org")
    (users,) = (
        row
        for row in rows(s, org, link(s, "used_by", org))
        if row.indicator and row.indicator.say("en") == "Organisations that work with it"
    )
    assert list(map(str, users.grounds)) == ["Organisation/org", "System/s", "System/s USED_BY Organisation/org"]


def test_every_part_is_told_in_swedish_too() -> None:
    for row in rows(thing(System, "s", support_ends="2027", **LOW), OTHER):
        for phrase in (*row.rationale, *row.missing):
            assert phrase.say("sv")
            assert "{" not in phrase.say("sv")


def test_a_profile_that_is_not_there_is_told_of_and_a_missing_system_has_no_rows() -> None:
    with pytest.raises(QuestionError, match="There is no scoring profile 'tme'"):
        rows(thing(System, "s"), profile="tme")
    assert rows(OTHER) == []


def test_without_a_day_rate_the_effort_is_in_days_and_without_a_source_that_is_said() -> None:
    profile = named("time")
    rateless = profile.model_copy(
        update={"switching": profile.switching.model_copy(update={"day_rate_sek": None}), "sources": {}}
    )
    s, heart = thing(System, "s"), thing(Discipline, "heart")
    world = Snapshot.of_facts([s, heart, FLOW, link(s, "serves", heart), link(s, "provides", FLOW)])
    columns = switching(rateless, world.all(System)[0])
    assert columns["value"] is None
    assert said(columns["rationale"]) == [
        "exchanges in use: 1 * 4 + disciplines: 1 * 2 person-days", "6 person-days.",
        "The profile names no source for this method.",
    ]  # fmt: skip
    assert said(columns["missing"]) == ["a day rate in the profile"]
