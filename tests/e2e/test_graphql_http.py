"""GraphQL, its explorer and health over real HTTP: a server of our own, a browser, and a database that goes away."""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest_asyncio
import uvicorn

from api.app import create_app
from api.graphql import explorer
from graph.database.store import Store
from graph.ontology.kinds import System
from graph.settings import Settings
from queries.asking.service import QuestionService
from tests.e2e.conftest import Visit
from tests.worlds import put, thing

TABLE = re.compile(r"^\| `(?P<file>[^`]+)` \|.*\| `(?P<sha256>[0-9a-f]{64})` \|$", re.MULTILINE)


@asynccontextmanager
async def serving(store: Store) -> AsyncIterator[str]:
    """The address of a server on `store`, on loopback."""
    app = create_app(Settings(_env_file=None))
    app.state.store, app.state.service = store, QuestionService(store)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, lifespan="off", log_level="warning"))
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    host, port = server.servers[0].sockets[0].getsockname()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        await task


@pytest_asyncio.fixture(loop_scope="session")
async def address(store: Store) -> AsyncIterator[str]:
    """A server on a graph of one system."""
    await put(store, thing(System, "journal", name="Journal", name_sv="Journalen"))
    async with serving(store) as address:
        yield address


async def test_a_body_that_is_too_large_is_refused_unread(address: str) -> None:
    async def unmeasured() -> AsyncIterator[bytes]:
        for _ in range(6):
            yield b"x" * 65_536

    async with httpx.AsyncClient() as client:
        whole = await client.post(f"{address}/graphql", json={"query": "{ revision }" + " " * 300_000})
        streamed = await client.post(f"{address}/graphql", content=unmeasured())
    assert (whole.status_code, streamed.status_code) == (413, 413)
    assert "larger than" in whole.json()["errors"][0]["message"]


async def test_get_and_post_answer_alike(address: str) -> None:
    query = '{ system(id: "journal") { name(language: SV) } }'
    async with httpx.AsyncClient(base_url=address) as http:
        posted = await http.post("/graphql", json={"query": query})
        got = await http.get("/graphql", params={"query": query})
    assert posted.json() == got.json()
    assert got.json()["data"] == {"system": {"name": "Journalen"}}


async def test_what_is_no_query_is_refused_without_a_trace(address: str) -> None:
    async with httpx.AsyncClient(base_url=address) as http:
        answers = [
            await http.post("/graphql", content=b"not json", headers={"Content-Type": "application/json"}),
            await http.post("/graphql", json={}),
            await http.post("/graphql", json=[{"query": "{ revision }"}]),
            await http.post("/graphql", content=b"query={revision}"),
            await http.put("/graphql", json={"query": "{ revision }"}),
            await http.get("/graphql/explorer/__init__.py"),
            await http.get("/graphql/explorer/../schema.py"),
        ]
    assert all(400 <= each.status_code < 500 for each in answers), [each.status_code for each in answers]
    assert not any("Traceback" in each.text for each in answers)


def test_the_files_of_others_are_the_ones_that_are_listed() -> None:
    listed = {m["file"]: m["sha256"] for m in TABLE.finditer((explorer.HERE / "VENDORED.md").read_text())}
    kept = {path.name: path for path in explorer.HERE.iterdir() if ".min." in path.name}
    assert listed == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in kept.items()}
    assert all("sourceMappingURL" not in path.read_text(encoding="utf-8") for path in kept.values())


async def test_the_explorer_asks_a_query_in_a_browser_and_no_other_host(address: str, visit: Visit) -> None:
    page = visit.page
    response = await page.goto(f"{address}/graphql")
    assert response is not None
    assert "script-src 'self';" in response.headers["content-security-policy"]
    await page.get_by_role("button", name=re.compile("execute", re.IGNORECASE)).click()
    result = page.locator(".result-window")
    await result.get_by_text("Journal").first.wait_for(timeout=20_000)
    await page.get_by_role("button", name=re.compile("documentation explorer", re.IGNORECASE)).click()
    await page.get_by_role("link", name="Query").first.click()
    await page.get_by_text("The map of the region's IT.").first.wait_for(timeout=20_000)
    assert visit.strayed(address) == []
    assert visit.said == []


@asynccontextmanager
async def through_a_door(store: Store) -> AsyncIterator[tuple[Store, asyncio.Server, set[asyncio.StreamWriter]]]:
    """A second store on the same database, through a door that the test can shut."""
    host, port = re.findall(r"://\[?([^\]/]+?)\]?:(\d+)", store.address.uri)[0]
    open_ones: set[asyncio.StreamWriter] = set()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
        writer.close()

    async def let_in(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        beyond, back = await asyncio.open_connection(host, int(port))
        open_ones.update((writer, back))
        await asyncio.gather(pass_on(reader, back), pass_on(beyond, writer), return_exceptions=True)

    door = await asyncio.start_server(let_in, "127.0.0.1", 0)
    settings = Settings(
        _env_file=None,
        neo4j_uri=f"bolt://127.0.0.1:{door.sockets[0].getsockname()[1]}",
        neo4j_user=store.address.user,
        neo4j_password=store.address.password,
        neo4j_database=store.address.database,
    )
    async with Store.open(settings) as other:
        other.patience.seconds = settings.samband_database_seconds  # as a server has it
        yield other, door, open_ones


async def test_health_tells_a_broken_database_from_a_healthy_one(store: Store) -> None:
    async with (
        through_a_door(store) as (other, door, open_ones),
        serving(other) as address,
        httpx.AsyncClient(base_url=address, timeout=60) as http,
    ):
        ready = await http.get("/health/ready")
        assert (ready.status_code, ready.json()) == (200, {"status": "ready", "revision": 0})
        door.close()
        for each in open_ones:
            each.close()
        broken = await http.get("/health/ready")
        assert broken.status_code == 503
        assert broken.json() == {"status": "not ready", "reason": "the database does not answer"}
        assert (await http.get("/health/live")).json() == {"status": "live"}
        answer = (await http.post("/graphql", json={"query": '{ system(id: "s") { id } }'})).json()
        assert answer["errors"][0]["extensions"] == {"code": "ENGINE_LOST"}
        assert "bolt" not in str(answer)


async def test_health_tells_a_database_without_a_graph(store: Store) -> None:
    async with serving(store) as address, httpx.AsyncClient(base_url=address) as http:
        await store.write(lambda write: write.run("MATCH (g:Graph) DETACH DELETE g"))
        try:
            broken = await http.get("/health/ready")
        finally:
            restored = "MERGE (g:Graph {id: 'samband'}) SET g.revision = 0, g.schema = 'x'"
            await store.write(lambda write: write.run(restored))
        assert (broken.status_code, broken.json()["reason"]) == (503, "the database holds no graph of Samband")
