"""Who says the facts that rows rest on: read from the database for the rows that are shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from graph import schema
from graph.facts import Link, LinkKey, Ref, Thing
from graph.ontology import ONTOLOGY
from graph.store import Store
from queries.answer import AnswerRow, Shown

Key = Ref | LinkKey
K = TypeVar("K")
V = TypeVar("V")
AT_ONCE = 5_000
"""Facts asked for in one statement."""


def statements(keys: Collection[Key]) -> list[tuple[str, Mapping[str, object]]]:
    """What reads the things and relations: a statement for each kind and each pair of kinds, with its parameters."""
    found: list[tuple[str, Mapping[str, object]]] = []
    for kind, ids in _grouped((key.kind, key.id) for key in keys if isinstance(key, Ref)).items():
        found += [(schema.things_by_id(ONTOLOGY.kinds[kind]), {"ids": some}) for some in _some(ids)]
    ends = _grouped(
        ((key.source.kind, key.relation, key.target.kind), {"source": key.source.id, "target": key.target.id})
        for key in keys
        if isinstance(key, LinkKey)
    )
    for (source, relation, target), rows in ends.items():
        text = schema.links_by_ends(ONTOLOGY.kinds[source], ONTOLOGY.relations[relation], ONTOLOGY.kinds[target])
        found += [(text, {"rows": some}) for some in _some(rows)]
    return found


async def records(store: Store, keys: Collection[Key]) -> tuple[int, dict[Key, list[Shown]]]:
    """Every dataset's record of each thing and relation, and the revision that all belong to.

    What the graph does not hold is left out. Costs one reading.
    """
    revision, answers = await store.read_all(statements(keys))
    held = [value for rows in answers for row in rows for value in row.values()]
    return revision, {each.key: Shown.of(each) for each in held if isinstance(each, Thing | Link)}


def with_evidence(
    rows: Iterable[AnswerRow], known: Mapping[Key, Sequence[Shown]], scenario: str | None = None
) -> tuple[AnswerRow, ...]:
    """The rows with the records of what they rest on; what nobody states is assumed by the scenario of that name."""

    def told(key: Key) -> Sequence[Shown]:
        return known.get(key) or ([Shown.assumed(key, scenario)] if scenario else ())

    return tuple(row.evidenced(told) for row in rows)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _some(values: list[V]) -> Iterable[list[V]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
