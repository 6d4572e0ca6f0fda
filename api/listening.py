"""The socket that a server listens on."""

import socket

WAITING = 128
"""Connections that wait to be taken."""


def listening_socket(host: str = "127.0.0.1", port: int = 0) -> socket.socket:
    """A socket that listens on `host`, an address or a name; port 0 is any that is free.

    Raises:
        OSError: the port is taken, or the address is none of this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends a short answer at once only where the socket says TCP; else it waits 40 ms for a receipt.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(WAITING)
    except OSError:
        listener.close()
        raise
    return listener


def inherited_socket(descriptor: int) -> socket.socket:
    """The listening socket that this process was started with."""
    return socket.socket(proto=socket.IPPROTO_TCP, fileno=descriptor)
