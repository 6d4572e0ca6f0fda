"""What things, datasets and documents are called."""

from collections.abc import Iterable

from graph.database import ownership
from graph.ontology.declaration import Kind
from graph.ontology.kinds import Document

_OURS = ownership.thing("n")
LIBRARY = f"""
MATCH (d:Dataset) WHERE {ownership.record("d", "Dataset")}
RETURN true AS dataset, d.id AS id, d.id AS key, d.title AS name, d.title_sv AS name_sv
UNION ALL
MATCH (d:{Document.__name__}) WHERE d.file IS NOT NULL AND {ownership.thing("d")}
RETURN false AS dataset, d.id AS id, d.file AS key, d.name AS name, d.name_sv AS name_sv
"""
"""The names of all datasets, by id, and of all documents with a file, by that: ``key``; ``dataset`` says which."""


def names_by_id(kinds: Iterable[type[Kind]]) -> str:
    """What things are called: ``kind``, id, ``name`` and ``name_sv``, a row each.

    The ids of each kind are a parameter of the kind's name.
    """
    return " UNION ALL ".join(
        f"UNWIND ${kind.__name__} AS id MATCH (n:{kind.__name__} {{id: id}}) WHERE {_OURS} "
        f"RETURN '{kind.__name__}' AS kind, n.id AS id, n.name AS name, n.name_sv AS name_sv"
        for kind in kinds
    )
