"""The single steps that information can take: those that are certain, and those that may be, as far as is stated."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.node import PLACE, Node
from graph.snapshot.typed_nodes import ExchangeNode, InformationEntityNode, SharedStorageNode
from queries.asking.grounds import ordered
from queries.meaning.phases import in_use, running


class FlowStep(NamedTuple):
    """One step on the way: from a giver over a carrier to a taker."""

    giver: Node
    carrier: Node
    """An exchange, an interface, or a storage that both use."""
    taker: Node


def onward(giver: Node, entity: InformationEntityNode | None) -> list[FlowStep]:
    """The steps from there that are certain: exchanges in use that are said to carry it, storage, interfaces."""
    every = (*_flowing(giver, entity), *_shared(giver, entity), *_over_interfaces(giver, entity))
    return [step for step in every if in_use(step.taker)]


def _flowing(giver: Node, entity: InformationEntityNode | None) -> Iterator[FlowStep]:
    for flow in giver.side("provides"):
        if (entity is None or entity in flow.carries) and running(flow):
            for taker in flow.consumed_by:
                if giver is not taker:
                    yield FlowStep(giver, flow, taker)


def _shared(giver: Node, entity: InformationEntityNode | None) -> Iterator[FlowStep]:
    """Between a storage that keeps the information and the systems that keep data there, both ways."""
    if isinstance(giver, SharedStorageNode) and (entity is None or entity in giver.stores):
        for system in giver.keeps_data_of:
            yield FlowStep(giver, giver, system)
    for storage in giver.side("keeps_data_in"):
        if entity is None or entity in storage.stores:
            yield FlowStep(giver, storage, storage)


def _over_interfaces(giver: Node, entity: InformationEntityNode | None) -> Iterator[FlowStep]:
    """From who holds the information over its interface to who depends on that."""
    if entity is not None and any(entity in giver.side(side) for side in ("masters", "stores")):
        for api in ordered((*giver.side("exposes"), *giver.side("behind_facade"))):
            for taker in api.needed_by:
                if taker is not giver:
                    yield FlowStep(giver, api, taker)


def into(taker: Node, entity: InformationEntityNode | None, planned: bool, without: Collection[Node]) -> list[FlowStep]:
    """Steps to the taker over exchanges that may carry it."""
    there = _to_come if planned else in_use
    return [
        FlowStep(giver, flow, taker)
        for flow in taker.side("consumes")
        if _may_carry(flow, entity, planned, without)
        for giver in flow.provided_by
        if giver is not taker and there(giver)
    ]


def out_of(
    givers: Iterable[Node], entity: InformationEntityNode | None, planned: bool, without: Collection[Node] = ()
) -> dict[Node, FlowStep]:
    """For each taker the step to it over an exchange that may carry it, from the first giver over the first."""
    found: dict[Node, FlowStep] = {}
    for giver in sorted(givers, key=PLACE):
        for flow in giver.side("provides"):
            if _may_carry(flow, entity, planned, without):
                for taker in flow.consumed_by:
                    if taker is not giver and taker not in found:
                        found[taker] = FlowStep(giver, flow, taker)
    return found


def _may_carry(
    flow: ExchangeNode, entity: InformationEntityNode | None, planned: bool, without: Collection[Node]
) -> bool:
    """Whether the exchange runs, or with `planned` is planned, and is not said to carry other things only."""
    carried = flow.carries
    return (
        (entity is None or not carried or entity in carried)
        and (running(flow) or (planned and flow.status == ExchangeStatus.PLANNED))
        and (not without or not set(without).intersection((*flow.mediated_by, *flow.runs_through)))
    )


def _to_come(node: Node) -> bool:
    """Whether it is in use or planned to be."""
    return bool(node.field("lifecycle") != Lifecycle.RETIRED)
