"""Systems that nothing speaks for retiring and that nobody has assessed: a list of its own, never candidates."""

from typing import Any

import pytest

from graph.facts.facts import Fact
from graph.ontology.kinds import Api, Exchange, InformationEntity, Initiative, Organisation, SharedStorage, System
from graph.ontology.vocabulary import FunctionalFit, Lifecycle, TechnicalFit
from queries.divestment.unstated_facts import Unstated
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

TODAY = "2026-05-01"
HIGH: dict[str, Any] = {"functional_fit": FunctionalFit.APPROPRIATE, "technical_fit": TechnicalFit.ADEQUATE}
S = thing(System, "s")


def ask(*facts: Fact, **values: Any) -> Any:
    return SnapshotOfFacts(*facts).ask("not_assessed", **({"as_of": TODAY} | values)).rows


def lacks(*facts: Fact) -> set[str]:
    return {each.value for row in ask(*facts, system="s") for each in row.not_stated}


def test_what_nothing_speaks_for_and_nobody_has_assessed_is_told_and_is_no_candidate() -> None:
    change = thing(Initiative, "change")
    going, late = thing(System, "going"), thing(System, "late", support_ends="2020")
    world: tuple[Fact, ...] = (
        S, thing(System, "half", functional_fit=FunctionalFit.UNREASONABLE), thing(System, "well", **HIGH), change,
        going, late, thing(System, "gone", lifecycle=Lifecycle.RETIRED), thing(System, "coming", lifecycle="plan"),
        link(change, "retires", going),
    )  # fmt: skip
    assert [row.system.id for row in ask(*world)] == ["half", "s"]
    candidates = SnapshotOfFacts(*world).ask("divestment_candidates", as_of=TODAY).rows
    assert {row.system.id for row in candidates} == {"going", "late"}


def test_overlap_alone_does_not_take_it_off_the_list() -> None:
    note, other = thing(InformationEntity, "note"), thing(System, "other", **HIGH)
    (row,) = ask(S, other, note, link(S, "masters", note), link(other, "masters", note))
    assert row.system.id == "s"


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        ({}, set()),
        ({"functional_fit": FunctionalFit.PERFECT}, {"functional-fit"}),
        ({"technical_fit": TechnicalFit.ADEQUATE}, {"technical-fit"}),
        ({"lifecycle": Lifecycle.ACTIVE}, {"own-use"}),
        ({"support_ends": "2031"}, {"support"}),
        ({"end_of_life": "2031"}, {"support"}),
        ({"contract_ends": "2031"}, {"contract"}),
        ({"contract_notice_by": "2031"}, set()),
    ],
)
def test_what_is_not_stated_of_its_own_record_is_told(fields: dict[str, Any], stated: set[str]) -> None:
    assert lacks(thing(System, "s", **fields)) == {each.value for each in Unstated} - stated


NOTE, FLOW, ORG, API = (
    thing(InformationEntity, "note"), thing(Exchange, "flow"), thing(Organisation, "org"), thing(Api, "api"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "side", "stated"),
    [
        (NOTE, "masters", "information"), (NOTE, "stores", "information"), (NOTE, "publishes", "information"),
        (thing(SharedStorage, "store"), "keeps_data_in", "information"),
        (FLOW, "provides", "exchanges"), (FLOW, "consumes", "exchanges"), (API, "exposes", "exchanges"),
        (ORG, "used_by", "users"), (thing(System, "needy", **HIGH), "needed_by", "users"),
        (API, "behind_facade", "users"),
    ],
)  # fmt: skip
def test_what_hangs_on_it_is_stated_by_any_relation_that_says_so(other: Any, side: str, stated: str) -> None:
    assert lacks(S, other, link(S, side, other)) == {each.value for each in Unstated} - {stated}


def test_what_it_only_reads_or_depends_on_does_not_say_what_hangs_on_it() -> None:
    other = thing(System, "other", **HIGH)
    every = {each.value for each in Unstated}
    assert lacks(S, NOTE, other, link(S, "reads", NOTE), link(S, "depends_on", other)) == every


def test_the_least_missing_come_first_then_the_dearest_then_by_name() -> None:
    world = (thing(System, "a"), thing(System, "b", annual_cost_sek=0.0), thing(System, "c", annual_cost_sek=5.0),
             thing(System, "d", contract_ends="2031"))  # fmt: skip
    assert [row.system.id for row in ask(*world)] == ["d", "c", "b", "a"]
    assert [row.system.id for row in ask(*world, lacks="contract")] == ["c", "b", "a"]
    assert [row.system.id for row in ask(*world, lacks="users")] == ["d", "c", "b", "a"]
    assert [row.system.id for row in ask(*world, system="b")] == ["b"]
