"""Where queries come in: what a plan covers is answered from the snapshot at once, all else by the library."""

import asyncio
import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.etags import etag, is_among, kept_as_long
from api.graphql.context import Context, context_of, language_of
from api.graphql.graphql_schema import SCHEMA
from api.graphql.limits import cost, excesses
from api.graphql.plans import known_queries
from api.graphql.plans.known_queries import KNOWN_QUERIES, KnownQuery
from api.graphql.plans.not_planned import NotPlanned
from api.graphql.request_body import (
    Asked,
    RefusedRequest,
    asked_in_address,
    check_media_type,
    read_json,
    request_parts,
)
from api.unavailable import RETRY_SECONDS
from graph.language.words import N_, Language, say
from graph.scenarios.scenario_store import kept
from visualisations.pages.frame.asked_of import kept_mark

AT_ONCE = 64
"""Requests under way at the same time; one more is told to come back."""
BUSY = N_("Too many queries are being answered at once. Ask again in some seconds.")
LARGE = 40_000
"""Values from which on an answer is written in a thread: it takes some milliseconds, and pages would wait."""
WRITERS = ThreadPoolExecutor(2, "graphql-answers")
"""Threads in which such answers are written: more of them would only take turns."""
MANY = 50_000
"""Things in the graph from which on so is one that looks through lists."""
OTHER_MEDIA = ("graphql-response", "text/html")
"""What the library gives: another shape of errors, and the explorer."""
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
        accepted = request.headers.get("accept", "")
        by_library = any(media in accepted for media in OTHER_MEDIA)
        asked = None if by_library else await _asked(request)
        response = await _planned(request, asked) if asked else None
        if response is not None:
            await response(scope, receive, send)
            return
        again = [{"type": "http.request", "body": await request.body(), "more_body": False}]

        async def replayed() -> Message:
            return again.pop() if again else await receive()

        await self._library(scope, replayed, send)


async def _asked(request: Request) -> Asked | None:
    """What a request asks in its body or its address; none where the library has to tell what is wrong with it."""
    try:
        if request.method == "GET":
            return asked_in_address(request.query_params) if request.query_params.get("query") else None
        if request.method != "POST":
            return None
        check_media_type(request.headers.get("content-type", ""))
        return request_parts(read_json(await request.body()))
    except RefusedRequest:
        return None


async def _planned(request: Request, asked: Asked) -> Response | None:
    """The answer by a plan; none where there is no plan for it, or something is wrong, which the library tells."""
    text, variables, operation, _ = asked
    query = KNOWN_QUERIES.kept(text, operation)
    if query is None:
        query = await asyncio.to_thread(known_queries.read, SCHEMA, text, operation, variables)
        if query is None:
            return None
        KNOWN_QUERIES.keep(text, operation, query)
    KNOWN_QUERIES.used(text, operation)
    if query.plan is None:
        return None
    try:
        context = await context_of(request)
        if request.method == "GET" and (same := await _unchanged(request, context, text)):
            return same
        return await _by_plan(request, text, query, variables, context)
    except NotPlanned:
        return None
    except Exception as error:
        log.debug("A plan failed, and the library answers: %r", error)
        return None


async def _unchanged(request: Request, context: Context, text: str) -> Response | None:
    """The answer 304 where the reader has what he asks for as it is."""
    theirs = request.headers.get("if-none-match")
    if not theirs:
        return None
    snapshot = await context.snapshot()
    mark = await _mark(request, snapshot.revision, text, context.language)
    return Response(status_code=304, headers=kept_as_long(mark)) if is_among(mark, theirs) else None


async def _mark(request: Request, revision: int, text: str, language: Language) -> str:
    """The ETag of an answer to a query in an address; one that is about scenarios depends on those that are kept."""
    named = any(word in text for word in ("cenario", "compare"))
    scenarios = kept_mark(await kept(request.app.state.store)) if named else ""
    return etag(request, revision, language, scenarios)


async def _by_plan(
    request: Request, text: str, document: KnownQuery, given: Mapping[str, Any], context: Context
) -> Response:
    plan, measured = document.plan, document.measure(given)
    if plan is None or any(excesses(measured, context.language)):
        raise NotPlanned
    write = await plan.read(plan.variables(given), context)
    long = plan.scans_sides or (plan.scans and len(await context.snapshot()) > MANY)
    if measured.values < LARGE and not long:
        content = _written(write(), measured)
    else:
        content = await asyncio.get_running_loop().run_in_executor(WRITERS, lambda: _written(write(), measured))
    revision = await context.reading.is_whole()
    if revision is None:
        raise NotPlanned
    document.answered += 1
    response = Response(content, media_type="application/json")
    if request.method == "GET" and revision:
        response.headers.update(kept_as_long(await _mark(request, revision, text, context.language)))
    return response


def _written(data: dict[str, Any], measured: Any) -> bytes:
    return orjson.dumps({"data": data, "extensions": cost(measured)})


def refusal(status: int, message: str, code: str = "BAD_REQUEST") -> Response:
    """What is told of a request that is not answered."""
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(RETRY_SECONDS)} if status == 503 else {})
    return JSONResponse({"errors": [{"message": message, "extensions": {"code": code}}]}, status, headers)
