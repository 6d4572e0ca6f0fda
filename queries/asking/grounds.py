"""What rows are made of: references in dictionary order, and the facts that they rest on."""

from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from graph.facts.facts import FactKey
from graph.snapshot.node import PLACE, Node
from queries.asking.answer import Phrase, ThingRef

Thing = TypeVar("Thing", bound=Node)
Facts: TypeAlias = "Node | FactKey | Iterable[Facts] | None"
"""Things and relations that something rests on, however nested."""


def ordered(things: Iterable[Thing]) -> list[Thing]:
    """Each thing once, by name as a Swedish dictionary has it."""
    return sorted(set(things), key=PLACE)


def refs(things: Iterable[Node]) -> tuple[ThingRef, ...]:
    """References to the things, each once, in order."""
    return tuple(map(ThingRef.of, ordered(things)))


def ref(thing: Node | None) -> ThingRef | None:
    """A reference to the thing, if there is one."""
    return None if thing is None else ThingRef.of(thing)


def grounds(*facts: Facts) -> tuple[FactKey, ...]:
    """The keys of all things and relations in `facts`, however nested, each once, by what they are about."""
    found: set[FactKey] = set()
    stack: list[Facts] = list(facts)
    while stack:
        each = stack.pop()
        if isinstance(each, Node):
            found.add(each.ref)
        elif isinstance(each, FactKey):
            found.add(each)
        elif each is not None:
            stack.extend(each)
    return tuple(sorted(found, key=str))


def each_once(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """The sentences without repetition, in order."""
    said: list[Phrase] = []
    for phrase in phrases:
        if phrase not in said:
            said.append(phrase)
    return tuple(said)
