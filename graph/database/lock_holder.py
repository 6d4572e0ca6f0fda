"""Who holds the write lock, whether he can still be there, and how to take it from him."""

import socket
from dataclasses import dataclass

import psutil

from graph.database.state import FREE, LOOK
from graph.database.store import Row, Store
from graph.errors import LockedError
from graph.language.moments import Moment
from graph.language.words import N_


@dataclass(frozen=True)
class Holder:
    """Who holds the write lock."""

    token: str
    host: str
    process: int
    since: Moment
    lapsed: bool
    """Whether the lease has run out, or is longer than any lease is, by the database's clock."""
    dead: bool
    """Whether the process is known to have ended; that of another machine is not known."""

    def __str__(self) -> str:
        return f"{self.host}, process {self.process}"


async def holder_of(store: Store, lease: float) -> Holder | None:
    """Who holds the write lock of the graph, None where nobody does; `lease` is how long one is, in seconds."""
    (row,) = await store.read(LOOK, lease=int(lease * 1000))
    if row["holder"] is None:
        return None
    since = Moment.of(row["since"] or 0)
    return Holder(row["holder"], row["host"], row["process"], since, bool(row["lapsed"]), _is_dead(row))


async def free(store: Store, holder: Holder) -> None:
    """Take the lock from `holder`, if he still has it; what he has under way is not kept."""
    await store.write(lambda write: write.run(FREE, holder=holder.token))


async def free_of_the_dead(store: Store, lease: float) -> None:
    """Take the lock from a process of this machine that ended without giving it back."""
    holder = await holder_of(store, lease)
    if holder and holder.dead:
        await free(store, holder)


async def unlock(store: Store, lease: float, *, force: bool = False) -> Holder | None:
    """Take the lock from one who is not there any more, or with `force` from anybody; who held it.

    Raises:
        LockedError: he may be alive.
    """
    holder = await holder_of(store, lease)
    if holder is None:
        return None
    if not (force or holder.dead or holder.lapsed):
        raise LockedError(
            N_(
                "{holder} holds the write lock since {since}, and its lease has not run out. Wait until it has "
                "ended. If you know that it hangs or is gone, take the lock from it: samband unlock --force."
            ),
            holder=holder,
            since=holder.since,
        )
    await free(store, holder)
    return holder


def _is_dead(row: Row) -> bool:
    if row["host"] != socket.gethostname():
        return False
    try:
        return bool(abs(psutil.Process(row["process"]).create_time() - row["started"]) >= 1)
    except psutil.NoSuchProcess:
        return True
