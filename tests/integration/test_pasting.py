"""What a person pastes into Neo4j Browser shows every fact that the answer rests on, or that the map draws."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.worlds import PlantedWorld
from benchmarks.worlds.planted import CATALOGUE, REGISTER
from graph.database.store import Store
from graph.facts.facts import LinkKey, Ref
from graph.facts.merged_view import Link, Thing
from graph.ontology.kinds import Exchange, GovernanceBody, IntegrationPlatform, Organisation, System
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from loaders.runs.run import load
from loaders.sources.formats import recognised
from queries.asking.catalogue import catalogue
from queries.asking.question import Question, SnapshotParameters
from queries.asking.snapshots import Snapshots
from queries.asking.validation import validated
from tests.bundled import bundled_snapshot
from tests.held_case import hold_case
from visualisations.maps.atlas import Map, atlas

MOST = 3
"""Values that a parameter which must be given takes in turn."""
CENTRES = (System, GovernanceBody, IntegrationPlatform, Exchange, Organisation)
OF_A_SNAPSHOT = {"limit", "offset", *SnapshotParameters.model_fields}


@pytest.fixture
async def case(opened: Store) -> Store:
    """The bundled registers in the store."""
    await hold_case(opened)
    return opened


@pytest.fixture
async def world(store: Store, tmp_path: Path) -> Store:
    """A planted world in the store, as a register and an addressing catalogue."""
    PlantedWorld(20).write(tmp_path)
    for name in (REGISTER, CATALOGUE):
        await load(store, recognised(tmp_path / name), tmp_path / name)
    return store


def asked(question: Question, snapshot: Snapshot) -> list[dict[str, Any]]:
    """Values for the parameters that must be given: the best connected things of the kind."""
    values: list[dict[str, Any]] = [{}]
    for name, each in question.inputs.items():
        if each.required and (kind := question.kind_of(name)):
            ids = [n.id for n in sorted(snapshot.all(ONTOLOGY.kinds[kind]), key=connected)[:MOST]]
            values = [{**given, name: id} for given in values for id in ids]
    return values


def connected(node: Node) -> int:
    """The best connected first."""
    return -sum(map(len, node.sides.values()))


def drawn(chosen: Map) -> list[dict[str, Any]]:
    """The map of everything, or around the best connected thing of several kinds, one step and three steps away."""
    if not any(each.required for each in chosen.inputs.values()):
        return [{}]
    centres = [min(bundled_snapshot().all(kind), key=connected) for kind in CENTRES]
    return [{"kind": node.kind, "id": node.id, "depth": depth} for node in centres for depth in (1, 3)]


def keys(value: Any) -> Iterator[Ref | LinkKey]:
    """Every thing and relation in what was read, paths among it; who sees a relation sees its ends."""
    if isinstance(value, Thing):
        yield value.key
    elif isinstance(value, Link):
        yield from (value.key, value.key.source, value.key.target)
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from keys(each)


async def lacking(store: Store, stem: str, snapshot: Snapshot) -> dict[str, str] | None:
    """What the pasted text does not show of what the rows rest on; None where no row rests on anything."""
    question, answered = catalogue()[stem], False
    missing: dict[str, str] = {}
    for values in asked(question, snapshot):
        parameters = validated(question.parameters, stem, values)
        found = question.find(snapshot, parameters)
        rows = [question.explain(snapshot, each, parameters) for each in found]
        given = parameters.model_dump(mode="json", exclude=OF_A_SNAPSHOT)
        shown = set(keys(await store.read(question.text, **given)))
        answered = answered or any(row.grounds for row in rows)
        if lost := {ground for row in rows for ground in row.grounds} - shown:
            missing[f"{stem} {values}"] = f"{len(lost)}, e.g. {sorted(map(str, lost))[:5]}"
    return missing if answered else None


async def test_what_is_pasted_shows_what_every_row_rests_on(case: Store) -> None:
    missing: dict[str, str] = {}
    for stem in catalogue():
        missing |= await lacking(case, stem, bundled_snapshot()) or {}
    assert not missing, "\n".join(f"{stem}: {lacks}" for stem, lacks in missing.items())


async def test_what_the_case_has_no_row_of_is_pasted_into_a_planted_world(world: Store) -> None:
    snapshot = await Snapshots(world).snapshot()
    missing: dict[str, str] = {}
    without = [stem for stem in catalogue() if not has_a_row(stem, bundled_snapshot())]
    assert "addressing_findings" in without
    for stem in without:
        found = await lacking(world, stem, snapshot)
        assert found is not None, f"{stem} has a row neither in the case nor in a planted world: nobody tries its text"
        missing |= found
    assert not missing, "\n".join(f"{stem}: {lacks}" for stem, lacks in missing.items())


def has_a_row(stem: str, snapshot: Snapshot) -> bool:
    """Whether the question finds something that rests on a fact."""
    question = catalogue()[stem]
    for values in asked(question, snapshot):
        parameters = validated(question.parameters, stem, values)
        if any(question.explain(snapshot, each, parameters).grounds for each in question.find(snapshot, parameters)):
            return True
    return False


async def test_what_is_pasted_shows_all_that_a_map_draws(case: Store) -> None:
    missing = {}
    for stem, chosen in atlas().items():
        for values in drawn(chosen):
            parameters = validated(chosen.parameters, stem, {"limit": 500, **values})
            wanted = chosen.sketch(bundled_snapshot(), parameters, "en").facts()
            assert wanted, stem
            given = parameters.model_dump(mode="json", exclude=OF_A_SNAPSHOT)
            if lacking := wanted - set(keys(await case.read(chosen.text, **given))):
                missing[f"{stem} {values}"] = f"{len(lacking)}, e.g. {sorted(map(str, lacking))[:5]}"
    assert not missing, "\n".join(f"{stem}: {lacks}" for stem, lacks in missing.items())
