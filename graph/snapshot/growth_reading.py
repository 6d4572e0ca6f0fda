"""Reading what runs touched since a snapshot was made, and growing it by that."""

from collections.abc import Sequence
from itertools import groupby

from graph.database import deltas, runs, snapshot_columns
from graph.database.graph_version import GraphVersion
from graph.database.store import Row, Store
from graph.facts.facts import LinkKey, Properties, Ref
from graph.facts.run_delta import MOST_KEYS, RunDelta
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.gc_control import no_collection
from graph.snapshot.growing import Growth, grown
from graph.snapshot.snapshot_file import SnapshotFile
from graph.snapshot.snapshot_reading import HeldSnapshot, Known, node_of, read_anew, relations_of, run_of

TRIES = 3
"""So often what was touched is read anew because a run wrote meanwhile; then everything is."""


async def read_growth(store: Store, before: HeldSnapshot) -> HeldSnapshot | None:
    """The snapshot as it is now; None where there is a gap between the two, or much was touched.

    It is read and made in this thread, and `before` stays as it is.

    Raises:
        ChangingError: runs keep writing.
        EngineError: the database does not answer.
    """
    for _ in range(TRIES):
        version, (rows,) = await store.read_at_version([(deltas.DELTAS, {"after": before.version.revision})])
        delta = delta_between(before.version, version, rows)
        if delta is None:
            return None
        if (growth := await _touched(store, before, version, delta)) is not None:
            with no_collection():
                return HeldSnapshot(version, grown(before.snapshot, growth))
    return None


def delta_between(before: GraphVersion, after: GraphVersion, rows: Sequence[Row]) -> RunDelta | None:
    """What all runs from `before` to `after` touched, from `rows` of what each has noted; None where one has not."""
    if before.content is None or not rows or rows[0]["since"] != before.content:
        return RunDelta() if before == after and before.content is not None else None
    delta, revision = RunDelta(), before.revision
    for at, parts in ((at, list(some)) for at, some in groupby(rows, key=lambda row: int(row["revision"]))):
        if at != revision + 1 or len(parts) != parts[0]["parts"]:
            return None
        revision = at
        for part in parts:
            delta.add(part["keys"])
            delta.earlier |= bool(part["earlier"])
    return delta if revision == after.revision and len(delta) <= MOST_KEYS else None


async def _touched(store: Store, before: HeldSnapshot, version: GraphVersion, delta: RunDelta) -> Growth | None:
    """What there is now of all that was touched; None where the graph has another version meanwhile."""
    kinds = sorted({ref.kind for ref in delta.things})
    fielded = any(link.relation in snapshot_columns.LINK_FIELDS for link in delta.links)
    last = before.snapshot.runs[-1].number if before.snapshot.runs else -1
    statements: list[tuple[str, Properties]] = [
        (runs.ENDED_RUNS, {}) if delta.earlier else (runs.ENDED_RUNS_AFTER, {"after": last}),
        *([(snapshot_columns.LINKS_WITH_FIELDS, {"fields": snapshot_columns.LINK_FIELDS})] if fielded else []),
        *(_of_kind(kind, delta) for kind in kinds),
    ]
    seen, (ended, *answers) = await store.read_at_version(statements)
    if seen != version:
        return None
    known: Known = {}
    said = _said(answers.pop(0), known) if fielded else None
    things = [node_of(kind, each, known) for kind, (row,) in zip(kinds, answers, strict=True) for each in row["things"]]
    return Growth(version.revision, delta, things, said, [run_of(row) for row in ended])


def _of_kind(kind: str, delta: RunDelta) -> tuple[str, Properties]:
    ids = sorted(ref.id for ref in delta.things if ref.kind == kind)
    return snapshot_columns.things_with_ids(ONTOLOGY.kinds[kind]), {"ids": ids, "fields": snapshot_columns.FIELDS[kind]}


def _said(rows: Sequence[Row], known: Known) -> dict[LinkKey, Properties]:
    return {
        LinkKey(Ref(each.source, start), each.relation, Ref(each.target, end)): fields
        for each in relations_of(rows, known)
        for start, end, fields in zip(each.starts, each.ends, each.said, strict=True)
        if fields
    }


async def newest(before: HeldSnapshot | None, file: SnapshotFile | None, store: Store) -> HeldSnapshot:
    """The snapshot as it is now: grown from the one `before`, or in the `file`, where that can be, else read anew.

    Raises:
        ChangingError: runs keep writing.
        EngineError: the database does not answer.
    """
    if before is None and file is not None:
        before = file.read()
        if before is not None and before.version == await store.version():
            return before
    return (before and await read_growth(store, before)) or await read_anew(store)
