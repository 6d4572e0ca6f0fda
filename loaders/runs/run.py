"""A run: one dataset is loaded as a whole, or the graph stays as it was."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from graph.database import runs
from graph.database.lock import Lock, write_lock
from graph.database.store import Store, Write
from graph.errors import LockedError, RegisterError, RunError
from graph.facts.facts import Properties, Ref
from graph.facts.merged_view import Thing
from graph.language.words import N_, Language, by_number, say
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.gc_control import no_collection, set_aside
from loaders.files.problem import Problem
from loaders.runs.circular_relations import circles
from loaders.runs.current_state import (
    MOST_MOVED,
    Current,
    compared,
    current_state_of,
    entries_of,
    known_things,
    ledger_before,
    loaded_of,
    look_up,
    noted,
    refuse_dangling,
    stated_by_others,
    trusts,
)
from loaders.runs.fact_validation import validated
from loaders.runs.fact_warnings import (
    MOST_KEPT,
    STATED_BY_ANOTHER,
    disagreements,
    doubts,
    persons,
    rivalled,
    same_under_another_name,
    stored_warnings,
)
from loaders.runs.files_read_before import FilesRead, Stamp, mark_of, note_files, program_fingerprint, read_before
from loaders.runs.ledger import LedgerParts, first_parts, new_parts
from loaders.runs.plan import Plan, plan
from loaders.runs.recovery import recover
from loaders.runs.removals import RemovalsError, removals
from loaders.runs.run_numbers import next_run
from loaders.runs.run_writing import Progress, Work, carry_out, kept_before, now, quiet
from loaders.sources.contract import NO_ID, SLUG, Dataset, Known, Reading, Source


class InvalidSourceError(RegisterError):
    """The files have problems; nothing of them was written."""

    def __init__(self, problems: list[Problem]) -> None:
        text = by_number(
            "One problem was found; nothing was loaded.", "{count} problems were found; nothing was loaded."
        )
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
    refusal: RemovalsError | None = None
    """Of a dry run, why a load would be refused."""


async def check(
    store: Store,
    source: Source,
    path: Path,
    *,
    strict: bool = False,
    allow_personal_numbers: bool = False,
    dataset: str | None = None,
) -> Reading:
    """Read and validate `path`, as `dataset` where that is given; its warnings are those of the source and the facts.

    Raises:
        InvalidSourceError: there are problems or, where it is `strict`, warnings.
        RunError: `dataset` cannot be the id of one.
    """
    known = await known_things(store)
    care = _Care(strict, allow_personal_numbers=allow_personal_numbers, dataset=dataset)
    return await _checked(store, source, path, known, care)


async def _checked(store: Store, source: Source, path: Path, known: Known, care: "_Care") -> Reading:
    reading = source.read(path, known if care.dataset is None else stated_by_others(known, care.dataset))
    if care.dataset is not None:
        reading = replace(reading, dataset=await _called(store, reading.dataset, care.dataset))
    problems = validated(reading, known) + await circles(store, reading.dataset.id, reading.facts)
    personal = persons(reading.facts)
    problems += [] if care.allow_personal_numbers else personal
    if problems:
        raise InvalidSourceError(problems)
    today = date.today().isoformat()
    warnings = [
        *reading.warnings, *personal, *doubts(reading.facts, known, reading.dataset.id, today),
        *same_under_another_name(reading, known, path),
    ]  # fmt: skip
    if care.strict and warnings:
        raise InvalidSourceError(warnings)
    return replace(reading, warnings=warnings)


async def _called(store: Store, dataset: Dataset, name: str) -> Dataset:
    """The dataset under the name that it is loaded as; what its files do not say of it stays as it was."""
    if not SLUG.fullmatch(name):
        raise RunError(NO_ID, name=name)
    before = await loaded_of(store, name) if dataset.named_by_file else {}
    if not before:
        return replace(dataset, id=name, named_by_file=True)
    return Dataset(name, before["title"], before.get("title_sv"), before["trust"])


@dataclass(frozen=True)
class _Prepared:
    """What a run is going to write."""

    loaded: Properties
    """What was noted of the dataset before; nothing where it was not loaded."""
    plan: Plan
    current: Current
    parts: Callable[[], LedgerParts]
    """Makes those of the dataset's ledger that the run notes."""
    moved: int
    """Places of facts that moved, and that stay as they are kept."""
    warnings: list[Problem]
    refusal: RemovalsError | None
    """Why it may not be written."""


async def load(
    store: Store,
    source: Source,
    path: Path,
    *,
    dry: bool = False,
    strict: bool = False,
    allow_personal_numbers: bool = False,
    allow_removals: bool = False,
    dataset: str | None = None,
    lease: float = 30.0,
    wait: float = 60.0,
    progress: Progress = quiet,
) -> RunReport:
    """Load `path` as one run. With `dry`, only say what it would change; when it is `strict`, a warning refuses it.

    It is loaded as `dataset` where that is given, whatever its files say.

    Raises:
        InvalidSourceError: the files have problems.
        LockedError: another run kept writing for `wait` seconds.
        RemovalsError: much that the dataset said is gone, and `allow_removals` is not given.
        RunError: the graph would be left with relations to nothing.
    """
    progress(N_("Reading"), 0, 0)
    care = _Care(strict, allow_removals, allow_personal_numbers, dataset, lease, wait, progress, dry)
    stamp = Stamp(care.mark_of(source, path), await store.last_revision())
    if earlier := await read_before(store, stamp):
        named, warnings = earlier
        if strict and warnings:
            raise InvalidSourceError(warnings)
        if loaded := await loaded_of(store, named):  # else it was forgotten just now
            said_by = Dataset(named, loaded["title"], loaded.get("title_sv"), loaded["trust"])
            return RunReport(said_by, Plan(), stamp.revision, dry, warnings)
    with set_aside():
        return await _load(store, source, path, care, stamp)


async def _read(store: Store, source: Source, path: Path, care: "_Care", stamp: Stamp) -> tuple[Known, Reading, Stamp]:
    """What the graph knows, what the files say beside it, and the `stamp` of both if it still is theirs."""
    with no_collection(aside=True):
        known = await known_things(store)
        reading = await _checked(store, source, path, known, care)
    told_once = any(each.text == STATED_BY_ANOTHER for each in reading.warnings)
    if told_once or care.mark_of(source, path) != stamp.mark:
        stamp = stamp._replace(mark=None)
    return known, reading, stamp


async def _load(store: Store, source: Source, path: Path, care: "_Care", stamp: Stamp) -> RunReport:
    known, reading, stamp = await _read(store, source, path, care, stamp)
    if care.dry:
        with no_collection(aside=True):
            prepared = await _prepare(store, reading, known, await next_run(store), care)
        revision = await store.revision()
        return RunReport(reading.dataset, prepared.plan, revision, True, prepared.warnings, prepared.refusal)
    if (await loaded_of(store, reading.dataset.id)).get("digest") == digest_of(reading):
        differing = await _differing(store, reading, known, {}, care)
        reading = replace(reading, warnings=[*reading.warnings, *differing])
        await _note_unless_locked(store, stamp, reading, care.lease)
        return RunReport(reading.dataset, Plan(), await store.revision(), warnings=reading.warnings)
    async with write_lock(store, lease=care.lease, wait=care.wait) as lock:
        await recover(store, lock)
        if (at := await store.last_revision()) != stamp.revision:  # somebody wrote since: the files are held to that
            known, reading, stamp = await _read(store, source, path, care, Stamp(care.mark_of(source, path), at))
        said_by, digest = reading.dataset, digest_of(reading)
        started, number = now(), await next_run(store)
        with no_collection(aside=True):
            prepared = await _prepare(store, reading, known, number, care)
        del reading  # the plan has all that the facts say
        warnings, before = prepared.warnings, prepared.loaded
        as_before = _called_as_before(before, said_by)
        if as_before and not prepared.plan.written:  # only the order or the layout of the files differs
            await _note_wording(lock, said_by.id, digest, prepared, stamp.files(at, warnings, grown=False))
            return RunReport(said_by, prepared.plan, await store.revision(), warnings=warnings)
        record = {
            "id": str(number), "number": number, "dataset": said_by.id, "started": started,
            "path": _name(path), "digest": digest, "warned": len(warnings),
            "warnings": stored_warnings(warnings[:MOST_KEPT]), "before": kept_before(before),
        }  # fmt: skip
        loaded = {
            "title": said_by.title, "title_sv": said_by.title_sv, "trust": said_by.trust, "digest": digest,
            "run": number, "loaded": started, "moved": prepared.moved,
        }  # fmt: skip
        files = stamp.files(at, warnings, grown=True)
        work = Work(
            said_by.id, number, prepared.plan, prepared.current, prepared.parts, record, loaded, files=files,
            places_only=as_before and not prepared.plan,
        )  # fmt: skip
        revision = await carry_out(store, lock, work, care.progress)
    return RunReport(said_by, prepared.plan, revision, warnings=warnings)


class _Care(NamedTuple):
    """How a load is to be made."""

    strict: bool
    allow_removals: bool = False
    allow_personal_numbers: bool = False
    dataset: str | None = None
    lease: float = 30.0
    wait: float = 60.0
    progress: Progress = quiet
    dry: bool = False

    def mark_of(self, source: Source, path: Path) -> str | None:
        """What a reading with this care depends on."""
        return mark_of(source, path, self.dataset, allow_personal_numbers=self.allow_personal_numbers)


async def _note_unless_locked(store: Store, stamp: Stamp, reading: Reading, lease: float) -> None:
    """Note that these files say what the graph holds, unless somebody writes just now, who makes the note worthless."""
    if stamp.mark is None:
        return
    with suppress(LockedError):
        async with write_lock(store, lease=lease, wait=0) as lock:
            files = stamp.files(await store.last_revision(), reading.warnings, grown=False)
            await lock.write(lambda write: note_files(write, reading.dataset.id, files))


async def _differing(
    store: Store, reading: Reading, known: Known, things: dict[Ref, Thing], care: "_Care"
) -> list[Problem]:
    """What another dataset, trusted as much, states otherwise; `things` are those that were read already."""
    said_by = reading.dataset
    trust = await trusts(store) | {said_by.id: said_by.trust}
    await look_up(store, rivalled(reading.facts, known, said_by.id, trust) - things.keys(), things, {})
    found = disagreements(reading.facts, things, said_by.id, trust)
    if care.strict and found:
        raise InvalidSourceError(found)
    return found


def _name(path: Path) -> str:
    """What the file or folder is called, also where it was named as ``.``."""
    return path.resolve().name


def digest_of(reading: Reading) -> str:
    """Changes when what files say does, or what is made of them: by the ontology, or by another version."""
    text = f"{reading.digest} {ONTOLOGY.fingerprint} {reading.dataset} {program_fingerprint()}"
    return hashlib.sha256(text.encode()).hexdigest()


def _called_as_before(loaded: Properties, dataset: Dataset) -> bool:
    """Whether the dataset is called and trusted as was noted of it."""
    noted_of_it = (loaded.get("title"), loaded.get("title_sv"), loaded.get("trust"))
    return noted_of_it == (dataset.title, dataset.title_sv, dataset.trust)


async def _note_wording(lock: Lock, dataset: str, digest: str, prepared: _Prepared, files: FilesRead | None) -> None:
    """Note what is known of files that say what the graph holds, in another order or layout."""
    parts = replace(prepared.parts(), run=prepared.loaded["run"])

    async def note(write: Write) -> None:
        await parts.note(write)
        await write.run(runs.NOTE_DIGEST, id=dataset, digest=digest, moved=prepared.moved)
        await note_files(write, dataset, files)

    await lock.write(note)


async def _prepare(store: Store, reading: Reading, known: Known, run: int, care: _Care) -> _Prepared:
    """Compare the reading with the graph, and refuse what would leave relations to nothing; all warnings, too."""
    care.progress(N_("Comparing with the graph"), 0, len(reading.facts))
    dataset, loaded = reading.dataset.id, await loaded_of(store, reading.dataset.id)
    ledger = await ledger_before(store, dataset, loaded.get("run"))
    kept_in, sizes = ledger.buckets, ledger.sizes()
    beside = compared(reading.facts, ledger)
    refusal = None if care.allow_removals else removals(reading.dataset, sizes, beside.gone)
    if refusal and not care.dry:
        raise refusal
    trust = await trusts(store) | {dataset: reading.dataset.trust}
    all_again = bool(loaded) and loaded["trust"] != reading.dataset.trust
    few = len(beside.moved) <= MOST_MOVED
    current = await current_state_of(store, dataset, beside, whole=all_again, moved=few)
    facts = reading.facts if all_again else [*beside.new, *beside.otherwise, *(beside.moved if few else ())]
    prepared = plan(facts, *current, dataset=dataset, trust=trust, run=run)
    await refuse_dangling(store, dataset, prepared)
    things = dict(current[0])
    differing = await _differing(store, reading, known, things, care)
    moved = 0 if few or all_again else len(beside.moved)

    def parts() -> LedgerParts:
        with no_collection():
            if not sizes:  # it said nothing before
                made = first_parts(dataset, run, entries_of(beside.new), len(beside.new))
                beside.new.clear()  # the last that holds the facts of a large load, which are a gigabyte
                return made
            touched = noted(ledger, beside, moved=few or all_again)
            return new_parts(dataset, run, ledger, touched if kept_in else None)

    return _Prepared(loaded, prepared, current, parts, moved, [*reading.warnings, *differing], refusal)
