"""Where queries come in: what a plan covers is answered from the snapshot at once, all else by the library."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.graphql.context import Context, context_of, language_of
from api.graphql.graphql_schema import SCHEMA
from api.graphql.limits import cost, excesses
from api.graphql.plans import known_queries
from api.graphql.plans.known_queries import KNOWN_QUERIES, KnownQuery
from api.graphql.plans.not_planned import NotPlanned
from api.graphql.request_body import RefusedRequest, check_media_type, read_json, request_parts
from api.unavailable import RETRY_SECONDS
from graph.language.words import N_, say

AT_ONCE = 64
"""Requests under way at the same time; one more is told to come back."""
BUSY = N_("Too many queries are being answered at once. Ask again in some seconds.")
LARGE = 20_000
"""Values from which on an answer is written in a thread: it takes some milliseconds, and pages would wait."""
OTHER_MEDIA = "graphql-response"
log = logging.getLogger(__name__)


class Endpoint:
    """Answers queries; `library` answers those that no plan covers."""

    def __init__(self, library: ASGIApp) -> None:
        self._library = library
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if self._under_way >= AT_ONCE:
            language = language_of(request.headers.get("accept-language", ""))
            await refusal(503, say(BUSY, language), "BUSY")(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self._answer(request, scope, receive, send)
        finally:
            self._under_way -= 1

    async def _answer(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        if request.method != "POST" or OTHER_MEDIA in request.headers.get("accept", ""):
            await self._library(scope, receive, send)
            return
        body = await request.body()
        response = await _planned(request, body)
        if response is not None:
            await response(scope, receive, send)
            return
        again = [{"type": "http.request", "body": body, "more_body": False}]

        async def replayed() -> Message:
            return again.pop() if again else await receive()

        await self._library(scope, replayed, send)


async def _planned(request: Request, body: bytes) -> Response | None:
    """The answer by a plan; none where there is no plan for it, or something is wrong, which the library tells."""
    try:
        check_media_type(request.headers.get("content-type", ""))
        text, variables, operation, _ = request_parts(read_json(body))
    except RefusedRequest:
        return None
    document = KNOWN_QUERIES.kept(text, operation)
    if document is None:
        document = await asyncio.to_thread(known_queries.read, SCHEMA, text, operation, variables)
        if document is None:
            return None
        KNOWN_QUERIES.keep(text, operation, document)
    KNOWN_QUERIES.used(text, operation)
    if document.plan is None:
        return None
    try:
        return await _by_plan(document, variables, await context_of(request))
    except NotPlanned:
        return None
    except Exception as error:
        log.debug("A plan failed, and the library answers: %r", error)
        return None


async def _by_plan(document: KnownQuery, given: Mapping[str, Any], context: Context) -> Response:
    plan, measured = document.plan, document.measure(given)
    if plan is None or any(excesses(measured, context.language)):
        raise NotPlanned
    write = await plan.read(plan.variables(given), context)
    if measured.values < LARGE:
        content = _written(write(), measured)
    else:
        content = await asyncio.to_thread(lambda: _written(write(), measured))
    if not await context.is_whole():
        raise NotPlanned
    document.answered += 1
    return Response(content, media_type="application/json")


def _written(data: dict[str, Any], measured: Any) -> bytes:
    return orjson.dumps({"data": data, "extensions": cost(measured)})


def refusal(status: int, message: str, code: str = "BAD_REQUEST") -> Response:
    """What is told of a request that is not answered."""
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(RETRY_SECONDS)} if status == 503 else {})
    return JSONResponse({"errors": [{"message": message, "extensions": {"code": code}}]}, status, headers)
