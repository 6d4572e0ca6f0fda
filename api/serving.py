"""The server that the application runs on: uvicorn, within bounds."""

import socket

import uvicorn
from starlette.types import ASGIApp

from api.connections import BoundedProtocol
from api.shared_listening import SharedServer

GRACE_SECONDS = 10
"""For answers that are being made when the server is stopped."""


def server(app: ASGIApp, *, lifespan: bool = True, shared: socket.socket | None = None) -> uvicorn.Server:
    """A server of `app`, which is told by its caller on which socket; or one of several on a `shared` one."""
    config = uvicorn.Config(
        app,
        http=BoundedProtocol,
        ws="none",
        lifespan="on" if lifespan else "off",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return SharedServer(config, shared) if shared else uvicorn.Server(config)
