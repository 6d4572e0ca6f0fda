"""What comes in slowly, in too many pieces or too many at once ends in time, and is told so; others are answered."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api import body_limit, connections, health, serving
from api.body_limit import FORMS, BodyLimit
from api.cli.serve_command import listen

FORM = "/compliance.xlsx"
PARTS = b"Content-Type: multipart/form-data; boundary=x\r\nHost"
SECONDS = 0.4
MUCH = 64_000_000


async def count(request: Request) -> Response:
    """How much came in a form's file; of anything else, how much came."""
    if request.url.path == FORM:
        async with request.form() as form:
            file = form["file"]
            assert not isinstance(file, str)
            return PlainTextResponse(f"{file.size} {file._in_memory}")
    return PlainTextResponse(str(len(await request.body())))


async def live(request: Request) -> Response:
    return await health.live()


async def much(request: Request) -> Response:
    return PlainTextResponse(b"x" * MUCH)


@asynccontextmanager
async def served() -> AsyncIterator[int]:
    """The port of a server that tells how much came, and that it lives."""
    app = Starlette(routes=[
        Route("/health/live", live), Route("/much", much),
        Route("/count", count, methods=["POST"]), Route(FORM, count, methods=["POST"]),
    ])  # fmt: skip
    app.add_middleware(BodyLimit)
    with listen("127.0.0.1", 0, 1) as listener:
        server = serving.server(app, lifespan=False)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started and not running.done():  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.02)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            await running


@pytest_asyncio.fixture(loop_scope="session", params=[HttpToolsProtocol, H11Protocol])
async def port(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """Such a server on each of uvicorn's protocols, with little patience."""
    protocol: type[asyncio.Protocol] = type("Bounded", (connections._Bounds, request.param), {})
    monkeypatch.setattr(serving, "BoundedProtocol", protocol)
    for name in ("HEAD_SECONDS", "BODY_SECONDS", "TAKE_SECONDS"):
        monkeypatch.setattr(connections, name, SECONDS)
    connections.refused.clear()
    async with served() as port:
        yield port


async def half_sent(port: int, sent: bytes) -> tuple[bytes, float]:
    """What is told to somebody who sends no more than this, and after how long."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    begun = time.monotonic()
    writer.write(sent)
    told = b""
    try:
        while some := await asyncio.wait_for(reader.read(1_000), 10 * SECONDS):
            told += some
    except ConnectionResetError:  # what was still being sent is not read
        told = told or b"HTTP/1.1 RESET "
    finally:
        writer.close()
    return told, time.monotonic() - begun


async def status_of(port: int, path: str = "/health/live") -> int:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        return (await http.get(path)).status_code


POST = b"POST /count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"
HALVES = {
    "nothing": b"",
    "half a line": b"GET / HT",
    "half the headers": b"GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-A: ",
    "no body": POST,
    "half a body": POST + b"x" * 50,
    "half a chunk": b"POST /count HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nxx",
    "half a form": POST.replace(b"/count", FORM.encode()).replace(
        b"Host", b"Content-Type: multipart/form-data; boundary=x\r\nHost"
    )
    + b"--x",
}


@pytest.mark.parametrize("what", HALVES)
async def test_a_request_that_is_half_sent_ends_in_time(port: int, what: str) -> None:
    told, waited = await half_sent(port, HALVES[what])
    assert b"HTTP/1.1 408 " in told
    assert SECONDS * 0.9 <= waited < SECONDS * 4
    assert connections.refused == {408: 1}


async def test_a_further_request_that_is_half_sent_ends_in_time_too(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert b" 200 " in await reader.readuntil(b"}")
    writer.write(b"GET / HT")
    assert b" 408 " in await asyncio.wait_for(reader.read(), 4 * SECONDS)
    writer.close()


async def test_three_hundred_half_sent_requests_hold_nobody_up(port: int) -> None:
    half = asyncio.gather(*(half_sent(port, HALVES["half the headers"]) for _ in range(300)))
    await asyncio.sleep(SECONDS / 3)
    assert await status_of(port) == 200
    assert all(b" 408 " in told for told, _ in await half)
    assert connections.refused == {408: 300}


async def test_a_byte_now_and_then_does_not_make_a_request_longer(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\n")
    begun = time.monotonic()
    reading = asyncio.create_task(reader.read())
    while not reading.done():
        writer.write(b"X-A: b\r\n")
        await asyncio.sleep(SECONDS / 10)
        assert time.monotonic() - begun < 4 * SECONDS
    assert b" 408 " in await reading
    writer.close()


async def test_a_body_that_comes_at_a_pace_is_waited_for(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BODY_PACE", 40)

    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 20
            await asyncio.sleep(SECONDS / 6)

    async with httpx.AsyncClient(timeout=20) as http:
        answer = await http.post(f"http://127.0.0.1:{port}/count", content=slowly())
    assert (answer.status_code, answer.text) == (200, "400")


async def test_more_connections_than_are_held_are_told_to_come_back(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST", 5)
    async with AsyncExitStack() as stack:
        for _ in range(5):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            stack.callback(writer.close)
        told, waited = await half_sent(port, b"")
        assert told.startswith(b"HTTP/1.1 503 ")
        assert b"retry-after: 5" in told
        assert waited < SECONDS
    await asyncio.sleep(0.1)
    assert await status_of(port) == 200


@pytest.mark.parametrize(
    "head",
    [b"X-A: " + b"x" * 100_000, b"\r\n".join(b"X-%d: a" % n for n in range(200)), b"Cookie: " + b"a=b; " * 20_000],
)
async def test_headers_that_are_too_large_are_told_so(port: int, head: bytes) -> None:
    told, _ = await half_sent(
        port, b"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + head + b"\r\n\r\n"
    )
    assert told.split()[1] in (b"431", b"400")  # h11 has a bound of its own, and says 400
    told, _ = await half_sent(port, b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n" + head[:200_000] * 2)
    assert told.split()[1] in (b"431", b"408", b"400", b"RESET")


async def test_an_address_that_is_too_long_is_told_so(port: int) -> None:
    address = b"/health/live?" + b"x" * 70_000
    told, _ = await half_sent(port, b"GET " + address + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert told.split()[1] in (b"431", b"400")


async def test_a_reader_who_does_not_take_the_answer_is_given_up(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1_000)
    writer.write(b"GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n")
    await asyncio.sleep(3 * SECONDS)
    came = 0
    with suppress(ConnectionResetError):
        while some := await reader.read(1_000_000):
            came += len(some)
    assert came < MUCH
    writer.close()


async def test_connections_that_are_kept_go_on_to_be_answered(port: int) -> None:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        for _ in range(5):
            assert (await http.get("/health/live")).status_code == 200
            assert (await http.post("/count", content=b"x" * 100_000)).text == "100000"
            await asyncio.sleep(SECONDS / 2)
    assert not connections.refused


async def test_a_large_form_goes_to_disk(port: int) -> None:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        small = await http.post(FORM, files={"file": ("a", b"x" * 1_000)})
        large = await http.post(FORM, files={"file": ("a", b"x" * 5_000_000)})
    assert (small.text, large.text) == ("1000 True", "5000000 False")


async def test_a_form_that_says_that_it_is_too_large_is_refused_unread(port: int) -> None:
    form = f"POST {FORM} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {FORMS[FORM] + 1}\r\n\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(form.encode())
    assert b" 413 " in await asyncio.wait_for(reader.readline(), SECONDS / 2)
    while await asyncio.wait_for(reader.read(1_000), 4 * SECONDS):
        pass
    writer.close()


async def test_a_form_that_is_too_large_is_refused(port: int) -> None:
    async def unmeasured() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        for _ in range(30):
            yield b"x" * 1_000_000

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as http:
        assert (await http.post(FORM, content=unmeasured(), headers=headers)).status_code == 413
        assert (await http.get("/health/live")).status_code == 200


async def test_a_few_forms_are_read_at_once(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_limit, "MOST_FORMS", 2)
    half = asyncio.gather(*(half_sent(port, HALVES["half a form"]) for _ in range(2)))
    await asyncio.sleep(SECONDS / 3)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        assert (await http.post(FORM, files={"file": ("a", b"x")})).status_code == 503
        await half
        await asyncio.sleep(0.1)
        assert (await http.post(FORM, files={"file": ("a", b"x")})).status_code == 200
