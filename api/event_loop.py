"""The event loop that commands and servers run on."""

import asyncio
from collections.abc import Callable


def quick_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the quicker event loop where this platform has it; a server takes the loop that it is started in."""
    try:
        import uvloop
    except ImportError:  # Windows, and Pythons that are no CPython
        return None
    return uvloop.new_event_loop
