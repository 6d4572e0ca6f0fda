"""Giving what the graph holds the names that the ontology has now, a part at a time.

Each text changes at most `PART` of what still has the older name, and says how many: one row, ``rows``. So each can be
repeated until there is nothing left, by whoever finds it half done. A label is never taken from a node nor given to
it, which the embedded engine cannot do: a thing gets a new node, its relations go there, whoever's they are, and the
old one goes when it has none.
"""

from graph.database import ownership

PART = 5_000
"""What one text changes within seconds on either engine."""


def in_the_way(old: str, new: str) -> str:
    """Nodes that are somebody's and have the label ``new`` and the id of a thing: ``id``, a row each, some of them."""
    return (
        f"MATCH (n:{old}) WHERE {ownership.thing('n')} MATCH (m:{new} {{id: n.id}}) WHERE NOT ({ownership.thing('m')}) "
        "RETURN m.id AS id LIMIT 10"
    )


def copy_things(old: str, new: str) -> str:
    """Give things of the kind `old` a node of the kind `new`, where they have none."""
    return (
        f"MATCH (n:{old}) WHERE {ownership.thing('n')} "
        f"AND NOT EXISTS {{ MATCH (m:{new} {{id: n.id}}) WHERE {ownership.thing('m')} }} WITH n LIMIT {PART} "
        f"CREATE (m:{new}) SET m = properties(n) RETURN count(*) AS rows"
    )


def types_at(owner: str) -> str:
    """Every ``type`` of relationship, whoever's, that things of the kind still have; a row each."""
    return f"MATCH (n:{owner})-[r]-() WHERE {ownership.thing('n')} RETURN DISTINCT type(r) AS type"


def move_outgoing(old: str, new: str, type: str) -> str:
    """Let relationships begin at the node of the kind `new`."""
    return (
        f"MATCH (n:{old})-[r:{_quoted(type)}]->(other) WHERE {ownership.thing('n')} WITH n, r, other LIMIT {PART} "
        f"MATCH (m:{new} {{id: n.id}}) CREATE (m)-[s:{_quoted(type)}]->(other) SET s = properties(r) DELETE r "
        "RETURN count(*) AS rows"
    )


def move_incoming(old: str, new: str, type: str) -> str:
    """Let relationships end at the node of the kind `new`."""
    return (
        f"MATCH (other)-[r:{_quoted(type)}]->(n:{old}) WHERE {ownership.thing('n')} WITH n, r, other LIMIT {PART} "
        f"MATCH (m:{new} {{id: n.id}}) CREATE (other)-[s:{_quoted(type)}]->(m) SET s = properties(r) DELETE r "
        "RETURN count(*) AS rows"
    )


def delete_copied(owner: str) -> str:
    """Delete the old nodes of things, whose relationships are at the new ones."""
    return f"MATCH (n:{owner}) WHERE {ownership.thing('n')} WITH n LIMIT {PART} DELETE n RETURN count(*) AS rows"


def rename_end(place: int) -> str:
    """Let relations call the kind of an end ``$new`` that was ``$old``: the source's at `place` 0, the other's at 2."""
    return (
        f"MATCH ()-[r:{ownership.RELATIONS}]->() WHERE {ownership.link('r')} AND r.endpoints[{place}] = $old "
        f"WITH r LIMIT {PART} "
        f"SET r.endpoints = r.endpoints[..{place}] + [$new] + r.endpoints[{place + 1}..] RETURN count(*) AS rows"
    )


RENAME_GONE = f"""
MATCH (r:Run) WHERE {ownership.record("r", "Run")} AND any(each IN r.gone WHERE each STARTS WITH $old)
WITH r LIMIT {PART}
SET r.gone = [each IN r.gone | CASE WHEN each STARTS WITH $old THEN $new + substring(each, size($old)) ELSE each END]
RETURN count(*) AS rows
"""
"""Let runs name what is gone as ``$new`` that began with ``$old``: a kind's name and a slash."""


def rename_type(old: str, new: str) -> str:
    """Give relations of the type `old` the type `new`."""
    return (
        f"MATCH (a)-[r:{old}]->(b) WHERE {ownership.link('r')} WITH a, r, b LIMIT {PART} "
        f"CREATE (a)-[s:{new}]->(b) SET s = properties(r) DELETE r RETURN count(*) AS rows"
    )


def rename_field(owner: str, ties: bool, old: str, new: str) -> str:
    """Let things of a kind, or with `ties` relations of a type, have a field by its new name."""
    return (
        f"{ownership.held(owner, ties)} AND n.`{old}` IS NOT NULL WITH n LIMIT {PART} "
        f"SET n.`{new}` = n.`{old}`, n.`{old}` = null RETURN count(*) AS rows"
    )


def rename_value(owner: str, ties: bool, field: str) -> str:
    """Let a field have the value ``$new`` where it had ``$old``."""
    return (
        f"{ownership.held(owner, ties)} AND n.`{field}` = $old WITH n LIMIT {PART} "
        f"SET n.`{field}` = $new RETURN count(*) AS rows"
    )


def rename_item(owner: str, ties: bool, field: str) -> str:
    """The same where the field has several values."""
    return (
        f"{ownership.held(owner, ties)} AND $old IN n.`{field}` WITH n LIMIT {PART} "
        f"SET n.`{field}` = [each IN n.`{field}` | CASE WHEN each = $old THEN $new ELSE each END] "
        "RETURN count(*) AS rows"
    )


def records_of_things(owner: str) -> str:
    """The ``id`` and ``records`` of things that several datasets state; a row each."""
    return f"{ownership.held(owner, False)} AND n.records IS NOT NULL RETURN n.id AS id, n.records AS records"


def records_of_links(owner: str) -> str:
    """The same of relations, each by its ``endpoints``."""
    return (
        f"{ownership.held(owner, True)} AND n.records IS NOT NULL RETURN n.endpoints AS endpoints, n.records AS records"
    )


def set_records_of_things(owner: str) -> str:
    """Keep the ``records`` of the things with ``id``, in ``$rows``."""
    return (
        f"UNWIND $rows AS row MATCH (n:{owner} {{id: row.id}}) WHERE {ownership.thing('n')} "
        "SET n.records = row.records RETURN count(*) AS rows"
    )


def set_records_of_links(start: str, owner: str, end: str) -> str:
    """Keep the ``records`` of the relations between ``source`` and ``target``, ids of the two kinds, in ``$rows``."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.source}}) MATCH (b:{end} {{id: row.target}}) "
        f"MATCH (a)-[r:{owner}]->(b) WHERE {ownership.link('r')} SET r.records = row.records RETURN count(*) AS rows"
    )


def drop_constraint(owner: str) -> str:
    """Let the database forget the label of a kind that is called otherwise now."""
    return f"DROP CONSTRAINT {owner.lower()}_id IF EXISTS"


def _quoted(type: str) -> str:
    return "`" + type.replace("`", "``") + "`"
