"""What a graph of an older program lacks beside newer names: one migration for each, in the order of their numbers.

A migration may be killed anywhere and begun again, by this process or another: so it changes what still has to be
changed, a part in each transaction of the lock, and finds nothing left to do where it is done.

To add one: a function of a `Store` and a `Lock` that returns how many things and relations it changed; a line in
`MIGRATIONS` with the next number; and that number as `FORMAT` in ``graph/database/state.py``.
"""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from graph.database import ledgers, runs
from graph.database.lock import Lock
from graph.database.state import FORMAT
from graph.database.store import Store, Write
from loaders.runs.current_state import held_by
from loaders.runs.ledger import LedgerParts, ledger_of


class Migration(NamedTuple):
    """One change of how things are kept."""

    number: int
    about: str
    """What it does, in English, for the run's record."""
    carry_out: Callable[[Store, Lock], Awaitable[int]]
    follows_names: bool = False
    """Whether what it makes is made of names or values, and so made anew wherever one is renamed."""


async def _ledgers(store: Store, lock: Lock) -> int:
    """Make the ledger of each dataset anew, and forget what names or values of before stand in: undo and changes."""
    made = 0
    await lock.write(lambda write: write.run(runs.FORGET_ALL_UNDO))
    await lock.write(lambda write: write.run(runs.FORGET_CHANGES))
    for loaded in (await store.read(runs.DATASETS))[0]["datasets"]:
        dataset, run = loaded["id"], loaded["run"]
        await lock.write(_forgetting(dataset))
        ledger = ledger_of(dataset, [each async for each in held_by(store, dataset)])
        entries = ledger.parts(None)
        for share in LedgerParts(dataset, run, ledger.buckets, entries).shares():
            await lock.write(share.note)
        made += len(ledger)
    return made


def _forgetting(dataset: str) -> Callable[[Write], Awaitable[object]]:
    return lambda write: write.run(ledgers.FORGET_LEDGER, dataset=dataset)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "What each dataset says is kept by key in a ledger", _ledgers, follows_names=True),
)
"""All of them; a new graph needs none."""


def numbered_in_order() -> None:
    """Raise where a number is left out or the graph's format is not the last one."""
    if [each.number for each in MIGRATIONS] != list(range(1, FORMAT + 1)):
        raise TypeError(f"The migrations are not numbered from 1 to {FORMAT}, the FORMAT of graph/database/state.py")


numbered_in_order()
