"""What the README shows in GraphQL is answered as it stands, of the bundled case, on each engine."""

import re
from typing import Any

import pytest

from graph.database.store import Store
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.run import load
from loaders.sources.formats import BUNDLED, recognised
from queries.asking.catalogue import catalogue
from tests.integration.graphql_graph import client_on
from tests.rooms.house import HOUSE

README = (HOUSE / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"(?ms)^```graphql\n(.*?)^```", README)


@pytest.fixture
async def case(store: Store) -> Store:
    """The bundled registers in the store."""
    for path in BUNDLED:
        await load(store, recognised(path), path)
    return store


def empty_ones(value: Any, path: str = "") -> list[str]:
    """Where in an answer nothing stands: null, no text, or a list without anything."""
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        return [at for name, each in inner for at in empty_ones(each, f"{path}.{name}")] if value else [path]
    return [] if value not in (None, "") else [path]


async def test_each_example_finds_something_under_each_of_its_fields(case: Store) -> None:
    async with client_on(case) as client:
        for example in EXAMPLES:
            answer = await client.ask(example)
            assert not [at for at in empty_ones(answer) if not re.search(r"nodes\.\d", at)], answer
            for name, found in answer.get("ask", {}).items():
                assert found["totalCount"] == len(found["nodes"]) > 0, name


def test_the_examples_show_that_a_question_stands_under_ask() -> None:
    (example,) = EXAMPLES
    asked = re.search(r"(?s)\bask \{\s*(\w+)\(", example)
    assert asked
    assert re.sub(r"(?=[A-Z])", "_", asked[1]).lower() in catalogue()
    assert any(f"  {kind[0].lower()}{kind[1:]}(" in example for kind in ONTOLOGY.kinds), "a thing, beside the questions"
