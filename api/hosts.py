"""Under which names the server is asked: a page of another site that gives itself our address is not answered."""

import ipaddress
import re
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api.pages.spoken import spoken
from api.security import HEADERS
from graph.language.words import N_, say
from graph.settings import Settings, is_loopback

HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:\[\]/@,]+?)\.?(?::(\d{1,5}))?")
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - what it means, not what is listened on
HEALTH = "/health/"
"""What tells nothing of the graph, and is asked by whatever address a machine has just now."""
MISDIRECTED = N_(
    "This server is not asked as {host}. Use one of its own names, or have {host} added to SAMBAND_ALLOWED_HOSTS."
)
NO_HOST = N_("The request does not say in one header Host which server it asks. Send one.")


class AllowedHosts:
    """Answers only what is asked of this machine by its own name, or by a name that the settings allow.

    A browser tells in ``Host`` what stands in its address field, so that a name which is made to lead here
    (DNS rebinding) is seen.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        own = () if settings.samband_host in EVERY_ADDRESS else (settings.samband_host,)
        self.allowed = frozenset(name.lower() for name in (*own, *settings.allowed_hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith(HEALTH):
            given = Headers(scope=scope).getlist("host")
            if not self._allows(given):
                await _refusal(Request(scope), given)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _allows(self, given: list[str]) -> bool:
        found = HOST.fullmatch(given[0].strip().lower()) if len(given) == 1 else None
        if found is None:
            return False
        name, port = found[1].strip("[]"), found[2]
        return is_loopback(name) or any(each in self.allowed for each in _spellings(name, port))


def _spellings(name: str, port: str | None) -> Iterable[str]:
    """How a name may stand in the settings: alone, with its port, or as all names below another."""
    yield name
    try:
        written = f"[{name}]" if ipaddress.ip_address(name).version == 6 else name
        yield written
    except ValueError:
        written = name
        yield "*." + name.partition(".")[2]
    yield f"{written}:{port}"


def _refusal(request: Request, given: list[str]) -> PlainTextResponse:
    language = spoken(request)
    if len(given) != 1:
        return PlainTextResponse(say(NO_HOST, language), 400, {**HEADERS, "Cache-Control": "no-store"})
    shown = "".join(letter if letter.isprintable() else "?" for letter in given[0])[:100]
    text = say(MISDIRECTED, language, host=shown)
    return PlainTextResponse(text, 421, {**HEADERS, "Cache-Control": "no-store"})
