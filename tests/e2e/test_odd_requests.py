"""What comes in over HTTP and is no query is refused with its reason: nothing that is sent is a fault of the server."""

import gzip
import json
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from graph.database.store import Store
from graph.ontology.kinds import System
from tests.conftest import empty
from tests.e2e.test_graphql_http import serving
from tests.worlds import put, thing

JSON = {"Content-Type": "application/json"}
QUERY = b'{"query": "{ revision }"'
ODD: dict[str, tuple[bytes, dict[str, str], int]] = {
    "lists a hundred thousand deep": (b"[" * 100_000, {}, 400),
    "objects a thousand deep": (b'{"query":' * 1_000 + b"1" + b"}" * 1_000, {}, 400),
    "variables a hundred deep": (QUERY + b', "variables": {"a": ' + b"[" * 100 + b"]" * 100 + b"}}", {}, 400),
    "gzip": (gzip.compress(QUERY + b"}"), {"Content-Encoding": "gzip"}, 415),
    "two codings": (QUERY + b"}", {"Content-Encoding": "deflate, br"}, 415),
    "gzip that does not say so": (gzip.compress(QUERY + b"}"), {}, 400),
    "not UTF-8": (b'{"query": "\xff\xfe"}', {}, 400),
    "UTF-16": ('{"query": "{ revision }"}'.encode("utf-16"), {}, 400),
    "nothing": (b"", {}, 400),
    "NUL": (b"\x00" * 100, {}, 400),
    "a list of ten thousand queries": (json.dumps([{"query": "{ revision }"}] * 5_000).encode(), {}, 400),
    "a list of nothing": (b"[]", {}, 400),
    "text": (b'"{ revision }"', {}, 400),
    "a number": (b"7", {}, 400),
    "null": (b"null", {}, 400),
    "no query": (b"{}", {}, 400),
    "a query of null": (b'{"query": null}', {}, 400),
    "a query that is an object": (b'{"query": {}}', {}, 400),
    "a query that is a list": (b'{"query": ["{ revision }"]}', {}, 400),
    "variables that are a list": (QUERY + b', "variables": [1]}', {}, 400),
    "an operation that is an object": (QUERY + b', "operationName": {"a": 1}}', {}, 400),
    "an operation that is not there": (QUERY + b', "operationName": "other"}', {}, 400),
    "NaN": (QUERY + b', "variables": {"a": NaN}}', {}, 400),
    "Infinity": (QUERY + b', "variables": {"a": -Infinity}}', {}, 400),
    "a fraction that is too large": (QUERY + b', "variables": {"a": 1e999}}', {}, 400),
    "a number that is too large": (QUERY + b', "variables": {"a": 9223372036854775808}}', {}, 400),
    "a number of ten thousand digits": (QUERY + b', "variables": {"a": ' + b"9" * 10_000 + b"}}", {}, 400),
    "half a character": (QUERY + b', "variables": {"a": "\\ud800"}}', {}, 400),
    "half a character in a name": (QUERY + b', "variables": {"\\udfff": 1}}', {}, 400),
    "half a character in the query": (b'{"query": "{ system(id: \\"\\ud800\\") { id } }"}', {}, 400),
    "the query twice": (QUERY + b', "query": "{ datasets { id } }"}', {}, 400),
    "a variable twice": (QUERY + b', "variables": {"a": 1, "a": 2}}', {}, 400),
    "half a character twice": (b'{"\\ud800": 1, "\\ud800": 2}', {}, 400),
    "no type": (QUERY + b"}", {"Content-Type": ""}, 415),
    "a form": (b"query={revision}", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
    "text as a type": (QUERY + b"}", {"Content-Type": "text/plain"}, 415),
    "a type that only begins alike": (QUERY + b"}", {"Content-Type": "application/json-seq"}, 415),
    "another charset": (QUERY + b"}", {"Content-Type": "application/json; charset=utf-16"}, 415),
    "a form of parts without parts": (b"--x", {"Content-Type": "multipart/form-data; boundary=x"}, 415),
    "a type of half a line": (QUERY + b"}", {"Content-Type": ';;="'}, 415),
}
FORMS = ["/scenarios", "/scenarios/x", "/compliance", "/compliance.xlsx", "/compliance/map.html"]
READ = {
    "a mark of the order of bytes": (b"\xef\xbb\xbf" + QUERY + b"}", {}),
    "charset in words": (QUERY + b"}", {"Content-Type": 'Application/JSON; Charset="UTF-8"'}),
    "identity": (QUERY + b"}", {"Content-Encoding": "identity"}),
    "null beside it": (QUERY + b', "variables": null, "operationName": null, "extensions": null}', {}),
}
pytestmark = pytest.mark.mostly_embedded(
    "gzip", "nothing", "null beside it", "test_a_refusal_is_told_in_the_readers_language"
)


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def http(opened: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a server on a graph of one system."""
    await empty(opened)
    await put(opened, thing(System, "journal"))
    async with serving(opened) as address, httpx.AsyncClient(base_url=address, timeout=30) as http:
        yield http


@pytest.mark.parametrize("what", ODD)
async def test_what_is_no_query_is_refused_with_its_reason(http: httpx.AsyncClient, what: str) -> None:
    body, headers, status = ODD[what]
    answer = await http.post("/graphql", content=body, headers=JSON | headers)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json"), answer.text
    (error,) = answer.json()["errors"]
    assert error["message"].endswith(".")
    assert set(error["extensions"]) == {"code"}


@pytest.mark.parametrize("what", READ)
async def test_what_only_looks_odd_is_answered(http: httpx.AsyncClient, what: str) -> None:
    body, headers = READ[what]
    answer = await http.post("/graphql", content=body, headers=JSON | headers)
    assert (answer.status_code, answer.json().get("data")) == (200, {"revision": 1}), answer.text


@pytest.mark.parametrize(
    "query",
    [
        {"query": "{ revision }", "variables": "[" * 3_000},
        {"query": "{ revision }", "variables": "{"},
        {"query": "{ revision }", "variables": '{"a": NaN}'},
        {"query": "{ revision }", "extensions": "[1]"},
        {"query": 'mutation { deleteScenario(id: "x") }'},
        {"query": ""},
    ],
)
async def test_an_address_is_read_as_strictly(http: httpx.AsyncClient, query: dict[str, str]) -> None:
    answer = await http.get("/graphql", params=query, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/json"), answer.text


async def test_a_refusal_is_told_in_the_readers_language(http: httpx.AsyncClient) -> None:
    answer = await http.post("/graphql", content=b"[]", headers=JSON | {"Accept-Language": "sv"})
    assert answer.json()["errors"][0]["message"].startswith("Begäran är en lista")


@pytest.mark.parametrize(
    "query",
    [
        "query($n: Int = " + "9" * 5_000 + ") { systems(first: $n) { totalCount } }",
        "{ systems(first: " + "9" * 5_000 + ") { totalCount } }",
        "{ systems(where: {annualCostSek: {gt: 1e999}}) { totalCount } }",
        '{ system(id: "\\u0000") { id } }',
        "query a { revision } query b { revision }",
        "query { revision } query { revision }",
        "{",
        "\ufeff{ revision ",
        "subscription { revision }",
        "type A { b: Int }",
        "fragment a on System { id }",
    ],
)
async def test_a_query_that_is_wrong_is_the_askers_fault(http: httpx.AsyncClient, query: str) -> None:
    answer = await http.post("/graphql", json={"query": query})
    assert answer.status_code in (200, 400)
    assert answer.headers["content-type"] == "application/json", answer.text
    codes = {each.get("extensions", {}).get("code") for each in answer.json().get("errors", [])}
    assert not codes & {"INTERNAL", "ENGINE", "ENGINE_LOST"}, answer.text


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"yaml=%ff%fe%00&name=%ed%a0%80"),
        ("application/x-www-form-urlencoded", b"&&&===" * 1_000),
        ("application/x-www-form-urlencoded", b"a=1&" * 20_000),
        ("multipart/form-data", b"--x"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--"),
        ("multipart/form-data; boundary=x; charset=nonsense",
         b'--x\r\nContent-Disposition: form-data; name="yaml"\r\n\r\n\xff\xfe\r\n--x--'),
        ("application/json", b"{}"),
    ],
)  # fmt: skip
async def test_a_form_that_is_odd_is_the_senders_fault(
    http: httpx.AsyncClient, path: str, kind: str, body: bytes
) -> None:
    answer = await http.post(path, content=body, headers={"Content-Type": kind})
    assert answer.status_code < 500, answer.text[:2_000]
