"""Reading the snapshot of a graph: one record for each kind, one for each relation between two kinds."""

from collections.abc import Sequence

from graph.database import runs, schema
from graph.database.store import Store
from graph.facts.facts import Properties
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.gc_control import no_collection
from graph.snapshot.snapshot import Node, RelationColumns, RunRecord, Snapshot


async def read_snapshot(store: Store) -> Snapshot:
    """The graph as it is in `store` now.

    Raises:
        ChangingError: runs keep writing.
        EngineError: the database does not answer.
    """
    kinds, relations = list(ONTOLOGY.kinds.values()), list(ONTOLOGY.relations.values())
    texts = [*map(schema.columns_of_things, kinds), *map(schema.columns_of_links, relations), runs.ENDED_RUNS]
    revision, answers = await store.read_all([(text, {}) for text in texts])
    known: dict[object, object] = {}
    with no_collection():
        nodes = [
            Node(kind.__name__, id, key or "", _stated(_fields(kind), values, known), born or 0, run or 0)
            for kind, rows in zip(kinds, answers, strict=False)
            for id, key, born, run, *values in rows[0]["things"]
        ]
        found = [
            RelationColumns(
                relation.name, row["source"], row["target"], row["starts"], row["ends"],
                [_stated(list(relation.attributes), values, known) for values in row.get("said", ())],
            )
            for relation, rows in zip(relations, answers[len(kinds) : -1], strict=True)
            for row in rows
        ]  # fmt: skip
        return Snapshot(revision, nodes, found, [_run(row["run"]) for row in answers[-1]])


def _run(kept: Properties) -> RunRecord:
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


def _fields(kind: type[Kind]) -> list[str]:
    return [name for name in kind.model_fields if name != "id"]


def _stated(names: list[str], values: Sequence[object], known: dict[object, object]) -> Properties:
    """The fields that are stated; a text that is `known` already is the same object, for most of them are few words."""
    return {
        name: known.setdefault(value, value) if type(value) is str else value
        for name, value in zip(names, values, strict=True)
        if value is not None
    }
