"""A line in the log for each request, and an id that joins it to all that was logged on its way."""

import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.logs import request_id

HEADER = "X-Request-Id"
SANE = re.compile(r"[A-Za-z0-9._-]{1,64}")
QUIET = "/health/"
"""What is asked every few seconds, by machines."""
log = logging.getLogger("samband.requests")


class RequestLog:
    """Logs method, path, status and duration, and gives the request's id back."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        known = given if SANE.fullmatch(given) else uuid.uuid4().hex
        request_id.set(known)
        begun, status = time.perf_counter(), 500

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = known
            await send(message)

        try:
            await self.app(scope, receive, sent)
        finally:
            _log(scope, status, time.perf_counter() - begun)


def _log(scope: Scope, status: int, seconds: float) -> None:
    path, milliseconds = scope["path"], round(seconds * 1000, 1)
    level = logging.DEBUG if path.startswith(QUIET) else logging.INFO
    of_request = {"method": scope["method"], "path": path, "status": status, "milliseconds": milliseconds}
    log.log(level, "%s %s %d %.1f ms", scope["method"], path, status, milliseconds, extra={"of_request": of_request})
