"""Which organisations stand behind what gives and takes information, and whether these are different ones.

What crosses organisations means the same in every question: an organisation behind a giver and one behind a taker are
neither the same nor a part of one another. What the same organisations give and take stays among them.
"""

from typing import Final

from graph.ontology.kinds import CareSector, Discipline, Organisation
from graph.snapshot.node import Node

PARTIES = frozenset(kind.__name__ for kind in (Organisation, CareSector, Discipline))
BEHIND: Final = ("used_by", "owned_by", "works_at")
"""From a system or a role to who stands behind it."""


def parties(end: Node) -> tuple[Node, ...]:
    """The organisations that use the thing, else its owner or workplace; a place stands for itself."""
    if end.kind in PARTIES:
        return (end,)
    if users := tuple(each for each in end.side("used_by") if each.kind in PARTIES):
        return users
    return tuple(each for each in (*end.side("owned_by"), *end.side("works_at")) if each.kind in PARTIES)


def crosses(givers: tuple[Node, ...], takers: tuple[Node, ...]) -> bool | None:
    """Whether anything goes from one organisation to another; None where too little is stated to tell."""
    giving, taking = ([end.once(_behind) for end in ends] for ends in (givers, takers))
    for ours in giving:
        for theirs in taking:
            if ours != theirs and _apart(ours, theirs):
                return True
    return False if giving and taking and all(giving) and all(taking) else None


def _behind(end: Node) -> frozenset[Node]:
    return frozenset(parties(end))


def _apart(ours: frozenset[Node], theirs: frozenset[Node]) -> bool:
    """Whether one of ours and one of theirs are neither the same nor a part of one another."""
    for one in ours:
        for other in theirs:
            if one is not other and other not in one.once(_wholes) and one not in other.once(_wholes):
                return True
    return False


def _wholes(place: Node) -> frozenset[Node]:
    """What the place is a part of, however far up."""
    found: set[Node] = set()
    front = [place]
    while front:
        above = set(front.pop().side("part_of")) - found
        found |= above
        front += above
    return frozenset(found)
