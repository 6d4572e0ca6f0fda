"""Where exchanges come from when their provider is gone: each that somebody still receives has to be moved."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from graph.facts.facts import LinkKey
from graph.language.words import N_
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import ExchangeNode, InformationEntityNode, SystemNode
from queries.asking.grounds import Facts
from queries.divestment.said import Sentence, said
from queries.divestment.takers import Takers
from queries.meaning.phases import in_use, running


class Prerequisite(NamedTuple):
    """Something that must exist first, and the facts behind it."""

    said: Sentence
    facts: tuple[Facts, ...] = ()
    awaits: tuple[Node, ...] = ()
    """What is only planned, and must be there before."""


class Setting(NamedTuple):
    """Where a system stands in the plan."""

    takers: Takers
    """Who could take over; none of the systems of the plan."""
    before: Collection[SystemNode]
    """Those of the waves before."""
    gone: Collection[SystemNode]
    """Those that are gone when its wave is done, itself among them."""


def staying(flow: ExchangeNode, gone: Collection[SystemNode]) -> list[Node]:
    """Those who receive the flow and are still there, in use."""
    return [each for each in flow.consumed_by if each not in gone and in_use(each)]


def moves(system: SystemNode, setting: Setting) -> Iterator[Prerequisite]:
    """Each exchange that somebody still receives has to come from somewhere else.

    Where another system gives it too it does already; but nobody knows that of one of which it is not stated what it
    carries, and devices and platforms that pass it on have it from somewhere.
    """
    for flow in filter(running, system.provides):
        left = staying(flow, setting.gone)
        others = (each for each in flow.provided_by if isinstance(each, SystemNode) and each not in setting.gone)
        if not left or (flow.carries and any(map(in_use, others))):
            continue
        facts: tuple[Facts, ...] = (
            system.link("provides", flow),
            *(flow.link("consumed_by", each) for each in left),
            *left,
        )
        if not flow.carries:
            yield Prerequisite(
                said(N_("A statement of what {flow} carries, so that it can be moved"), flow=flow), facts
            )
            continue
        able = {entity: setting.takers.suppliers(system, entity) for entity in flow.carries}
        common = _in_all(list(able.values()))
        if common:
            links = [link for entity in able for link in has(common, entity)]
            yield Prerequisite(_moved(flow, common, left), (*facts, *links), awaited(common))
            continue
        for entity, some in able.items():
            facts_of = (*facts, flow.link("carries", entity))
            if some:
                yield Prerequisite(
                    _part_moved(flow, entity, some[0]), (*facts_of, *has(some[0], entity)), awaited(some[0])
                )
            else:
                text = N_("Another source of {entity} for {flow}; none is stated")
                yield Prerequisite(said(text, entity=entity, flow=flow), facts_of)


def _in_all(lists: Sequence[Sequence[SystemNode]]) -> SystemNode | None:
    """The first of the first list that all lists have."""
    others = [set(some) for some in lists[1:]]
    return next((each for each in lists[0] if all(each in some for some in others)), None)


def _moved(flow: ExchangeNode, to: SystemNode, left: list[Node]) -> Sentence:
    """Where the whole flow goes; nowhere, where its only receiver has all that it carries."""
    if left == [to]:
        return said(N_("{flow} ended: {to} has what it carries"), flow=flow, to=to)
    if to.lifecycle == Lifecycle.PLAN:
        return said(N_("{next} in use, and {flow} moved to it"), next=to, flow=flow)
    return said(N_("{flow} moved to {next}"), flow=flow, next=to)


def _part_moved(flow: ExchangeNode, entity: InformationEntityNode, to: SystemNode) -> Sentence:
    if to.lifecycle == Lifecycle.PLAN:
        return said(N_("{next} in use, and {entity} in {flow} from it"), next=to, entity=entity, flow=flow)
    return said(N_("{entity} in {flow} from {next}"), entity=entity, flow=flow, next=to)


def awaited(other: Node) -> tuple[Node, ...]:
    """It, if it is only planned."""
    return (other,) if other.field("lifecycle") == Lifecycle.PLAN else ()


def has(other: Node, entity: InformationEntityNode) -> list[LinkKey]:
    """The relations by which a system has the information."""
    return [other.link(side, entity) for side in ("masters", "stores", "publishes") if entity in other.side(side)]
