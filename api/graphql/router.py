"""GraphQL over HTTP, and the page to explore it."""

from typing import Any

from cross_web import HTTPException
from fastapi import Request
from graphql import GraphQLError
from starlette.responses import HTMLResponse, JSONResponse, Response
from strawberry.fastapi import GraphQLRouter
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.types import ExecutionResult

from api.graphql import explorer
from api.graphql.apart import LoopApart
from api.graphql.context import Context
from api.graphql.faults import translated
from api.graphql.graphql_schema import SCHEMA
from api.graphql.request_body import BATCH, NO_QUERY, SHAPE, RefusedRequest, check_media_type, read_json
from api.unavailable import RETRY_SECONDS
from api.writing import Writer
from graph.errors import ChangingError, EngineError
from graph.language.words import N_, Language, say

TRIES = 5
AT_ONCE = 64
"""Requests under way at the same time; one more is told to come back."""
BUSY = N_("Too many queries are being answered at once. Ask again in some seconds.")
PARTS: tuple[tuple[str, type], ...] = (
    ("query", str),
    ("variables", dict),
    ("operationName", str),
    ("extensions", dict),
)
"""What a request says, in the order in which Strawberry takes it."""
CHANGING = N_("The graph changes faster than it can be read. Ask again when the loads have ended.")


def language_of(header: str) -> Language:
    """The reader's language from ``Accept-Language``: Swedish where it comes first, otherwise English."""
    return "sv" if header.strip().lower().startswith("sv") else "en"


async def context_of(request: Request) -> Context:
    """What the request carries to the fields."""
    state = request.app.state
    language = language_of(request.headers.get("accept-language", ""))
    return Context(state.store, state.service, Writer(request), language)


class Router(GraphQLRouter[Context, None]):
    """Strawberry's, with our explorer page and our words for what went wrong."""

    _apart = LoopApart("graphql")
    _under_way = 0

    async def render_graphql_ide(self, request: Request) -> HTMLResponse:
        """The explorer page."""
        return explorer.page()

    async def run(self, request: Any, context: Any = None, root_value: Any = None) -> Any:
        """The response, made apart from pages; what cannot be read as a query is told so, not as a fault of ours."""
        if self._under_way >= AT_ONCE:
            return _refusal(503, say(BUSY, language_of(request.headers.get("accept-language", ""))), "BUSY")
        self._under_way += 1
        try:
            await request.body()  # comes in where the connection lives
            response = await self._apart.run(super().run(request, context, root_value))
            if getattr(request.state, "unavailable", False):
                response.status_code = 503
                response.headers["Retry-After"] = str(RETRY_SECONDS)
            return response
        except RefusedRequest as refused:
            return _refusal(refused.status, refused.say(language_of(request.headers.get("accept-language", ""))))
        except HTTPException as error:
            return _refusal(error.status_code, f"{error.reason.rstrip('.')}.")
        finally:
            self._under_way -= 1

    async def parse_http_body(self, request: Any) -> GraphQLRequestData:
        """The query that the request carries, in its address or its body.

        Raises:
            RefusedRequest: it carries none, or one that cannot be read.
        """
        if request.method == "GET":
            said = dict(request.query_params)
            said |= {name: read_json(said[name]) for name in ("variables", "extensions") if said.get(name)}
        else:
            check_media_type(request.content_type or "")
            said = read_json(await request.get_body())
        if isinstance(said, list):
            raise RefusedRequest(400, BATCH)
        if not isinstance(said, dict) or not all(isinstance(said.get(name) or kind(), kind) for name, kind in PARTS):
            raise RefusedRequest(400, SHAPE)
        if not said.get("query"):
            raise RefusedRequest(400, NO_QUERY)
        query, variables, operation, extensions = (said.get(name) or None for name, _ in PARTS)
        return GraphQLRequestData(query, variables, operation, extensions)

    async def execute_single(
        self,
        request: Request,
        request_adapter: Any,
        sub_response: Response,
        context: Context,
        root_value: None,
        request_data: GraphQLRequestData,
    ) -> ExecutionResult:
        """The answer, all of it of one revision: it is made again where a run came in between."""
        for _ in range(TRIES):
            result = await super().execute_single(
                request, request_adapter, sub_response, context, root_value, request_data
            )
            try:
                if result.errors or context.written or await context.reading.is_whole():
                    return result
            except EngineError as lost:
                return _failed(lost)
            context.begin()
        return _failed(ChangingError(CHANGING))

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        """The result, its errors told in the reader's language."""
        language = language_of(request.headers.get("accept-language", ""))
        if any(isinstance(each.original_error, EngineError) for each in result.errors or ()):
            request.state.unavailable = True
        result.errors = [translated(error, language) for error in result.errors] if result.errors else None
        return await super().process_result(request, result)


def _failed(error: EngineError) -> ExecutionResult:
    return ExecutionResult(data=None, errors=[GraphQLError(str(error), original_error=error)])


def _refusal(status: int, message: str, code: str = "BAD_REQUEST") -> Response:
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(RETRY_SECONDS)} if status == 503 else {})
    return JSONResponse({"errors": [{"message": message, "extensions": {"code": code}}]}, status, headers)


router = Router(SCHEMA, path="/graphql", context_getter=context_of, subscription_protocols=())
router.include_router(explorer.router)
