"""A server that takes connections one at a time, so that several on one socket share them out.

An event loop takes at once all that wait. Clients that open theirs together and keep them, as proxies and programs do,
would then all be with the one worker that woke first.
"""

import asyncio
import logging
import socket
from contextlib import suppress

import uvicorn

PAUSE = 0.001
"""Seconds after each connection in which the others have the first word."""
FULL_PAUSE = 1.0
"""Seconds after the system has given none, for instance because too many files are open."""
log = logging.getLogger(__name__)


class SharedServer(uvicorn.Server):
    """One of several servers on a listening socket."""

    def __init__(self, of: uvicorn.Config, listener: socket.socket) -> None:
        super().__init__(of)
        self._listener = listener
        self._taking: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and begin to take connections."""
        await super().startup(sockets=[])
        self._listener.setblocking(False)
        self._taking = asyncio.create_task(self._take())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more, and give the answers that are being made."""
        if self._taking:
            self._taking.cancel()
            with suppress(asyncio.CancelledError):
                await self._taking
        await super().shutdown(sockets=[])

    async def _take(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, _ = await loop.sock_accept(self._listener)
            except OSError as error:
                log.error("No connection can be taken: %s", error)
                await asyncio.sleep(FULL_PAUSE)
                continue
            with suppress(OSError):  # it has just ended
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                await loop.connect_accepted_socket(self._protocol, connection)
            await asyncio.sleep(PAUSE)

    def _protocol(self) -> asyncio.Protocol:
        """What uvicorn makes for a connection that it takes itself."""
        made: asyncio.Protocol = self.config.http_protocol_class(  # type: ignore[call-arg]
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return made
