"""What is ours in the database: what has our labels and our bookkeeping. All else is somebody's, and is let be.

A mark is made of what every loaded graph has, so that a graph from before this page has it too.
"""

from graph.facts.records import Bookkeeping
from graph.ontology.ontology import ONTOLOGY, PAST

KINDS = "|".join(ONTOLOGY.kinds)
"""The labels of things, as a pattern takes them."""
RELATIONS = "|".join(ONTOLOGY.relations)
"""The types of relations, as a pattern takes them."""
KINDS_EVER = "|".join((*ONTOLOGY.kinds, *PAST.kinds))
RELATIONS_EVER = "|".join((*ONTOLOGY.relations, *PAST.relations))
"""The same with their older names: what an older program has half written is found under those."""
_THING = (Bookkeeping.SORT_KEY, Bookkeeping.SEARCH, Bookkeeping.BORN, Bookkeeping.FIRST_RUN, Bookkeeping.DATASETS)
_LINK = (Bookkeeping.ENDPOINTS, Bookkeeping.BORN)
_RECORDS = {
    "Graph": ("revision", "schema"),
    "Dataset": ("trust", "run", "loaded"),
    "Run": ("number", "dataset", "digest", "started", "things_created"),
    "Undo": ("run", "part", "text", "parameter", "batch"),
    "Ledger": ("dataset", "run", "bucket", "entries"),
    "FilesRead": ("dataset", "mark", "revision", "warnings"),
    "Delta": ("run", "revision", "part", "keys"),
    "Scenario": ("told", "saved"),
}
HOLDINGS = (
    "MATCH (n) WITH labels(n) AS labels, count(*) AS total ORDER BY total DESC LIMIT 10 "
    "RETURN collect([labels, total]) AS holdings"
)
"""One row: the ten commonest sorts of nodes in the database, whoever's they are, as pairs of labels and a number."""


def thing(variable: str) -> str:
    """The node, of a kind, is a thing of ours."""
    return _has(variable, _THING)


def link(variable: str) -> str:
    """The relationship, of a declared type, is ours; so are both of its ends then."""
    return _has(variable, _LINK)


def record(variable: str, label: str) -> str:
    """The node, of a label of the bookkeeping, is ours."""
    return _has(variable, _RECORDS[label])


def held(owner: str, ties: bool) -> str:
    """Match every ``n`` that is a thing of the kind, or with `ties` a relation of the type; conditions may follow."""
    return f"MATCH ()-[n:{owner}]->() WHERE {link('n')}" if ties else f"MATCH (n:{owner}) WHERE {thing('n')}"


def delete_or_let_go(node: str) -> str:
    """Delete the node, whose relations are gone; one that somebody else has tied to keeps its name and is not ours.

    Deleting that too would delete what is not ours.
    """
    return (
        f"WITH {node}, COUNT {{ ({node})--() }} AS ties "
        f"FOREACH (each IN CASE WHEN ties = 0 THEN [{node}] ELSE [] END | DELETE each) "
        f"FOREACH (each IN CASE WHEN ties > 0 THEN [{node}] ELSE [] END | SET each = {{name: each.name}})"
    )


def _has(variable: str, names: tuple[str, ...]) -> str:
    return " AND ".join(f"{variable}.{name} IS NOT NULL" for name in names)
