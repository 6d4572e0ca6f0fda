"""Reading the snapshot of a graph in few statements: all things in one, relations in some, all runs in one."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

from graph.database import runs, snapshot_columns
from graph.database.graph_version import GraphVersion
from graph.database.store import Row, Store
from graph.facts.facts import Properties
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.gc_control import no_collection
from graph.snapshot.node import Node
from graph.snapshot.snapshot import RelationColumns, RunRecord, Snapshot
from graph.snapshot.typed_nodes import new_node

WHOLE: tuple[tuple[str, Properties], ...] = (
    (snapshot_columns.THINGS, {"fields": snapshot_columns.FIELDS}),
    (runs.ENDED_RUNS, {}),
    *((text, {}) for text in snapshot_columns.links()),
    (snapshot_columns.LINKS_WITH_FIELDS, {"fields": snapshot_columns.LINK_FIELDS}),
)


class HeldSnapshot(NamedTuple):
    """A snapshot, and of which version of the graph it is."""

    version: GraphVersion
    snapshot: Snapshot


async def read_anew(store: Store) -> HeldSnapshot:
    """The graph as it is in `store` now; it is read and made in this thread.

    Raises:
        ChangingError: runs keep writing.
        EngineError: the database does not answer.
    """
    with no_collection():  # what is read is millions of small lists
        version, (things, ended, *links) = await store.read_at_version(WHOLE)
        known: Known = {}
        nodes = [node_of(row["kind"], said, known) for row in things for said in row["things"]]
        relations = relations_of(chain.from_iterable(links), known)
        return HeldSnapshot(version, Snapshot(version.revision, nodes, relations, map(run_of, ended)))


Known = dict[Any, Any]
"""Each text, and each list of datasets, that was met: most are few, and all that say the same share one."""
_ORDER = {name: place for place, name in enumerate(ONTOLOGY.relations)}


def node_of(kind: str, said: Sequence[Any], known: Known) -> Node:
    """A thing of the snapshot, from what is read of one."""
    id, key, born, run, datasets, values = said
    by = tuple(datasets or ())
    fields = stated(snapshot_columns.FIELDS[kind], values, known)
    return new_node(kind, id, key or "", fields, born or 0, run or 0, known.setdefault(by, by))


def relations_of(rows: Iterable[Row], known: Known) -> list[RelationColumns]:
    """Relations as columns, those of one type and two kinds together, in the order of the ontology."""
    found: dict[tuple[str, str, str], RelationColumns] = {}
    for row in rows:
        sort = row["relation"], row["source"], row["target"]
        whole = found.setdefault(sort, RelationColumns(*sort, [], [], []))
        whole.starts.extend(row["starts"])
        whole.ends.extend(row["ends"])
        if fields := snapshot_columns.LINK_FIELDS.get(row["relation"]):
            whole.said.extend(stated(fields, values, known) for values in row["said"])
    return [found[sort] for sort in sorted(found, key=in_order)]


def in_order(sort: tuple[str, str, str]) -> tuple[int, tuple[str, str, str]]:
    """What orders relations by type and two kinds: the ontology, and then by name."""
    return _ORDER[sort[0]], sort


def stated(names: Sequence[str], values: Sequence[Any], known: Known) -> Properties:
    """The fields that are stated; a text that is `known` already is the same object."""
    return {
        name: known.setdefault(value, value) if type(value) is str else value
        for name, value in zip(names, values, strict=True)
        if value is not None
    }


def run_of(row: Row) -> RunRecord:
    """What is kept of a run, from what is read of it."""
    kept: Properties = row["run"]
    things, links = (
        tuple(int(kept.get(f"{sort}_{change}") or 0) for change in ("created", "changed", "deleted"))
        for sort in ("things", "links")
    )
    return RunRecord(
        number=kept["number"], dataset=str(kept.get("dataset") or ""), ended=str(kept.get("ended") or ""),
        links=(links[0], links[1], links[2]), gone=tuple(kept.get("gone") or ()),
        gone_total=int(kept.get("things_deleted") or 0), kept=str(kept.get("changes") or ""),
        unchanged=not any((*things, *links)),
    )  # fmt: skip
