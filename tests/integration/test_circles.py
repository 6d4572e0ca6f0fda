"""What cannot come round to itself is refused, with the place of each relation, and nothing is written."""

import pytest

from graph.database.store import Store
from graph.ontology.kinds import StandardVersion, System
from loaders.runs.run import InvalidSourceError
from tests.worlds import link, put, thing

ONE, TWO, THREE = (thing(StandardVersion, id) for id in ("one", "two", "three"))


async def test_versions_that_replace_each_other_are_refused_with_each_place(store: Store) -> None:
    with pytest.raises(InvalidSourceError) as refused:
        await put(
            store,
            ONE,
            TWO,
            THREE,
            link(ONE, "supersedes", TWO),
            link(TWO, "supersedes", ONE),
            link(THREE, "supersedes", ONE),
        )
    said = [problem.say("en") for problem in refused.value.problems]
    assert said == [
        "world:one-two: one supersedes two, which comes round to one again. Take away one of the relations.",
        "world:two-one: two supersedes one, which comes round to two again. Take away one of the relations.",
    ]
    assert "ersätter" in refused.value.problems[0].say("sv")
    assert await store.read("MATCH (n:StandardVersion) RETURN n") == []


async def test_a_circle_that_another_dataset_closes_is_refused_and_a_chain_is_not(store: Store) -> None:
    await put(store, ONE, TWO, link(ONE, "supersedes", TWO), dataset="first")
    await put(store, TWO, THREE, link(TWO, "supersedes", THREE), dataset="second")
    with pytest.raises(InvalidSourceError, match="One problem was found"):
        await put(store, THREE, ONE, link(THREE, "supersedes", ONE), dataset="third")
    assert await store.revision() == 2
    await put(store, ONE, TWO, dataset="first")
    await put(store, THREE, ONE, link(THREE, "supersedes", ONE), dataset="third")


async def test_a_system_that_succeeds_itself_is_refused(store: Store) -> None:
    system = thing(System, "a")
    with pytest.raises(InvalidSourceError):
        await put(store, system, link(system, "succeeds", system))
