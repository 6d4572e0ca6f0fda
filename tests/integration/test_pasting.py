"""What a person pastes into Neo4j Browser shows every fact that the answer rests on, or that the map draws."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.database.store import Store
from graph.facts.facts import LinkKey, Ref
from graph.facts.merged_view import Link, Thing
from graph.ontology.kinds import Exchange, GovernanceBody, IntegrationPlatform, Organisation, System
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Node
from loaders.runs.run import load
from loaders.sources.formats import BUNDLED, recognised
from queries.asking.catalogue import catalogue
from queries.asking.question import Question, SnapshotParameters
from queries.asking.validation import validated
from tests.bundled import bundled_snapshot
from visualisations.maps.atlas import Map, atlas

MOST = 3
"""Values that a parameter which must be given takes in turn."""
CENTRES = (System, GovernanceBody, IntegrationPlatform, Exchange, Organisation)
OF_A_SNAPSHOT = {"limit", "offset", *SnapshotParameters.model_fields}


@pytest.fixture
async def case(store: Store) -> Store:
    """The bundled registers in the store."""
    for path in BUNDLED:
        await load(store, recognised(path), path)
    return store


def asked(question: Question) -> list[dict[str, Any]]:
    """Values for the parameters that must be given: the best connected things of the kind."""
    values: list[dict[str, Any]] = [{}]
    for name, each in question.inputs.items():
        if each.required and (kind := question.kind_of(name)):
            nodes = bundled_snapshot().all(ONTOLOGY.kinds[kind])
            ids = [n.id for n in sorted(nodes, key=connected)[:MOST]]
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


async def test_what_is_pasted_shows_what_every_row_rests_on(case: Store) -> None:
    missing = {}
    for stem, question in catalogue().items():
        for values in asked(question):
            parameters = validated(question.parameters, stem, values)
            found = question.find(bundled_snapshot(), parameters)
            rows = [question.explain(bundled_snapshot(), each, parameters) for each in found]
            given = parameters.model_dump(mode="json", exclude=OF_A_SNAPSHOT)
            shown = set(keys(await case.read(question.text, **given)))
            lacking = {ground for row in rows for ground in row.grounds} - shown
            if lacking:
                missing[f"{stem} {values}"] = f"{len(lacking)}, e.g. {sorted(map(str, lacking))[:5]}"
    assert not missing, "\n".join(f"{stem}: {lacks}" for stem, lacks in missing.items())


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
