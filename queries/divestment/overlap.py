"""Functional overlap (Essential Project): the share of a system's services that another system provides too.

What counts as a service here is information that a system masters, stores or publishes; other systems count while they
are in use. A system can be switched for another when that one has all of its information that somebody uses.
"""

from collections import Counter
from typing import Final, Literal, NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.kinds import InformationEntity
from graph.snapshot.node import PLACE
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode, SystemNode
from queries.divestment.sole_reliance import received
from queries.meaning.phases import in_use

LOW_BELOW, HIGH_ABOVE = 0.25, 0.75
"""Essential Project's lower band ends below, and its upper band begins above, these shares."""
SIDES: Final = ("masters", "stores", "publishes")
Had = Literal["mastered_by", "stored_in", "published_by"]
BACK: Final = ("mastered_by", "stored_in", "published_by")


class Overlap(Choice):
    """How much of its information others hold too (Essential Project's bands)."""

    LOW = "low", "Under 25 %", "Under 25 %"
    MIDDLE = "middle", "25 to 75 %", "25 till 75 %"
    HIGH = "high", "Over 75 %", "Över 75 %"


class Other(NamedTuple):
    """Another system that has some of the information too."""

    system: SystemNode
    share: float
    """Of the first system's information, 0 to 1."""


def informs(system: SystemNode) -> set[InformationEntityNode]:
    """The information that it masters, stores or publishes."""
    return {*system.masters, *system.stores, *system.publishes}


def having(entity: InformationEntityNode, *sides: Had) -> set[SystemNode]:
    """The systems in use that have it; with `sides`, only in these ways."""
    return {
        each for side in sides or BACK for each in entity.side(side) if isinstance(each, SystemNode) and in_use(each)
    }


def in_several_hands(snapshot: Snapshot) -> set[InformationEntityNode]:
    """The information that at least two systems in use have."""
    return {entity for entity in snapshot.all(InformationEntity) if len(having(entity)) > 1}


def shared(system: SystemNode) -> set[InformationEntityNode]:
    """Its information that at least one other system in use has too."""
    return {each for each in informs(system) if having(each) - {system}}


def share(system: SystemNode, common: set[InformationEntityNode]) -> float | None:
    """The share of its information that is in `common`, 0 to 1; None where it is not stated to have any."""
    own = informs(system)
    return len(own & common) / len(own) if own else None


def overlap(system: SystemNode) -> Overlap | None:
    """The band of the share that others have too; None where it is not stated to have any information."""
    common = share(system, shared(system))
    if common is None:
        return None
    return Overlap.LOW if common < LOW_BELOW else Overlap.HIGH if common > HIGH_ABOVE else Overlap.MIDDLE


def used(system: SystemNode) -> set[InformationEntityNode]:
    """Its information that another system in use reads, or that somebody in use receives from it."""
    sent = {each for flow in system.provides if received(flow) for each in flow.carries}
    return {
        each
        for each in informs(system)
        if each in sent or any(other is not system and in_use(other) for other in each.read_by)
    }


def others(system: SystemNode, *sides: Had) -> list[Other]:
    """The other systems that have some of its information, the largest share first, then in dictionary order.

    With `sides`, only those that have it in these ways.
    """
    own = informs(system)
    common = Counter(other for each in own for other in having(each, *sides) if other is not system)
    found = [Other(other, count / len(own)) for other, count in common.items()]
    return sorted(found, key=lambda each: (-each.share, PLACE(each.system)))


def switchable(system: SystemNode) -> list[SystemNode]:
    """The systems that have all of its information that somebody uses; none where no use is stated."""
    needed = used(system)
    if not needed:
        return []
    able = set.intersection(*(having(each) for each in needed)) - {system}
    return sorted(able, key=PLACE)
