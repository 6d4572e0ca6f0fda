"""Which organisations stand behind what gives and takes information, and whether these are different ones."""

from graph.ontology import CareSector, Discipline, Organisation
from graph.picture import Node

PARTIES = frozenset(kind.__name__ for kind in (Organisation, CareSector, Discipline))
BEHIND = ("used_by", "owned_by", "works_at")
"""From a system or a role to who stands behind it."""


def parties(end: Node) -> tuple[Node, ...]:
    """The organisations that use the thing, else its owner or workplace; a place stands for itself."""
    if end.kind in PARTIES:
        return (end,)
    for sides in (BEHIND[:1], BEHIND[1:]):
        if found := tuple(each for side in sides for each in end.sides.get(side, ()) if each.kind in PARTIES):
            return found
    return ()


class Crossing:
    """Whether what goes from some things to others crosses organisations; who stands behind each is found out once."""

    def __init__(self) -> None:
        self._behind: dict[Node, frozenset[Node]] = {}
        self._apart: dict[tuple[frozenset[Node], frozenset[Node]], bool] = {}

    def crosses(self, givers: tuple[Node, ...], takers: tuple[Node, ...]) -> bool | None:
        """Whether anything goes from one organisation to another; None where too little is stated to tell.

        What the same organisations give and take stays among them; so does what goes between a whole and its part.
        """
        giving, taking = (list(map(self._parties, ends)) for ends in (givers, takers))
        if any(self._are_apart(ours, theirs) for ours in giving for theirs in taking):
            return True
        return False if giving and taking and all(giving) and all(taking) else None

    def _parties(self, end: Node) -> frozenset[Node]:
        if end not in self._behind:
            self._behind[end] = frozenset(parties(end))
        return self._behind[end]

    def _are_apart(self, ours: frozenset[Node], theirs: frozenset[Node]) -> bool:
        if (ours, theirs) not in self._apart:
            self._apart[ours, theirs] = ours != theirs and any(_unrelated(one, each) for one in ours for each in theirs)
        return self._apart[ours, theirs]


def _unrelated(one: Node, other: Node) -> bool:
    """Whether neither is the other nor a part of it."""
    return one is not other and other not in _wholes(one) and one not in _wholes(other)


def _wholes(place: Node) -> set[Node]:
    """What the place is a part of, however far up."""
    found: set[Node] = set()
    front = [place]
    while front:
        above = set(front.pop().part_of) - found
        found |= above
        front += above
    return found
