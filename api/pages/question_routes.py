"""Where each page is, and which view it shows."""

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.pages.answering import answered, unchanged
from api.pages.spoken import ASKED, spoken
from graph.database.store import Store
from graph.facts.facts import Ref
from graph.language.words import Language
from queries.asking.question import Parametrised, Question, parameter
from queries.asking.service import named
from queries.asking.snapshots import Snapshots
from queries.asking.validation import validated
from visualisations.pages.frame.carrying import of_address
from visualisations.pages.frame.form import given
from visualisations.pages.list.list_page import PAGE, kind_page, search_page
from visualisations.pages.list.suggestions import suggestions
from visualisations.pages.map.map_page import MapPage
from visualisations.pages.question.question_page import QuestionPage, question_page
from visualisations.pages.start.about_page import about_page
from visualisations.pages.start.start_page import start_page
from visualisations.pages.thing.thing_page import SHOWN_OF_ONE, relations_page, thing_page

OWN = (ASKED,)
"""Query parameters that are the page's and not the question's."""


class ListStart(BaseModel):
    """Where in a list a page begins."""

    offset: int = parameter("Rows to skip", "Rader att hoppa över", 0, ge=0, le=10**9)


async def start(request: Request) -> Response:
    """The way in."""
    if same := await unchanged(request):
        return same
    state = request.app.state
    view = await start_page(state.store, state.service, spoken(request), of_address(request.query_params))
    return answered(request, "start", view)


async def about(request: Request) -> Response:
    """What is loaded, and what the words mean."""
    if same := await unchanged(request):
        return same
    state = request.app.state
    return answered(request, "about", await about_page(state.store, state.service.snapshots, spoken(request)))


async def search(request: Request) -> Response:
    """What a search finds."""
    if same := await unchanged(request, choosing=True):
        return same
    store, snapshots, language = _asked(request)
    view = await search_page(
        store, snapshots, text(request), offset(request), language, of_address(request.query_params)
    )
    return answered(request, "list", view, status=422 if view.problem else 200, step=PAGE)


async def kind(request: Request) -> Response:
    """All things of a kind."""
    if same := await unchanged(request, choosing=True):
        return same
    store, snapshots, language = _asked(request)
    name = request.path_params["kind"]
    view = await kind_page(
        store, snapshots, name, text(request), offset(request), language, of_address(request.query_params)
    )
    return answered(request, "list", view, status=422 if view.problem else 200, step=PAGE)


async def thing(request: Request) -> Response:
    """A thing, or all its relations of one name."""
    if same := await unchanged(request):
        return same
    ref = Ref(request.path_params["kind"], request.path_params["id"] or request.query_params.get("id", ""))
    store, snapshots, language = _asked(request)
    if side := request.query_params.get("relation"):
        view = await relations_page(
            store, snapshots, ref, side, offset(request), language, of_address(request.query_params)
        )
        return answered(request, "relations", view, step=SHOWN_OF_ONE)
    return answered(
        request, "thing", await thing_page(store, snapshots, ref, language, of_address(request.query_params))
    )


async def question(request: Request) -> Response:
    """A question with its form and its answer."""
    if same := await unchanged(request, choosing=True):
        return same
    asked = known(request)
    state = request.app.state
    values = chosen(request, asked)
    view = await question_page(state.store, state.service, asked, values, spoken(request))
    return answered(request, "question", view, status=refusal(view))


def known(request: Request) -> Question:
    """The question that the address names.

    Raises:
        UnknownThingError: there is none.
    """
    return named(request.path_params["stem"])


def chosen(request: Request, asked: Parametrised) -> dict[str, Any]:
    """The parameters that the address gives."""
    query = request.query_params
    return given(asked, {name: query.getlist(name) for name in query if name not in OWN})


def refusal(view: QuestionPage | MapPage) -> int:
    """The status of a page that may tell what is wrong with the values given to it."""
    return 200 if not view.problem else 404 if view.lost else 422


async def suggest(request: Request) -> Response:
    """The first things of a kind that fit what is being written, for a field that takes an id."""
    _, snapshots, language = _asked(request)
    kind = request.path_params["kind"]
    found = await suggestions(snapshots, kind, text(request), language, of_address(request.query_params))
    return JSONResponse([{"id": id, "name": name} for id, name in found], headers={"Cache-Control": "no-store"})


def _asked(request: Request) -> tuple[Store, Snapshots, Language]:
    """Where things are read, and the reader's language."""
    state = request.app.state
    return state.store, state.service.snapshots, spoken(request)


def text(request: Request) -> str:
    """The words that are searched for."""
    return request.query_params.get("q", "")[:200]


def offset(request: Request) -> int:
    """How many rows to skip; an empty text skips none.

    Raises:
        QuestionError: it is no number of rows.
    """
    given = request.query_params.get("offset", "").strip()
    return validated(ListStart, request.url.path, {"offset": given} if given else {}).offset
