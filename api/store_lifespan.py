"""Keeping a server's store open: an embedded engine that died is started anew."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from fastapi import FastAPI

from graph.errors import EngineError
from graph.settings import Settings
from graph.snapshot.snapshot_file import SnapshotFile
from loaders.runs.recovery import opened
from queries.asking.service import QuestionService
from queries.asking.snapshot_writing import kept_in_file

LOOKS_EVERY = 2.0
"""Seconds between two looks at the engine."""
log = logging.getLogger(__name__)


@asynccontextmanager
async def kept_open(app: FastAPI, settings: Settings, *, keeps_file: bool = True) -> AsyncIterator[None]:
    """Give `app` a store and a service as long as it lives.

    A Neo4j server comes back by itself, and the driver finds it; an embedded engine has nobody but us.
    """
    async with AsyncExitStack() as first:
        await _enter(app, settings, first, keeps_file)
        if settings.neo4j_uri:
            yield
            return
        current = first.pop_all()
        watching = asyncio.create_task(_watch(app, settings, current, keeps_file))
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            await current.aclose()


async def _enter(app: FastAPI, settings: Settings, stack: AsyncExitStack, keeps_file: bool) -> None:
    store = await stack.enter_async_context(opened(settings, migrate=settings.writable))
    store.patience.seconds = settings.samband_database_seconds
    file = SnapshotFile.of(settings, store.address)
    service = QuestionService(store, file)
    app.state.store, app.state.service = store, service
    service.snapshots.prepare()
    stack.push_async_callback(service.snapshots.close)
    await stack.enter_async_context(kept_in_file(service.snapshots, store, file if keeps_file else None))


async def _watch(app: FastAPI, settings: Settings, current: AsyncExitStack, keeps_file: bool) -> None:
    while True:
        await asyncio.sleep(LOOKS_EVERY)
        try:
            await app.state.store.ping()
        except EngineError as lost:
            log.warning("The embedded engine is gone and is started anew: %s", lost)
            try:
                with suppress(Exception):  # what is left of the old connection
                    await current.aclose()
                await _enter(app, settings, current, keeps_file)
            except EngineError as error:
                log.error("The embedded engine does not start: %s", error)
