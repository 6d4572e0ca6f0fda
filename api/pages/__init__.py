"""Pages for people: server-rendered, with assets of their own, under a strict policy."""

from fastapi import FastAPI
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from api.pages import problems
from api.pages.downloads import download
from api.pages.maps import answer_chart, asset, chart
from api.pages.routes import about, kind, question, search, start, suggest, thing
from api.pages.spoken import choose
from api.security import SecurityHeaders
from visualisations.pages.rendering import STATIC

ROUTES: list[BaseRoute] = [
    Route("/", start),
    Route("/search", search),
    Route("/about", about),
    Route("/kind/{kind}", kind),
    Route("/suggest/{kind}", suggest),
    Route("/thing/{kind}/{id:path}", thing),
    Route("/question/{stem}.{form}", download),
    Route("/question/{stem}", question),
    Route("/question/{stem}/map", answer_chart),
    Route("/map/{stem}", chart),
    Route("/language/{language}", choose),
    Route("/static/map/{name}", asset),
    Mount("/static", StaticFiles(directory=STATIC)),
]


def install(app: FastAPI) -> None:
    """Add the pages to `app`: their routes, errors told as pages, and security headers on every response."""
    app.router.routes.extend(ROUTES)
    problems.install(app)
    app.add_middleware(SecurityHeaders)
