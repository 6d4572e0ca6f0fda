"""The statements that read and write facts, generic by kind and by relation.

Kinds and relation types cannot be parameters in Cypher; they come from the declarations only, never from input.
"""

from typing import NamedTuple

from graph.database import ownership
from graph.facts.records import Bookkeeping, Record, properties_of
from graph.ontology.declaration import Kind, Relation

_OURS = ownership.thing("n")


def counted(writing: str) -> str:
    """A writing statement that also says how much it wrote: one row, ``rows``."""
    return f"{writing} RETURN count(*) AS rows"


def create_things(kind: type[Kind]) -> str:
    """Create nodes from ``$rows``: a list of property maps."""
    return f"UNWIND $rows AS row CREATE (n:{kind.__name__}) SET n = row"


def replace_things(kind: type[Kind]) -> str:
    """Give nodes the properties of ``$rows``, found by id; what a row lacks is removed."""
    return f"UNWIND $rows AS row MATCH (n:{kind.__name__} {{id: row.id}}) WHERE {_OURS} SET n = row"


def restore_things(kind: type[Kind]) -> str:
    """Give nodes the properties of ``$rows``, whether or not they are there."""
    return f"UNWIND $rows AS row MERGE (n:{kind.__name__} {{id: row.id, born: row.born}}) SET n = row"


def delete_things(kind: type[Kind]) -> str:
    """Delete the nodes with ``$ids``, whose relationships go first."""
    return f"{_with_ids(kind)} {ownership.delete_or_let_go('n')}"


def create_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Create relationships from ``$rows``: ``{source, target, properties}``."""
    return f"{_between(source, target)} CREATE (a)-[r:{relation.name}]->(b) SET r = row.properties"


def replace_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Give relationships the properties of ``$rows``: ``{source, target, properties}``."""
    return f"{_links_between(source, relation, target)} SET r = row.properties"


def restore_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Give relationships the properties of ``$rows``, whether or not they are there; for the one writer only."""
    return (
        f"{_between(source, target)} "
        f"MERGE (a)-[r:{relation.name} {{endpoints: row.properties.endpoints}}]->(b) SET r = row.properties"
    )


def delete_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Delete the relationships of ``$rows``: ``{source, target}``."""
    return f"{_links_between(source, relation, target)} DELETE r"


KNOWN = (
    f"MATCH (n:{ownership.KINDS}) WHERE {_OURS} "
    "RETURN labels(n) AS labels, collect([n.id, n.name, n.datasets]) AS known"
)
"""All things, a row for each kind with its ``labels``: ``known`` has lists of id, name and datasets that state it."""


class Pages(NamedTuple):
    """Statements that read much, page by page."""

    total: str
    """One row: how much there is, ``total``."""
    page: str
    """Rows ``held`` from ``$skip``, at most ``$take``."""


def stated_things(kind: type[Kind]) -> Pages:
    """The nodes of a kind that ``$dataset`` has a record of."""
    return _pages(f"MATCH (n:{kind.__name__}) WHERE {_OURS} AND $dataset IN n.datasets", "n")


def stated_links(relation: Relation) -> Pages:
    """The relationships of a type that ``$dataset`` has a record of."""
    return _pages(f"MATCH ()-[r:{relation.name}]->() WHERE {ownership.link('r')} AND $dataset IN r.datasets", "r")


def born_things(kind: type[Kind]) -> Pages:
    """The nodes of a kind that ``$run`` created."""
    return _pages(f"MATCH (n:{kind.__name__}) WHERE {_OURS} AND n.born = $run", "n")


def born_links(relation: Relation) -> Pages:
    """The relationships of a type that ``$run`` created."""
    return _pages(f"MATCH ()-[r:{relation.name}]->() WHERE {ownership.link('r')} AND r.born = $run", "r")


def _pages(pattern: str, variable: str) -> Pages:
    return Pages(
        f"{pattern} RETURN count({variable}) AS total",
        f"{pattern} WITH {variable} SKIP $skip LIMIT $take RETURN {variable} AS held",
    )


def things_of_kind(kind: type[Kind]) -> str:
    """All nodes of a kind, a row ``n`` each."""
    return f"MATCH (n:{kind.__name__}) WHERE {_OURS} RETURN n"


def links_of_type(relation: Relation) -> str:
    """All relationships of a type, a row ``r`` each."""
    return f"MATCH ()-[r:{relation.name}]->() WHERE {ownership.link('r')} RETURN r"


def things_by_id(kind: type[Kind]) -> str:
    """Nodes with ``$ids``, a row ``n`` each, however large they are together."""
    return f"{_with_ids(kind)} RETURN n"


def links_by_ends(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """Relationships between the pairs of ``$rows``, ``{source, target}``; a row ``r`` each."""
    return f"{_links_between(source, relation, target)} RETURN r"


def properties_of_things(kind: type[Kind]) -> str:
    """The properties of the nodes with ``$ids`` in one row, ``held``; what is not there is left out."""
    return f"{_with_ids(kind)} RETURN collect(properties(n)) AS held"


def properties_of_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """The same of the relationships between the pairs of ``$rows``, ``{source, target}``: a quarter of the work."""
    return f"{_links_between(source, relation, target)} RETURN collect(properties(r)) AS held"


def links_of_things(kind: type[Kind]) -> str:
    """All relationships, either way, of the nodes with ``$ids``; a row ``r`` each."""
    return (
        f"UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}})-[r:{ownership.RELATIONS}]-() "
        f"WHERE {ownership.link('r')} RETURN DISTINCT r"
    )


SAID = (*properties_of(Record), Bookkeeping.RECORDS.value)
"""What is read of who says a fact; the last is None where one dataset alone does, and all of its records else."""


def said_of_things(kind: type[Kind]) -> str:
    """Who says the nodes with ``$ids``: one list of the id and `SAID` of each; many times quicker than the nodes."""
    return f"{_with_ids(kind)} RETURN collect([{_columns('n', 'id', *SAID)}]) AS said"


def said_of_links(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    """The same for the relationships between the pairs of ``$rows``: ``{source, target}``; a pair stands for the id."""
    return f"{_links_between(source, relation, target)} RETURN collect([[a.id, b.id], {_columns('r', *SAID)}]) AS said"


def _with_ids(kind: type[Kind]) -> str:
    return f"UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}}) WHERE {_OURS}"


def _between(source: type[Kind], target: type[Kind]) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{source.__name__} {{id: row.source}}) WHERE {ownership.thing('a')} "
        f"MATCH (b:{target.__name__} {{id: row.target}}) WHERE {ownership.thing('b')}"
    )


def _links_between(source: type[Kind], relation: Relation, target: type[Kind]) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{source.__name__} {{id: row.source}}) "
        f"MATCH (b:{target.__name__} {{id: row.target}}) "
        f"MATCH (a)-[r:{relation.name}]->(b) WHERE {ownership.link('r')}"
    )


def _columns(variable: str, *names: str) -> str:
    return ", ".join(f"{variable}.{name}" for name in names)
