"""A bound on what a request may carry, so that nobody fills the memory of the server."""

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.pages.problem_pages import problem
from api.pages.spoken import spoken
from api.security import HEADERS
from api.unavailable import RETRY_SECONDS
from graph.language.words import N_, say

LARGEST_BODY = 256 * 1024
"""Bytes; a GraphQL query of the largest size that is answered is far below it."""


FORMS = dict.fromkeys(("/compliance", "/compliance.xlsx", "/compliance/map.html"), 24 * 1024 * 1024)
"""Bytes, where files are handed in."""
TOO_LARGE = N_("What was handed in is larger than {most} MB. Hand in fewer files at a time.")


LARGEST_HEAD = 64 * 1024
"""Bytes of an address and headers together."""
MOST_HEADERS = 100
MOST_FORMS = 8
"""Forms with files that are read and judged at once."""
SENT = {**HEADERS, "Cache-Control": "no-store"}
BUSY = N_("Many forms with files are being read just now. Send yours again in some seconds.")
HEAD = N_("The address or the headers of the request are too long. Ask for less, or send fewer cookies.")
PACKED = N_("What was sent is packed ({coding}), which is not read here. Send it as it is.")


class BodyLimit:
    """Refuses a request that is too large or packed, before anything is made of it.

    A form with files is handed on as it comes in, and goes to disk from 1 MiB a file on; a few of them at a time.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._forms = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        largest = FORMS.get(scope["path"], LARGEST_BODY)
        coding = headers.get("content-encoding", "identity").strip().lower()
        length = headers.get("content-length", "")
        if _head_size(scope) > LARGEST_HEAD or len(headers.raw) > MOST_HEADERS:
            await PlainTextResponse(say(HEAD, spoken(Request(scope))), 431, dict(SENT))(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
        elif coding != "identity":
            await _packed(scope, coding)(scope, receive, send)
        elif length.isdecimal() and int(length[:20]) > largest:
            await _refusal(scope, largest)(scope, receive, send)
        elif scope["path"] not in FORMS:
            await self._held(largest, scope, receive, send)
        elif self._forms >= MOST_FORMS:
            await problem(
                Request(scope), 503, say(BUSY, spoken(Request(scope))), SENT | {"Retry-After": str(RETRY_SECONDS)}
            )(scope, receive, send)
        else:
            self._forms += 1
            try:
                await self._streamed(largest, scope, receive, send)
            finally:
                self._forms -= 1

    async def _held(self, largest: int, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on a body that has come in whole."""
        held: list[Message] = []
        size = 0
        while not held or held[-1].get("more_body", False):
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            held.append(message)
            size += len(message.get("body", b""))
            if size > largest:
                await _refusal(scope, largest)(scope, receive, send)
                return
        held.reverse()

        async def replayed() -> Message:
            return held.pop() if held else await receive()

        await self.app(scope, replayed, send)

    async def _streamed(self, largest: int, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on a body while it comes in."""
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > largest:
                raise _TooLargeError
            return message

        try:
            await self.app(scope, counted, send)
        except _TooLargeError:  # a form is read before its answer begins
            await _refusal(scope, largest)(scope, receive, send)
        except ClientDisconnect:
            return


class _TooLargeError(Exception):
    """More came in than is read."""


def _head_size(scope: Scope) -> int:
    """Bytes of the address and of the headers."""
    address = len(scope.get("raw_path") or b"") + len(scope["query_string"])
    return address + sum(len(name) + len(value) for name, value in scope["headers"])


def _packed(scope: Scope, coding: str) -> Response:
    told = say(PACKED, spoken(Request(scope)), coding=coding[:40])
    body = {"errors": [{"message": told, "extensions": {"code": "PACKED"}}]}
    return JSONResponse(body, 415, {"Accept-Encoding": "identity"})


def _refusal(scope: Scope, largest: int) -> Response:
    """A page where a form was sent, and JSON to a program."""
    if scope["path"] in FORMS:
        request = Request(scope)
        return problem(request, 413, say(TOO_LARGE, spoken(request), most=largest >> 20), dict(SENT))
    told = f"The request is larger than {largest} bytes. Ask for less at a time."
    return JSONResponse({"errors": [{"message": told, "extensions": {"code": "TOO_LARGE"}}]}, 413, dict(SENT))
