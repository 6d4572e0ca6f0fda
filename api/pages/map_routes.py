"""Maps as pages: the drawing in the frame of the site, its script and style served beside it."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.pages import question_routes
from api.pages.answering import answered, unchanged
from api.pages.problem_pages import problem
from api.pages.question_routes import chosen, refusal
from api.pages.spoken import spoken
from visualisations.drawing.canvas import ASSETS, library
from visualisations.maps.atlas import Map
from visualisations.maps.draw import named
from visualisations.pages.map.map_page import answer_map_page, map_page

SERVED = {"map.js": ASSETS / "map.js", "map.css": ASSETS / "map.css", "vis-network.js": library()}


async def chart(request: Request) -> Response:
    """A map with its form."""
    if same := await unchanged(request, choosing=True):
        return same
    drawn, state = known(request), request.app.state
    view = await map_page(state.store, state.service.snapshots, drawn, chosen(request, drawn), spoken(request))
    return answered(request, "map", view, status=refusal(view))


async def answer_chart(request: Request) -> Response:
    """The map of a question's answer, with the question's form."""
    if same := await unchanged(request, choosing=True):
        return same
    asked, state = question_routes.known(request), request.app.state
    view = await answer_map_page(state.store, state.service, asked, chosen(request, asked), spoken(request))
    return answered(request, "answer_map", view, status=refusal(view))


def known(request: Request) -> Map:
    """The map that the address names.

    Raises:
        UnknownThingError: there is none.
    """
    return named(request.path_params["stem"])


async def asset(request: Request) -> Response:
    """What a map needs in the browser."""
    path = SERVED.get(request.path_params["name"])
    return FileResponse(path, headers={"Cache-Control": "no-cache"}) if path else problem(request, 404)
