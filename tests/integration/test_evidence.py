"""Who says the facts that an answer rests on: every dataset's record of things and relations."""

from typing import Any

import pytest

from graph.database.store import Store
from graph.facts.facts import Evidence, Ref
from graph.facts.merged_view import Link, Thing
from graph.ontology.kinds import Organisation, System
from queries.asking import evidence
from queries.asking.evidence import readings, records
from tests.worlds import link, put, thing

ONE, TWO, OWNER = thing(System, "one"), thing(System, "two"), thing(Organisation, "owner")
OWNS = link(ONE, "owned_by", OWNER)


def told(each: Any) -> tuple[Any, ...]:
    return each.source, each.section, each.paraphrase, each.evidence, each.dataset, each.place, each.run


async def test_every_dataset_that_states_a_thing_or_a_relation_is_told_the_most_trusted_first(store: Store) -> None:
    await put(store, ONE, OWNER, OWNS, dataset="less", trust=10)
    made_up = thing(System, "one", evidence=Evidence.ILLUSTRATIVE)
    await put(store, made_up, OWNER, link(ONE, "owned_by", OWNER, evidence=Evidence.DOCUMENTED), dataset="more")
    revision, known = await records(store, [ONE.key, OWNS.key])
    assert revision == 2
    assert [(each.dataset, each.evidence) for each in known[ONE.key]] == [
        ("more", Evidence.ILLUSTRATIVE), ("less", Evidence.STATED),
    ]  # fmt: skip
    assert [(each.dataset, each.evidence) for each in known[OWNS.key]] == [
        ("more", Evidence.DOCUMENTED), ("less", Evidence.STATED),
    ]  # fmt: skip
    assert {each.about for each in known[OWNS.key]} == {"System/one OWNED_BY Organisation/owner"}


async def test_the_records_are_those_that_are_stored(store: Store) -> None:
    await put(store, ONE, OWNER, OWNS)
    await put(store, ONE, dataset="too")
    held = [each for row in await store.read("MATCH (n:System)-[r]->() RETURN n, r") for each in row.values()]
    _, known = await records(store, [each.key for each in held])
    assert len(held) == 2
    for each in held:
        assert isinstance(each, Thing | Link)
        assert [told(shown) for shown in known[each.key]] == [told(stated) for stated in each.records]


async def test_what_the_graph_does_not_hold_is_left_out(store: Store) -> None:
    await put(store, ONE, OWNER, OWNS)
    away = link(TWO, "owned_by", OWNER).key
    _, known = await records(store, [ONE.key, TWO.key, OWNS.key, away, Ref("System", "none")])
    assert known.keys() == {ONE.key, OWNS.key}
    assert await records(store, []) == (1, {})


async def test_many_are_read_in_several_statements(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [thing(System, f"s{number}") for number in range(7)]
    await put(store, *many)
    monkeypatch.setattr(evidence, "AT_ONCE", 3)
    keys = [each.key for each in many]
    assert [len(each.parameters["ids"]) for each in readings(keys)] == [3, 3, 1]  # type: ignore[arg-type]
    assert (await records(store, keys))[1].keys() == set(keys)
