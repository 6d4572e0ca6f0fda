"""Who could take over what a system does: successors, planned holders, other sources, receivers with a copy."""

from collections.abc import Collection
from typing import NamedTuple

from graph.ontology.kinds import System
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.snapshot import Node
from queries.asking.grounds import ordered
from queries.divestment.blockers import successors
from queries.divestment.sole_reliance import holders, received, sources


def planned(entity: Node, *sides: str) -> list[Node]:
    """The systems that are planned to have it."""
    return ordered(
        each
        for side in sides
        for each in entity.sides.get(side, ())
        if each.kind == System.__name__ and each.lifecycle == Lifecycle.PLAN
    )


class _Able(NamedTuple):
    """Who could supply some information, whoever does so today."""

    sources: list[Node]
    """In use; masters first, then by name."""
    others: list[Node]
    """Planned sources, then other holders."""


class Takers:
    """Who could take over from systems; what is looked up about information is kept."""

    def __init__(self, going: Collection[Node] = ()) -> None:
        self.going = frozenset(going)
        """Systems that are to be retired: none of them takes anything over."""
        self._able: dict[Node, _Able] = {}

    def suppliers(self, system: Node, entity: Node) -> list[Node]:
        """Who could supply it instead, the likeliest first: sources in use, successors, planned sources, other holders.

        Among the sources in use: successors first, then those that work for the same organisations, then masters.
        """
        if entity not in self._able:
            self._able[entity] = self._of(entity)
        in_turn, others = self._able[entity]
        users, next_ones = set(system.used_by), successors(system)
        if users or next_ones:
            in_turn = sorted(in_turn, key=lambda each: (each not in next_ones, users.isdisjoint(each.used_by)))
        found = dict.fromkeys((*in_turn, *(each for each in next_ones if each not in self.going), *others))
        found.pop(system, None)
        return list(found)

    def _of(self, entity: Node) -> _Able:
        masters = set(entity.mastered_by)
        in_turn = sorted(sources(entity) - self.going, key=lambda each: (each not in masters, each.place))
        holding = (each for each in ordered(entity.once(holders)) if each.kind == System.__name__)
        others = (*planned(entity, "mastered_by", "published_by"), *holding)
        return _Able(in_turn, [each for each in others if each not in self.going])

    def keepers(self, system: Node, entity: Node) -> list[Node]:
        """Who is stated to hold it instead, the likeliest first: holders in use, successors, planned holders."""
        found = [*ordered(entity.once(holders)), *successors(system), *planned(entity, "mastered_by", "stored_in")]
        return [each for each in dict.fromkeys(found) if each is not system and each not in self.going]

    def copies(self, system: Node, entity: Node) -> list[tuple[Node, Node]]:
        """Flows of it, each with a receiver that may hold a copy; no source says that it does."""
        return [
            (flow, to)
            for flow in system.provides
            if entity in flow.carries and received(flow)
            for to in flow.consumed_by
            if to.kind == System.__name__ and to is not system and to not in self.going
        ]
