"""GraphQL over HTTP, and the page to explore it."""

from typing import Any

import orjson
from cross_web import HTTPException
from fastapi import Request
from graphql import GraphQLError
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from strawberry.fastapi import GraphQLRouter
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.types import ExecutionResult

from api.graphql import explorer
from api.graphql.apart import LoopApart
from api.graphql.context import Context, context_of, language_of
from api.graphql.endpoint import Endpoint, refusal
from api.graphql.faults import translated
from api.graphql.graphql_schema import SCHEMA
from api.graphql.request_body import RefusedRequest, asked_in_address, check_media_type, read_json, request_parts
from api.unavailable import RETRY_SECONDS
from graph.database.one_revision import attempted
from graph.errors import ChangingError, EngineError
from graph.language.words import N_

TRIES = 5
CHANGING = N_("The graph changes faster than it can be read. Ask again when the loads have ended.")


class Router(GraphQLRouter[Context, None]):
    """Strawberry's, with our explorer page and our words for what went wrong."""

    _apart = LoopApart("graphql")

    async def render_graphql_ide(self, request: Request) -> HTMLResponse:
        """The explorer page."""
        return explorer.page()

    async def run(self, request: Any, context: Any = None, root_value: Any = None) -> Any:
        """The response, made apart from pages; what cannot be read as a query is told so, not as a fault of ours."""
        try:
            await request.body()  # comes in where the connection lives
            response = await self._apart.run(super().run(request, context, root_value))
            if getattr(request.state, "unavailable", False):
                response.status_code = 503
                response.headers["Retry-After"] = str(RETRY_SECONDS)
            return response
        except RefusedRequest as refused:
            return refusal(refused.status, refused.say(language_of(request.headers.get("accept-language", ""))))
        except HTTPException as error:
            return refusal(error.status_code, f"{error.reason.rstrip('.')}.")

    async def parse_http_body(self, request: Any) -> GraphQLRequestData:
        """The query that the request carries, in its address or its body.

        Raises:
            RefusedRequest: it carries none, or one that cannot be read.
        """
        if request.method == "GET":
            query, variables, operation, extensions = asked_in_address(request.query_params)
        else:
            check_media_type(request.content_type or "")
            query, variables, operation, extensions = request_parts(read_json(await request.get_body()))
        return GraphQLRequestData(query, dict(variables), operation, extensions)

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
        for number in range(TRIES):
            with attempted(number):
                result = await super().execute_single(
                    request, request_adapter, sub_response, context, root_value, request_data
                )
                try:
                    if result.errors or context.written or await context.reading.is_whole() is not None:
                        return result
                except EngineError as lost:
                    return _failed(lost)
            context.begin()
        return _failed(ChangingError(CHANGING))

    def encode_json(self, data: object) -> bytes:
        """An answer as bytes, written as plans write theirs."""
        return orjson.dumps(data)

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        """The result, its errors told in the reader's language."""
        language = language_of(request.headers.get("accept-language", ""))
        if any(isinstance(each.original_error, EngineError) for each in result.errors or ()):
            request.state.unavailable = True
        result.errors = [translated(error, language) for error in result.errors] if result.errors else None
        return await super().process_result(request, result)


def _failed(error: EngineError) -> ExecutionResult:
    return ExecutionResult(data=None, errors=[GraphQLError(str(error), original_error=error)])


router = Router(SCHEMA, path="/graphql", context_getter=context_of, subscription_protocols=())
router.include_router(explorer.router)
ENDPOINT = Route("/graphql", Endpoint(router))
