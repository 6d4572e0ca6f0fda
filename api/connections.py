"""What a connection may take: so many at once, so long for a request to come in and for an answer to be taken."""

import asyncio
import http
import logging
from collections import Counter
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

log = logging.getLogger("samband.connections")
MOST = 400
"""Connections at once; one more is told 503."""
HEAD_SECONDS = 10.0
"""From the connection, or the first byte of a further request, to the end of its headers."""
HEAD_BYTES = 64 * 1024
BODY_SECONDS = 15.0
"""Without the least pace, after which a body is given up."""
BODY_PACE = 8 * 1024
"""Bytes a second, the least."""
TAKE_SECONDS = 60.0
"""For an answer that waits to be taken."""
TEXTS = {
    408: "The request took too long to come in.",
    431: "The request's headers are too large.",
    503: "Too many connections at once. Try again in some seconds.",
}
refused: Counter[int] = Counter()
"""How many connections were ended, by the status that they were told."""


class _Bounds(asyncio.Protocol):
    """Bounds around one of uvicorn's protocols, which wait for a half-sent request without end."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    connections: set[Any]
    cycle: Any
    """The request that is being answered, as uvicorn has it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._deadline: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None
        self._of: tuple[str, Any] | None = None
        """What is waited for, of which request."""
        self._received = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for headers, where there is room."""
        super().connection_made(transport)
        if len(self.connections) > MOST:
            self._refuse(503)
        else:
            self._wait_for(("head", None))

    def data_received(self, data: bytes) -> None:
        """Hand on what came, and see what is still to come."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        self._received += len(data)
        if self.transport.is_closing():
            return
        cycle = self.cycle
        if cycle is not None and cycle.more_body:  # what is refused unread comes in for a while, or nobody reads why
            self._wait_for(("rest" if cycle.response_complete else "body", cycle))
        elif cycle is None or cycle.response_complete:
            self._wait_for(("head", cycle))
            if self._received > HEAD_BYTES:
                self._refuse(431)
        else:
            self._wait_for(None)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._wait_for(None)
        self.resume_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Give up a reader that does not take its answer."""
        super().pause_writing()
        if self._taking is None:
            self._taking = self.loop.call_later(TAKE_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """The reader takes it."""
        if self._taking:
            self._taking.cancel()
            self._taking = None
        super().resume_writing()

    def _wait_for(self, of: tuple[str, Any] | None) -> None:
        if of == self._of:
            return
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None
        self._of, self._received = of, 0
        if of:
            self._deadline = self.loop.call_later(HEAD_SECONDS if of[0] == "head" else BODY_SECONDS, self._late)

    def _late(self) -> None:
        if self._of and self._of[0] == "body" and self._received >= BODY_PACE * BODY_SECONDS:
            self._received = 0
            self._deadline = self.loop.call_later(BODY_SECONDS, self._late)
        elif self._of and self._of[0] == "rest":
            self.transport.close()
        elif not self.transport.is_closing():
            self._refuse(408)

    def _refuse(self, status: int) -> None:
        """Say why, where no answer has begun, and end the connection."""
        refused[status] += 1
        log.warning("Ended a connection with %d: %s", status, TEXTS[status])
        if self.cycle is None or self.cycle.response_complete or not self.cycle.response_started:
            text = TEXTS[status].encode()
            self.transport.write(
                f"HTTP/1.1 {status} {http.HTTPStatus(status).phrase}\r\ncontent-type: text/plain; charset=utf-8\r\n"
                f"content-length: {len(text)}\r\nretry-after: 5\r\nconnection: close\r\n\r\n".encode()
                + text
            )
        self._wait_for(None)
        self.transport.close()


BoundedProtocol: type[asyncio.Protocol] = type("BoundedProtocol", (_Bounds, AutoHTTPProtocol), {})
"""Uvicorn's quickest protocol that there is, with bounds."""
