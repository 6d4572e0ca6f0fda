"""Cypher for a person to paste: it shows the things and relations that it is written for, and no others.

It has no parameters, so what it is written for stands in it as literals; ids come from sources that nobody trusts.
"""

from collections.abc import Collection, Iterable
from typing import TypeVar

from graph.facts.facts import FactKey, LinkKey, Ref
from graph.facts.records import Bookkeeping

Key = TypeVar("Key")
Value = TypeVar("Value")
ESCAPED = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
UNSAFE_IN_COMMENTS = "\\"
"""Neo4j reads ``\\u000A`` as the end of a line wherever it stands, and a comment ends there."""


def showing(facts: Collection[FactKey]) -> str:
    """A statement that returns these things, and these relations with both ends: ``thing, relation, other``.

    Things are found by id, of which the database has an index; a row stands for a fact. Empty where there are none.
    """
    things = _grouped((key.kind, literal(key.id)) for key in facts if isinstance(key, Ref))
    links = _grouped(
        ((key.source.kind, key.relation, key.target.kind), f"[{literal(key.source.id)}, {literal(key.target.id)}]")
        for key in facts
        if isinstance(key, LinkKey)
    )
    parts = [_things(kind, ids) for kind, ids in things.items()]
    parts += [_links(*ends, pairs) for ends, pairs in links.items()]
    return "\nUNION ALL\n".join(parts) + (";\n" if parts else "")


def _things(kind: str, ids: list[str]) -> str:
    return (
        f"UNWIND [{', '.join(ids)}] AS id\n"
        f"MATCH (thing:{kind} {{id: id}})\n"
        "RETURN thing, null AS relation, null AS other"
    )


def _links(source: str, relation: str, target: str, pairs: list[str]) -> str:
    return (
        f"UNWIND [{', '.join(pairs)}] AS ends\n"
        f"MATCH (thing:{source} {{id: ends[0]}})-[relation:{relation}]->(other:{target} {{id: ends[1]}})\n"
        f"WHERE relation.{Bookkeeping.BORN} IS NOT NULL\n"
        "RETURN thing, relation, other"
    )


def literal(text: str) -> str:
    """The text as Cypher takes it, between apostrophes."""
    return f"'{text.translate(ESCAPED)}'"


def comment(lines: Iterable[str]) -> str:
    """The lines as comments; what could end one is left out of it, whoever wrote it."""
    return "".join(f"// {_harmless(line)}\n" for line in lines)


def _harmless(line: str) -> str:
    return "".join(letter if letter.isprintable() and letter not in UNSAFE_IN_COMMENTS else " " for letter in line)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
