"""Who could take over what a system does: successors, planned holders, other sources, receivers with a copy."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.typed_nodes import ExchangeNode, InformationEntityNode, SharedStorageNode, SystemNode
from queries.asking.grounds import ordered
from queries.divestment.blockers import successors
from queries.divestment.sole_reliance import holders, received, sources


def planned(
    entity: InformationEntityNode, *sides: Literal["mastered_by", "stored_in", "published_by"]
) -> list[SystemNode]:
    """The systems that are planned to have it."""
    return ordered(
        each
        for side in sides
        for each in entity.side(side)
        if isinstance(each, SystemNode) and each.lifecycle == Lifecycle.PLAN
    )


class _Able(NamedTuple):
    """Who could supply some information, whoever does so today."""

    sources: list[SystemNode]
    """In use; masters first, then by name."""
    others: list[SystemNode]
    """Planned sources, then other holders."""


class Takers:
    """Who could take over from systems; what is looked up about information is kept."""

    def __init__(self, going: Collection[SystemNode] = ()) -> None:
        self.going = frozenset(going)
        """Systems that are to be retired: none of them takes anything over."""
        self._able: dict[InformationEntityNode, _Able] = {}

    def suppliers(self, system: SystemNode, entity: InformationEntityNode) -> list[SystemNode]:
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

    def _of(self, entity: InformationEntityNode) -> _Able:
        masters = set(entity.mastered_by)
        in_turn = sorted(sources(entity) - self.going, key=lambda each: (each not in masters, each.place))
        holding = (each for each in ordered(entity.once(holders)) if isinstance(each, SystemNode))
        others = (*planned(entity, "mastered_by", "published_by"), *holding)
        return _Able(in_turn, [each for each in others if each not in self.going])

    def keepers(self, system: SystemNode, entity: InformationEntityNode) -> list[SystemNode | SharedStorageNode]:
        """Who is stated to hold it instead, the likeliest first: holders in use, successors, planned holders."""
        found: list[SystemNode | SharedStorageNode]
        found = [*ordered(entity.once(holders)), *successors(system), *planned(entity, "mastered_by", "stored_in")]
        return [each for each in dict.fromkeys(found) if each is not system and each not in self.going]

    def copies(self, system: SystemNode, entity: InformationEntityNode) -> list[tuple[ExchangeNode, SystemNode]]:
        """Flows of it, each with a receiver that may hold a copy; no source says that it does."""
        return [
            (flow, to)
            for flow in system.provides
            if entity in flow.carries and received(flow)
            for to in flow.consumed_by
            if isinstance(to, SystemNode) and to is not system and to not in self.going
        ]
