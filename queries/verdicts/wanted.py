"""Which places should exchange which information, and what says so: needs, readers, requirements; or who asks."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from graph.ontology.kinds import InformationEntity, Need, Requirement
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode, SharedStorageNode, SystemNode
from queries.meaning.ends import ends_of
from queries.meaning.phases import in_use


class Wanted(NamedTuple):
    """That information should get from one place to another."""

    why: Node | None
    """The need, the requirement, or the system that reads it; None where only the service wants to know."""
    source: Node | None
    """The place it is asked of; None where anybody who holds it will do."""
    target: Node
    entity: InformationEntityNode | None
    real_time: bool
    givers: tuple[Node, ...]
    """The systems of the source, or the holders of the information."""
    takers: tuple[Node, ...]

    @property
    def what(self) -> tuple[Node | None, ...]:
        """What tells it from all else that is wanted: because of what, from where, to where, and which information."""
        return self.why, self.source, self.target, self.entity


def wanted(snapshot: Snapshot) -> list[Wanted]:
    """Everything that the graph says should be exchanged: needs first, then requirements, then readers."""
    return [*_needs(snapshot), *_required(snapshot), *_read(snapshot)]


def between(source: Node | None, target: Node, entity: InformationEntityNode | None, why: Node | None = None) -> Wanted:
    """That `entity` should get from `source`, or from its holders, to `target`."""
    givers = ends_of(source) if source else holders(entity) if entity else []
    real_time = bool(why and why.field("real_time"))
    takers = tuple(filter(in_use, ends_of(target)))
    return Wanted(why, source, target, entity, real_time, tuple(filter(in_use, givers)), takers)


def holders(entity: InformationEntityNode) -> list[SystemNode] | list[SystemNode | SharedStorageNode]:
    """Where the information comes from: its masters in use, else those that store it."""
    return list(filter(in_use, entity.mastered_by)) or list(filter(in_use, entity.stored_in))


def _needs(snapshot: Snapshot) -> Iterator[Wanted]:
    for need in snapshot.all(Need):
        for whom in need.asked_of:
            for where in need.needed_at:
                if where is not whom or len(need.asked_of) + len(need.needed_at) == 2:
                    yield from map(partial(between, whom, where, why=need), need.calls_for or (None,))


def _required(snapshot: Snapshot) -> Iterator[Wanted]:
    """A requirement that concerns a system and information: the system should get it from who holds it."""
    for requirement in snapshot.all(Requirement):
        entities = [each for each in requirement.concerns if isinstance(each, InformationEntityNode)]
        for system in requirement.concerns:
            if isinstance(system, SystemNode) and in_use(system):
                for entity in entities:
                    if not _has(system, entity):
                        yield between(None, system, entity, requirement)


def _read(snapshot: Snapshot) -> Iterator[Wanted]:
    """A system that reads what it does not hold should get it from who holds it."""
    for entity in snapshot.all(InformationEntity):
        if held_by := tuple(holders(entity)):
            for reader in entity.read_by:
                if in_use(reader) and not _has(reader, entity):
                    yield Wanted(reader, None, reader, entity, False, held_by, (reader,))


def _has(system: SystemNode, entity: InformationEntityNode) -> bool:
    return entity in system.masters or entity in system.stores
