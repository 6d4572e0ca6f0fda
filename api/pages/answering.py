"""A view as a response: rendered once per revision and language, and 304 as long as it stands."""

import hashlib
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.pages.spoken import spoken
from visualisations.pages.rendering import edition, rendered


class View(Protocol):
    """What a page shows, at one revision of the graph."""

    @property
    def revision(self) -> int: ...

    @property
    def illustrative(self) -> bool: ...


def etag(request: Request, revision: int) -> str:
    """What the page depends on: the graph, the language, the address and the program."""
    place = f"{request.url.path}?{request.url.query}".encode()
    return f'"{edition()}-{revision}-{spoken(request)}-{hashlib.sha256(place).hexdigest()[:16]}"'


async def unchanged(request: Request) -> Response | None:
    """The answer 304 where the reader has the page as it is; costs one round trip, and only on a repeat."""
    if theirs := request.headers.get("if-none-match"):
        mark = etag(request, await request.app.state.store.revision())
        if mark in (each.strip().removeprefix("W/") for each in theirs.split(",")):
            return Response(status_code=304, headers=_kept(mark))
    return None


def answered(request: Request, template: str, view: View, *, status: int = 200, **values: Any) -> Response:
    """The page `template` filled with `view`."""
    return HTMLResponse(
        rendered(template, spoken(request), page=view, **surroundings(request, view), **values),
        status_code=status,
        headers=_kept(etag(request, view.revision)) if status == 200 else {"Cache-Control": "no-store"},
    )


def surroundings(request: Request, view: View | None) -> Mapping[str, Any]:
    """What the frame around every page needs."""
    query = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    path = request.scope.get("raw_path", request.url.path.encode()).decode("latin-1")
    return {
        "here": path + (f"?{urlencode(query)}" if query else ""),
        "revision": view.revision if view else None,
        "illustrative": view.illustrative if view else False,
        "query": request.query_params.get("q", ""),
    }


def _kept(mark: str) -> dict[str, str]:
    return {"ETag": mark, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
