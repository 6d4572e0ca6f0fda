"""How pages are served: short answers at once, on the quick parts of the server where the platform has them."""

import asyncio
import http.client
import socket
import statistics
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
import uvicorn
from fastapi import FastAPI

from api import health
from api.cli.serve_command import listen
from api.event_loop import quick_loop

ACKNOWLEDGED_LATE = 0.040
"""Seconds that an operating system waits before it tells a sender that a short packet has come."""
quick = pytest.mark.skipif(
    sys.platform == "win32" or sys.implementation.name != "cpython", reason="uvloop and httptools are not made for it"
)


@pytest.mark.parametrize("loop", [None, quick_loop()], ids=["asyncio", "quick"])
def test_a_connection_is_told_to_send_short_answers_at_once(
    loop: Callable[[], asyncio.AbstractEventLoop] | None,
) -> None:
    async def accepted() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def attend(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            taken = writer.get_extra_info("socket")
            found.set_result(taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()
            await writer.wait_closed()

        with listen("127.0.0.1", 0, 1) as listener:
            async with await asyncio.start_server(attend, sock=listener):
                _, writer = await asyncio.open_connection(*listener.getsockname())
                told = await found
                writer.close()
                await writer.wait_closed()
        return told

    with asyncio.Runner(loop_factory=loop) as runner:
        assert runner.run(accepted()) != 0


@asynccontextmanager
async def live() -> AsyncIterator[tuple[uvicorn.Server, int]]:
    """A server that only says that it lives, on asyncio's own loop, as where there is no quicker one."""
    app = FastAPI()
    app.include_router(health.router)
    with listen("127.0.0.1", 0, 1) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        running = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started and not running.done():  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.02)
        yield server, listener.getsockname()[1]
        server.should_exit = True
        await running


async def test_no_answer_on_a_kept_connection_waits_for_the_receipt_of_its_beginning() -> None:
    def times(port: int) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        found = []
        for _ in range(30):
            begun = time.perf_counter()
            connection.request("GET", "/health/live")
            assert connection.getresponse().read()
            found.append(time.perf_counter() - begun)
        connection.close()
        return found

    async with live() as (_, port):
        assert statistics.median(await asyncio.to_thread(times, port)) < ACKNOWLEDGED_LATE * 0.8


@quick
async def test_the_server_reads_requests_with_httptools() -> None:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

    async with live() as (server, _):
        assert server.config.http_protocol_class is HttpToolsProtocol


@quick
def test_commands_run_on_uvloop() -> None:
    import uvloop

    with asyncio.Runner(loop_factory=quick_loop()) as runner:
        assert isinstance(runner.get_loop(), uvloop.Loop)


def test_the_driver_reads_rows_with_its_compiled_half() -> None:
    if sys.implementation.name != "cpython":
        pytest.skip("it is made for CPython")
    from neo4j._codec.packstream import v1

    assert getattr(v1, "_rust_unpack", None) is not None
