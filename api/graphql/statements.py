"""Cypher texts that read things and their relations; names in them come from the declarations only."""

from graph.ontology.declaration import Kind, Side

ORDER = "ORDER BY {n}.sort_key, {n}.id, labels({n})[0]"
AFTER = (
    "({n}.sort_key > $after[0] OR ({n}.sort_key = $after[0] AND "
    "({n}.id > $after[1] OR ({n}.id = $after[1] AND labels({n})[0] > $after[2]))))"
)


def things(kind: type[Kind]) -> str:
    """The things with ``$ids`` as one list."""
    return f"UNWIND $ids AS id MATCH (n:{kind.__name__} {{id: id}}) RETURN collect(n) AS found"


def total(kind: type[Kind], condition: str) -> str:
    """How many things of a kind there are."""
    return f"MATCH (n:{kind.__name__}){_where([condition] if condition else [])} RETURN count(n) AS total"


def page(kind: type[Kind], condition: str, after: bool) -> str:
    """How many things of a kind there are, and ``$take`` of them after ``$after``."""
    match = f"MATCH (n:{kind.__name__})"
    kept = [condition] if condition else []
    following = [*kept, AFTER.format(n="n")] if after else kept
    return (
        f"CALL () {{ {match}{_where(kept)} RETURN count(n) AS total }} "
        f"CALL () {{ {match}{_where(following)} WITH n {ORDER.format(n='n')} LIMIT $take RETURN collect(n) AS page }} "
        "RETURN total, page"
    )


def arrow(side: Side, link: str = "") -> str:
    """A relation as seen from one of its sides, between two nodes of a pattern."""
    middle = f"[{link}:{side.relation.name}]"
    return f"-{middle}->" if side.outgoing else f"<-{middle}-"


def related(kind: type[Kind], side: Side, condition: str, after: bool) -> str:
    """For each of ``$ids``: how many things stand on that side, and ``$take`` of them after ``$after``.

    The other end has no label: its kinds follow from the relation, and Neo4j plans each label as a branch.
    """
    following = f" WHERE {AFTER.format(n='e.node')}" if after else ""
    return (
        f"UNWIND $ids AS id MATCH (a:{kind.__name__} {{id: id}}) "
        f"CALL (a) {{ MATCH (a){arrow(side, 'r')}(n){_where([condition] if condition else [])} "
        f"WITH n, r {ORDER.format(n='n')} WITH collect({{node: n, link: r}}) AS every "
        f"RETURN size(every) AS total, [e IN every{following}][..$take] AS page }} "
        "RETURN collect({id: a.id, total: total, page: page}) AS found"
    )


def _where(conditions: list[str]) -> str:
    return " WHERE " + " AND ".join(conditions) if conditions else ""


SEARCH = (
    "MATCH (n) WHERE n.search IS NOT NULL AND ($kinds IS NULL OR labels(n)[0] IN $kinds) "
    "AND all(word IN $words WHERE n.search CONTAINS word) "
    "WITH n, CASE WHEN n.sort_key STARTS WITH $start OR n.search CONTAINS $line THEN 0 "
    "WHEN n.sort_key CONTAINS ' ' + $start THEN 1 WHEN n.sort_key CONTAINS $start THEN 2 ELSE 3 END AS rank "
    "ORDER BY rank, n.sort_key, n.id, labels(n)[0] "
    "WITH collect(n) AS every RETURN size(every) AS total, every[..$take] AS page"
)
COUNTS = "MATCH (n) WHERE n.datasets IS NOT NULL RETURN labels(n)[0] AS kind, count(n) AS total"
DATASETS = "MATCH (d:Dataset) RETURN collect(properties(d)) AS found"
RUNS = (
    "MATCH (r:Run) WHERE $dataset IS NULL OR r.dataset = $dataset WITH r ORDER BY r.number DESC LIMIT $take "
    "RETURN collect(properties(r)) AS found"
)
