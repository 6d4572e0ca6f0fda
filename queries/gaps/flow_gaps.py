"""Places and systems that information does not get to: sectors apart, reads that nothing brings, islands."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from graph.ontology.kinds import CareSector
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import CareSectorNode, InformationEntityNode, SystemNode
from queries.gaps.gap import FoundGap, Gap, Scope
from queries.meaning.phases import in_use, running
from queries.verdicts.judging import without_way

CONNECTING: Final = ("exposes", "behind_facade", "keeps_data_in", "depends_on", "needed_by")


def sectors_apart(scope: Scope) -> Iterator[FoundGap]:
    """Pairs of care sectors whose systems share no exchange, no stop and no system."""
    if scope.system or scope.entity:
        return
    homes = {each: reached for each in scope.snapshot.all(CareSector) if (reached := each.once(_reached))}
    for one, other in combinations(homes, 2):
        if scope.sector in (None, one, other) and homes[one].isdisjoint(homes[other]):
            yield FoundGap(Gap.SECTORS, one, other)


def _reached(sector: CareSectorNode) -> frozenset[Node]:
    """The sector's systems, and what an exchange in use joins to one of them; none where it has no system."""
    return frozenset(filter(in_use, _around(_systems(sector))))


def _systems(sector: CareSectorNode) -> set[SystemNode]:
    """The systems in use that are placed in the sector or used by its organisations."""
    there = {
        system for each in sector.includes for system in (each, *each.side("uses")) if isinstance(system, SystemNode)
    }
    return set(filter(in_use, there))


def _around(systems: set[SystemNode]) -> Iterator[Node]:
    """The systems, and what an exchange in use joins to one of them."""
    yield from systems
    for system in systems:
        for flow in (*system.provides, *system.consumes):
            if running(flow):
                yield from flow.provided_by
                yield from flow.consumed_by


def unbrought_reads(scope: Scope) -> Iterator[FoundGap]:
    """Information that a system reads, that a system holds, and that nothing brings."""
    held: dict[InformationEntityNode, bool] = {}
    no_way = scope.snapshot.once(without_way)
    for reader in scope.systems:
        for entity in reader.once(_unbrought):
            if scope.entity in (None, entity) and (reader, None, reader, entity) in no_way:
                if entity not in held:
                    held[entity] = bool(holders(entity))
                if held[entity]:
                    yield FoundGap(Gap.READS, reader, entity=entity)


def _unbrought(reader: SystemNode) -> tuple[InformationEntityNode, ...]:
    """What it reads and does not hold, and neither an exchange in use nor a dependency brings."""
    wanted = set(reader.reads).difference(reader.masters, reader.stores)
    for flow in reader.consumes:
        if not wanted:
            return ()
        for carried in (flow.carries,) if flow.carries else (giver.once(_held) for giver in flow.provided_by):
            if not wanted.isdisjoint(carried) and running(flow):
                wanted.difference_update(carried)
    behind = (each for door in reader.depends_on for each in (*door.side("facade_over"), *door.side("exposed_by")))
    for place in (*reader.keeps_data_in, *reader.depends_on, *behind):
        held = place.once(_held)
        if not wanted.isdisjoint(held) and in_use(place):
            wanted.difference_update(held)
    return tuple(each for each in reader.reads if each in wanted)


def _held(place: Node) -> frozenset[InformationEntityNode]:
    return frozenset((*place.side("masters"), *place.side("stores")))


def holders(entity: InformationEntityNode) -> list[Node]:
    """The systems in use that hold the information, masters first."""
    found = dict.fromkeys((*entity.mastered_by, *entity.stored_in))
    return [each for each in found if isinstance(each, SystemNode) and in_use(each)]


def islands(scope: Scope) -> Iterator[FoundGap]:
    """Systems in use without any connection."""
    if scope.entity is None:
        for system in scope.systems:
            flows = (*system.provides, *system.consumes)
            if system.sides.keys().isdisjoint(CONNECTING) and all(
                each.status == ExchangeStatus.ENDED for each in flows
            ):
                yield FoundGap(Gap.ISLAND, system)
