"""Which systems stand for a place: an organisation, a care sector, a discipline, or a system itself."""

from typing import Final

from graph.ontology.kinds import Device, Role, SharedStorage, System
from graph.snapshot.node import Node
from queries.asking.grounds import ordered

DOWN: Final = ("uses", "includes", "has_part", "served_by", "has_role")
"""From a place to what is in it or used there."""
ENDS = frozenset(kind.__name__ for kind in (System, SharedStorage, Device, Role))


def ends_of(place: Node) -> list[Node]:
    """The systems, storages, devices and roles of a place, itself among them, in dictionary order.

    An organisation's are those used by it or by a part of it; a sector's those placed in it or used by its
    organisations.
    """
    seen: set[Node] = {place}
    front: set[Node] = {place}
    while front:
        front = {each for node in front for side in DOWN for each in node.side(side) if each not in seen}
        seen |= front
    return ordered(node for node in seen if node.kind in ENDS)
