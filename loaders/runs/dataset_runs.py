"""Runs that load nothing: a dataset is forgotten, or gets another name."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial

from graph.database import runs
from graph.database.lock import Lock, write_lock
from graph.database.store import Store
from graph.errors import RunError
from graph.facts.facts import Properties
from graph.facts.merged_view import Thing
from graph.facts.records import Bookkeeping
from graph.language.words import N_
from loaders.files.cells_and_problems import nearest
from loaders.runs.current_state import (
    Current,
    held_by,
    keep,
    ledger_before,
    loaded_of,
    refuse_dangling,
    trusts,
)
from loaders.runs.ledger import LedgerParts, new_parts
from loaders.runs.plan import Plan, held_as, plan
from loaders.runs.recovery import recover
from loaders.runs.run_numbers import next_run
from loaders.runs.run_writing import Work, carry_out, kept_before, now, quiet
from loaders.sources.contract import NO_ID, SLUG

RENAMING, FORGETTING = "samband rename", "samband forget"
"""What a run by such a command has in place of the name of a file."""


@dataclass(frozen=True)
class DatasetChange:
    """What such a run changed."""

    dataset: str
    plan: Plan
    revision: int


async def forget(
    store: Store, dataset: str, *, for_good: bool = False, lease: float = 30.0, wait: float = 60.0
) -> DatasetChange:
    """Take all that `dataset` says out of the graph; with `for_good`, so that neither undo nor history has it any more.

    One that was forgotten, or taken back, can be forgotten for good, too. With it go the warnings of all runs, and what
    the runs of datasets tell that state some of the same things.

    Raises:
        RunError: it is not loaded, or others refer to what only it states.
    """
    async with alone(store, lease, wait) as lock:
        number, loaded = await next_run(store), await loaded_of(store, dataset)
        if not loaded and not (for_good and await store.read(runs.LAST_RUN_OF, dataset=dataset)):
            await must_be_loaded(store, dataset)
        current: Current = ({}, {})
        stating = {dataset}
        async for held in held_by(store, dataset):
            keep(current, held)
            stating.update(held.properties[Bookkeeping.DATASETS])
        if not loaded:  # which others stated the same when it was is not known any more
            stating |= (await trusts(store)).keys()
        prepared = plan([], *current, dataset=dataset, trust=await trusts(store), run=number)
        parts = partial(LedgerParts, dataset, number, 0, {})
        record = record_of_run(number, dataset, FORGETTING, None if for_good else loaded)
        untold = tuple(sorted(stating)) if for_good else ()
        work = Work(dataset, number, prepared, current, parts, record, None, untold=untold)
        return await written(store, lock, work)


async def rename(store: Store, old: str, new: str, *, lease: float = 30.0, wait: float = 60.0) -> DatasetChange:
    """Let the dataset `old` be called `new`, with its runs; what it says stays as it is.

    Raises:
        RunError: `old` is not loaded, `new` is, or cannot be the id of a dataset.
    """
    if not SLUG.fullmatch(new):
        raise RunError(NO_ID, name=new)
    async with alone(store, lease, wait) as lock:
        number, loaded = await next_run(store), await must_be_loaded(store, old)
        if await loaded_of(store, new):
            raise RunError(N_("{name} is loaded already. Choose another name, or forget it first."), name=new)
        trust = await trusts(store) | {new: loaded["trust"]}
        ledger = await ledger_before(store, old, loaded["run"])
        current: Current = ({}, {})
        prepared = Plan()
        async for held in held_by(store, old):
            keep(current, held)
            records = [replace(each, dataset=new) if each.dataset == old else each for each in held.records]
            properties = held_as(held.key, records, trust, held.properties[Bookkeeping.BORN])
            seen_otherwise = replace(held, properties=properties).fields != held.fields  # equal trust goes by name
            if isinstance(held, Thing):
                (prepared.things.replace if seen_otherwise else prepared.things.moved)[held.key] = properties
            else:
                (prepared.links.replace if seen_otherwise else prepared.links.moved)[held.key] = properties
        parts = partial(new_parts, new, number, ledger, None)
        record = record_of_run(number, new, f"{RENAMING} {old}", None)
        noted_now = loaded | {"digest": "", "run": number}
        work = Work(new, number, prepared, current, parts, record, noted_now, once_named=old)
        return await written(store, lock, work)


@asynccontextmanager
async def alone(store: Store, lease: float, wait: float) -> AsyncIterator[Lock]:
    """The write lock, with nothing half written."""
    async with write_lock(store, lease=lease, wait=wait) as lock:
        await recover(store, lock)
        yield lock


async def written(store: Store, lock: Lock, work: Work) -> DatasetChange:
    """Write the work, unless it would leave others' relations to nothing."""
    await refuse_dangling(store, work.dataset, work.plan)
    return DatasetChange(work.dataset, work.plan, await carry_out(store, lock, work, quiet))


async def must_be_loaded(store: Store, dataset: str) -> Properties:
    """What is noted of the dataset.

    Raises:
        RunError: it is not loaded.
    """
    if loaded := await loaded_of(store, dataset):
        return loaded
    names = await trusts(store)
    close = nearest(dataset, names)
    if close:
        raise RunError(N_("{name} is not loaded. Did you mean {close}?"), name=dataset, close=close)
    raise RunError(N_("{name} is not loaded. Loaded are: {names}"), name=dataset, names=", ".join(sorted(names)) or "–")


def record_of_run(number: int, dataset: str, command: str, before: Properties | None) -> Properties:
    """What is noted of a run that loads nothing; with what was noted of the dataset `before`, it can be taken back."""
    record = {
        "id": str(number), "number": number, "dataset": dataset, "started": now(), "path": command, "digest": "",
        "warned": 0, "warnings": "[]",
    }  # fmt: skip
    return record if before is None else record | {"before": kept_before(before)}
