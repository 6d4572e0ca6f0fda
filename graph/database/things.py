"""A thing with its relations."""

from graph.database import ownership, predicates
from graph.ontology.declaration import Kind, Side

_SHOWN = "collect([r, other])[$offset..$offset + $limit] AS shown"
_IN_ORDER = "ORDER BY other.sort_key, other.id"


def whole(kind: type[Kind]) -> str:
    """The thing ``$id`` with ``$limit`` relations of each type and direction from ``$offset`` on; no row if not there.

    One row: ``n``, ``outgoing`` and ``incoming``; each of the latter ``{relation, total, shown}``, and what is shown
    a pair of relationship and node.
    """
    return f"""
MATCH (n:{kind.__name__} {{id: $id}}) WHERE {ownership.thing("n")}
{_by_type(f"-[r:{ownership.RELATIONS}]->", "outgoing")}
{_by_type(f"<-[r:{ownership.RELATIONS}]-", "incoming")}
RETURN n, outgoing, incoming
"""


def _by_type(pattern: str, name: str) -> str:
    return f"""CALL (n) {{
  MATCH (n){pattern}(other) WHERE {ownership.link("r")}
  WITH type(r) AS relation, r, other {_IN_ORDER}
  WITH relation, count(*) AS total, {_SHOWN}
  RETURN collect({{relation: relation, total: total, shown: shown}}) AS {name}
}}"""


def one_side(kind: type[Kind], side: Side) -> str:
    """The thing ``$id`` with ``$limit`` of what stands on that side from ``$offset`` on; no row if not there.

    One row: ``n``, how many stand there as ``total``, and ``shown``, pairs of relationship and node.
    """
    return f"""
MATCH (n:{kind.__name__} {{id: $id}}) WHERE {ownership.thing("n")}
CALL (n) {{
  MATCH (n){predicates.arrow(side, "r")}(other) WHERE {ownership.link("r")}
  WITH r, other {_IN_ORDER}
  RETURN count(*) AS total, {_SHOWN}
}}
RETURN n, total, shown
"""


def related(kind: type[Kind], side: Side, condition: str, after: bool) -> str:
    """For each of ``$ids``: how many things stand on that side, and ``$take`` of them after ``$after``.

    One row, ``found``: a list of ``{id, total, page}``, and a page a list of ``{node, link}``. The condition is about
    the other end. That has no label: its kinds follow from the relation, and Neo4j plans each label as a branch.
    """
    following = predicates.where(predicates.follows("e.node")) if after else ""
    return (
        f"UNWIND $ids AS id MATCH (a:{kind.__name__} {{id: id}}) WHERE {ownership.thing('a')} "
        f"CALL (a) {{ MATCH (a){predicates.arrow(side, 'r')}(n){predicates.where(ownership.link('r'), condition)} "
        f"WITH n, r {predicates.in_order('n')} WITH collect({{node: n, link: r}}) AS every "
        f"RETURN size(every) AS total, [e IN every{following}][..$take] AS page }} "
        "RETURN collect({id: a.id, total: total, page: page}) AS found"
    )
