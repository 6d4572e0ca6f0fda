"""The statements that read the whole graph for a snapshot: as columns, and in one text for all kinds.

A database plans a text the first time that it sees it: to plan one for each kind and relation takes longer than to
read. Each row holds a part of its kind, those whose ids end alike, so that no row is large.
"""

from graph.database import ownership
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY

THING = ("id", "sort_key", "born", "run", "datasets")
"""What the snapshot has of every thing beside its fields."""
FIELDS = {name: [field for field in kind.model_fields if field != "id"] for name, kind in ONTOLOGY.kinds.items()}
"""The fields of each kind, in the order in which they are read."""
LINK_FIELDS = {name: list(relation.attributes) for name, relation in ONTOLOGY.relations.items() if relation.attributes}
"""The same of the relations that have any."""
_OURS = ownership.thing("n")
_AS_LIST = f"[{', '.join(f'n.{name}' for name in THING)}, [field IN fields | n[field]]]"
_PLAIN = [name for name in ONTOLOGY.relations if name not in LINK_FIELDS]
SHARES = 6
"""Statements that read the relations without fields."""

THINGS = (
    f"MATCH (n:{ownership.KINDS}) WHERE {_OURS} "
    "WITH n, head([label IN labels(n) WHERE label IN keys($fields)]) AS kind "
    "WITH n, kind, $fields[kind] AS fields "
    f"RETURN kind, right(n.id, 2) AS part, collect({_AS_LIST}) AS things"
)
"""All things: lists of `THING` and, as the last of each, a list of its ``$fields``, which is `FIELDS`."""


def things_with_ids(kind: type[Kind]) -> str:
    """Those of a kind with ``$ids``, in one row: ``things``, lists as of `THINGS`; ``$fields`` is of this kind."""
    return (
        f"WITH $fields AS fields UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}}) WHERE {_OURS} "
        f"RETURN collect({_AS_LIST}) AS things"
    )


def links() -> list[str]:
    """All relations of the types without fields: ``source`` and ``target`` are kinds, ``starts`` and ``ends`` ids.

    In some statements, because an engine breaks off one that takes half a minute: a million relations take as long
    where it has a part of a processor. Types that are declared beside each other, and are often as many, are apart.
    """
    return [
        f"MATCH ()-[r:{'|'.join(_PLAIN[first::SHARES])}]->() WHERE {ownership.link('r')} "
        "WITH type(r) AS relation, r.endpoints AS ends "
        "RETURN relation, ends[0] AS source, ends[2] AS target, right(ends[1], 2) AS part, "
        "collect(ends[1]) AS starts, collect(ends[3]) AS ends"
        for first in range(SHARES)
    ]


LINKS_WITH_FIELDS = (
    f"MATCH ()-[r:{'|'.join(LINK_FIELDS)}]->() WHERE {ownership.link('r')} "
    "WITH r, type(r) AS relation, r.endpoints AS ends "
    "RETURN relation, ends[0] AS source, ends[2] AS target, right(ends[1], 2) AS part, "
    "collect(ends[1]) AS starts, collect(ends[3]) AS ends, collect([field IN $fields[relation] | r[field]]) AS said"
)
"""The same of the other types: ``said`` has ``$fields``, which is `LINK_FIELDS`, of each."""
