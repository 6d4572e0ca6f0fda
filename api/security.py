"""Headers that every response has: what a page may load, and where it may stand; and who may send forms."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Sets the headers that a response does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, secured)


READING = ("GET", "HEAD", "OPTIONS")
OWN_SITES = ("same-origin", "none")
"""What a browser says of a request that one of our own pages, or the reader, has made."""
ELSEWHERE = "This was sent from a page of another site, and is not done. Open Samband itself and send it from there."


class SameOrigin:
    """Refuses to do what another site's page tells a browser to do; programs that are no browsers may."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in READING or from_here(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        refusal = PlainTextResponse(ELSEWHERE, 403, {"Cache-Control": "no-store"})
        await refusal(scope, receive, send)


def from_here(headers: Headers) -> bool:
    """Whether a request that changes something comes from our own pages, or from no page at all.

    Browsers say it in ``Sec-Fetch-Site``; those that do not, send ``Origin``. A page cannot change either.
    """
    if site := headers.get("sec-fetch-site"):
        return site in OWN_SITES
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
