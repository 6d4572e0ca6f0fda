"""What a graph of an older program lacks beside newer names: one migration for each, in the order of their numbers.

A migration may be killed anywhere and begun again, by this process or another: so it changes what still has to be
changed, a part in each transaction of the lock, and finds nothing left to do where it is done.

To add one: a function of a `Store` and a `Lock` that returns how many things and relations it changed; a line in
`MIGRATIONS` with the next number; and that number as `FORMAT` in ``graph/database/state.py``.
"""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from graph.database.lock import Lock
from graph.database.state import FORMAT
from graph.database.store import Store


class Migration(NamedTuple):
    """One change of how things are kept."""

    number: int
    about: str
    """What it does, in English, for the run's record."""
    carry_out: Callable[[Store, Lock], Awaitable[int]]
    follows_names: bool = False
    """Whether what it makes is made of names or values, and so made anew wherever one is renamed."""


MIGRATIONS: tuple[Migration, ...] = ()
"""All of them; a new graph needs none."""


def numbered_in_order() -> None:
    """Raise where a number is left out or the graph's format is not the last one."""
    if [each.number for each in MIGRATIONS] != list(range(1, FORMAT + 1)):
        raise TypeError(f"The migrations are not numbered from 1 to {FORMAT}, the FORMAT of graph/database/state.py")


numbered_in_order()
