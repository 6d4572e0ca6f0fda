"""Pages for people: server-rendered, with assets of their own, under a strict policy."""

from fastapi import FastAPI
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from api.pages import compliance, problems, scenarios
from api.pages.downloads import download
from api.pages.maps import answer_chart, asset, chart
from api.pages.routes import about, kind, question, search, start, suggest, thing
from api.pages.spoken import choose
from api.security import SameOrigin, SecurityHeaders
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
    Route("/compliance", compliance.show),
    Route("/compliance", compliance.judge, methods=["POST"]),
    Route("/compliance.xlsx", compliance.judge_as_workbook, methods=["POST"]),
    Route("/compliance/map.html", compliance.judge_as_map, methods=["POST"]),
    Route("/compliance/questionnaire.xlsx", compliance.hand_out_questionnaire),
    Route("/compliance/capability-statement.json", compliance.hand_out_statement),
    Route("/scenarios", scenarios.show_all),
    Route("/scenarios", scenarios.save, methods=["POST"]),
    Route("/scenarios/{id:path}", scenarios.show),
    Route("/scenarios/{id:path}", scenarios.change, methods=["POST"]),
    Route("/language/{language}", choose),
    Route("/static/map/{name}", asset),
    Mount("/static", StaticFiles(directory=STATIC)),
]


def install(app: FastAPI) -> None:
    """Add the pages to `app`: their routes, errors told as pages, and security headers on every response.

    What another site's page sends is refused.
    """
    app.router.routes.extend(ROUTES)
    problems.install(app)
    app.add_middleware(SameOrigin)
    app.add_middleware(SecurityHeaders)
