"""What the graph holds of ours, by name and number: kinds, relations, their fields and the values of closed lists."""

import json
from collections import Counter
from typing import TYPE_CHECKING

from graph.database import ownership
from graph.facts.records import MARKS
from graph.ontology.declared_names import Name, present
from graph.ontology.ontology import ONTOLOGY, PAST

if TYPE_CHECKING:
    from graph.database.store import Store

LABELS = f"MATCH (n) WHERE {ownership.thing('n')} WITH labels(n) AS labels, count(*) AS total RETURN labels, total"
"""How many things of ours there are with the same ``labels``, whatever these are; a row each."""
TYPES = (
    f"MATCH ()-[r]->() WHERE {ownership.link('r')} "
    "WITH type(r) AS relation, r.endpoints[0] AS source, r.endpoints[2] AS target, count(*) AS total "
    "RETURN relation, source, target, total"
)
"""How many relations of ours there are of a type between two kinds, whatever these are; a row each."""


def fields_held(owner: str, ties: bool) -> str:
    """How many things, or relations, of `owner` have a ``field``; a row each."""
    return f"{ownership.held(owner, ties)} UNWIND keys(n) AS field RETURN field, count(*) AS total"


def values_held(owner: str, ties: bool, field: str) -> str:
    """How many have the same ``said`` in a field; a row each."""
    return f"{ownership.held(owner, ties)} AND n.`{field}` IS NOT NULL RETURN n.`{field}` AS said, count(*) AS total"


def records_held(owner: str, ties: bool) -> str:
    """The ``records`` of what several datasets state; a row each."""
    return f"{ownership.held(owner, ties)} AND n.records IS NOT NULL RETURN n.records AS records"


async def holdings(store: "Store") -> Counter[Name]:
    """How often the graph holds each name: of kinds and relations that the ontology knows, fields and values too."""
    found: Counter[Name] = Counter()
    known = {*ONTOLOGY.kinds, *PAST.kinds}
    for row in await store.read(LABELS):
        ours = [label for label in row["labels"] if label in known]
        found[Name("kind", (ours[0] if ours else ":".join(sorted(row["labels"])),))] += row["total"]
    for row in await store.read(TYPES):
        relation, source, target = row["relation"], row["source"], row["target"]
        found[Name("relation", (relation,))] += row["total"]
        found[Name("from", (relation, source))] += row["total"]
        found[Name("to", (relation, target))] += row["total"]
    for name in list(found):
        if name.sort in ("kind", "relation") and present(name, PAST).path[0] in {*ONTOLOGY.kinds, *ONTOLOGY.relations}:
            found += await _of_owner(store, name.path[0], name.sort == "relation")
    return found


async def _of_owner(store: "Store", owner: str, ties: bool) -> Counter[Name]:
    found: Counter[Name] = Counter()
    now = PAST.owner(owner)
    attributes = ONTOLOGY.relations[now].attributes if ties else ONTOLOGY.kinds[now].attributes()
    for row in await store.read(fields_held(owner, ties)):
        if row["field"] not in MARKS:
            found[Name("field", (owner, row["field"]))] += row["total"]
    listed = {old for name, each in attributes.items() if each.choices for old in (name, *each.was)}
    for field in listed & {name.path[1] for name in found}:
        for row in await store.read(values_held(owner, ties, field)):
            _count(found, owner, field, row["said"], row["total"])
    if listed:
        for row in await store.read(records_held(owner, ties)):
            for record in json.loads(row["records"]):
                for field in listed & record["fields"].keys():
                    _count(found, owner, field, record["fields"][field], 1)
    return found


def _count(found: Counter[Name], owner: str, field: str, said: object, times: int) -> None:
    for value in said if isinstance(said, list) else [said]:
        found[Name("value", (owner, field, str(value)))] += times
