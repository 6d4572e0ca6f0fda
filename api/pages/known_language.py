"""A page that is asked for in a language that there is none of is refused, as every wrong parameter is."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.pages.problem_pages import problem
from api.pages.spoken import ASKED, NO_PAGES, known, spoken
from graph.language.words import LANGUAGES, say

NOT_IN_A_LANGUAGE = ("/graphql", "/health", "/static")
"""What takes no language in its address."""


class KnownLanguage:
    """Refuses an address that asks for an unknown language; an empty one asks for none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith(NOT_IN_A_LANGUAGE):
            request = Request(scope)
            if unknown := [text for text in request.query_params.getlist(ASKED) if text.strip() and not known(text)]:
                told = say(NO_PAGES, spoken(request), name=unknown[0], languages=", ".join(LANGUAGES))
                await problem(request, 422, told)(scope, receive, send)
                return
        await self.app(scope, receive, send)
