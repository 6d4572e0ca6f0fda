"""A bound on what a request may carry, so that nobody fills the memory of the server."""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.pages.problem_pages import problem
from api.pages.spoken import spoken
from api.security import HEADERS
from graph.language.words import N_, say

LARGEST_BODY = 256 * 1024
"""Bytes; a GraphQL query of the largest size that is answered is far below it."""


FORMS = dict.fromkeys(("/compliance", "/compliance.xlsx", "/compliance/map.html"), 24 * 1024 * 1024)
"""Bytes, where files are handed in."""
TOO_LARGE = N_("What was handed in is larger than {most} MB. Hand in fewer files at a time.")


PACKED = N_("What was sent is packed ({coding}), which is not read here. Send it as it is.")


class BodyLimit:
    """Refuses a request body that is too large or packed, before anything is made of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        coding = Headers(scope=scope).get("content-encoding", "identity").strip().lower()
        if coding != "identity":
            await _packed(scope, coding)(scope, receive, send)
            return
        largest = FORMS.get(scope["path"], LARGEST_BODY)
        held: list[Message] = []
        size = 0
        while not held or held[-1].get("more_body", False):
            message = await receive()
            held.append(message)
            size += len(message.get("body", b""))
            if size > largest:
                await _refusal(scope, largest)(scope, receive, send)
                return
        held.reverse()

        async def replayed() -> Message:
            return held.pop() if held else await receive()

        await self.app(scope, replayed, send)


def _packed(scope: Scope, coding: str) -> Response:
    told = say(PACKED, spoken(Request(scope)), coding=coding[:40])
    body = {"errors": [{"message": told, "extensions": {"code": "PACKED"}}]}
    return JSONResponse(body, 415, {"Accept-Encoding": "identity"})


def _refusal(scope: Scope, largest: int) -> Response:
    """A page where a form was sent, and JSON to a program."""
    if scope["path"] in FORMS:
        request = Request(scope)
        return problem(request, 413, say(TOO_LARGE, spoken(request), most=largest >> 20), dict(HEADERS))
    told = f"The request is larger than {largest} bytes. Ask for less at a time."
    return JSONResponse({"errors": [{"message": told, "extensions": {"code": "TOO_LARGE"}}]}, 413)
