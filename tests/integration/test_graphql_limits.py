"""A query that is too large, wrong or unlucky is told so in words, and the database's own words stay inside."""

import logging
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from graphql import get_introspection_query

from api.graphql import limits
from graph.database.store import Store
from graph.errors import EngineError, EngineLostError
from graph.ontology.kinds import System
from tests.integration.graphql_graph import Client, client_on
from tests.worlds import put, thing


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    """A client on an empty graph."""
    async with client_on(store) as client:
        yield client


def nested(times: int) -> str:
    inner = "id"
    for _ in range(times):
        inner = f"succeeds(first: 1) {{ nodes {{ {inner} }} }}"
    return f"{{ systems(first: 1) {{ nodes {{ {inner} }} }} }}"


BOMB = (
    "fragment f0 on System { id succeeds(first: 2) { nodes { id } } } "
    + " ".join(
        f"fragment f{n + 1} on System {{ ...f{n} succeeds(first: 2) {{ nodes {{ ...f{n} }} }} }}" for n in range(12)
    )
    + " { systems(first: 1) { nodes { ...f12 } } }"
)
TOO_LARGE = {
    "levels deep": nested(12),
    "fields at its root": "{ " + " ".join(f"a{n}: revision" for n in range(41)) + " }",
    "another name": "{ systems { nodes { " + " ".join(f"a{n}: id" for n in range(61)) + " } } }",
    "names 801 fields": "{ systems { nodes { " + "id " * 799 + "} } }",
    "words and signs": "{ systems { nodes { " + "id " * 5000 + "} } }",
    "brackets": "{ systems(where: " + "{not: " * 70 + "{}" + "}" * 70 + ") { totalCount } }",
    "may give 125,050 things": "{ systems(first: 50) { nodes { succeeds(first: 50) { nodes { "
    "succeededBy(first: 49) { nodes { id } } } } } } }",
    "60 times what the schema says": "{ "
    + " ".join(f"a{n}: __schema {{ types {{ name }} }}" for n in range(60))
    + " }",
    "2 times what the schema says": '{ __schema { types { name } } ... { __type(name: "System") { name } } }',
    "2 fields of the schema itself another name": "{ __schema { types { a: name b: kind } } }",
    "2 lists of the schema in one another": "{ __schema { types { fields { type { fields { name } } } } } }",
    "3 lists of the schema in one another": "fragment t on __Type { interfaces { fields { name } } } "
    '{ __type(name: "Query") { fields { type { ofType { ...t } } } } }',
    "values": "{ systems(first: 500) { nodes { " + " ".join(f"a{n}: id" for n in range(55)) + " succeeds(first: 30) "
    "{ nodes { id name mode status description ownedBy { nodes { id } } } } } } }",
    "fragments": " ".join(f"fragment f{n} on System {{ ...f{n + 1} }}" for n in range(150))
    + " { systems { totalCount } }",
}


@pytest.mark.parametrize("what", TOO_LARGE)
async def test_a_query_that_is_too_large_is_told_the_limit_and_a_way_round_it(
    store: Store, client: Client, what: str
) -> None:
    before = store.round_trips
    errors = (await client.whole(TOO_LARGE[what]))["errors"]
    assert {error["extensions"]["code"] for error in errors} == {"TOO_LARGE"}
    message = next(error["message"] for error in errors if what in error["message"])
    assert "in several queries" in message
    assert any(letter.isdigit() for letter in message)
    assert store.round_trips == before


async def test_fragments_that_multiply_are_measured_where_they_are_used(store: Store, client: Client) -> None:
    before = store.round_trips
    messages = [error["message"] for error in (await client.whole(BOMB))["errors"]]
    assert any("lists" in message for message in messages)
    assert store.round_trips == before


async def test_sizes_in_variables_count_like_sizes_in_the_text(client: Client) -> None:
    query = "query($n: Int!) { systems(first: $n) { nodes { succeeds(first: $n) { nodes { id } } } } }"
    assert "errors" not in await client.whole(query, n=100)
    code, message = await client.refused(query, n=200)
    assert (code, "40,200 things" in message) == ("TOO_LARGE", True)
    default = "query($n: Int = 400) { systems(first: $n) { nodes { succeeds(first: $n) { nodes { id } } } } }"
    assert (await client.refused(default))[0] == "TOO_LARGE"


async def test_a_filter_has_a_limit_too(client: Client) -> None:
    query = "query($w: SystemFilter) { systems(where: $w) { totalCount } }"
    many = [{"id": {"eq": str(n)}} for n in range(121)]
    code, message = await client.refused(query, w={"anyOf": many})
    assert (code, "120 conditions" in message) == ("QUESTION", True)
    code, message = await client.refused(query, w={"id": {"in": [str(n) for n in range(1001)]}})
    assert (code, "1001 values" in message) == ("QUESTION", True)


async def test_limits_speak_the_reader_s_language(store: Store) -> None:
    async with client_on(store, **{"accept-language": "sv-SE,sv;q=0.9,en;q=0.8"}) as client:
        code, message = await client.refused(nested(12))
        assert (code, message.startswith("Frågan är 2")) == ("TOO_LARGE", True)
        _, message = await client.refused("{ systems(first: -1) { totalCount } }")
        assert "nästa sida" in message


async def test_introspection_and_ordinary_depths_are_let_through(store: Store, client: Client) -> None:
    await put(store, thing(System, "s"))
    data = await client.ask(get_introspection_query(input_value_deprecation=True, specified_by_url=True))
    assert len(data["__schema"]["types"]) > 100
    assert await client.ask(get_introspection_query(input_value_deprecation=True, specified_by_url=True)) == data
    assert await client.ask(nested(5))


@pytest.mark.parametrize(
    "query",
    [
        "{ nothing }",
        "{ systems { nodes { nothing } } }",
        '{ systems(first: "x") { totalCount } }',
        "{ systems(where: {mode: {eq: MODE_3}}) { totalCount } }",
        "{ system { id } }",
        "{ syst",
        "fragment a on System { ...b } fragment b on System { ...a } { systems { nodes { ...a } } }",
        "{ systems { nodes { ...unknown } } }",
        "mutation { nothing }",
    ],
)
async def test_a_wrong_query_is_refused_as_such(client: Client, query: str) -> None:
    assert (await client.refused(query))[0] == "BAD_QUERY"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (EngineLostError("bolt://secret:7687 is gone"), "ENGINE_LOST"),
        (EngineError("MATCH (secret) is not Cypher"), "ENGINE"),
        (RuntimeError("secret"), "INTERNAL"),
        (KeyError("secret"), "INTERNAL"),
    ],
)
async def test_what_goes_wrong_inside_is_logged_and_not_told(
    store: Store, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    error: Exception, code: str,
) -> None:  # fmt: skip
    async def fail() -> object:
        raise error

    monkeypatch.setattr(store, "version", fail)
    with caplog.at_level(logging.ERROR):
        answer = await client.whole('{ system(id: "s") { id } }')
    assert answer["data"] == {"system": None}
    assert answer["errors"][0]["extensions"] == {"code": code}
    assert "secret" not in str(answer)
    assert "secret" in caplog.text


async def test_a_field_that_is_repeated_hundreds_of_times_is_not_compared_with_itself_for_long(client: Client) -> None:
    same = "{ systems(first: 1) { nodes { " + "id " * (limits.FIELDS - 2) + "} } }"
    code, message = await client.refused(same)
    assert (code, f"names one field {limits.FIELDS - 2} times" in message) == ("TOO_LARGE", True)
    through = "fragment a on System { id id id id id id id id } fragment b on System { id id id id id id id id } "
    spread = through + "{ systems(first: 1) { nodes { ...a ... on System { ...b } id id id id id } } }"
    assert "names one field 21 times" in (await client.refused(spread))[1]
    unused = "{ revision } fragment a on System { " + "succeeds { nodes { id } } " * 250 + "}"
    assert (await client.refused(unused))[0] == "TOO_LARGE"
