"""What an operator reads: who asked what and how it went, each failure once, and nothing that holds the server up."""

import io
import json
import logging
import os
import queue
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Literal

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api import logs
from api.logs import logging_to
from api.request_log import RequestLog

log = logging.getLogger("samband.test")


async def said(request: Request) -> Response:
    if "fail" in request.query_params:
        log.error("It failed")
    if "raise" in request.query_params:
        raise RuntimeError("broken")
    return PlainTextResponse("said", 418)


APP = Starlette(routes=[Route("/said", said), Route("/health/live", said)])
APP.add_middleware(RequestLog)


@contextmanager
def lines(how: Literal["text", "json"] = "json") -> Iterator[list[str]]:
    """What was logged, when it is over."""
    stream, found = io.StringIO(), list[str]()
    with logging_to(how, stream):
        yield found
    found.extend(stream.getvalue().splitlines())


async def asked(path: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(APP, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as http:
        return await http.get(path, headers=headers)


async def test_a_request_is_a_line_with_all_that_an_operator_looks_for() -> None:
    with lines() as found:
        answer = await asked("/said?secret=1", **{"X-Request-Id": "abc-1"})
    (line,) = map(json.loads, found)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", line.pop("time"))
    assert line.pop("milliseconds") >= 0
    assert line.pop("message").startswith("GET /said 418 ")
    assert line == {"level": "INFO", "logger": "samband.requests", "request": "abc-1", "method": "GET", "path": "/said",
                    "status": 418}  # fmt: skip
    assert answer.headers["x-request-id"] == "abc-1"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "<script>", "a\tb"])
async def test_an_id_that_is_not_sane_is_replaced(given: str) -> None:
    answer = await asked("/said", **{"X-Request-Id": given})
    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["x-request-id"])


async def test_what_is_logged_on_the_way_has_the_id_of_its_request() -> None:
    with lines() as found:
        await asked("/said?fail=1", **{"X-Request-Id": "abc-2"})
    assert [json.loads(each)["request"] for each in found] == ["abc-2", "abc-2"]


async def test_a_request_that_fails_is_told_as_500() -> None:
    with lines() as found:
        assert (await asked("/said?raise=1")).status_code == 500
    assert [json.loads(each)["status"] for each in found] == [500]


async def test_probes_are_not_told() -> None:
    with lines() as found:
        await asked("/health/live")
    assert found == []


async def test_a_line_of_text_stays_one_line() -> None:
    with lines("text") as found:
        log.info("a\nb\x1b[31m%s", "\u2028c")
    (line,) = found
    assert line.endswith(r"INFO    samband.test [-] a\nb\x1b[31m\u2028c")


def test_a_traceback_stands_below_its_line() -> None:
    with lines("text") as found:
        try:
            raise ValueError("why")
        except ValueError:
            log.exception("It failed")
    assert found[0].endswith("It failed")
    assert found[-1] == "    ValueError: why"


def test_the_same_failure_is_told_once_and_then_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    with lines("text") as found:
        for _ in range(50):
            log.error("The database is %s", "gone")
        log.error("The database is %s", "full")
        monkeypatch.setattr(logs, "AGAIN_SECONDS", 0)
        log.error("The database is %s", "gone")
        for _ in range(3):
            log.info("Saved")
    told = [each.partition("[-] ")[2] for each in found]
    assert told == ["The database is gone", "The database is full", "The database is gone (and 49 times more before)",
                    "Saved", "Saved", "Saved"]  # fmt: skip


def test_failures_that_are_known_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    repeats = logs.Repeats()
    for n in range(logs.MOST_KNOWN * 3):
        repeats.filter(logging.makeLogRecord({"levelno": logging.ERROR, "msg": str(n)}))
    assert len(repeats._known) == logs.MOST_KNOWN


def _fill(pipe: int) -> None:
    """Write until nothing more goes in."""
    os.set_blocking(pipe, False)
    with suppress(BlockingIOError):
        while True:
            os.write(pipe, b"\n" * 4_096)
    os.set_blocking(pipe, True)


def test_nobody_who_reads_the_pipe_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MOST_WAITING", 100)
    reading, writing = os.pipe()
    _fill(writing)  # else the first lines go through, however soon or late their writer gets to it
    read: list[bytes] = []
    with os.fdopen(writing, "w") as stream, logging_to("text", stream) as handler:
        begun = time.monotonic()
        for n in range(5_000):
            log.info("%d %s", n, "x" * 200)
        assert time.monotonic() - begun < 5
        assert handler.dropped > 1_000
        reader = threading.Thread(target=_read, args=(reading, read))
        reader.start()
        deadline = time.monotonic() + 10
        while isinstance(handler.queue, queue.Queue) and handler.queue.qsize() and time.monotonic() < deadline:
            time.sleep(0.01)
        log.info("at last")
    reader.join(10)
    text = b"".join(read).decode()
    assert "lines were dropped" in text
    assert "at last" in text


def test_a_pipe_that_is_never_read_does_not_keep_the_server_from_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MOST_WAITING", 100)
    reading, writing = os.pipe()
    stream: Any = os.fdopen(writing, "w")
    begun = time.monotonic()
    with logging_to("text", stream):
        for n in range(3_000):
            log.info("%d %s", n, "x" * 200)
    assert time.monotonic() - begun < 5
    _read_until_quiet(reading)
    stream.close()
    os.close(reading)


def _read(pipe: int, read: list[bytes]) -> None:
    while some := os.read(pipe, 65_536):
        read.append(some)
    os.close(pipe)


def _read_until_quiet(pipe: int) -> None:
    """Let the thread that still writes end."""
    os.set_blocking(pipe, False)
    quiet = 0
    while quiet < 20:
        try:
            os.read(pipe, 65_536)
            quiet = 0
        except BlockingIOError:
            quiet += 1
            time.sleep(0.02)


@pytest.mark.parametrize("how", ["text", "json"])
async def test_a_line_says_which_of_several_processes_wrote_it(how: Literal["text", "json"]) -> None:
    stream = io.StringIO()
    with logging_to(how, stream, process="worker 2"):
        log.warning("Something")
    (line,) = stream.getvalue().splitlines()
    if how == "json":
        assert json.loads(line).items() >= {"process": "worker 2", "pid": os.getpid(), "message": "Something"}.items()
    else:
        assert f"WARNING (worker 2, {os.getpid()}) samband.test [-] Something" in line
