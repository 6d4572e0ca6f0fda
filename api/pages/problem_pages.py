"""What a reader is told when something is not there, is wrong, or is not available just now."""

import logging

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from api.logs import request_id
from api.pages.answering import surroundings
from api.pages.spoken import spoken
from api.security import HEADERS
from api.unavailable import RETRY_SECONDS, reason
from graph.errors import EngineError, QuestionError, ReadOnlyError, SambandError, UnknownThingError
from graph.language.words import N_, say
from visualisations.pages.frame.rendering import rendered

NOT_PAGES = ("/graphql", "/health", "/static", "/suggest")
TITLES = {
    400: N_("The request cannot be read"),
    403: N_("That may not be done here"),
    404: N_("There is no such page"),
    405: N_("That cannot be done here"),
    413: N_("That is too much at once"),
    422: N_("The question does not take these values"),
    500: N_("Something went wrong"),
    503: N_("Not available just now"),
}
TEXTS = {
    400: N_("Check the address."),
    404: N_("Check the address, or search."),
    405: N_("Pages are only read."),
    500: N_("The fault is ours and has been noted. Try again, or go to the start page."),
    503: N_("The database does not answer just now. Try again in a moment."),
}
log = logging.getLogger("samband.pages")


def install(app: FastAPI) -> None:
    """Tell errors as pages."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(SambandError, _known)
    app.add_exception_handler(Exception, _unknown)


def problem(request: Request, status: int, detail: str = "", headers: dict[str, str] | None = None) -> Response:
    """A page, or JSON outside the pages, that says what is wrong and what to do."""
    language = spoken(request)
    said = say(TITLES.get(status, TITLES[400 if status < 500 else 500]), language)
    text = detail or say(TEXTS.get(status, TEXTS[400 if status < 500 else 500]), language)
    sent = {"Cache-Control": "no-store", "Vary": "Cookie, Accept-Language"} | (headers or {})
    if request.url.path.startswith(NOT_PAGES):
        return JSONResponse({"problem": said, "detail": text}, status_code=status, headers=sent)
    page = rendered("problem", language, title=said, text=text, status=status, **surroundings(request, None))
    return HTMLResponse(page, status_code=status, headers=sent)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    return problem(request, error.status_code, headers=dict(error.headers or {}))


async def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, SambandError)  # noqa: S101 - registered for it
    language = spoken(request)
    if isinstance(error, EngineError):
        log.warning("Not available: %s", error)
        return problem(request, 503, reason(error, language), {"Retry-After": str(RETRY_SECONDS)})
    if isinstance(error, UnknownThingError):
        return problem(request, 404, error.say_with_labels(language))
    if isinstance(error, ReadOnlyError):
        return problem(request, 403, error.say_with_labels(language))
    return problem(request, 422 if isinstance(error, QuestionError) else 500, error.say_with_labels(language))


async def _unknown(request: Request, error: Exception) -> Response:
    # Outside every middleware, which is why it carries the headers itself; the server logs the error.
    return problem(request, 500, headers={**HEADERS, "X-Request-Id": request_id.get() or ""})
