"""What a program may keep of GraphQL, how it comes, and the queries to begin with."""

import gzip
import re
from pathlib import Path

import pytest

from api.graphql.explorer import EXAMPLES
from graph.database.store import Store
from graph.ontology.kinds import System
from loaders.runs.run import load
from loaders.sources.formats import BUNDLED, recognised
from tests.integration.graphql_graph import Client, client_on
from tests.integration.test_readme import empty_ones
from tests.worlds import put, thing

QUERY = "{ systems { totalCount nodes { id name } } }"
MAY_BE_EMPTY = re.compile(
    r"nodes\.\d|records\.\d|sums|key|runs\.\d|datasets\.\d|pageInfo|lifecycle|later|systems\.nodes"
)
"""Where the case may state nothing."""


async def got(client: Client, query: str, **headers: str) -> tuple[int, str | None, bytes]:
    """Status, ETag and body of a query in the address."""
    response = await client.http.get("/graphql", params={"query": query}, headers=headers)
    return response.status_code, response.headers.get("etag"), response.content


async def test_what_stands_is_not_sent_again_and_what_has_changed_is(store: Store) -> None:
    await put(store, thing(System, "a"))
    async with client_on(store) as client:
        status, mark, body = await got(client, QUERY)
        assert (status, b'"a"' in body) == (200, True)
        assert mark
        assert await got(client, QUERY, **{"If-None-Match": mark}) == (304, mark, b"")
        assert await got(client, QUERY, **{"If-None-Match": mark.removeprefix("W/")}) == (304, mark, b"")
        others = [
            await got(client, "{ systems { totalCount } }", **{"If-None-Match": mark}),
            await got(client, QUERY, **{"If-None-Match": mark, "Accept-Language": "sv"}),
        ]
        assert [status for status, _, _ in others] == [200, 200]
        assert len({mark, *(each for _, each, _ in others)}) == 3
        await put(store, thing(System, "a"), thing(System, "b"))
        status, later, body = await got(client, QUERY, **{"If-None-Match": mark})
        assert (status, b'"b"' in body, later != mark) == (200, True, True)


async def test_an_answer_about_scenarios_is_of_those_that_are_kept(store: Store) -> None:
    await put(store, thing(System, "a"))
    saved = 'mutation { saveScenario(input: {id: "x", name: "X", steps: [{do: REMOVE, id: "a"}]}) { id } }'
    query = '{ systems(scenario: "x") { totalCount } }'
    async with client_on(store) as client:
        await client.ask(saved)
        _, mark, body = await got(client, query)
        assert b'"totalCount":0' in body
        assert mark
        assert (await got(client, query, **{"If-None-Match": mark}))[0] == 304
        await client.ask(saved.replace('"X"', '"Y"'))
        assert (await got(client, query, **{"If-None-Match": mark}))[0] == 200


async def test_what_fails_or_is_posted_has_no_etag(store: Store) -> None:
    async with client_on(store) as client:
        assert (await got(client, "{ systems { nothing } }"))[1] is None
        assert "etag" not in (await client.http.post("/graphql", json={"query": QUERY})).headers


@pytest.mark.parametrize("path", ["/graphql", "/kind/System"])
async def test_a_long_answer_comes_packed_to_those_who_take_it(store: Store, path: str) -> None:
    await put(store, *(thing(System, f"s{n:03}", description="Some words " * 20) for n in range(60)))
    params = {"query": "{ systems(first: 60) { nodes { id name description } } }"} if path == "/graphql" else {}
    async with client_on(store) as client:
        answers = {}
        for coding in ("identity", "gzip"):
            request = client.http.build_request("GET", path, params=params, headers={"Accept-Encoding": coding})
            response = await client.http.send(request, stream=True)
            answers[coding] = response, b"".join([part async for part in response.aiter_raw()])
        (plain, whole), (packed, small) = answers["identity"], answers["gzip"]
        assert packed.headers["content-encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["vary"]
        assert "content-encoding" not in plain.headers
        assert len(small) < len(whole) / 4
        assert gzip.decompress(small) == whole


async def test_each_query_to_begin_with_finds_something_in_the_case(store: Store) -> None:
    for path in BUNDLED:
        await load(store, recognised(path), Path(path))
    assert len(EXAMPLES) >= 12
    async with client_on(store) as client:
        listed = (await client.http.get("/graphql/explorer/examples.json")).json()
        assert [each["name"] for each in listed] == sorted(EXAMPLES)
        assert len({each["about"] for each in listed}) == len(listed)
        for name, query in EXAMPLES.items():
            empty = [at for at in empty_ones(await client.ask(query)) if not MAY_BE_EMPTY.search(at)]
            assert not empty, (name, empty)
