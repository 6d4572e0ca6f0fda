"""Python's collector of garbage, kept away from millions of small objects of which none is garbage."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_servers = 0
"""How many servers run in this process."""
_making, _counting, _was_enabled = 0, threading.Lock(), True
"""How many threads make many objects just now, and whether garbage was looked for before the first of them."""
_laid_aside = False
"""Whether a snapshot has been laid aside since the last one was taken back."""


@contextmanager
def no_collection(*, aside: bool = False) -> Iterator[None]:
    """While many objects are made and none is dropped: looking for garbage among them doubles the time.

    With `aside`, they are not looked at afterwards either, until the `set_aside` around it ends.
    """
    global _making, _was_enabled
    with _counting:
        if not _making:
            _was_enabled = gc.isenabled()
        _making += 1
        gc.disable()
    try:
        yield
    finally:
        if aside:
            gc.freeze()
        with _counting:
            _making -= 1
            if not _making and _was_enabled:
                gc.enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """What has been made until now is not looked at while it lasts; what comes is collected as usual."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def program_set_aside() -> Iterator[None]:
    """While a server runs, its program is not looked at: a look at it holds up every thread for a third of a second."""
    global _servers
    _servers += 1
    gc.freeze()
    try:
        yield
    finally:
        _servers -= 1
        if not _servers:
            gc.unfreeze()


def lay_aside() -> None:
    """What is alive now is not looked at again, until it is taken back: a look at a large snapshot is half a second.

    Everything is laid aside, and what of it dies in a circle stays until `take_back`; so that is called before.
    """
    global _laid_aside
    _laid_aside = True
    gc.freeze()


def take_back() -> None:
    """What was laid aside and is no longer used is cleared away; a server's program stays aside."""
    global _laid_aside
    if _laid_aside:
        gc.unfreeze()
    gc.collect()
    if _laid_aside and _servers:
        gc.freeze()
    _laid_aside = False
