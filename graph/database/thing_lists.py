"""Lists of things: what a search finds, all of a kind page by page, and how many there are."""

from graph.database import ownership, predicates, runs
from graph.ontology.declaration import Kind

_THINGS = f"MATCH (n:{ownership.KINDS}) WHERE {ownership.thing('n')}"
COUNTS = f"{_THINGS} WITH labels(n)[0] AS kind, count(*) AS total RETURN collect([kind, total]) AS kinds"
"""One row: how many things there are of each kind, as ``kinds``: pairs of a kind's name and a number."""
OVERVIEW = f"CALL () {{ {COUNTS} }} CALL () {{ {runs.DATASETS} }} RETURN kinds, datasets"
"""One row with what `COUNTS` and `DATASETS` give."""
_PAGE = "WITH collect(n) AS found RETURN size(found) AS total, found[$offset..$offset + $limit] AS shown"
SEARCH = f"""
{_THINGS} AND {predicates.holds_words("$words")}
WITH n, CASE WHEN n.sort_key = $key THEN 0 WHEN n.sort_key STARTS WITH $key THEN 1
             WHEN n.sort_key CONTAINS $key THEN 2 ELSE 3 END AS rank
ORDER BY rank, n.sort_key, n.id
{_PAGE}
"""
"""One row: in ``total`` how many things hold all of ``$words``, and ``shown``, ``$limit`` of them from ``$offset`` on.

First the thing whose name sorts as ``$key``, then those whose names begin with it, then those that have it inside.
"""
FIRST_FOUND = (
    f"{_THINGS} AND ($kinds IS NULL OR labels(n)[0] IN $kinds) "
    f"AND {predicates.holds_words('$words')} "
    "WITH n, CASE WHEN n.sort_key STARTS WITH $start OR n.search CONTAINS $line THEN 0 "
    "WHEN n.sort_key CONTAINS ' ' + $start THEN 1 WHEN n.sort_key CONTAINS $start THEN 2 ELSE 3 END AS rank "
    f"ORDER BY rank, n.sort_key, n.id, labels(n)[0] "
    "WITH collect(n) AS every RETURN size(every) AS total, every[..$take] AS page"
)
"""One row: in ``total`` how many things of ``$kinds``, or of all where that is null, hold all of ``$words``, and the
first ``$take`` as ``page``.

First those of which a name or another name begins with the text (``$start`` as it sorts, ``$line`` as it is searched).
"""


def listed(kind: type[Kind]) -> str:
    """The things of a kind that hold all of ``$words``, by name, in the shape of `SEARCH`."""
    return f"{_of(kind, predicates.holds_words('$words'))} WITH n ORDER BY n.sort_key, n.id {_PAGE}"


def total(kind: type[Kind], condition: str) -> str:
    """How many things of a kind fulfil the condition; one row, ``total``."""
    return f"{_of(kind, condition)} RETURN count(n) AS total"


def page(kind: type[Kind], condition: str, after: bool) -> str:
    """How many things of a kind fulfil the condition, and ``$take`` of them after ``$after``: one row, ``total, page``.

    The condition's own parameters come beside these.
    """
    following = predicates.follows("n") if after else ""
    return (
        f"CALL () {{ {total(kind, condition)} }} "
        f"CALL () {{ {_of(kind, condition, following)} "
        f"WITH n {predicates.in_order('n')} LIMIT $take RETURN collect(n) AS page }} "
        "RETURN total, page"
    )


def _of(kind: type[Kind], *conditions: str) -> str:
    return f"MATCH (n:{kind.__name__}){predicates.where(ownership.thing('n'), *conditions)}"
