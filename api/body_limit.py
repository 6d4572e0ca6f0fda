"""A bound on what a request may carry, so that nobody fills the memory of the server."""

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 256 * 1024
"""Bytes; a GraphQL query of the largest size that is answered is far below it."""


class BodyLimit:
    """Refuses a request body that is too large, before anything is made of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        held: list[Message] = []
        size = 0
        while not held or held[-1].get("more_body", False):
            message = await receive()
            held.append(message)
            size += len(message.get("body", b""))
            if size > LARGEST_BODY:
                told = f"The request is larger than {LARGEST_BODY} bytes. Ask for less at a time."
                refusal = JSONResponse({"errors": [{"message": told, "extensions": {"code": "TOO_LARGE"}}]}, 413)
                await refusal(scope, receive, send)
                return
        held.reverse()

        async def replayed() -> Message:
            return held.pop() if held else await receive()

        await self.app(scope, replayed, send)
