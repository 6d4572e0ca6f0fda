"""The numbers of runs: each has its own, and a higher one than all before."""

from graph.database import runs
from graph.database.store import Store


async def next_run(store: Store) -> int:
    """The number of the run that comes next."""
    number = int((await store.read(runs.LAST_RUN))[0]["last"] or 0) + 1
    taken = {str(row["id"]) for row in await store.read(runs.RUN_IDS)}  # somebody else may keep runs, by any sort of id
    while str(number) in taken:
        number += 1
    return number
