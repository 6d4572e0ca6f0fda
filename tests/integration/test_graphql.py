"""GraphQL answers about every kind and relation, in both directions, on each engine."""

from collections.abc import AsyncIterator

import pytest_asyncio

from graph.store import Store
from tests.integration.graphql_graph import Client, client_on, hold, link, thing


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    """A client on an empty graph."""
    async with client_on(store) as client:
        yield client


async def test_a_thing_tells_its_fields_its_relations_both_ways_and_who_says_it(store: Store, client: Client) -> None:
    await hold(
        store,
        thing("System", "s", name="Journal", name_sv="Journalen", mode="mode-1", aliases=["J"], used_since="1989"),
        thing("Api", "a", transport="rest"),
        link("System/s", "exposes", "Api/a"),
    )
    data = await client.ask(
        """{ system(id: "s") { kind id name sv: name(language: SV) mode aliases usedSince era illustrative
               records { dataset source section paraphrase evidence place run firstRun fields }
               exposes { total edges { node { id transport exposedBy { nodes { id } } }
                                       link { relation verb records { source place } } } } } }"""
    )
    assert data["system"] == {
        "kind": "System", "id": "s", "name": "Journal", "sv": "Journalen", "mode": "MODE_1", "aliases": ["J"],
        "usedSince": "1989", "era": None, "illustrative": False,
        "records": [{
            "dataset": "said", "source": "a document", "section": "chapter 2", "paraphrase": "so it is said",
            "evidence": "STATED", "place": "file.yaml:3", "run": 1, "firstRun": 1,
            "fields": {"id": "s", "name": "Journal", "name_sv": "Journalen", "mode": "mode-1", "aliases": ["J"],
                       "used_since": "1989"},
        }],
        "exposes": {"total": 1, "edges": [{
            "node": {"id": "a", "transport": "REST", "exposedBy": {"nodes": [{"id": "s"}]}},
            "link": {"relation": "EXPOSES", "verb": "exposes",
                     "records": [{"source": "a document", "place": "file.yaml:9"}]},
        }]},
    }  # fmt: skip


async def test_a_question_is_a_field_with_typed_rows(store: Store, client: Client) -> None:
    await hold(
        store,
        thing("SharedStorage", "pacs", name="PACS", name_sv="Bildlager"),
        thing("Discipline", "lab"),
        thing("Discipline", "x-ray"),
        link("SharedStorage/pacs", "serves", "Discipline/lab"),
        link("SharedStorage/pacs", "serves", "Discipline/x-ray"),
    )
    data = await client.ask(
        """{ ask { sharedStorage(discipline: "lab") { question title revision total cut illustrative
             rows { storage { kind id name(language: SV) thing { name ... on SharedStorage { serves { total } } } }
                    disciplines { id } shared evidence { about source evidence } } } } }"""
    )
    answer = data["ask"]["sharedStorage"]
    assert (answer["question"], answer["revision"], answer["total"], answer["cut"]) == ("shared_storage", 1, 1, False)
    assert answer["rows"][0]["storage"] == {
        "kind": "SharedStorage", "id": "pacs", "name": "Bildlager", "thing": {"name": "PACS", "serves": {"total": 2}},
    }  # fmt: skip
    assert [each["id"] for each in answer["rows"][0]["disciplines"]] == ["lab", "x-ray"]
