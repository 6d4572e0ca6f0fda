"""Filters keep what they say, and treat what is not stated as unknown, on each engine."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from graph.database.store import Store
from graph.ontology.kinds import Api, Arena, Organisation, Standard, System
from tests.conftest import empty
from tests.integration.graphql_graph import Client, client_on
from tests.worlds import link, put, thing


@pytest_asyncio.fixture(loop_scope="session")
async def client(opened: Store) -> AsyncIterator[Client]:
    """A client on a graph with a few systems, which the tests that follow each other here only read."""
    held = {row["id"] for row in await opened.read("MATCH (d:Dataset) RETURN d.id AS id")}
    if held != {"world", "other"}:
        await empty(opened)
    owner, api = thing(Organisation, "o"), thing(Api, "i", name="i")
    systems = [
        thing(System, "a", name="Ärendesystem", era="1980s", mode="mode-1", must_not_stop=True, used_since="2017"),
        thing(System, "b", name="Cosmic", era="1990s", mode="mode-2", must_not_stop=False, used_since="2017-05",
              annual_cost_sek=10.5, description="Vårdens journal", aliases=("TakeCare", "TC")),
        thing(System, "c", name="Café", used_since="2018-01-01", annual_cost_sek=99.0),
    ]  # fmt: skip
    links = [link(systems[0], "owned_by", owner), link(api, "owned_by", owner), link(systems[1], "exposes", api)]
    await put(opened, owner, api, *systems, *links)
    await put(opened, thing(Standard, "fhir", levels=("structural", "semantic")), thing(Standard, "dicom"),
              thing(Arena, "m", meetings=3), dataset="other")  # fmt: skip
    async with client_on(opened) as client:
        yield client


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ("{}", "abc"),
        ('{era: {eq: "1980s"}}', "a"),
        ('{era: {in: ["1980s", "1990s"]}}', "ab"),
        ('{era: {contains: "0S"}}', "ab"),
        ("{era: {isNull: true}}", "c"),
        ("{era: {isNull: false}}", "ab"),
        ('{name: {contains: "ÄREN"}}', "a"),
        ('{name: {contains: "CAFE\u0301"}}', "c"),
        ("{mode: {eq: MODE_2}}", "b"),
        ("{mode: {in: [MODE_1, MODE_2]}}", "ab"),
        ("{mode: {isNull: true}}", "c"),
        ("{mustNotStop: {eq: false}}", "b"),
        ("{mustNotStop: {isNull: true}}", "c"),
        ("{annualCostSek: {gte: 10.5, lte: 50}}", "b"),
        ("{annualCostSek: {gte: 11}}", "c"),
        ('{usedSince: {gte: "2017-02"}}', "bc"),
        ('{usedSince: {gte: "2017-01-01"}}', "abc"),
        ('{usedSince: {lte: "2017"}}', "ab"),
        ('{usedSince: {lte: "2017-05-12"}}', "ab"),
        ('{usedSince: {lte: "2017-04"}}', "a"),
        ('{usedSince: {eq: "2018-01-01"}}', "c"),
        ('{aliases: {has: "TC"}}', "b"),
        ("{aliases: {isNull: true}}", "ac"),
        ('{text: "VÅRD cosm"}', "b"),
        ('{text: "vard"}', ""),
        ('{text: "cafe"}', "c"),
        ('{dataset: "world"}', "abc"),
        ('{dataset: "other"}', ""),
        ("{has: {ownedBy: false}}", "bc"),
        ("{has: {ownedBy: true}}", "a"),
        ("{has: {ownedBy: false, exposes: true}}", "b"),
        ('{anyOf: [{era: {eq: "1980s"}}, {has: {exposes: true}}]}', "ab"),
        ("{anyOf: []}", ""),
        ('{not: {era: {eq: "1980s"}}}', "b"),
        ("{not: {has: {ownedBy: true}}}", "bc"),
        ('{not: {anyOf: [{id: {eq: "a"}}, {id: {eq: "b"}}]}}', "c"),
        ("{era: null, mode: {eq: null}}", "abc"),
    ],
)
async def test_a_filter_keeps_what_it_says(client: Client, where: str, kept: str) -> None:
    data = await client.ask(f"{{ systems(where: {where}) {{ totalCount nodes {{ id }} }} }}")
    assert sorted(each["id"] for each in data["systems"]["nodes"]) == list(kept)
    assert data["systems"]["totalCount"] == len(kept)


async def test_a_filter_works_the_same_on_relations_of_one_and_of_several_kinds(client: Client) -> None:
    data = await client.ask(
        """query($where: ApiFilter) {
             b: system(id: "b") { exposes(where: $where) { totalCount }
                                  none: exposes(where: {name: {eq: "x"}}) { totalCount } }
             o: organisation(id: "o") { owns(where: {kind: {in: [System]}, name: {contains: "ärende"}}) { nodes { id } }
                                        api: owns(where: {kind: {eq: Api}}) { totalCount }
                                        all: owns { totalCount } } }""",
        where={"name": {"eq": "i"}},
    )
    assert data == {
        "b": {"exposes": {"totalCount": 1}, "none": {"totalCount": 0}},
        "o": {"owns": {"nodes": [{"id": "a"}]}, "api": {"totalCount": 1}, "all": {"totalCount": 2}},
    }


async def test_lists_of_choices_and_whole_numbers_filter_too(client: Client) -> None:
    data = await client.ask(
        "{ standards(where: {levels: {has: SEMANTIC}}) { nodes { id levels } } "
        "  arenas(where: {meetings: {gte: 3, lte: 3}}) { totalCount } "
        "  none: arenas(where: {meetings: {gte: 4}}) { totalCount } }"
    )
    assert data["standards"]["nodes"] == [{"id": "fhir", "levels": ["STRUCTURAL", "SEMANTIC"]}]
    assert (data["arenas"]["totalCount"], data["none"]["totalCount"]) == (1, 0)


async def test_a_day_that_is_none_is_refused(client: Client) -> None:
    for text in ("2017-13", "last year", "2017-02-30"):
        code, message = await client.refused(f'{{ systems(where: {{usedSince: {{gte: "{text}"}}}}) {{ totalCount }} }}')
        assert code == "QUESTION"
        assert "YYYY-MM-DD" in message


@pytest.mark.parametrize("hostile", ["' OR true //", "`) RETURN n //", "$p0", "\\u0000", "\U0001f3e5", "%", "*"])
async def test_what_is_given_stays_a_value(client: Client, hostile: str) -> None:
    query = (
        "query($t: String!) { systems(where: {name: {eq: $t}, era: {contains: $t}, id: {in: [$t]}}) { totalCount } "
        "search(text: $t) { totalCount } system(id: $t) { id } }"
    ).replace("system(id: $t) { id }", "")
    data = await client.ask(query, t=hostile)
    assert data["systems"]["totalCount"] == 0
