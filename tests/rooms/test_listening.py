"""Whoever serves the application does so on a socket that says TCP, so that no answer waits for a receipt."""

import re
import socket

import pytest

from api.listening import listening_socket
from tests.rooms.house import HOUSE, ROOMS

BY_HAND = re.compile(r"socket\.create_server\(|socket\.socket\(")
NOTHING_SERVED = {
    "tests/integration/test_cli.py": "takes a port, so that a command does not get it",
    "tests/integration/test_embedded.py": "a stranger that never answers",
}
"""Files that make a listening socket of their own, on which nothing of ours is served, and why."""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_socket_says_tcp(host: str) -> None:
    with listening_socket(host) as listener:
        assert (listener.proto, listener.getsockname()[1] > 0) == (socket.IPPROTO_TCP, True)
        with pytest.raises(OSError, match="in use"):
            listening_socket(host, listener.getsockname()[1])


def test_nobody_makes_another_to_serve_on() -> None:
    tree = [path for room in (*ROOMS, "benchmarks", "docs", "tests") for path in (HOUSE / room).rglob("*.py")]
    made = {path.relative_to(HOUSE).as_posix() for path in tree if BY_HAND.search(path.read_text(encoding="utf-8"))}
    made -= {"api/listening.py", "tests/rooms/test_listening.py"}
    assert made == NOTHING_SERVED.keys(), "take listening_socket of api/listening.py"
