"""The page to explore GraphQL: GraphiQL from our own files, so that it works without internet (see VENDORED.md)."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

HERE = Path(__file__).parent
FILES = ("graphiql.min.js", "graphiql.min.css", "react.production.min.js", "react-dom.production.min.js",
         "explorer.js", "explorer.css")  # fmt: skip
# GraphiQL's menus and editor set inline styles; nothing of it needs another host, nor eval.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGE = (HERE / "page.html").read_text(encoding="utf-8")

router = APIRouter()
router.mount("/graphql/explorer", StaticFiles(directory=HERE), name="explorer")


def page() -> HTMLResponse:
    """The page itself."""
    return HTMLResponse(
        PAGE,
        headers={
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-cache",
        },
    )
