"""The server is asked under its own names, and written to by whom it was said that they may."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from api.app import create_app
from graph.database.store import Store
from graph.ontology.kinds import System
from graph.scenarios.scenario_store import kept, save
from graph.scenarios.steps import Removal, Scenario
from graph.settings import Settings, is_loopback
from queries.asking.service import QuestionService
from tests.integration.test_pages import Elements
from tests.worlds import put, thing

SCENARIO = Scenario(id="less", name="Less", steps=(Removal(do="remove", kind="System", id="old"),))
SAVE = 'mutation { saveScenario(input: {id: "less", name: "Less", steps: [{do: REMOVE, id: "old"}]}) { id } }'
DELETE = 'mutation { deleteScenario(id: "less") }'
FORM = {"do": "remove", "id": "old", "title": "Less"}
OPEN = {"samband_host": "0.0.0.0"}


@asynccontextmanager
async def asked(
    store: Store, host: str = "localhost", client: str = "192.0.2.7", **values: Any
) -> AsyncIterator[httpx.AsyncClient]:
    """A reader at `client` of a server with these settings, which is asked as `host`."""
    app = create_app(Settings(_env_file=None, **values))
    app.state.store, app.state.service = store, QuestionService(store)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(client, 1234))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as http:
        yield http


async def statuses_of_writes(http: httpx.AsyncClient, **headers: str) -> list[int | str]:
    """What each way of writing comes to: a status, or the code of an error."""
    found: list[int | str] = []
    for mutation in (SAVE, DELETE):
        answer = (await http.post("/graphql", json={"query": mutation}, headers=headers)).json()
        found.append(answer["errors"][0]["extensions"]["code"] if "errors" in answer else 200)
    for path, form in (("/scenarios", FORM), ("/scenarios/less", {"action": "delete"})):
        found.append((await http.post(path, data=form, headers=headers)).status_code)
    return found


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "LOCALHOST.", "127.0.0.1:80", "127.8.9.1", "[::1]:8000", "samband.localhost"],
)
async def test_it_is_asked_by_the_names_of_this_machine(store: Store, host: str) -> None:
    async with asked(store) as http:
        assert (await http.get("/", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.nip.example", "192.0.2.1", "[::2]",
     "localhost@evil.example", "a b", "", "localhost:", "localhost, evil.example", "[::1", "０localhost"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/graphql", "/static/style.css", "/no-such-page"])
async def test_it_is_not_asked_by_another_name(store: Store, host: str, path: str) -> None:
    async with asked(store) as http:
        answer = await http.get(path, headers={b"Host": host.encode()})
        assert answer.status_code == 421
        assert "SAMBAND_ALLOWED_HOSTS" in answer.text


async def test_two_names_at_once_are_none(store: Store) -> None:
    async with asked(store) as http:
        answer = await http.get("/", headers=[("Host", "localhost"), ("Host", "evil.example")])
        assert (answer.status_code, answer.text.endswith("Send one.")) == (400, True)


async def test_a_page_that_gives_itself_our_address_saves_nothing(store: Store) -> None:
    await put(store, thing(System, "old"))
    async with asked(store, "rebound.example:8000") as http:
        own = {"Origin": "http://rebound.example:8000", "Sec-Fetch-Site": "same-origin"}
        answer = await http.post("/scenarios", data=FORM, headers=own)
        assert answer.status_code == 421
        assert (await http.post("/graphql", json={"query": SAVE}, headers=own)).status_code == 421
    assert await kept(store) == []


async def test_health_is_asked_by_any_address(store: Store) -> None:
    async with asked(store, "192.0.2.1:8000") as http:
        assert (await http.get("/health/live")).status_code == 200
        assert (await http.get("/health/ready")).status_code == 200


@pytest.mark.parametrize(
    ("allowed", "host", "status"),
    [
        ("map.example.org", "map.example.org", 200),
        ("map.example.org", "MAP.example.org:443", 200),
        ("map.example.org:443", "map.example.org:443", 200),
        ("map.example.org:443", "map.example.org:80", 421),
        ("a.example, *.example.org ", "map.example.org", 200),
        ("*.example.org", "example.org", 421),
        ("*.example.org", "evil-example.org", 421),
        ("2001:db8::1", "[2001:db8::1]:8000", 200),
        ("*", "evil.example", 421),
    ],
)
async def test_it_is_asked_by_the_names_that_are_allowed(store: Store, allowed: str, host: str, status: int) -> None:
    async with asked(store, samband_allowed_hosts=allowed) as http:
        assert (await http.get("/about", headers={"Host": host})).status_code == status


async def test_an_address_that_it_is_served_on_is_a_name_of_its_own(store: Store) -> None:
    async with asked(store, samband_host="192.0.2.1") as http:
        assert (await http.get("/about", headers={"Host": "192.0.2.1:8000"})).status_code == 200


@pytest.mark.parametrize(
    "values", [{}, {"samband_host": "::1"}, {"samband_host": "localhost"}, {"samband_allowed_hosts": "x.localhost"}]
)
async def test_on_this_machine_anybody_writes(store: Store, values: dict[str, str]) -> None:
    await put(store, thing(System, "old"))
    async with asked(store, **values) as http:
        assert await statuses_of_writes(http) == [200, 200, 303, 303]


@pytest.mark.parametrize(
    "values",
    [OPEN, {"samband_host": "::"}, {"samband_host": "192.0.2.1"}, {"samband_allowed_hosts": "map.example.org"}],
)
async def test_where_others_reach_it_nothing_is_written(store: Store, values: dict[str, str]) -> None:
    await put(store, thing(System, "old"))
    await save(store, SCENARIO)
    async with asked(store, **values) as http:
        assert await statuses_of_writes(http, **{"X-User": "anna"}) == ["READ_ONLY", "READ_ONLY", 403, 403]
        page = await http.post("/scenarios", data=FORM)
        assert "--trust-header NAME" in page.text
        assert "--anyone-may-write" in page.text
        said = (await http.post("/graphql", json={"query": DELETE}, headers={"Accept-Language": "sv"})).json()
        assert "--anyone-may-write" in said["errors"][0]["message"]
        assert said["errors"][0]["message"].startswith("Inget sparas")
        assert (await http.get("/scenarios")).status_code == 200
        assert (await http.post("/compliance", data={})).status_code < 500
    assert [each.id for each in await kept(store)] == ["less"]


def sending(page: str) -> list[str]:
    """What on a page saves or deletes: forms that are posted, and links to the forms of a step."""
    found = Elements(page)
    posted = [str(each["action"]) for tag, each in found.elements if tag == "form" and each.get("method") == "post"]
    return posted + [each for each in found.addresses() if "do=" in each]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("path", [
    "/scenarios", "/scenarios?do=remove", "/scenarios?do=merge&to=less", "/scenarios/less",
])  # fmt: skip
async def test_who_may_not_write_is_shown_no_form_and_told_why(store: Store, path: str, language: str) -> None:
    await put(store, thing(System, "old"))
    await save(store, SCENARIO)
    here, said = {"Accept-Language": language}, {"en": "Nothing is saved or deleted", "sv": "Inget sparas"}[language]
    async with asked(store, **OPEN) as http:
        page = (await http.get(path, headers=here)).text
        assert not sending(page)
        assert said in page
        assert "--anyone-may-write" in page
        assert "Less" in page
    async with asked(store, **OPEN, samband_trust_header="X-User") as http:
        page = (await http.get(path, headers=here)).text
        assert not sending(page)
        assert "X-User" in page
        named = await http.get(path, headers=here | {"X-User": "anna"})
        assert sending(named.text)
        assert said not in named.text
        assert named.headers["cache-control"] == "no-store", "what one reader may is not kept for another"
    async with asked(store) as http:
        assert sending((await http.get(path, headers=here)).text)


async def test_whom_a_trusted_proxy_names_writes_and_is_recorded(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await put(store, thing(System, "old"))
    async with asked(store, **OPEN, samband_trust_header="X-User") as http:
        with caplog.at_level(logging.INFO, "samband.writes"):
            assert await statuses_of_writes(http, **{"X-User": "anna"}) == [200, 200, 303, 303]
        assert [each.getMessage() for each in caplog.records if each.name == "samband.writes"] == [
            "Saved scenario less, by anna from 192.0.2.7",
            "Deleted scenario less, by anna from 192.0.2.7",
            "Saved scenario less, by anna from 192.0.2.7",
            "Deleted scenario less, by anna from 192.0.2.7",
        ]
        assert set(await statuses_of_writes(http)) == {"READ_ONLY", 403}
        assert set(await statuses_of_writes(http, **{"X-User": " "})) == {"READ_ONLY", 403}
        assert "X-User" in (await http.post("/scenarios", data=FORM)).text


async def test_a_trusted_proxy_is_asked_for_a_name_on_this_machine_too(store: Store) -> None:
    async with asked(store, samband_trust_header="X-User") as http:
        assert set(await statuses_of_writes(http)) == {"READ_ONLY", 403}


async def test_where_anyone_may_write_they_are_recorded_as_unnamed(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await put(store, thing(System, "old"))
    async with asked(store, **OPEN, samband_anyone_may_write=True) as http:
        with caplog.at_level(logging.INFO, "samband.writes"):
            assert await statuses_of_writes(http) == [200, 200, 303, 303]
    assert "Saved scenario less, by unnamed from 192.0.2.7" in caplog.text


async def test_a_name_is_one_line_of_the_log(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    async with asked(store, **OPEN, samband_trust_header="X-User") as http:
        with caplog.at_level(logging.INFO, "samband.writes"):
            await save(store, SCENARIO)
            await http.post(
                "/scenarios/less", data={"action": "delete"}, headers={b"X-User": b"a\x1b[31m\x85b" + b"c" * 500}
            )
    (line,) = (each.getMessage() for each in caplog.records if each.name == "samband.writes")
    assert line.isprintable()
    assert len(line) < 200


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("LocalHost", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost.example", False),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
    ],
)
def test_only_this_machine_is_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
