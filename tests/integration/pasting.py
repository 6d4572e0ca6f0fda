"""What Neo4j Browser would show of a text that is pasted into it."""

from collections.abc import Iterator
from typing import Any

from graph.database.store import Store
from graph.facts.facts import FactKey, LinkKey
from graph.facts.merged_view import Link, Thing
from queries.asking.answer import Answer
from queries.asking.answer_cypher import answer_in_cypher
from queries.asking.catalogue import catalogue


def keys(value: Any) -> Iterator[FactKey]:
    """Every thing and relation in what was read."""
    if isinstance(value, Thing | Link):
        yield value.key
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from keys(each)


def with_ends(facts: set[FactKey]) -> set[FactKey]:
    """The facts and both ends of each relation: who sees a relation sees these."""
    return facts | {end for key in facts if isinstance(key, LinkKey) for end in (key.source, key.target)}


async def shown_by(store: Store, answer: Answer) -> set[FactKey]:
    """Every thing and relation that the text written for the answer shows."""
    text = answer_in_cypher(catalogue()[answer.stem], answer, "en")
    return set(keys(await store.read(text))) if "MATCH" in text else set()
