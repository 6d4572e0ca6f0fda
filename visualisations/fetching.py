"""Things by their keys and the relations between them, in one reading."""

from collections.abc import Collection

from graph.facts import Link, LinkKey, Ref, Thing
from graph.ontology import ONTOLOGY
from graph.store import Store

THINGS = """
CALL {{
  {each_kind}
}}
WITH collect(n) AS things
"""
LINKS = """
CALL (things) {{
  UNWIND things AS a
  MATCH (a)-[r:{types}]->(b) WHERE b IN things
  RETURN collect(r) AS links
}}
RETURN things, links
"""


async def fetched(
    store: Store, refs: Collection[Ref], keys: Collection[LinkKey]
) -> tuple[int, dict[Ref, Thing], dict[LinkKey, Link]]:
    """The things, those of the relations that go between them, and the revision that all belong to."""
    by_kind: dict[str, list[str]] = {}
    for ref in refs:
        if ref.kind in ONTOLOGY.kinds:
            by_kind.setdefault(ref.kind, []).append(ref.id)
    if not by_kind:
        return await store.revision(), {}, {}
    text = THINGS.format(
        each_kind="\n  UNION ALL\n  ".join(
            f"UNWIND ${kind} AS id MATCH (n:{kind} {{id: id}}) RETURN n" for kind in by_kind
        )
    )
    types = "|".join(sorted({key.relation for key in keys} & ONTOLOGY.relations.keys()))
    text += LINKS.format(types=types) if types else "RETURN things, [] AS links"
    revision, rows = await store.read_whole(text, **by_kind)
    things: list[Thing] = rows[0]["things"]
    links: list[Link] = rows[0]["links"]
    wanted = set(keys)
    return (
        revision,
        {thing.key: thing for thing in things},
        {link.key: link for link in links if link.key in wanted},
    )
