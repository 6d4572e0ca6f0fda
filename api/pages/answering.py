"""A view as a response: rendered once per revision and language, and 304 as long as it stands."""

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.etags import etag, is_among, kept_as_long
from api.pages.spoken import ASKED, spoken
from graph.scenarios.scenario_store import kept
from visualisations.pages.frame.asked_of import SCENARIO, kept_mark
from visualisations.pages.frame.rendering import rendered

NO_STORE = {"Cache-Control": "no-store"}


class PageContent(Protocol):
    """What a page shows, at one revision of the graph."""

    @property
    def revision(self) -> int: ...

    @property
    def illustrative(self) -> bool: ...


def lasting(request: Request) -> bool:
    """Whether the page stands as long as the revision does; a scenario may change while it does."""
    return SCENARIO not in request.query_params


async def unchanged(request: Request, *, choosing: bool = False) -> Response | None:
    """The answer 304 where the reader has the page as it is; costs one round trip, and only on a repeat.

    A page that offers the scenarios to choose from costs one more.
    """
    if lasting(request) and (theirs := request.headers.get("if-none-match")):
        store = request.app.state.store
        revision, scenarios = await store.revision(), kept_mark(await kept(store)) if choosing else ""
        mark = etag(request, revision, spoken(request), scenarios)
        if is_among(mark, theirs):
            return Response(status_code=304, headers=kept_as_long(mark))
    return None


def answered(
    request: Request, template: str, view: PageContent, *, status: int = 200, fleeting: bool = False, **values: Any
) -> Response:
    """The page `template` filled with `view`; a fleeting one may change while the revision stands."""
    kept_scenarios = getattr(view, "kept_scenarios", "")
    return HTMLResponse(
        rendered(template, spoken(request), page=view, **surroundings(request, view), **values),
        status_code=status,
        headers=NO_STORE if fleeting or status != 200 else headers(request, view.revision, kept_scenarios),
    )


def surroundings(request: Request, view: PageContent | None) -> Mapping[str, Any]:
    """What the frame around every page needs."""
    query = [(name, value) for name, value in request.query_params.multi_items() if name != ASKED]
    path = request.scope.get("raw_path", request.url.path.encode()).decode("latin-1")
    return {
        "here": path + (f"?{urlencode(query)}" if query else ""),
        "revision": view.revision if view else None,
        "illustrative": view.illustrative if view else False,
        "query": request.query_params.get("q", ""),
    }


def headers(request: Request, revision: int, kept_scenarios: str = "") -> dict[str, str]:
    """How long what is sent may be kept."""
    return kept_as_long(etag(request, revision, spoken(request), kept_scenarios)) if lasting(request) else NO_STORE
