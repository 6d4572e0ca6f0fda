"""What rests on one system alone: information that only it holds or supplies, and flows of unstated information."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.ontology.kinds import Exchange, InformationEntity
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, InformationEntityNode, SharedStorageNode, SystemNode
from queries.asking.grounds import Thing
from queries.meaning.phases import in_use, running

Rests = Mapping[Node, Sequence[Node]]
"""Per system, what rests on it, in dictionary order."""


class SoleReliance(NamedTuple):
    """What rests on single systems, over the whole snapshot."""

    held: Rests
    """Information of which the system is the last holder."""
    supplied: Rests
    """Information that those who receive it can get from no other system."""
    unstated: Rests
    """Exchanges in use of which no source says what they carry."""


def sole_reliance(snapshot: Snapshot) -> SoleReliance:
    """What rests on single systems; one pass over the information and one over the exchanges."""
    held: dict[Node, list[Node]] = defaultdict(list)
    supplied: dict[Node, list[Node]] = defaultdict(list)
    unstated: dict[Node, list[Node]] = defaultdict(list)
    for entity in snapshot.all(InformationEntity):
        holder = sole(entity.once(holders))
        if isinstance(holder, SystemNode):
            held[holder].append(entity)
        if supplier := only_supplier(entity):
            supplied[supplier].append(entity)
    for exchange in snapshot.all(Exchange):
        if not exchange.carries and received(exchange):
            for provider in exchange.provided_by:
                unstated[provider].append(exchange)
    return SoleReliance(dict(held), dict(supplied), dict(unstated))


def sole(nodes: set[Thing]) -> Thing | None:
    """The only one of them, if there is exactly one."""
    return next(iter(nodes)) if len(nodes) == 1 else None


def holders(entity: InformationEntityNode) -> set[SystemNode | SharedStorageNode]:
    """The systems and storages in use that master or store it."""
    return {each for each in (*entity.mastered_by, *entity.stored_in) if in_use(each)}


def sources(entity: InformationEntityNode) -> set[SystemNode]:
    """The systems in use that master or publish it, and so could supply it."""
    return {
        each for each in (*entity.mastered_by, *entity.published_by) if isinstance(each, SystemNode) and in_use(each)
    }


def received(exchange: ExchangeNode) -> bool:
    """Whether it runs and somebody in use receives it."""
    return running(exchange) and any(map(in_use, exchange.consumed_by))


def only_supplier(entity: InformationEntityNode) -> SystemNode | None:
    """The one system that supplies it to those who receive it, where no other supplies, masters or publishes it.

    Storages, platforms and devices that pass it on are no alternative: they have it from somewhere.
    """
    able = sources(entity)
    supplier: SystemNode | None = None
    for exchange in entity.carried_by:
        if received(exchange):
            for each in exchange.provided_by:
                if isinstance(each, SystemNode) and in_use(each):
                    able.add(each)
                    supplier = each
                    if len(able) > 1:
                        return None
    return supplier
