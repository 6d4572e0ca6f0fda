"""Which language a reader wants, and keeping the choice."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.errors import UnknownThingError
from graph.language.words import LANGUAGES, N_, Language

ASKED, COOKIE = "lang", "samband_language"
NO_PAGES = N_("There are no pages in '{name}'. There are: {languages}.")
YEAR = 365 * 24 * 3600


def known(text: str | None) -> Language | None:
    """The language that `text` names, as in ``sv`` or ``sv-SE``."""
    primary = (text or "").strip().lower().partition("-")[0]
    return next((language for language in LANGUAGES if language == primary), None)


def spoken(request: Request) -> Language:
    """By ``?lang=``, else by choice, else by what the browser accepts, else English."""
    return (
        known(request.query_params.get(ASKED))
        or known(request.cookies.get(COOKIE))
        or _accepted(request.headers.get("accept-language", ""))
        or "en"
    )


def _accepted(header: str) -> Language | None:
    wanted: list[tuple[float, Language]] = []
    for item in header.split(",")[:20]:
        name, _, quality = item.partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        if (language := known(name)) and weight > 0:
            wanted.append((weight, language))
    return max(wanted, key=lambda each: each[0])[1] if wanted else None


def local(address: str) -> str:
    """`address` when it is a path of this site, or else the start page."""
    if not address.startswith("/") or address.startswith(("//", "/\\")) or not address.isprintable():
        return "/"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    return "/" if parts.scheme or parts.netloc or "\\" in address else address


async def choose(request: Request) -> Response:
    """Keep the language, and go back to the page.

    Raises:
        UnknownThingError: it is none that the pages are in.
    """
    name = request.path_params["language"]
    language = known(name)
    if language is None:
        raise UnknownThingError(NO_PAGES, name=name, languages=", ".join(LANGUAGES))
    answer = RedirectResponse(local(request.query_params.get("next", "/")), status_code=303)
    answer.set_cookie(
        COOKIE, language, max_age=YEAR, path="/", samesite="lax", httponly=True,
        secure=request.url.scheme == "https",
    )  # fmt: skip
    answer.headers["Cache-Control"] = "no-store"
    return answer
