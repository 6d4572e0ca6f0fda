"""A database that stalls or is gone is told within seconds, by pages, GraphQL and health alike, and found again."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import httpx
import pytest

from graph.database.store import Store
from graph.errors import EngineError
from graph.ontology.kinds import System
from graph.settings import Settings
from loaders.runs.recovery import opened
from tests.e2e.conftest import serving
from tests.worlds import put, thing
from visualisations.wording.addresses import question_address

WITHIN = 3.0
"""Seconds until a reader is told."""
AGAIN = 15.0
"""Seconds until a database that is back is found."""
QUERY = {"query": '{ system(id: "s") { id } }'}
PATHS = [
    "/",
    "/kind/System",
    "/thing/System/s",
    "/search?q=s",
    question_address("no_owner"),
    "/scenarios",
    "/map/landscape",
]


@dataclass
class Door:
    """A way to a database, which the test can stall or shut."""

    host: str
    port: int
    open: asyncio.Event = field(default_factory=asyncio.Event)
    shut: bool = False
    let_in: set[asyncio.StreamWriter] = field(default_factory=set)

    async def enter(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Let somebody through, as far as the door is open."""
        if self.shut:
            writer.close()
            return
        beyond, back = await asyncio.open_connection(self.host, self.port)
        self.let_in.update((writer, back))
        await asyncio.gather(self._pass_on(reader, back), self._pass_on(beyond, writer), return_exceptions=True)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                await self.open.wait()
                writer.write(data)
                await writer.drain()
        writer.close()

    def stall(self) -> None:
        """Let nothing through, in either direction, and end no connection."""
        self.open.clear()

    def drop(self) -> None:
        """End every connection, and let nobody in."""
        self.shut = True
        for each in self.let_in:
            each.close()

    def mend(self) -> None:
        """Let through what comes."""
        self.shut = False
        self.open.set()


@asynccontextmanager
async def behind_a_door(store: Store) -> AsyncIterator[tuple[str, Door]]:
    """A server on the same database, and the door that it goes through."""
    host, port = re.findall(r"://\[?([^\]/]+?)\]?:(\d+)", store.address.uri)[0]
    door = Door(host, int(port))
    door.mend()
    listening = await asyncio.start_server(door.enter, "127.0.0.1", 0)
    settings = Settings(
        _env_file=None,
        neo4j_uri=f"bolt://127.0.0.1:{listening.sockets[0].getsockname()[1]}",
        neo4j_user=store.address.user,
        neo4j_password=store.address.password,
        neo4j_database=store.address.database,
    )
    try:
        async with serving(settings) as address:
            try:
                yield address, door
            finally:
                door.mend()
    finally:
        listening.close()
        for each in door.let_in:
            each.close()


async def told(http: httpx.AsyncClient, method: str, path: str) -> tuple[httpx.Response, float]:
    """An answer, and how long it took."""
    begun = time.monotonic()
    answer = await http.request(method, path, json=QUERY if method == "POST" else None)
    return answer, time.monotonic() - begun


@pytest.mark.parametrize("fault", ["stall", "drop"])
async def test_a_lost_database_is_told_by_everybody_within_seconds_and_found_again(store: Store, fault: str) -> None:
    await put(store, thing(System, "s"))
    async with (
        behind_a_door(store) as (address, door),
        httpx.AsyncClient(base_url=address, timeout=60) as http,
    ):
        assert (await http.get("/kind/System")).status_code == 200
        assert (await http.post("/graphql", json=QUERY)).status_code == 200
        getattr(door, fault)()
        asked = [("GET", path) for path in (*PATHS, "/health/ready")] + [("POST", "/graphql")] * 3
        answers = await asyncio.gather(*(told(http, *each) for each in asked), told(http, "GET", "/health/live"))
        live, waited = answers.pop()
        assert (live.status_code, waited < 1) == (200, True)
        for answer, waited in answers:
            assert (answer.status_code, waited < WITHIN) == (503, True), (answer.url, answer.status_code, waited)
            assert "database does not answer" in answer.text.replace("Database", "database"), answer.text
            assert "bolt" not in answer.text
        assert {answer.headers.get("retry-after") for answer, _ in answers if "health" not in answer.url.path} == {"5"}
        after_a_while, waited = await told(http, "POST", "/graphql")
        assert (after_a_while.status_code, waited < WITHIN) == (503, True)
        assert after_a_while.json()["errors"][0]["extensions"] == {"code": "ENGINE_LOST"}
        door.mend()
        begun = time.monotonic()
        while (await http.get("/health/ready")).status_code != 200:
            assert time.monotonic() - begun < AGAIN
            await asyncio.sleep(0.2)
        assert (await http.post("/graphql", json=QUERY)).json()["data"] == {"system": {"id": "s"}}
        assert (await http.get("/thing/System/s")).status_code == 200


async def test_readers_who_stand_in_a_row_do_not_wait_for_one_another_s_patience(store: Store) -> None:
    await put(store, thing(System, "s"))
    async with (
        behind_a_door(store) as (address, door),
        httpx.AsyncClient(base_url=address, timeout=60) as http,
    ):
        assert (await http.get(question_address("no_owner"))).status_code == 200
        door.stall()
        answers = await asyncio.gather(
            *(told(http, "GET", question_address("no_owner", as_of=f"20{n}-01-01")) for n in range(30, 60))
        )
        assert {answer.status_code for answer, _ in answers} == {503}
        assert max(waited for _, waited in answers) < WITHIN + 1.5


async def test_readiness_tells_a_run_that_is_being_written_from_a_lost_database(
    store: Store, settings: Settings
) -> None:
    async with serving(settings) as address, httpx.AsyncClient(base_url=address, timeout=60) as http:
        await store.write(lambda write: write.run("MATCH (g:Graph) SET g.applying = 7"))
        try:
            answer, waited = await told(http, "GET", "/health/ready")
        finally:
            await store.write(lambda write: write.run("MATCH (g:Graph) SET g.applying = null"))
        assert (answer.status_code, waited < 1) == (200, True)


async def test_work_that_takes_long_is_waited_for_while_the_database_lives(store: Store, settings: Settings) -> None:
    async with opened(settings) as other:
        other.patience.seconds = 0.5

        async def work() -> str:
            await asyncio.sleep(1.5)
            return "done"

        assert await other.patience.wait_for(work()) == "done"


async def test_patience_says_why_it_ended(store: Store) -> None:
    async def silent() -> None:
        await asyncio.sleep(60)

    look, seconds = store.patience._look, store.patience.seconds
    store.patience._look, store.patience.seconds = silent, 0.2
    try:
        with pytest.raises(TimeoutError, match=r"nothing was heard for 0\.2 seconds"):
            await store.patience.wait_for(silent())
        with pytest.raises(EngineError, match=r"nothing was heard for 0\.2 seconds"):
            await store.revision()
    finally:
        store.patience._look, store.patience.seconds = look, seconds
