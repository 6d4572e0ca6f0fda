"""What rests on one system alone: information that only it holds or supplies, and flows of unstated information."""

from collections import defaultdict
from typing import NamedTuple

from graph.ontology.kinds import Exchange, InformationEntity, System
from graph.snapshot.snapshot import Node, Snapshot
from queries.meaning.phases import in_use, running

Rests = dict[Node, list[Node]]
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
    held, supplied, unstated = defaultdict(list), defaultdict(list), defaultdict(list)
    for entity in snapshot.all(InformationEntity):
        holder = sole(entity.once(holders))
        if holder and holder.kind == System.__name__:
            held[holder].append(entity)
        if supplier := only_supplier(entity):
            supplied[supplier].append(entity)
    for exchange in snapshot.all(Exchange):
        if not exchange.carries and received(exchange):
            for provider in exchange.provided_by:
                unstated[provider].append(exchange)
    return SoleReliance(dict(held), dict(supplied), dict(unstated))


def sole(nodes: set[Node]) -> Node | None:
    """The only one of them, if there is exactly one."""
    return next(iter(nodes)) if len(nodes) == 1 else None


def holders(entity: Node) -> set[Node]:
    """The systems and storages in use that master or store it."""
    return {each for each in (*entity.mastered_by, *entity.stored_in) if in_use(each)}


def sources(entity: Node) -> set[Node]:
    """The systems in use that master or publish it, and so could supply it."""
    return {
        each for each in (*entity.mastered_by, *entity.published_by) if each.kind == System.__name__ and in_use(each)
    }


def received(exchange: Node) -> bool:
    """Whether it runs and somebody in use receives it."""
    return running(exchange) and any(map(in_use, exchange.consumed_by))


def only_supplier(entity: Node) -> Node | None:
    """The one system that supplies it to those who receive it, where no other supplies, masters or publishes it.

    Storages, platforms and devices that pass it on are no alternative: they have it from somewhere.
    """
    able, supplier = sources(entity), None
    for exchange in entity.carried_by:
        if received(exchange):
            for each in exchange.provided_by:
                if each.kind == System.__name__ and in_use(each):
                    able.add(each)
                    supplier = each
                    if len(able) > 1:
                        return None
    return supplier
