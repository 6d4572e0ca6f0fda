"""A run: one dataset is loaded as a whole, or the graph stays as it was."""

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph import schema
from graph.errors import RegisterError, RunError, SambandError
from graph.facts import Fact, Link, LinkFact, LinkKey, Properties, Ref, Thing, ThingFact
from graph.lock import Lock, write_lock
from graph.ontology import ONTOLOGY
from graph.store import Store, Write
from graph.words import N_, Language, say
from loaders.collecting import no_collection, set_aside
from loaders.plan import Plan, plan, undoing
from loaders.recovery import forget_undo, note_undo, recover, take_back
from loaders.source import Dataset, Known, KnownThing, Problem, Reading, Source
from loaders.statements import Statement, Triple, batches, declared, fits, shared_out, statements, write_share

Held = tuple[dict[Ref, Thing], dict[LinkKey, Link]]
"""Things and relations that the graph holds before a run."""
Progress = Callable[[str, int, int], None]
"""Called with what is being done (catalogue text), how much of it is done, and how much there is."""


class InvalidSourceError(RegisterError):
    """The files have problems; nothing of them was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(N_("{count} problems were found; nothing was loaded."), count=len(problems))
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


def _quiet(step: str, done: int, total: int) -> None:
    """Report no progress."""


async def known_things(store: Store) -> Known:
    """Every thing of the graph by kind and id, with its name and the datasets that state it."""
    known: dict[str, dict[str, KnownThing]] = {kind: {} for kind in ONTOLOGY.kinds}
    for row in await store.read(schema.THINGS):
        known[row["kind"]][row["id"]] = KnownThing(row["name"] or row["id"], frozenset(row["datasets"]))
    return known


async def check(store: Store, source: Source, path: Path) -> Reading:
    """Read and validate `path`; raise `InvalidSourceError` with every problem."""
    reading = source.read(path, await known_things(store))
    if reading.problems:
        raise InvalidSourceError(reading.problems)
    return reading


async def load(
    store: Store,
    source: Source,
    path: Path,
    *,
    dry: bool = False,
    lease: float = 30.0,
    wait: float = 60.0,
    progress: Progress = _quiet,
) -> RunReport:
    """Load `path` as one run. With `dry`, only say what it would change.

    Raises:
        InvalidSourceError: the files have problems.
        LockedError: another run kept writing for `wait` seconds.
        RunError: the graph would be left with relations to nothing.
    """
    progress(N_("Reading"), 0, 0)
    reading = await check(store, source, path)
    dataset = reading.dataset
    digest = hashlib.sha256(f"{reading.digest} {ONTOLOGY.fingerprint()} {dataset}".encode()).hexdigest()
    if dry:
        prepared, _ = await _prepare(store, reading, await _next_run(store), progress)
        return RunReport(dataset, prepared, await store.revision(), dry=True)
    if (await _loaded(store, dataset)).get("digest") == digest:
        return RunReport(dataset, Plan(), await store.revision())
    async with write_lock(store, lease=lease, wait=wait) as lock:
        await recover(store, lock)
        started = _now()
        number = await _next_run(store)
        prepared, held = await _prepare(store, reading, number, progress)
        del reading  # the facts of a large load are a gigabyte, and the plan has all that they say
        if not prepared and await _same_but_for_wording(store, dataset, digest):
            return RunReport(dataset, prepared, await store.revision())
        record = {
            "id": str(number), "number": number, "dataset": dataset.id, "started": started,
            "path": path.name, "digest": digest,
        }  # fmt: skip
        with set_aside():
            revision = await _carry_out(store, lock, dataset, held, prepared, record, progress)
    return RunReport(dataset, prepared, revision)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


async def _loaded(store: Store, dataset: Dataset) -> Properties:
    rows = await store.read("MATCH (d:Dataset {id: $id}) RETURN properties(d) AS loaded", id=dataset.id)
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
    text = "MATCH (d:Dataset {id: $id}) SET d.digest = $digest"
    await store.write(lambda write: write.run(text, id=dataset.id, digest=digest))
    return True


async def _next_run(store: Store) -> int:
    rows = await store.read("MATCH (r:Run) RETURN max(r.number) AS last")
    return int(rows[0]["last"] or 0) + 1 if rows else 1


async def _trust(store: Store, dataset: Dataset) -> dict[str, int]:
    rows = await store.read("MATCH (d:Dataset) RETURN d.id AS id, d.trust AS trust")
    return {row["id"]: row["trust"] for row in rows} | {dataset.id: dataset.trust}


async def _prepare(store: Store, reading: Reading, run: int, progress: Progress) -> tuple[Plan, Held]:
    """Compare the reading with the graph, and refuse what would leave relations to nothing."""
    progress(N_("Comparing with the graph"), 0, len(reading.facts))
    dataset = reading.dataset.id
    things, links = held = await _held(store, dataset, reading.facts)
    trust = await _trust(store, reading.dataset)
    with no_collection():
        prepared = plan(reading.facts, things, links, dataset=dataset, trust=trust, run=run)
    await _refuse_dangling(store, dataset, prepared)
    return prepared, held


async def _held(store: Store, dataset: str, facts: Iterable[Fact]) -> Held:
    """What the graph holds of the dataset, and of the things and relations that the facts are about."""
    things: dict[Ref, Thing] = {}
    links: dict[LinkKey, Link] = {}
    counts = await store.read("MATCH (n:Dataset) RETURN count(n) AS datasets")
    if not counts[0]["datasets"]:
        return things, links
    for row in await store.read(schema.THINGS_OF_DATASET, dataset=dataset):
        things[row["n"].key] = row["n"]
    for row in await store.read(schema.LINKS_OF_DATASET, dataset=dataset):
        links[row["r"].key] = row["r"]
    wanted: dict[str, list[str]] = defaultdict(list)
    ends: dict[Triple, list[dict[str, str]]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, ThingFact) and fact.key not in things:
            wanted[fact.key.kind].append(fact.id)
        elif isinstance(fact, LinkFact) and fact.key not in links:
            triple = (fact.source.kind, fact.relation.name, fact.target.kind)
            ends[triple].append({"source": fact.source.id, "target": fact.target.id})
    for name, ids in wanted.items():
        for batch in batches(ids):
            for row in await store.read(schema.things_by_id(ONTOLOGY.kinds[name]), ids=batch):
                things[row["n"].key] = row["n"]
    for triple, rows in ends.items():
        for pairs in batches(rows):
            for row in await store.read(schema.links_by_ends(*declared(triple)), rows=pairs):
                links[row["r"].key] = row["r"]
    return things, links


async def _refuse_dangling(store: Store, dataset: str, prepared: Plan) -> None:
    gone: dict[str, list[str]] = defaultdict(list)
    for ref in prepared.things.delete:
        gone[ref.kind].append(ref.id)
    for name, ids in gone.items():
        for row in await store.read(schema.links_of_things(ONTOLOGY.kinds[name]), ids=ids):
            others = [record.dataset for record in row["r"].records if record.dataset != dataset]
            if others:
                raise RunError(
                    N_(
                        "{dataset} no longer states one end of '{link}', which {other} still states. "
                        "Take it out of {other} first, or keep the thing."
                    ),
                    dataset=dataset,
                    link=row["r"].key,
                    other=others[0],
                )


async def _carry_out(
    store: Store, lock: Lock, dataset: Dataset, held: Held, prepared: Plan, record: Properties, progress: Progress
) -> int:
    """Write the plan and the run's record; return the new revision.

    A plan that fits is one transaction. A larger one is several, with what takes them back written before.
    """
    number, done = record["number"], 0
    progress(N_("Writing"), done, len(prepared))
    await lock.begin(number)
    try:
        if not fits(prepared):
            await note_undo(lock, number, undoing(prepared, *held))
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
    except BaseException:
        with suppress(SambandError):  # an engine that is gone takes it back when the next command comes
            await asyncio.shield(take_back(store, lock, number))
        raise


def _writing(share: list[Statement]) -> Callable[[Write], Awaitable[None]]:
    return lambda write: write_share(write, share)


async def _record(write: Write, dataset: Dataset, prepared: Plan, record: Properties) -> None:
    loaded = {
        "title": dataset.title, "title_sv": dataset.title_sv, "trust": dataset.trust,
        "digest": record["digest"], "run": record["number"], "loaded": _now(),
    }  # fmt: skip
    await write.run("MERGE (d:Dataset {id: $id}) SET d += $loaded", id=dataset.id, loaded=loaded)
    counts = {
        "ended": _now(),
        "things_created": len(prepared.things.create),
        "things_changed": len(prepared.things.replace),
        "things_deleted": len(prepared.things.delete),
        "links_created": len(prepared.links.create),
        "links_changed": len(prepared.links.replace),
        "links_deleted": len(prepared.links.delete),
    }
    await write.run("MERGE (r:Run {id: $id}) SET r += $record", id=record["id"], record=record | counts)
