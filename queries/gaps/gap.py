"""Which kinds of gap there are, what a gap found is, and which things a question about gaps looks at."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.kinds import Api, CareSector, Exchange, InformationEntity, System
from graph.ontology.vocabulary import DesignBasis, ExchangeStatus
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, InformationEntityNode, SystemNode
from queries.meaning.phases import in_use

STATING = frozenset(("conforms_to", "profiled_by"))
"""What says which standard an exchange follows."""
OWN_DESIGN = (DesignBasis.PROPRIETARY, DesignBasis.OPINION)


class Gap(Choice):
    """What is missing, in the order of the answer."""

    MISSING = "missing-exchange", "Missing exchange", "Utbyte saknas"
    SECTORS = "sectors-apart", "Care sectors not connected", "Vårdsektorer utan förbindelse"
    READS = "read-without-exchange", "Reads without exchange", "Läser utan utbyte"
    VERSIONS = "version-mismatch", "Versions differ", "Olika versioner"
    ISLAND = "island", "Connected to nothing", "Utan förbindelser"
    NON_STANDARD = "non-standard", "Format of its own", "Eget format"
    REPLACED = "replaced-version", "Replaced version", "Ersatt version"
    NOT_STATED = "standard-not-stated", "Standard not stated", "Standard ej uppgiven"
    NO_OWNER = "exchange-without-owner", "Exchange without owner", "Utbyte utan ägare"


class FoundGap(NamedTuple):
    """One gap."""

    gap: Gap
    subject: Node
    other: Node | None = None
    entity: InformationEntityNode | None = None
    third: Node | None = None
    """Who needs the information, the standard whose versions differ, or the version that has replaced another."""


class Scope:
    """The part of a snapshot that is looked at: all of it, or what a system, information or care sector has part in."""

    def __init__(
        self,
        snapshot: Snapshot,
        day: str,
        system: str | None = None,
        entity: str | None = None,
        sector: str | None = None,
    ) -> None:
        self.snapshot, self.day = snapshot, day
        self.system = snapshot.get(System, system)
        self.entity = snapshot.get(InformationEntity, entity)
        self.sector = snapshot.get(CareSector, sector)

    @cached_property
    def flows(self) -> "LiveExchanges":
        """The exchanges that have not ended."""
        chosen: list[Iterable[ExchangeNode]] = []
        if self.system:
            chosen.append((*self.system.provides, *self.system.consumes))
        if self.entity:
            chosen.append(self.entity.carried_by)
        if self.sector:
            chosen.append(
                [flow for each in self.sector.includes for flow in (*each.side("provides"), *each.side("consumes"))]
            )
        if not chosen:
            return self.snapshot.once(_all_flows)
        return _flows(self.snapshot, sorted(set(chosen[0]).intersection(*chosen[1:]), key=PLACE))

    @cached_property
    def systems(self) -> list[SystemNode]:
        """The systems in use."""
        systems = [self.system] if self.system else self.snapshot.all(System)
        return [each for each in systems if in_use(each) and (self.sector is None or self.sector in each.in_sector)]


class LiveExchanges(NamedTuple):
    """Exchanges that have not ended."""

    every: list[ExchangeNode]
    silent: list[ExchangeNode]
    """Those of which neither a standard nor a format is stated."""
    of_own_format: list[ExchangeNode]
    """Those of which is said that their format, or what their provider's design rests on, is its own."""


def _all_flows(snapshot: Snapshot) -> LiveExchanges:
    return _flows(snapshot, snapshot.all(Exchange))


def _flows(snapshot: Snapshot, exchanges: Iterable[ExchangeNode]) -> LiveExchanges:
    doors = {each for each in snapshot.all(Api) if each.conforms_to or each.profiled_by}
    flows = LiveExchanges([flow for flow in exchanges if flow.status != ExchangeStatus.ENDED], [], [])
    for flow in flows.every:
        if STATING.isdisjoint(flow.sides) and doors.isdisjoint(flow.side("runs_through")):
            (flows.of_own_format if _is_own(flow) else flows.silent).append(flow)
    return flows


def _is_own(flow: ExchangeNode) -> bool:
    return flow.format is not None or any(each.field("design_basis") in OWN_DESIGN for each in flow.provided_by)
