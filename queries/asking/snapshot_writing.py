"""Writing the newest snapshot into its file while a server runs, and when it stops."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from graph.database.store import Store
from graph.errors import SambandError
from graph.snapshot.snapshot_file import SnapshotFile
from queries.asking.snapshots import Snapshots

SOON = 5.0
"""Seconds between two looks at whether there is a newer one."""
EVERY = 60.0
"""Seconds from one writing to the next, which takes a processor as long as making the snapshot did; one that is some
runs older is good to grow from."""


@asynccontextmanager
async def kept_in_file(snapshots: Snapshots, store: Store, file: SnapshotFile | None) -> AsyncIterator[None]:
    """While it lasts, and at its end, the newest of the snapshots gets into the file, if there is to be one."""
    if file is None:
        yield
        return
    writing = asyncio.create_task(_keep(snapshots, store, file))
    try:
        yield
    finally:
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
        with suppress(SambandError):
            await write_newest(snapshots, store, file)


async def _keep(snapshots: Snapshots, store: Store, file: SnapshotFile) -> None:
    written = -EVERY
    while True:
        await asyncio.sleep(SOON)
        if time.monotonic() - written >= EVERY:
            with suppress(SambandError):
                if await write_newest(snapshots, store, file):
                    written = time.monotonic()


async def write_newest(snapshots: Snapshots, store: Store, file: SnapshotFile) -> bool:
    """Write the newest snapshot unless it is there, or the graph is another by now, which may have forgotten for good.

    Raises:
        EngineError: the database does not answer.
    """
    held = snapshots.newest
    if held is None or held.version == file.version or held.version != await store.version():
        return False
    return await asyncio.to_thread(file.write, held)
