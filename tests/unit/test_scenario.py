"""Scenarios: steps taken in a snapshot, and what is said of a step that cannot be taken."""

from typing import Any

import pytest

from graph.errors import ScenarioError
from graph.ontology.kinds import Api, Exchange, InformationEntity, IntegrationPlatform, Need, StandardVersion, System
from graph.scenarios.scenario_store import parsed
from graph.scenarios.steps import applied
from graph.snapshot.snapshot import Snapshot
from tests.worlds import link, thing

A, B, C = thing(System, "a"), thing(System, "b"), thing(System, "c")
AB, AC, BA = thing(Exchange, "ab"), thing(Exchange, "a-bc"), thing(Exchange, "ba")
NOTE, R4, BUS, NEED = (
    thing(InformationEntity, "note"), thing(StandardVersion, "r4"),
    thing(IntegrationPlatform, "bus"), thing(Need, "need"),
)  # fmt: skip
FRONT, DOOR = thing(Api, "front"), thing(Api, "door")
WORLD = Snapshot.of_facts(
    [
        A, B, C, AB, AC, BA, NOTE, R4, BUS, NEED, FRONT, DOOR,
        link(A, "provides", AB), link(B, "consumes", AB), link(AB, "carries", NOTE),
        link(A, "provides", AC), link(B, "consumes", AC), link(C, "consumes", AC),
        link(B, "provides", BA), link(A, "consumes", BA),
        link(A, "masters", NOTE), link(NEED, "asked_of", A), link(C, "depends_on", A),
        link(C, "exposes", FRONT), link(FRONT, "facade_over", A), link(A, "exposes", DOOR),
    ]
)  # fmt: skip


def after(*steps: dict[str, Any]) -> Snapshot:
    return applied(WORLD, parsed({"id": "x", "name": "X", "steps": list(steps)}, "test"))


def flows(snapshot: Snapshot) -> dict[str, tuple[list[str], list[str]]]:
    return {
        flow.id: ([n.id for n in flow.provided_by], [n.id for n in flow.consumed_by]) for flow in snapshot.all(Exchange)
    }


def test_what_is_removed_takes_its_exchanges_and_interfaces_with_it() -> None:
    snapshot = after({"do": "remove", "id": "b"})
    assert flows(snapshot) == {"a-bc": (["a"], ["c"])}
    snapshot = after({"do": "remove", "id": "a"})
    assert flows(snapshot) == {}
    assert [api.id for api in snapshot.all(Api)] == ["front"]
    assert snapshot.all(Api)[0].facade_over == ()


def test_what_is_removed_may_be_related_to_itself() -> None:
    world = Snapshot.of_facts([A, B, link(A, "depends_on", A), link(A, "depends_on", B)])
    steps = [{"do": "remove", "id": "a"}]
    snapshot = applied(world, parsed({"id": "x", "name": "X", "steps": steps}, "test"))
    (left,) = snapshot.all(System)
    assert (left.id, left.needed_by) == ("b", ())


def test_the_facts_are_as_they_were() -> None:
    before = flows(WORLD)
    after({"do": "remove", "id": "a"})
    assert flows(WORLD) == before
    assert len(WORLD.all(System)) == 3


def test_what_replaces_takes_over_exchanges_information_needs_and_dependents() -> None:
    snapshot = after({"do": "replace", "id": "a", "by": "new", "name": "Newer", "conforms_to": ["r4"]})
    new = snapshot.get(System, "new")
    assert new
    assert snapshot.get(System, "a") is None
    assert flows(snapshot) == {"ab": (["new"], ["b"]), "a-bc": (["new"], ["b", "c"]), "ba": (["b"], ["new"])}
    assert [n.id for n in (*new.masters, *new.asked_for, *new.needed_by, *new.conforms_to)] == [
        "note", "need", "c", "r4",
    ]  # fmt: skip
    assert [api.id for api in new.behind_facade] == ["front"]
    assert snapshot.get(Api, "door") is None


def test_an_exchange_between_merged_systems_is_no_exchange_any_more() -> None:
    snapshot = after({"do": "merge", "ids": ["a", "b"], "into": "a"})
    assert flows(snapshot) == {"a-bc": (["a"], ["a", "c"])}


def test_an_exchange_is_added() -> None:
    snapshot = after(
        {
            "do": "add-exchange", "id": "cb", "provider": "c", "consumers": ["b"], "carries": ["note"],
            "conforms_to": ["r4"], "through": ["bus"],
        }
    )  # fmt: skip
    flow = snapshot.get(Exchange, "cb")
    assert flow
    ends = (*flow.provided_by, *flow.consumed_by, *flow.carries, *flow.conforms_to, *flow.mediated_by)
    assert [node.id for node in ends] == ["c", "b", "note", "r4", "bus"]
    assert flow.status == "in-use"


def test_steps_are_taken_one_after_the_other() -> None:
    snapshot = after(
        {"do": "replace", "id": "a", "by": "c"}, {"do": "add-exchange", "id": "z", "provider": "b", "consumers": ["c"]}
    )
    assert flows(snapshot) == {
        "ab": (["c"], ["b"]),
        "a-bc": (["c"], ["b", "c"]),
        "ba": (["b"], ["c"]),
        "z": (["b"], ["c"]),
    }


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([{"do": "remove", "id": "aa"}], "step 1: there is no System 'aa'"),
        ([{"do": "remove", "id": "a"}, {"do": "remove", "id": "a"}], "step 2: there is no System 'a'"),
        ([{"do": "remove", "kind": "Need", "id": "need"}], "'Need' cannot be removed; what can is: System"),
        ([{"do": "replace", "id": "a", "by": "frnt"}], "there is no System 'frnt'"),
        ([{"do": "replace", "id": "a", "by": "b", "name": "B"}], "there is a system 'b' already"),
        ([{"do": "merge", "ids": ["a"], "into": "a"}], "'a' would only replace itself"),
        (
            [{"do": "add-exchange", "id": "ab", "provider": "a", "consumers": ["b"]}],
            "there is an exchange 'ab' already",
        ),
        (
            [{"do": "add-exchange", "id": "n", "provider": "a", "consumers": ["b"], "carries": ["nota"]}],
            "did you mean 'note'",
        ),
    ],
)
def test_a_step_that_cannot_be_taken_is_told_by_its_number(steps: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(ScenarioError) as told:
        after(*steps)
    assert said in str(told.value)
    assert "Nothing is changed" in str(told.value)


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ([], "it is []"), ({"id": "x", "name": "X"}, "steps"), ({"id": "x", "name": "X", "steps": []}, "steps is []"),
        ({"id": "x", "name": "X", "steps": [{"do": "burn", "id": "a"}]}, "step 1 is"),
        ({"id": "x", "name": "X", "steps": [{"do": "remove"}]}, "step 1, id"),
        ({"id": " ", "name": "X", "steps": [{"do": "remove", "id": "a"}]}, "id is ' '"),
    ],
)  # fmt: skip
def test_what_is_not_a_scenario_is_told_by_its_place(told: object, where: str) -> None:
    with pytest.raises(ScenarioError) as wrong:
        parsed(told, "plan.yaml")
    assert str(wrong.value).startswith(f"plan.yaml: {where}")
