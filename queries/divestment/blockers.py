"""What stands in the way of retiring a system, each by a stated fact; what is not stated blocks nothing.

OS2kitos names contract notice dates, archive duty and relations tied to contracts as what blocks a retirement in the
public sector. TIME sees none of it (Info-Tech): a system of low fit may still be the last that holds something.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from graph.facts.facts import LinkKey
from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import Criticality, Lifecycle
from graph.snapshot.days import begun, over
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, SystemNode
from queries.asking.grounds import Facts, ordered
from queries.divestment.sole_reliance import SoleReliance, received

HELD: Final = ("masters", "stores", "publishes")
"""Sides by which a system has information."""


class BlockerSort(Choice):
    """Sorts of blockers, in the order that they are told in."""

    ONLY_SUPPLIER = "only-supplier", "Receivers without an alternative", "Mottagare utan alternativ"
    LAST_HOLDER = "last-holder", "Last holder of information", "Sista innehavare av information"
    UNSTATED_FLOW = "unstated-flow", "Flow of unstated information", "Flöde med ej uppgiven information"
    NEEDED = "needed", "Something depends on it", "Något är beroende av det"
    FACADE = "facade", "Facade in front of it", "Fasad framför det"
    BLOCKED = "blocked", "Decision or requirement", "Beslut eller krav"
    INFEASIBLE = "infeasible", "Its migration is held infeasible", "Flytten bedöms inte kunna genomföras"
    MUST_NOT_STOP = "must-not-stop", "Must not stop", "Får inte stängas av"
    ARCHIVE_DUTY = "archive-duty", "Archive duty", "Arkiveringsplikt"
    CONTRACT = "contract", "Running contract", "Löpande avtal"
    SAFETY = "safety", "Safety-critical without a successor", "Patientsäkerhetskritiskt utan efterträdare"


class Blocker(NamedTuple):
    """One sort of blocker of one system, and what it holds for; nothing where it is the system's own record."""

    sort: BlockerSort
    what: tuple[Node, ...] = ()


def blockers(snapshot: Snapshot, system: SystemNode, sole_reliance: SoleReliance, day: str) -> tuple[Blocker, ...]:
    """Everything stated that stands in the way of retiring `system` on `day`, in the order of the sorts."""
    found = [
        Blocker(sort, tuple(what))
        for sort, what in (
            (BlockerSort.ONLY_SUPPLIER, sole_reliance.supplied.get(system)),
            (BlockerSort.LAST_HOLDER, sole_reliance.held.get(system)),
            (BlockerSort.UNSTATED_FLOW, sole_reliance.unstated.get(system)),
            (BlockerSort.NEEDED, dependents(system)),
            (BlockerSort.FACADE, system.behind_facade),
            (BlockerSort.BLOCKED, system.blocked_by),
            (BlockerSort.INFEASIBLE, infeasible(system)),
        )
        if what
    ]
    if system.must_not_stop:
        found.append(Blocker(BlockerSort.MUST_NOT_STOP))
    if system.archive_duty:
        found.append(Blocker(BlockerSort.ARCHIVE_DUTY))
    if contract_runs(system, day):
        found.append(Blocker(BlockerSort.CONTRACT))
    if system.criticality == Criticality.SAFETY and not any(
        succeeds(snapshot, system, each, day) for each in successors(system)
    ):
        found.append(Blocker(BlockerSort.SAFETY))
    return tuple(found)


def dependents(system: SystemNode) -> list[Node]:
    """What cannot work without it, or without an interface that it exposes, and is not itself retired."""
    needing: Iterable[Node] = system.needed_by
    if system.exposes:
        needing = ordered(each for needed in (system, *system.exposes) for each in needed.side("needed_by"))
    return [each for each in needing if each.field("lifecycle") != Lifecycle.RETIRED and each is not system]


def infeasible(system: SystemNode) -> list[Node]:
    """What blocks a change that is to retire it, without blocking the system itself."""
    if not system.retired_by:
        return []
    own = system.blocked_by
    return ordered(each for change in system.retired_by for each in change.blocked_by if each not in own)


def contract_runs(system: SystemNode, day: str) -> bool:
    """Whether its contract has not ended by `day`; where no end is stated, whether notice is still to be given."""
    stated = system.contract_ends or system.contract_notice_by
    return stated is not None and not over(day, stated)


def successors(system: SystemNode) -> list[SystemNode]:
    """The systems stated to succeed it that are not themselves retired."""
    return [each for each in system.succeeded_by if each.lifecycle != Lifecycle.RETIRED]


def succeeds(snapshot: Snapshot, system: SystemNode, successor: SystemNode, day: str) -> bool:
    """Whether the succession has no day that is still to come."""
    return begun(day, snapshot.stated(system.link("succeeded_by", successor), "since"))


def facts(system: SystemNode, sort: BlockerSort, what: Iterable[Node]) -> Iterator[Facts]:
    """The things and relations that a blocker rests on."""
    for each in what:
        yield each
        if sort is BlockerSort.ONLY_SUPPLIER:
            yield from (flow_facts(flow, each) for flow in supplying(system, each))
        elif sort is BlockerSort.LAST_HOLDER:
            yield from holding(system, each)
        elif sort is BlockerSort.UNSTATED_FLOW:
            yield flow_facts(each)
        elif sort is BlockerSort.NEEDED:
            yield from ((api, system.link("exposes", api)) for api in system.exposes if each in api.needed_by)
            yield [
                needed.link("needed_by", each)
                for needed in (system, *system.exposes)
                if each in needed.side("needed_by")
            ]
        elif sort is BlockerSort.FACADE:
            yield system.link("behind_facade", each)
        elif sort is BlockerSort.BLOCKED:
            yield system.link("blocked_by", each)
        elif sort is BlockerSort.INFEASIBLE:
            for change in system.retired_by:
                if each in change.blocked_by:
                    yield change, system.link("retired_by", change), change.link("blocked_by", each)


def supplying(system: SystemNode, entity: Node) -> list[ExchangeNode]:
    """The exchanges by which `system` supplies `entity` to somebody in use."""
    return [flow for flow in system.provides if entity in flow.carries and received(flow)]


def holding(system: SystemNode, entity: Node) -> list[LinkKey]:
    """The relations by which `system` has `entity`."""
    return [system.link(side, entity) for side in HELD if entity in system.side(side)]


def flow_facts(flow: Node, *carried: Node) -> list[Facts]:
    """The exchange with its provider and receivers, and with what it carries of `carried`."""
    ends = [*flow.side("provided_by"), *flow.side("consumed_by")]
    return [flow, ends, [*flow.links("provided_by", "consumed_by")], [flow.link("carries", each) for each in carried]]
