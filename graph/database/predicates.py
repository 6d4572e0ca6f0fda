"""Conditions about the node ``n``, and the order in which things are listed.

An operand is what `field` or `KIND` gives; a value is a parameter with its dollar, never the value itself.
"""

from collections.abc import Iterable

from graph.database import ownership
from graph.ontology.declaration import Side

KIND = "labels(n)[0]"
"""The kind of the thing, as an operand."""


def field(name: str) -> str:
    """A declared field of the thing, as an operand."""
    return f"n.`{name}`"


def equal(operand: str, value: str) -> str:
    """The operand is the value."""
    return f"{operand} = {value}"


def one_of(operand: str, values: str) -> str:
    """The operand is among the values."""
    return f"{operand} IN {values}"


def has(operand: str, value: str) -> str:
    """The value is among those of the operand, a list."""
    return f"{value} IN {operand}"


def contains(operand: str, text: str) -> str:
    """The operand contains the text, whatever the case of its letters."""
    return f"toLower({operand}) CONTAINS toLower({text})"


def at_least(operand: str, value: str) -> str:
    """The operand is the value or comes after it."""
    return f"{operand} >= {value}"


def at_most(operand: str, value: str) -> str:
    """The operand is the value or comes before it."""
    return f"{operand} <= {value}"


def not_after(operand: str, day: str) -> str:
    """The operand, a day, begins on the day, month or year or before it ends; it is as short as the other."""
    return f"left({operand}, size({day})) <= {day}"


def stated(operand: str, wanted: bool) -> str:
    """The operand is stated, or is not."""
    return f"{operand} IS {'NOT ' if wanted else ''}NULL"


def holds_words(words: str) -> str:
    """Every one of the words, a list, is found in the text that things are searched by."""
    return f"all(word IN {words} WHERE n.search CONTAINS word)"


def said_by(dataset: str) -> str:
    """The dataset has a record of the thing."""
    return f"{dataset} IN n.datasets"


def stands(side: Side, wanted: bool) -> str:
    """Something stands on that side of the thing, or nothing does."""
    return f"{'' if wanted else 'NOT '}EXISTS {{ (n){arrow(side, 'standing')}() WHERE {ownership.link('standing')} }}"


def arrow(side: Side, link: str = "") -> str:
    """A relation as seen from one of its sides, between two nodes of a pattern; `link` is its variable."""
    middle = f"[{link}:{side.relation.name}]"
    return f"-{middle}->" if side.outgoing else f"<-{middle}-"


def every(conditions: Iterable[str]) -> str:
    """All of the conditions; empty where there are none."""
    return " AND ".join(conditions)


def any_of(conditions: Iterable[str]) -> str:
    """At least one of the conditions; an empty one always holds."""
    return "(" + (" OR ".join(each or "true" for each in conditions) or "false") + ")"


def negated(condition: str) -> str:
    """The condition is known not to hold; an empty one always holds."""
    return f"NOT ({condition or 'true'})"


def where(*conditions: str) -> str:
    """The clause that keeps what fulfils the conditions; empty ones are left out."""
    given = every(each for each in conditions if each)
    return f" WHERE {given}" if given else ""


def in_order(node: str) -> str:
    """The clause that puts things in the order of their names, the same each time."""
    return f"ORDER BY {node}.sort_key, {node}.id, labels({node})[0]"


def follows(node: str) -> str:
    """The node comes after ``$after`` in that order: ``[sort key, id, kind]``."""
    return (
        f"({node}.sort_key > $after[0] OR ({node}.sort_key = $after[0] AND "
        f"({node}.id > $after[1] OR ({node}.id = $after[1] AND labels({node})[0] > $after[2]))))"
    )
