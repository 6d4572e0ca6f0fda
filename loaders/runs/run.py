"""A run: one dataset is loaded as a whole, or the graph stays as it was."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from graph.database import runs
from graph.database.lock import Lock, write_lock
from graph.database.store import Store, Write
from graph.errors import EngineLostError, RegisterError, SambandError
from graph.facts.facts import Properties
from graph.language.words import N_, Language, say
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.garbage import no_collection, set_aside
from loaders.files.problem import Problem
from loaders.runs.circular_relations import circles
from loaders.runs.current_state import Current, current_state_of, known_things, refuse_dangling, trust_of
from loaders.runs.fact_validation import validated
from loaders.runs.fact_warnings import disagreements, doubts, kept, persons
from loaders.runs.plan import Plan, plan, undoing
from loaders.runs.recovery import forget_undo, note_undo, recover, take_back
from loaders.runs.statements import Statement, fits, shared_out, statements, write_share
from loaders.sources.contract import Dataset, Reading, Source

GONE_NAMED = 1_000
"""Things that a run's record names of those that it deleted."""
Progress = Callable[[str, int, int], None]
"""Called with what is being done (catalogue text), how much of it is done, and how much there is."""


class InvalidSourceError(RegisterError):
    """The files have problems; nothing of them was written."""

    def __init__(self, problems: list[Problem]) -> None:
        several = N_("{count} problems were found; nothing was loaded.")
        text = several if len(problems) != 1 else N_("One problem was found; nothing was loaded.")
        super().__init__(text, count=len(problems))
        self.problems = problems

    def say(self, language: Language) -> str:
        """All problems, one a line."""
        return "\n".join([*(p.say(language) for p in self.problems), say(self.text, language, **self.values)])


@dataclass(frozen=True)
class RunReport:
    """What a run changed, or would change."""

    dataset: Dataset
    plan: Plan
    revision: int
    """The graph's revision after the run."""
    dry: bool = False
    warnings: list[Problem] = field(default_factory=list)
    """What is most likely a slip, and loaded all the same."""


def _quiet(step: str, done: int, total: int) -> None:
    """Report no progress."""


async def check(
    store: Store, source: Source, path: Path, *, strict: bool = False, allow_personal_numbers: bool = False
) -> Reading:
    """Read and validate `path`; its warnings are those of the source and of the facts.

    Raises:
        InvalidSourceError: there are problems or, where it is `strict`, warnings.
    """
    known = await known_things(store)
    reading = source.read(path, known)
    problems = validated(reading, known) + await circles(store, reading.dataset.id, reading.facts)
    personal = persons(reading.facts)
    problems += [] if allow_personal_numbers else personal
    if problems:
        raise InvalidSourceError(problems)
    warnings = [*reading.warnings, *personal, *doubts(reading.facts, known, date.today().isoformat())]
    if strict and warnings:
        raise InvalidSourceError(warnings)
    return replace(reading, warnings=warnings)


async def load(
    store: Store,
    source: Source,
    path: Path,
    *,
    dry: bool = False,
    strict: bool = False,
    allow_personal_numbers: bool = False,
    lease: float = 30.0,
    wait: float = 60.0,
    progress: Progress = _quiet,
) -> RunReport:
    """Load `path` as one run. With `dry`, only say what it would change; when it is `strict`, a warning refuses it.

    Raises:
        InvalidSourceError: the files have problems.
        LockedError: another run kept writing for `wait` seconds.
        RunError: the graph would be left with relations to nothing.
    """
    progress(N_("Reading"), 0, 0)
    reading = await check(store, source, path, strict=strict, allow_personal_numbers=allow_personal_numbers)
    dataset = reading.dataset
    digest = hashlib.sha256(f"{reading.digest} {ONTOLOGY.fingerprint} {dataset}".encode()).hexdigest()
    if dry:
        prepared, _, warnings = await _prepare(store, reading, await _next_run(store), progress, strict)
        return RunReport(dataset, prepared, await store.revision(), True, warnings)
    if (await _loaded(store, dataset)).get("digest") == digest:
        return RunReport(dataset, Plan(), await store.revision(), warnings=reading.warnings)
    async with write_lock(store, lease=lease, wait=wait) as lock:
        await recover(store, lock)
        started = _now()
        number = await _next_run(store)
        prepared, current, warnings = await _prepare(store, reading, number, progress, strict)
        del reading  # the facts of a large load are a gigabyte, and the plan has all that they say
        if not prepared and await _same_but_for_wording(store, dataset, digest):
            return RunReport(dataset, prepared, await store.revision(), warnings=warnings)
        record = {
            "id": str(number), "number": number, "dataset": dataset.id, "started": started,
            "path": path.name, "digest": digest, "warned": len(warnings), "warnings": kept(warnings),
        }  # fmt: skip
        with set_aside():
            revision = await _carry_out(store, lock, dataset, current, prepared, record, progress)
    return RunReport(dataset, prepared, revision, warnings=warnings)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


async def _loaded(store: Store, dataset: Dataset) -> Properties:
    rows = await store.read(runs.DATASET, id=dataset.id)
    return dict(rows[0]["loaded"]) if rows else {}


async def _same_but_for_wording(store: Store, dataset: Dataset, digest: str) -> bool:
    """Whether only the order or the layout of the files differs; if so, remember their digest."""
    loaded = await _loaded(store, dataset)
    if (loaded.get("title"), loaded.get("title_sv"), loaded.get("trust")) != (
        dataset.title,
        dataset.title_sv,
        dataset.trust,
    ):
        return False
    await store.write(lambda write: write.run(runs.NOTE_DIGEST, id=dataset.id, digest=digest))
    return True


async def _next_run(store: Store) -> int:
    number = int((await store.read(runs.LAST_RUN))[0]["last"] or 0) + 1
    taken = {row["id"] for row in await store.read(runs.RUN_IDS)}  # somebody else may keep runs too
    while str(number) in taken:
        number += 1
    return number


async def _prepare(
    store: Store, reading: Reading, run: int, progress: Progress, strict: bool
) -> tuple[Plan, Current, list[Problem]]:
    """Compare the reading with the graph, and refuse what would leave relations to nothing; all warnings, too."""
    progress(N_("Comparing with the graph"), 0, len(reading.facts))
    dataset = reading.dataset.id
    things, links = current = await current_state_of(store, dataset, reading.facts)
    trust = await trust_of(store, reading.dataset)
    with no_collection():
        prepared = plan(reading.facts, things, links, dataset=dataset, trust=trust, run=run)
    await refuse_dangling(store, dataset, prepared)
    differing = disagreements(reading.facts, things, dataset, trust)
    if strict and differing:
        raise InvalidSourceError(differing)
    return prepared, current, [*reading.warnings, *differing]


async def _carry_out(
    store: Store, lock: Lock, dataset: Dataset, current: Current, prepared: Plan, record: Properties, progress: Progress
) -> int:
    """Write the plan and the run's record; return the new revision.

    A plan that fits is one transaction. A larger one is several, with what takes them back written before.
    """
    number, done = record["number"], 0
    progress(N_("Writing"), done, len(prepared))
    await lock.begin(number)
    try:
        if not fits(prepared):
            await note_undo(lock, number, undoing(prepared, *current))
        shares = shared_out(statements(prepared))
        share = next(shares, [])
        for following in shares:
            await lock.write(_writing(share))
            done += sum(len(each.batch) for each in share)
            progress(N_("Writing"), done, len(prepared))
            share = following

        async def last(write: Write) -> None:
            await write_share(write, share)
            await _record(write, dataset, prepared, record)
            await forget_undo(write, number)

        return await lock.settle(last)
    except EngineLostError:  # the next command takes it back, as soon as the engine is there again
        raise
    except BaseException:
        with suppress(SambandError):
            await asyncio.shield(take_back(store, lock, number))
        raise


def _writing(share: list[Statement]) -> Callable[[Write], Awaitable[None]]:
    return lambda write: write_share(write, share)


async def _record(write: Write, dataset: Dataset, prepared: Plan, record: Properties) -> None:
    loaded = {
        "title": dataset.title, "title_sv": dataset.title_sv, "trust": dataset.trust,
        "digest": record["digest"], "run": record["number"], "loaded": _now(),
    }  # fmt: skip
    if not await write.run(runs.NOTE_DATASET, id=dataset.id, loaded=loaded):
        await write.run(runs.NEW_DATASET, id=dataset.id, loaded=loaded)
    counts = {
        "ended": _now(),
        "things_created": len(prepared.things.create),
        "things_changed": len(prepared.things.replace),
        "things_deleted": len(prepared.things.delete),
        "links_created": len(prepared.links.create),
        "links_changed": len(prepared.links.replace),
        "links_deleted": len(prepared.links.delete),
        "gone": [str(ref) for ref in sorted(prepared.things.delete)[:GONE_NAMED]],
    }
    await write.run(runs.NOTE_RUN, id=record["id"], record=record | counts)
