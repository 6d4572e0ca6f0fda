"""What rows are made of: references in dictionary order and the records behind them, equal on every engine."""

from collections.abc import Iterable
from typing import Any

from graph.facts import Bookkeeping, Thing
from queries.question import Phrase, Shown, ThingRef, evidence_of


def ordered(things: Iterable[Thing | None]) -> list[Thing]:
    """Each thing once, by name as a Swedish dictionary has it, then by id."""
    found = {thing.key: thing for thing in things if thing is not None}
    return sorted(found.values(), key=place)


def place(thing: Thing) -> tuple[str, str, str]:
    """Where the thing stands in a list."""
    return str(thing.properties.get(Bookkeeping.SORT_KEY, "")), thing.id, thing.kind


def refs(things: Iterable[Thing | None]) -> tuple[ThingRef, ...]:
    """References to the things, each once, in order."""
    return tuple(ThingRef.of(thing) for thing in ordered(things))


def ref(thing: Thing | None) -> ThingRef | None:
    """A reference to the thing, if there is one."""
    return None if thing is None else ThingRef.of(thing)


def grounds(*values: Any) -> tuple[Shown, ...]:
    """Every record behind the things and relations in `values`, by what they are about."""
    return tuple(sorted(evidence_of(values), key=lambda shown: (shown.about, shown.dataset)))


def each_once(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """The sentences without repetition, in order."""
    said: list[Phrase] = []
    for phrase in phrases:
        if phrase not in said:
            said.append(phrase)
    return tuple(said)
