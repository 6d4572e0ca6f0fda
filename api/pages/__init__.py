"""Pages for people: server-rendered, with assets of their own, under a strict policy."""

from fastapi import FastAPI
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from api.pages import compliance_routes, problem_pages, scenario_routes
from api.pages.downloads import download
from api.pages.known_language import KnownLanguage
from api.pages.map_routes import answer_chart, asset, chart
from api.pages.question_routes import about, kind, question, search, start, suggest, thing
from api.pages.spoken import choose
from api.security import SameOrigin, SecurityHeaders
from visualisations.pages.frame.rendering import STATIC

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
    Route("/compliance", compliance_routes.show),
    Route("/compliance", compliance_routes.judge, methods=["POST"]),
    Route("/compliance.xlsx", compliance_routes.judge_as_workbook, methods=["POST"]),
    Route("/compliance/map.html", compliance_routes.judge_as_map, methods=["POST"]),
    Route("/compliance/questionnaire.xlsx", compliance_routes.hand_out_questionnaire),
    Route("/compliance/capability-statement.json", compliance_routes.hand_out_statement),
    Route("/scenarios", scenario_routes.show_all),
    Route("/scenarios", scenario_routes.save, methods=["POST"]),
    Route("/scenarios/{id:path}", scenario_routes.show),
    Route("/scenarios/{id:path}", scenario_routes.change, methods=["POST"]),
    Route("/language/{language}", choose),
    Route("/static/map/{name}", asset),
    Mount("/static", StaticFiles(directory=STATIC)),
]


def install(app: FastAPI) -> None:
    """Add the pages to `app`: their routes, errors told as pages, and security headers on every response.

    What another site's page sends is refused.
    """
    app.router.routes.extend(ROUTES)
    problem_pages.install(app)
    app.add_middleware(KnownLanguage)
    app.add_middleware(SameOrigin)
    app.add_middleware(SecurityHeaders)
