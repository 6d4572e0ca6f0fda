"""Candidates: what speaks for retiring a system, in which order, and what the profile computes beside it."""

from typing import Any

import pytest

from graph.errors import QuestionError
from graph.facts.facts import Fact
from graph.ontology.kinds import InformationEntity, Initiative, System
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.snapshot import Snapshot
from queries.questions.going import divestment_candidates as question
from tests.worlds import link, thing

DAY = "2026-11-01"
LOW: dict[str, Any] = {"functional_fit": "insufficient", "technical_fit": "inappropriate"}
HIGH: dict[str, Any] = {"functional_fit": "appropriate", "technical_fit": "adequate"}
NOTE = thing(InformationEntity, "note")


def ask(*facts: Fact, **values: Any) -> list[Any]:
    world = Snapshot.of_facts(facts)
    parameters = question.Parameters.model_validate({"as_of": DAY} | values)
    return [question.explain(world, each, parameters) for each in question.find(world, parameters)]


def speaks(*facts: Fact, **values: Any) -> list[str]:
    rows = ask(*facts, system="s", **values)
    return [phrase.say("en") for row in rows for phrase in row.reasons]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (LOW, ["Low functional fit and low technical fit"]),
        ({"functional_fit": "perfect", "technical_fit": "unreasonable"},
         ["Low technical fit, though it serves its purpose"]),
        (HIGH | {"lifecycle": "phase-out"}, ["It is being phased out"]),
        (HIGH | {"support_ends": "2026-10-31"}, ["Vendor support has ended"]),
        (HIGH | {"support_ends": "2027-10"}, ["Vendor support ends soon"]),
        (HIGH | {"support_ends": "2030"}, []), (HIGH, []), ({}, []),
    ],
)  # fmt: skip
def test_every_reason_of_its_own_is_told(fields: dict[str, Any], said: list[str]) -> None:
    assert speaks(thing(System, "s", **fields)) == said


def test_changes_and_successors_in_use_speak_for_retiring_it() -> None:
    s, one, two = thing(System, "s", **HIGH), thing(Initiative, "one"), thing(Initiative, "two")
    assert speaks(s, one, link(one, "retires", s)) == ["One is to retire it"]
    assert speaks(s, one, two, link(one, "retires", s), link(two, "retires", s)) == ["One and 1 more are to retire it"]
    for lifecycle, said in (("active", ["Next has taken over from it"]), ("plan", []), ("retired", []), (None, [])):
        phase: dict[str, Any] = {"lifecycle": lifecycle} if lifecycle else {}
        after = thing(System, "next", **phase)
        assert speaks(s, after, link(after, "succeeds", s)) == said
    after, told = thing(System, "next", lifecycle="active"), "Next has taken over from it"
    for since, said in (("2019", [told]), ("2026-01-01", [told]), ("2097", [])):
        assert speaks(s, after, link(after, "succeeds", s, since=since)) == said


def test_overlap_makes_a_candidate_only_of_what_serves_its_purpose_badly() -> None:
    other = thing(System, "o", **HIGH)
    told = "Others hold more than 75 % of its information too"
    for fields, said in (
        ({"functional_fit": "insufficient", "technical_fit": "adequate"}, [told]),
        (HIGH, []), (LOW, ["Low functional fit and low technical fit", told]), ({}, []),
    ):  # fmt: skip
        s = thing(System, "s", **fields)
        assert speaks(s, other, NOTE, link(s, "masters", NOTE), link(other, "stores", NOTE)) == said
    bare = thing(System, "s", support_ends="2020")
    (row,) = ask(bare, other, NOTE, link(bare, "masters", NOTE), link(other, "stores", NOTE), system="s")
    assert (row.standing.value, row.quadrant.value) == ("free", "not-assessed")
    assert [phrase.say("en") for phrase in row.reasons] == ["Vendor support has ended", told]


@pytest.mark.parametrize(("common", "speaking"), [(3, []), (4, ["Others hold more than 75 % of its information too"])])
def test_overlap_speaks_only_above_75_per_cent(common: int, speaking: list[str]) -> None:
    tolerated = thing(System, "s", functional_fit="insufficient", technical_fit="adequate")
    other, notes = thing(System, "o", **HIGH), [thing(InformationEntity, f"n{number}") for number in range(4)]
    facts = [link(tolerated, "masters", each) for each in notes] + [
        link(other, "stores", each) for each in notes[:common]
    ]
    assert speaks(tolerated, other, *notes, *facts) == speaking


def test_overlap_adds_to_the_order_only_with_tolerate() -> None:
    a, b, other = thing(System, "a", **LOW), thing(System, "b", **LOW), thing(System, "o", **HIGH)
    rows = ask(a, b, other, NOTE, link(b, "masters", NOTE), link(other, "masters", NOTE))
    assert [row.system.id for row in rows] == ["a", "b"]


def test_within_a_quadrant_most_reasons_come_first_and_overlap_is_one_with_tolerate() -> None:
    fits: dict[str, Any] = {"functional_fit": "insufficient", "technical_fit": "adequate"}
    late: dict[str, Any] = fits | {"support_ends": "2020"}
    one, two, three, four = (
        thing(System, id, lifecycle="phase-out", **fields)
        for id, fields in (("a", fits), ("b", fits), ("c", late), ("d", late))
    )
    other = thing(System, "o", **HIGH)
    shared = [link(each, "masters", NOTE) for each in (two, four, other)]
    assert [row.system.id for row in ask(one, two, three, four, other, NOTE, *shared)] == ["d", "b", "c", "a"]


def test_the_computed_verdict_stands_beside_the_stated_one_and_what_people_recommend() -> None:
    s = thing(System, "s", recommendation="tolerate", support_ends="2031", design_basis="international-standard",
              inherited_model=False, **LOW)  # fmt: skip
    (row,) = ask(s)
    assert (row.quadrant.value, row.computed.value, row.recommendation.value, row.differs) == (
        "eliminate", "tolerate", "tolerate", False,
    )  # fmt: skip
    (alone,) = ask(thing(System, "s", **LOW))
    assert (alone.computed.value, alone.recommendation, alone.differs) == ("eliminate", None, None)
    (unlike,) = ask(thing(System, "s", recommendation="invest", **LOW))
    assert unlike.differs is True


def test_only_the_asked_quadrant_or_system_is_told_and_only_in_use() -> None:
    world = (
        thing(System, "low", **LOW), thing(System, "late", support_ends="2020"), thing(System, "bare"),
        thing(System, "gone", lifecycle=Lifecycle.RETIRED, **LOW),
    )  # fmt: skip
    assert [row.system.id for row in ask(*world)] == ["low", "late"]
    assert [row.system.id for row in ask(*world, quadrant="eliminate")] == ["low"]
    assert [row.system.id for row in ask(*world, quadrant="not-assessed")] == ["late"]
    assert [row.system.id for row in ask(*world, system="late")] == ["late"]
    assert ask(*world, system="bare") == []
    assert ask(*world, system="gone") == []


def test_a_stated_cost_comes_before_an_unknown_one_even_if_it_is_nothing() -> None:
    free, dear = thing(System, "b", annual_cost_sek=0.0, **LOW), thing(System, "c", annual_cost_sek=2.0, **LOW)
    assert [row.system.id for row in ask(thing(System, "a", **LOW), free, dear)] == ["c", "b", "a"]


def test_every_sort_of_blocker_counts_once_in_the_order() -> None:
    notes = [thing(InformationEntity, f"n{number}") for number in range(3)]
    many, two = thing(System, "many", **LOW), thing(System, "a-two", archive_duty=True, must_not_stop=True, **LOW)
    rows = ask(many, two, *notes, *(link(many, "masters", each) for each in notes))
    assert [row.system.id for row in rows] == ["many", "a-two"]
    assert [phrase.say("en") for phrase in rows[0].blockers] == ["It is the last holder of N0 and 2 more"]


def test_a_contract_of_which_only_the_notice_is_stated_is_told_so() -> None:
    (row,) = ask(thing(System, "s", contract_notice_by="2027", **LOW))
    assert [each.say("en") for each in row.blockers] == ["Notice by 2027; when the contract ends is not stated"]
    (row,) = ask(thing(System, "s", contract_ends="2027", contract_notice_by="2026-01", **LOW))
    assert [each.say("en") for each in row.blockers] == [
        "The contract runs until 2027; the last day of notice was 2026-01"
    ]


def test_a_row_rests_on_the_system_its_reasons_and_its_blockers() -> None:
    s, other, change = (
        thing(System, "s", **LOW),
        thing(System, "o", lifecycle="active", **HIGH),
        thing(Initiative, "change"),
    )
    (row,) = ask(s, other, change, NOTE, link(change, "retires", s), link(other, "succeeds", s),
                 link(s, "stores", NOTE), link(other, "masters", NOTE), link(other, "depends_on", s))  # fmt: skip
    assert {
        "System/s", "Initiative/change", "Initiative/change RETIRES System/s", "System/o SUCCEEDS System/s",
        "System/s STORES InformationEntity/note", "System/o DEPENDS_ON System/s", "InformationEntity/note",
    } <= set(map(str, row.grounds))  # fmt: skip
    assert ([each.id for each in row.overlaps_with], row.overlap.value) == (["o"], "high")


def test_an_unknown_profile_is_told_of() -> None:
    with pytest.raises(QuestionError, match="There is no scoring profile 'none'"):
        ask(thing(System, "s"), profile="none")
