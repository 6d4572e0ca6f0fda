"""Readings that belong together, of one revision: begun again where a run wrote between them."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from graph.errors import ChangingError
from graph.language.words import N_

Made = TypeVar("Made")
TRIES = 5


async def at_one_revision(attempt: Callable[[], Awaitable[Made | None]]) -> Made:
    """What `attempt` makes; it makes None where a run wrote between its readings, and is begun again.

    Raises:
        ChangingError: runs keep writing.
    """
    for _ in range(TRIES):
        if (made := await attempt()) is not None:
            return made
    raise still_changing()


def still_changing() -> ChangingError:
    """What to say where runs keep writing."""
    return ChangingError(N_("A load is being written just now. Ask again when it has ended."))
