"""A migration: a run that makes a graph of an older program one of this, or is gone on with by whoever opens it next.

It is not taken back where it ends half-way, as a load is: to go on needs nothing but the graph itself, and going back
would need as much written down before as there is to change. Until it is over nobody reads the graph: programs of the
older ontology are refused from its first transaction on, and those of this one finish it first.
"""

from datetime import UTC, datetime
from typing import NamedTuple

from graph.database import runs
from graph.database.lock import Lock
from graph.database.ontology_check import has_to_be_migrated, is_of_this, note, noted, noting
from graph.database.state import BEGIN_MIGRATION, FORMAT, NOTE_FORMAT
from graph.database.store import Store, Write
from graph.facts.facts import Properties
from graph.facts.run_warnings import stored
from graph.language.words import N_, Message
from graph.ontology.ontology import NAMES_FINGERPRINT
from loaders.runs.migrations import MIGRATIONS
from loaders.runs.renaming import RenamedName, forget_labels, refuse_taken, renamed
from loaders.runs.run_numbers import next_run

OF_NO_DATASET = ""
"""What the record of a migration has for a dataset."""


class Migrated(NamedTuple):
    """What a migration did."""

    run: int
    steps: tuple[str, ...]
    """Each name with how many things and relations had it, as the run's record keeps it."""

    @property
    def message(self) -> Message:
        """It, in a line."""
        text = N_("The graph was migrated to this version of Samband by run {run}: {what}.")
        return Message(text, {"run": self.run, "what": "; ".join(self.steps) or "-"})


async def migrated(store: Store, lock: Lock) -> Migrated | None:
    """Migrate the graph, as one run; None where another process has done so before the lock was ours.

    Raises:
        OntologyError: it holds what this program does not know.
        TakenError: somebody else has what stands in the way of a new name.
        LockLostError: somebody else took the lock, and goes on with it.
    """
    seen = await noted(store)
    if seen is None or is_of_this(seen):
        return None
    if not await has_to_be_migrated(store, seen):
        await note(store)
        return None
    await refuse_taken(store)
    begun, number = _now(), seen["migrating"] or await next_run(store)
    await lock.note(BEGIN_MIGRATION, run=number, **await noting(store))
    done = [step async for step in renamed(store, lock) if step.things or step.links]
    done += await _numbered(store, lock, seen["format"], bool(done))
    await forget_labels(store)
    record = _record(number, begun, done)

    async def end(write: Write) -> None:
        await write.run(runs.NOTE_RUN, id=record["id"], record=record)

    await lock.settle(end)
    return Migrated(number, tuple(record["renamed"]))


async def _numbered(store: Store, lock: Lock, format: int, anything_renamed: bool) -> list[RenamedName]:
    """Carry out what the graph has not had yet, and what follows the names that have changed."""
    done = []
    for each in MIGRATIONS:
        if each.number > format or (each.follows_names and anything_renamed):
            done.append(RenamedName(each.about, things=await each.carry_out(store, lock)))
    await lock.note(NOTE_FORMAT, format=FORMAT)
    return done


def _record(number: int, begun: str, done: list[RenamedName]) -> Properties:
    return {
        "id": str(number), "number": number, "dataset": OF_NO_DATASET, "started": begun, "ended": _now(),
        "path": "", "digest": NAMES_FINGERPRINT, "warned": 0, "warnings": stored([]), "gone": [],
        "things_created": 0, "things_changed": sum(each.things for each in done), "things_deleted": 0,
        "links_created": 0, "links_changed": sum(each.links for each in done), "links_deleted": 0,
        "renamed": [f"{each.what} ({each.things + each.links})" for each in done],
    }  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
