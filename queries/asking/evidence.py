"""Who says the facts that rows rest on: read from the database for the rows that are shown."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from graph.database import schema
from graph.database.store import Store
from graph.facts.facts import FactKey, LinkKey, Ref
from graph.facts.records import Record, Stated
from graph.ontology.declaration import Kind, Relation
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.gc_control import no_collection
from queries.asking.answer import AnswerRow
from queries.asking.disagreements import disagreements

K = TypeVar("K")
V = TypeVar("V")
AT_ONCE = 5_000
"""Facts asked for in one statement."""


class EvidenceStatement(NamedTuple):
    """A statement that reads who says some facts of one sort, and what it names them by."""

    text: str
    parameters: Mapping[str, object]
    key: Callable[[Any], FactKey]
    """The fact that an id, or the ids of both ends, stand for."""


def readings(
    keys: Collection[FactKey],
    of_things: Callable[[type[Kind]], str] = schema.said_of_things,
    of_links: Callable[[type[Kind], Relation, type[Kind]], str] = schema.said_of_links,
) -> list[EvidenceStatement]:
    """What reads who says the things and relations, or more of them: a statement for each kind or pair of kinds."""
    found: list[EvidenceStatement] = []
    for kind, ids in _grouped((key.kind, key.id) for key in keys if isinstance(key, Ref)).items():
        text = of_things(ONTOLOGY.kinds[kind])
        found += [EvidenceStatement(text, {"ids": some}, _thing(kind)) for some in _some(ids)]
    ends = _grouped(
        ((key.source.kind, key.relation, key.target.kind), {"source": key.source.id, "target": key.target.id})
        for key in keys
        if isinstance(key, LinkKey)
    )
    for (source, name, target), rows in ends.items():
        relation = ONTOLOGY.relations[name]
        text = of_links(ONTOLOGY.kinds[source], relation, ONTOLOGY.kinds[target])
        found += [EvidenceStatement(text, {"rows": some}, _link(source, relation, target)) for some in _some(rows)]
    return found


def _thing(kind: str) -> Callable[[str], Ref]:
    return lambda id: Ref(kind, id)


def _link(source: str, relation: Relation, target: str) -> Callable[[Sequence[str]], LinkKey]:
    return lambda ids: LinkKey(Ref(source, ids[0]), relation.name, Ref(target, ids[1]))


async def records(store: Store, keys: Collection[FactKey]) -> tuple[int, dict[FactKey, list[Record]]]:
    """Every dataset's record of each thing and relation, and the revision that all belong to.

    What the graph does not hold is left out. Costs one reading.
    """
    wanted = readings(keys)
    revision, answers = await store.read_all([(each.text, each.parameters) for each in wanted])
    with no_collection():
        said = (
            (each.key(named), said)
            for each, rows in zip(wanted, answers, strict=True)
            for named, *said in rows[0]["said"]
        )
        return revision, {key: _records(key, stored) for key, stored in said}


def _records(key: FactKey, said: Sequence[Any]) -> list[Record]:
    """What each dataset says of a fact, most trusted first, from what is stored with it."""
    stored = dict(zip(schema.SAID, said, strict=True))
    if several := stored[schema.SAID[-1]]:
        return [Stated.read(key, each, fields=each["fields"]) for each in json.loads(several)]
    return [Record.read(key, stored)]


def with_evidence(
    rows: Iterable[AnswerRow], known: Mapping[FactKey, Sequence[Record]], scenario: str | None = None
) -> tuple[AnswerRow, ...]:
    """The rows with the records of what they rest on and where these disagree.

    What nobody states is assumed by the scenario of that name.
    """

    def records_of(key: FactKey) -> Sequence[Record]:
        return known.get(key) or ([Record.assumed(key, scenario)] if scenario else ())

    def evidenced(row: AnswerRow) -> AnswerRow:
        differing = tuple(each for key in row.grounds for each in disagreements(key, known.get(key, ())))
        return row.evidenced(records_of).model_copy(update={"disagreements": differing} if differing else {})

    return tuple(map(evidenced, rows))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _some(values: list[V]) -> Iterable[list[V]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
