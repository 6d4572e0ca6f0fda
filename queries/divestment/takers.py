"""Who could take over what a system does: successors, planned holders, other sources, receivers with a copy."""

from collections.abc import Collection

from graph.ontology import System
from graph.picture import Node
from graph.vocabulary import Lifecycle
from queries.divestment.blockers import successors
from queries.divestment.soles import holders, received, sources
from queries.grounds import ordered


def planned(entity: Node, *sides: str) -> list[Node]:
    """The systems that are planned to have it."""
    return ordered(
        each
        for side in sides
        for each in entity.sides.get(side, ())
        if each.kind == System.__name__ and each.lifecycle == Lifecycle.PLAN
    )


class Takers:
    """Who could take over from systems; what is looked up about information is kept."""

    def __init__(self, going: Collection[Node] = ()) -> None:
        self.going = frozenset(going)
        """Systems that are to be retired: none of them takes anything over."""
        self._sources: dict[Node, list[Node]] = {}
        self._holders: dict[Node, list[Node]] = {}

    def suppliers(self, system: Node, entity: Node) -> list[Node]:
        """Who could supply it instead, the likeliest first: sources in use, successors, planned sources, other holders.

        Among the sources in use: successors first, then those that work for the same organisations, then masters.
        """
        if entity not in self._sources:
            self._sources[entity] = ordered(sources(entity) - self.going)
            self._holders[entity] = ordered(holders(entity) - self.going)
        users, next_ones, masters = set(system.used_by), successors(system), set(entity.mastered_by)

        def rank(each: Node) -> tuple[bool, bool, bool]:
            return each not in next_ones, users.isdisjoint(each.used_by), each not in masters

        found = [
            *sorted(self._sources[entity], key=rank),
            *next_ones,
            *planned(entity, "mastered_by", "published_by"),
            *(each for each in self._holders[entity] if each.kind == System.__name__),
        ]
        return [each for each in dict.fromkeys(found) if each is not system and each not in self.going]

    def keepers(self, system: Node, entity: Node) -> list[Node]:
        """Who is stated to hold it instead, the likeliest first: holders in use, successors, planned holders."""
        found = [*ordered(holders(entity)), *successors(system), *planned(entity, "mastered_by", "stored_in")]
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
