"""What an answer depends on, told to readers, who need not get again what they have."""

import hashlib
from datetime import date

from starlette.requests import Request

from graph.language.words import Language
from visualisations.pages.frame.rendering import edition


def etag(request: Request, revision: int, language: Language, kept_scenarios: str = "") -> str:
    """The ETag of an answer: of the graph, the day, the language, the address, the program, and scenarios to choose.

    It is weak, because an answer comes packed to some readers and as it is to others.
    """
    content = request.app.state.store.content(revision)
    place = f"{request.url.path}?{request.url.query} {date.today()} {kept_scenarios} {content}".encode()
    return f'W/"{edition()}-{revision}-{language}-{hashlib.sha256(place).hexdigest()[:16]}"'


def is_among(mark: str, theirs: str) -> bool:
    """Whether what a reader has, by his ``If-None-Match``, is what has this ETag."""
    return mark.removeprefix("W/") in (each.strip().removeprefix("W/") for each in theirs.split(","))


def kept_as_long(mark: str) -> dict[str, str]:
    """The headers of what may be kept as long as it has the ETag `mark`."""
    return {"ETag": mark, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
