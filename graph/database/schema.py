"""What follows from the ontology in the database: constraints, and the statements that read and write facts.

Kinds and relation types cannot be parameters in Cypher; they come from the declarations only, never from input.
"""

import hashlib

from graph.facts.facts import Bookkeeping
from graph.ontology.declaration import Kind, Relation, attributes
from graph.ontology.ontology import ONTOLOGY

RECORDS_OF_RUNS = ("Graph", "Dataset", "Run", "Undo", "Scenario")
"""Labels of the bookkeeping nodes: revision and lock, what was loaded, by which runs, how to take one back, what if."""


def reserved_names_are_free() -> None:
    """Raise when a declared field has the name of a bookkeeping property."""
    for owner in (*ONTOLOGY.kinds.values(), *(r.fields for r in ONTOLOGY.relations.values())):
        if taken := attributes(owner).keys() & {b.value for b in Bookkeeping}:
            raise TypeError(f"{owner.__name__}.{taken.pop()}: that name is used for provenance")
    if taken := ONTOLOGY.kinds.keys() & set(RECORDS_OF_RUNS):
        raise TypeError(f"{taken.pop()}: that name is used for the record of runs")


reserved_names_are_free()


def constraints() -> list[str]:
    """One statement per kind: ids are unique."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (*ONTOLOGY.kinds, *RECORDS_OF_RUNS)
    ]


def fingerprint() -> str:
    """Changes when the constraints do."""
    return hashlib.sha256("\n".join(constraints()).encode()).hexdigest()[:16]


def create_things(kind: type[Kind]) -> str:
    """Create nodes from ``$rows``: a list of property maps."""
    return f"UNWIND $rows AS row CREATE (n:{kind.__name__}) SET n = row"


def replace_things(kind: type[Kind]) -> str:
    """Give nodes the properties of ``$rows``, found by id; what a row lacks is removed."""
    return f"UNWIND $rows AS row MATCH (n:{kind.__name__} {{id: row.id}}) SET n = row"


def restore_things(kind: type[Kind]) -> str:
    """Give nodes the properties of ``$rows``, whether or not they are there."""
    return f"UNWIND $rows AS row MERGE (n:{kind.__name__} {{id: row.id}}) SET n = row"


def delete_things(kind: type[Kind]) -> str:
    """Delete the nodes with ``$ids`` and their relationships."""
    return f"UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}}) DETACH DELETE n"


def _between(source: type[Kind], target: type[Kind]) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{source.__name__} {{id: row.source}}) "
        f"MATCH (b:{target.__name__} {{id: row.target}}) "
    )


def create_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Create relationships from ``$rows``: ``{source, target, properties}``."""
    return _between(source, target) + f"CREATE (a)-[r:{relation.name}]->(b) SET r = row.properties"


def replace_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Give relationships the properties of ``$rows``: ``{source, target, properties}``."""
    return _between(source, target) + f"MATCH (a)-[r:{relation.name}]->(b) SET r = row.properties"


def restore_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Give relationships the properties of ``$rows``, whether or not they are there; for the one writer only."""
    return _between(source, target) + f"MERGE (a)-[r:{relation.name}]->(b) SET r = row.properties"


def delete_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Delete the relationships of ``$rows``: ``{source, target}``."""
    return _between(source, target) + f"MATCH (a)-[r:{relation.name}]->(b) DELETE r"


THINGS = (
    "MATCH (n) WHERE n.datasets IS NOT NULL "
    "RETURN labels(n)[0] AS kind, n.id AS id, n.name AS name, n.datasets AS datasets"
)
"""Every thing by kind and id, with its name and the datasets that state it."""
THINGS_OF_DATASET = "MATCH (n) WHERE $dataset IN n.datasets RETURN n"
"""Nodes that ``$dataset`` has a record of."""
LINKS_OF_DATASET = "MATCH ()-[r]->() WHERE $dataset IN r.datasets RETURN r"
"""Relationships that ``$dataset`` has a record of."""


def things_by_id(kind: type[Kind]) -> str:
    """Nodes with ``$ids``."""
    return f"UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}}) RETURN n"


def links_by_ends(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Relationships between the pairs of ``$rows``: ``{source, target}``."""
    return _between(source, target) + f"MATCH (a)-[r:{relation.name}]->(b) RETURN r"


SAID = (
    Bookkeeping.SOURCE, Bookkeeping.SECTION, Bookkeeping.PARAPHRASE, Bookkeeping.EVIDENCE, Bookkeeping.DATASET,
    Bookkeeping.PLACE, Bookkeeping.RUN, Bookkeeping.RECORDS,
)  # fmt: skip
"""What is read of who says a fact; the last is None where one dataset alone does, and all of its records else."""


def said_of_things(kind: type[Kind]) -> str:
    """Who says the nodes with ``$ids``: one list of the id and `SAID` of each; many times quicker than the nodes."""
    said = ", ".join(f"n.{name}" for name in ("id", *SAID))
    return f"UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}}) RETURN collect([{said}]) AS said"


def said_of_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """The same for the relationships between the pairs of ``$rows``: ``{source, target}``; a pair stands for the id."""
    said = ", ".join(f"r.{name}" for name in SAID)
    return (
        _between(source, target) + f"MATCH (a)-[r:{relation.name}]->(b) RETURN collect([[a.id, b.id], {said}]) AS said"
    )


def links_of_things(kind: type[Kind]) -> str:
    """All relationships, either way, of the nodes with ``$ids``."""
    return f"UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}})-[r]-() RETURN DISTINCT r"
