"""What a person pastes into Neo4j Browser shows every fact that the answer rests on."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.facts import Link, LinkKey, Ref, Thing
from graph.ontology import ONTOLOGY
from graph.store import Store
from loaders.formats import BUNDLED, recognised
from loaders.run import load
from queries.catalogue import catalogue
from queries.checking import validated
from queries.question import Question
from tests.bundled import bundled_picture

MOST = 3
"""Values that a parameter which must be given takes in turn."""


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
            nodes = bundled_picture().all(ONTOLOGY.kinds[kind])
            ids = [n.id for n in sorted(nodes, key=lambda n: -sum(map(len, n.sides.values())))[:MOST]]
            values = [{**given, name: id} for given in values for id in ids]
    return values


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
            found = question.find(bundled_picture(), parameters)
            rows = [question.tell(bundled_picture(), each, parameters) for each in found]
            given = parameters.model_dump(mode="json", exclude={"limit", "offset", "as_of", "scenario"})
            shown = set(keys(await case.read(question.text, **given)))
            lacking = {ground for row in rows for ground in row.grounds} - shown
            if lacking:
                missing[f"{stem} {values}"] = f"{len(lacking)}, e.g. {sorted(map(str, lacking))[:5]}"
    assert not missing, "\n".join(f"{stem}: {lacks}" for stem, lacks in missing.items())
