"""The page to explore GraphQL: GraphiQL from our own files, so that it works without internet (see VENDORED.md)."""

from pathlib import Path

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse

HERE = Path(__file__).parent
FILES = frozenset(path.name for path in HERE.iterdir() if path.suffix in (".js", ".css"))
# GraphiQL's menus and editor set inline styles; nothing of it needs another host, nor eval.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGE = (HERE / "page.html").read_text(encoding="utf-8")
EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / "examples").glob("*.graphql"))}
"""Queries to begin with, by name; the first line of each says what it asks."""
router = APIRouter()


@router.get("/graphql/explorer/examples.json")
async def examples() -> JSONResponse:
    """The examples, in order: what each asks, and its text."""
    found = [{"name": name, "about": text.partition("\n")[0].lstrip("# "), "query": text}
             for name, text in EXAMPLES.items()]  # fmt: skip
    return JSONResponse(found, headers={"Cache-Control": "no-cache"})


@router.get("/graphql/explorer/{name}")
async def file(name: str) -> FileResponse:
    """One of the page's files."""
    if name not in FILES:
        raise HTTPException(404)
    return FileResponse(HERE / name, headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"})


def page() -> HTMLResponse:
    """The page itself."""
    headers = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }
    return HTMLResponse(PAGE, headers=headers)
