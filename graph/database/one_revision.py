"""Readings that belong together, of one revision: begun again where a run wrote between them."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from graph.errors import ChangingError
from graph.language.words import N_

Made = TypeVar("Made")
TRIES = 5
_AGAIN: ContextVar[bool] = ContextVar("begun_again", default=False)


async def at_one_revision(attempt: Callable[[], Awaitable[Made | None]]) -> Made:
    """What `attempt` makes; it makes None where a run wrote between its readings, and is begun again.

    Raises:
        ChangingError: runs keep writing.
    """
    for number in range(TRIES):
        with attempted(number):
            if (made := await attempt()) is not None:
                return made
    raise still_changing()


@contextmanager
def attempted(number: int) -> Iterator[None]:
    """While the attempt with this number is made; the first has 0."""
    again = _AGAIN.set(number > 0)
    try:
        yield
    finally:
        _AGAIN.reset(again)


def begun_again() -> bool:
    """Whether what is read here was begun again, because what it read before was not of one revision."""
    return _AGAIN.get()


def still_changing() -> ChangingError:
    """What to say where runs keep writing."""
    return ChangingError(N_("A load is being written just now. Ask again when it has ended."))
