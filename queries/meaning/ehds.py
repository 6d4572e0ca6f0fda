"""What the European Health Data Space reaches: which data, who carries the duties, from which day, by which standards.

The days, the requirements and the standards are those that the graph states; only that manufacturers, also those who
build for themselves, carry the duties, and that general-purpose products are outside, is said here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from graph.ontology.declaration import Choice
from graph.ontology.kinds import InformationEntity
from graph.ontology.vocabulary import ExchangeStatus, Origin
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import (
    DeviceNode,
    ExchangeNode,
    InformationEntityNode,
    IntegrationPlatformNode,
    MilestoneNode,
    RegulationNode,
    RequirementNode,
    SharedStorageNode,
)
from queries.asking.grounds import Facts, ordered
from queries.meaning.succession import Publication

HOLDS: Final = ("masters", "stores", "reads", "publishes")
MOVES: Final = ("provides", "consumes", "mediates")
HELD: Final = ("mastered_by", "stored_in", "read_by", "published_by")
MOVED: Final = ("provided_by", "consumed_by", "mediated_by")
"""The same from the other end."""
FOLLOWS: Final = ("conforms_to", "profiled_by")
Concerning = TypeVar("Concerning", MilestoneNode, RequirementNode)


class EhdsRole(Choice):
    """Who carries the manufacturer's duties."""

    MANUFACTURER = "manufacturer", "Ourselves, as its manufacturer", "Vi själva, som tillverkare"
    VENDOR = "vendor", "The vendor", "Leverantören"
    UNKNOWN = "unknown", "Not known: where it comes from is not stated", "Okänt: ursprunget är inte uppgivet"
    CLAIMED = (
        "claimed",
        "The vendor, if it claims to work with records",
        "Leverantören, om den sägs fungera med journaler",
    )
    OUTSIDE = "outside", "Nobody: general-purpose as a product", "Ingen: allmänt verktyg som produkt"


class Exposed(NamedTuple):
    """A thing, who carries the duties for it, and the information of priority categories that it handles."""

    thing: Node
    role: EhdsRole
    entities: frozenset[InformationEntityNode]


def handled(snapshot: Snapshot) -> dict[Node, frozenset[InformationEntityNode]]:
    """What holds, reads, publishes or exchanges information of priority categories, each with that information."""
    found: dict[Node, set[InformationEntityNode]] = defaultdict(set)
    for entity in snapshot.all(InformationEntity):
        if entity.ehds_category:
            flows = [flow for flow in entity.carried_by if _goes_on(flow)]
            held = (each for side in HELD for each in entity.side(side))
            moved = (each for flow in flows for side in MOVED for each in flow.side(side))
            for thing in chain(held, moved):
                found[thing].add(entity)
    return {thing: frozenset(entities) for thing, entities in found.items()}


def handling(thing: Node, entities: frozenset[InformationEntityNode]) -> Iterator[Facts]:
    """The facts that say that it handles the information."""
    for side in HOLDS:
        yield from (thing.link(side, each) for each in thing.side(side) if each in entities)
    for way in MOVES:
        for flow in filter(_goes_on, thing.side(way)):
            carried = [flow.link("carries", each) for each in flow.carries if each in entities]
            yield (flow, thing.link(way, flow), carried) if carried else ()


def _goes_on(flow: ExchangeNode) -> bool:
    return bool(flow.status != ExchangeStatus.ENDED)


def role_of(thing: Node) -> EhdsRole:
    """Who carries the duties for it, as far as its origin and its vendor are stated."""
    if general(thing):
        return EhdsRole.OUTSIDE
    if isinstance(thing, DeviceNode):
        return EhdsRole.CLAIMED
    if thing.field("origin") == Origin.IN_HOUSE:
        return EhdsRole.MANUFACTURER
    return EhdsRole.VENDOR if thing.field("origin") == Origin.BOUGHT or thing.side("supplied_by") else EhdsRole.UNKNOWN


def general(thing: Node) -> bool | None:
    """Whether it is general-purpose; None where that is not stated."""
    if isinstance(thing, IntegrationPlatformNode | SharedStorageNode):
        return True
    return thing.field("general_purpose")


class Law:
    """What the graph says of the law: its days, and the standards that it demands for each piece of information."""

    def __init__(self, snapshot: Snapshot) -> None:
        entities = [each for each in snapshot.all(InformationEntity) if each.ehds_category]
        self._days = {each: _concerning(each, MilestoneNode) for each in entities}
        self.european = {each: self._family(each) for each in entities}
        """For each piece of information what the law demands for it, and what builds on that."""

    def days(self, exposed: Exposed) -> tuple[str | None, list[MilestoneNode]]:
        """The day from which the law applies to the thing, and the days that the law sets."""
        if exposed.role is EhdsRole.OUTSIDE:
            return None, []
        days = [each for entity in exposed.entities for each in self._days[entity] if each.day]
        first = min((each.day for each in days if each.day), default=None)
        own = [each for law in _laws(days) for each in law.applies_from if each.origin and each.day]
        own = [each for each in own if each.origin == exposed.thing.field("origin")]
        told = ordered([*days, *own])
        return max([first, *(each.day for each in own if each.day)]) if first else None, told

    def _family(self, entity: InformationEntityNode) -> set[Publication]:
        laws = _laws(self._days[entity])
        rules = [each for each in _concerning(entity, RequirementNode) if not laws.isdisjoint(each.set_by)]
        family = {standard for rule in rules for standard in rule.demands}
        front = list(family)
        while front:
            fresh = {other for each in front for other in (*each.required_by, *each.side("has_version"))} - family
            family |= fresh
            front = list(fresh)
        return family


def _concerning(entity: InformationEntityNode, kind: type[Concerning]) -> list[Concerning]:
    return [each for each in entity.concern_of if isinstance(each, kind)]


def _laws(days: list[MilestoneNode]) -> set[RegulationNode]:
    return {law for each in days for law in each.applies_through}


def followed(thing: Node) -> dict[Publication, list[Facts]]:
    """The standards that it, its interfaces and what it sends are stated to follow, with the facts that say so."""
    found: dict[Publication, list[Facts]] = {}
    ways: Iterable[tuple[Node, tuple[Facts, ...]]] = [
        (thing, ()), *((api, (api, thing.link("exposes", api))) for api in thing.side("exposes")),
        *((flow, (flow, thing.link("provides", flow))) for flow in filter(_goes_on, thing.side("provides"))),
    ]  # fmt: skip
    for each, why in ways:
        for side in FOLLOWS:
            for version in each.side(side):
                found.setdefault(version, []).extend((*why, each.link(side, version)))
                for standard in version.version_of:
                    found.setdefault(standard, []).append(version.link("version_of", standard))
    return found
