"""GraphQL over HTTP, and the page to explore it."""

from fastapi import Request
from starlette.responses import HTMLResponse
from strawberry.fastapi import GraphQLRouter
from strawberry.http import GraphQLHTTPResponse
from strawberry.types import ExecutionResult

from api.graphql import explorer
from api.graphql.context import Context
from api.graphql.faults import told
from api.graphql.schema import SCHEMA
from graph.words import Language


def language_of(header: str) -> Language:
    """The reader's language from ``Accept-Language``: Swedish where it comes first, otherwise English."""
    return "sv" if header.strip().lower().startswith("sv") else "en"


async def context_of(request: Request) -> Context:
    """What the request carries to the fields."""
    state = request.app.state
    return Context(state.store, state.asker, language_of(request.headers.get("accept-language", "")))


class Router(GraphQLRouter[Context, None]):
    """Strawberry's, with our explorer page and our words for what went wrong."""

    async def render_graphql_ide(self, request: Request) -> HTMLResponse:
        """The explorer page."""
        return explorer.page()

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        """The result, its errors told in the reader's language."""
        language = language_of(request.headers.get("accept-language", ""))
        result.errors = [told(error, language) for error in result.errors] if result.errors else None
        return await super().process_result(request, result)


router = Router(SCHEMA, path="/graphql", context_getter=context_of, subscription_protocols=())
router.include_router(explorer.router)
