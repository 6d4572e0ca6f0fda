"""GraphQL over HTTP, and the page to explore it."""

from typing import Any

from fastapi import Request
from graphql import GraphQLError
from starlette.responses import HTMLResponse, Response
from strawberry.fastapi import GraphQLRouter
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.types import ExecutionResult

from api.graphql import explorer
from api.graphql.context import Context
from api.graphql.faults import translated
from api.graphql.graphql_schema import SCHEMA
from graph.errors import ChangingError
from graph.language.words import N_, Language

TRIES = 5
CHANGING = N_("The graph changes faster than it can be read. Ask again when the loads have ended.")


def language_of(header: str) -> Language:
    """The reader's language from ``Accept-Language``: Swedish where it comes first, otherwise English."""
    return "sv" if header.strip().lower().startswith("sv") else "en"


async def context_of(request: Request) -> Context:
    """What the request carries to the fields."""
    state = request.app.state
    return Context(state.store, state.service, language_of(request.headers.get("accept-language", "")))


class Router(GraphQLRouter[Context, None]):
    """Strawberry's, with our explorer page and our words for what went wrong."""

    async def render_graphql_ide(self, request: Request) -> HTMLResponse:
        """The explorer page."""
        return explorer.page()

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
            if result.errors or context.written or await context.reading.is_whole():
                return result
            context.begin()
        changing = ChangingError(CHANGING)
        return ExecutionResult(data=None, errors=[GraphQLError(str(changing), original_error=changing)])

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        """The result, its errors told in the reader's language."""
        language = language_of(request.headers.get("accept-language", ""))
        result.errors = [translated(error, language) for error in result.errors] if result.errors else None
        return await super().process_result(request, result)


router = Router(SCHEMA, path="/graphql", context_getter=context_of, subscription_protocols=())
router.include_router(explorer.router)
