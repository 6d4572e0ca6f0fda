"""Writing a plan, with the run's record, as a whole or not at all."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from graph.database import files_read, ledgers, runs
from graph.database.lock import Lock
from graph.database.store import Store, Write
from graph.errors import EngineLostError, RunError, SambandError
from graph.facts.facts import Properties
from graph.facts.run_changes import GoneThing, stored_changes
from graph.language.words import N_
from graph.snapshot.gc_control import no_collection
from loaders.runs.current_state import Current
from loaders.runs.files_read_before import FilesRead, note_files
from loaders.runs.ledger import LedgerParts
from loaders.runs.plan import Plan, undoing
from loaders.runs.plan_changes import changes
from loaders.runs.recovery import let_count, note_undo, take_back, undo_rows
from loaders.runs.run_deltas import forget_deltas, note_delta
from loaders.runs.statements import Statement, fits, shared_out, statements, write_share

GONE_NAMED = 1_000
"""Things that a run's record names of those that it deleted."""
CHANGES_NAMED = 10_000
"""Changes that a run's record tells from what to what."""
PARTS_AT_ONCE = 40
"""Parts of a ledger that the last transaction carries beside the rest."""
Progress = Callable[[str, int, int], None]
"""Called with what is being done (catalogue text), how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Work:
    """All that one run writes."""

    dataset: str
    run: int
    plan: Plan
    current: Current
    """What the graph holds of all that the plan replaces or deletes."""
    parts: Callable[[], LedgerParts]
    """Makes those of the dataset's ledger that the run notes; called once, in a thread where the run is large."""
    record: Properties
    """What is noted of the run; with what was noted of the dataset `before`, it can be taken back."""
    loaded: Properties | None
    """What is noted of the dataset; None where it is loaded no more."""
    once_named: str | None = None
    """What the dataset was called before this run, where it gives it another name."""
    files: FilesRead | None = None
    """What it was read from; None where that is not known again."""
    places_only: bool = False
    """It only writes where things stand in the files: the run before it is the one that can be taken back."""
    untold: tuple[str, ...] = ()
    """Datasets of which no run tells any more what was said: the one that is forgotten for good, and all that state the
    same things, since what they tell has its values too."""


def quiet(step: str, done: int, total: int) -> None:
    """Report no progress."""


def kept_before(loaded: Properties) -> str:
    """What was noted of the dataset before the run, as the run keeps it."""
    return json.dumps(loaded, ensure_ascii=False, sort_keys=True)


def now() -> str:
    """The time, as it is noted."""
    return datetime.now(UTC).isoformat(timespec="seconds")


async def carry_out(store: Store, lock: Lock, work: Work, progress: Progress) -> int:
    """Write the plan and the run's record; return the new revision.

    A plan that fits is one transaction. A larger one is several, with what takes them back written before.

    Raises:
        RunError: the graph is not as the plan found it; nothing was written.
    """
    done, total = 0, work.plan.written
    progress(N_("Writing"), done, total)
    shares = shared_out(statements(work.plan))
    share = _next(shares)
    await lock.begin(work.run)
    try:
        parts = work.parts() if fits(work.plan) else None
        small = parts is not None and len(parts.entries) <= PARTS_AT_ONCE
        for writing in () if small else _undoing(work):
            await lock.write(writing)
        making: asyncio.Task[LedgerParts] | None = None
        while (after := done + sum(len(each.batch) for each in share)) < total:
            following = asyncio.create_task(asyncio.to_thread(_next, shares))  # while the database works
            if done and not (parts or making):  # beside the first one, it would be in the way of an engine that is cold
                making = asyncio.create_task(asyncio.to_thread(work.parts))
            await lock.write(_writing(share))
            done, share = after, await following
            progress(N_("Writing"), done, total)
        ledger = parts or (await making if making else work.parts())
        for part in () if small else ledger.shares():
            await lock.write(part.note)

        async def last(write: Write) -> None:
            for writing in (*_undoing(work), ledger.note) if small else ():
                await writing(write)
            await write_share(write, share)
            await ledger.let_count(write)
            await _record(write, work)
            if work.places_only:
                await write.run(runs.FORGET_UNDO_OF_RUN, run=work.run)
            else:
                await let_count(write, work.dataset, work.run, for_good="before" not in work.record)

        return await lock.settle(last)
    except EngineLostError:  # the next command takes it back, as soon as the engine is there again
        raise
    except BaseException as error:
        with suppress(SambandError):
            await asyncio.shield(take_back(store, lock, work.run))
            if isinstance(error, RunError):  # whatever changed the graph, neither ledger nor delta knows of it
                await lock.write(lambda write: write.run(ledgers.FORGET_LEDGER, dataset=work.dataset))
                await lock.disown_content()
        raise


def _undoing(work: Work) -> Iterator[Callable[[Write], Awaitable[None]]]:
    """What is written before the facts: how they are taken back."""
    for row in undo_rows(work.dataset, work.run, undoing(work.plan, *work.current)):
        yield _noting(row)


def _next(shares: Iterator[list[Statement]]) -> list[Statement]:
    with no_collection():
        return next(shares, [])


def _noting(row: Properties) -> Callable[[Write], Awaitable[None]]:
    return lambda write: note_undo(write, row)


def _writing(share: list[Statement]) -> Callable[[Write], Awaitable[None]]:
    return lambda write: write_share(write, share)


async def _record(write: Write, work: Work) -> None:
    for forgotten in (work.once_named, work.dataset if work.loaded is None else None):
        if forgotten is not None:
            await write.run(runs.FORGET_DATASET, id=forgotten)
            await write.run(ledgers.FORGET_LEDGER, dataset=forgotten)
            await write.run(files_read.FORGET_FILES, dataset=forgotten)
    if work.once_named is not None:
        await write.run(runs.RENAME_RUNS, old=work.once_named, new=work.dataset)
        await write.run(runs.FORGET_UNDO, dataset=work.once_named, run=work.run)
    if work.loaded is not None:
        loaded = work.loaded | {"id": work.dataset}
        if not await write.run(runs.NOTE_DATASET, id=work.dataset, loaded=loaded):
            await write.run(runs.NEW_DATASET, loaded=loaded)
        await note_files(write, work.dataset, work.files)
    things, links = work.plan.things, work.plan.links
    counts = {
        "ended": now(),
        "things_created": len(things.create),
        "things_changed": len(things.replace),
        "things_deleted": len(things.delete),
        "links_created": len(links.create),
        "links_changed": len(links.replace),
        "links_deleted": len(links.delete),
        "gone": [GoneThing(ref, work.current[0][ref].name()).stored() for ref in sorted(things.delete)[:GONE_NAMED]],
        "changes": stored_changes(islice(changes(work.plan, work.current), CHANGES_NAMED)),
    }
    if work.places_only:
        counts["places_only"] = True
    await write.run(runs.NOTE_RUN, id=work.record["id"], record=work.record | counts)
    if not work.untold:
        await note_delta(write, work.run, work.plan, work.current, earlier=work.once_named is not None)
    else:
        await forget_deltas(write, work.run)
        await write.run(runs.FORGET_TOLD, datasets=work.untold)
        quoted = json.dumps(work.dataset, ensure_ascii=False)
        await write.run(runs.FORGET_UNDO_OF, datasets=work.untold, named=[quoted, json.dumps(quoted)[1:-1]])
        await write.run(runs.FORGET_WARNINGS)
        await write.run(files_read.FORGET_ALL_FILES)
