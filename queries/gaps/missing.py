"""Needs that no exchange answers."""

from collections.abc import Iterable, Iterator
from typing import Final

from graph.ontology.kinds import Device, Need, Role, SharedStorage, System
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import InformationEntityNode, NeedNode
from queries.gaps.gap import FoundGap, Gap, Scope
from queries.meaning.phases import in_use, running

GIVERS = {kind.__name__ for kind in (System, SharedStorage, Device)}
TAKERS = {kind.__name__ for kind in (System, SharedStorage, Role)}
GIVING: Final = ("uses", "includes", "has_part", "served_by")
"""What leads from a place to what is there."""
TAKING: Final = (*GIVING, "has_role")


def missing(scope: Scope) -> Iterator[FoundGap]:
    """Each pair of places between which a need is not met."""
    ways = _Ways()
    for need in scope.snapshot.all(Need):
        if not any(map(running, need.met_by)):
            for entity in _entities(need, scope.entity):
                for where in need.needed_at:
                    for whom in need.asked_of:
                        if _looked_at(scope, where, whom, ways) and not ways.met(need, where, whom, entity):
                            yield FoundGap(Gap.MISSING, need, whom, entity, where)


def _entities(need: NeedNode, only: InformationEntityNode | None) -> Iterable[InformationEntityNode | None]:
    if only is not None:
        return (only,) if only in need.calls_for else ()
    return need.calls_for or (None,)


def _looked_at(scope: Scope, where: Node, whom: Node, ways: "_Ways") -> bool:
    sector, system = scope.sector, scope.system
    if sector and not any(sector is place or sector in place.side("in_sector") for place in (where, whom)):
        return False
    return system is None or system in ways.at(where, TAKERS) or system in ways.at(whom, GIVERS)


class _Ways:
    """What is at a place, and where the exchanges that carry some information lead; each found out once."""

    def __init__(self) -> None:
        self._at: dict[tuple[Node, bool], set[Node]] = {}
        self._moves: dict[Node, dict[Node, set[Node]]] = {}
        self._reached: dict[tuple[Node, Node], set[Node]] = {}

    def met(self, need: NeedNode, where: Node, whom: Node, entity: InformationEntityNode | None) -> bool:
        """Whether the information gets to `where`; what a need asks of one of its own several places is no gap."""
        if where is whom and len(need.needed_at) + len(need.asked_of) != 2:
            return True
        if entity is None:
            return False
        takers = self.at(where, TAKERS)
        return not takers.isdisjoint(self._reach(whom, entity)) or self._one_place(where, whom, entity)

    def at(self, place: Node, kinds: set[str]) -> set[Node]:
        """The things of `kinds` in use at `place` and at all that is part of it."""
        key = (place, kinds is TAKERS)
        if key not in self._at:
            seen, stack = {place}, [place]
            while stack:
                here = stack.pop()
                below = {each for side in (TAKING if kinds is TAKERS else GIVING) for each in here.side(side)}
                stack += below - seen
                seen |= below
            self._at[key] = {each for each in seen if each.kind in kinds and in_use(each)}
        return self._at[key]

    def _reach(self, whom: Node, entity: InformationEntityNode) -> set[Node]:
        """What an exchange of the information leads to from `whom`, or two after each other."""
        if (whom, entity) not in self._reached:
            first = self._step(self.at(whom, GIVERS), entity)
            self._reached[whom, entity] = first | self._step(first, entity)
        return self._reached[whom, entity]

    def _step(self, givers: set[Node], entity: InformationEntityNode) -> set[Node]:
        if entity not in self._moves:
            moves: dict[Node, set[Node]] = {}
            for flow in filter(running, entity.carried_by):
                for giver in filter(in_use, flow.provided_by):
                    moves.setdefault(giver, set()).update(filter(in_use, flow.consumed_by))
            self._moves[entity] = moves
        moves = self._moves[entity]
        return set().union(*(moves[giver] for giver in moves.keys() & givers))

    def _one_place(self, where: Node, whom: Node, entity: InformationEntityNode) -> bool:
        """Whether both use one place that holds the information."""
        held = {*entity.mastered_by, *entity.stored_in}
        givers = self.at(whom, GIVERS)
        places: set[Node] = {space for each in givers for space in each.side("keeps_data_in") if space in held}
        if where is not whom:
            places |= givers & held
        return bool(places) and any(
            each in places or not places.isdisjoint(each.side("keeps_data_in")) for each in self.at(where, TAKERS)
        )
