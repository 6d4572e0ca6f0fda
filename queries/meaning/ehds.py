"""What the European Health Data Space reaches: which data, who carries the duties, from which day, by which standards.

The days, the requirements and the standards are those that the graph states; only that manufacturers, also those who
build for themselves, carry the duties, and that general-purpose products are outside, is said here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from graph.ontology.declaration import Choice, Kind
from graph.ontology.kinds import Device, InformationEntity, IntegrationPlatform, Milestone, Requirement, SharedStorage
from graph.ontology.vocabulary import ExchangeStatus, Origin
from graph.snapshot.snapshot import Node, Snapshot
from queries.asking.grounds import ordered

HOLDS = ("masters", "stores", "reads", "publishes")
MOVES = ("provides", "consumes", "mediates")
HELD, MOVED = ("mastered_by", "stored_in", "read_by", "published_by"), ("provided_by", "consumed_by", "mediated_by")
"""The same from the other end."""
FOLLOWS = ("conforms_to", "profiled_by")


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
    entities: frozenset[Node]


def handled(snapshot: Snapshot) -> dict[Node, frozenset[Node]]:
    """What holds, reads, publishes or exchanges information of priority categories, each with that information."""
    found: dict[Node, set[Node]] = defaultdict(set)
    for entity in snapshot.all(InformationEntity):
        if entity.ehds_category:
            flows = [flow for flow in entity.carried_by if _goes_on(flow)]
            held = (each for side in HELD for each in entity.sides.get(side, ()))
            moved = (each for flow in flows for side in MOVED for each in flow.sides.get(side, ()))
            for thing in chain(held, moved):
                found[thing].add(entity)
    return {thing: frozenset(entities) for thing, entities in found.items()}


def handling(thing: Node, entities: frozenset[Node]) -> Iterator[Any]:
    """The facts that say that it handles the information."""
    for side in HOLDS:
        yield from (thing.link(side, each) for each in thing.sides.get(side, ()) if each in entities)
    for side in MOVES:
        for flow in filter(_goes_on, thing.sides.get(side, ())):
            carried = [flow.link("carries", each) for each in flow.carries if each in entities]
            yield (flow, thing.link(side, flow), carried) if carried else ()


def _goes_on(flow: Node) -> bool:
    return bool(flow.status != ExchangeStatus.ENDED)


def role_of(thing: Node) -> EhdsRole:
    """Who carries the duties for it, as far as its origin and its vendor are stated."""
    if general(thing):
        return EhdsRole.OUTSIDE
    if thing.kind == Device.__name__:
        return EhdsRole.CLAIMED
    if thing.origin == Origin.IN_HOUSE:
        return EhdsRole.MANUFACTURER
    return EhdsRole.VENDOR if thing.origin == Origin.BOUGHT or thing.supplied_by else EhdsRole.UNKNOWN


def general(thing: Node) -> bool | None:
    """Whether it is general-purpose; None where that is not stated."""
    if thing.kind in (IntegrationPlatform.__name__, SharedStorage.__name__):
        return True
    stated: bool | None = thing.general_purpose
    return stated


class Law:
    """What the graph says of the law: its days, and the standards that it demands for each piece of information."""

    def __init__(self, snapshot: Snapshot) -> None:
        entities = [each for each in snapshot.all(InformationEntity) if each.ehds_category]
        self._days = {each: _concerning(each, Milestone) for each in entities}
        self.european = {each: self._family(each) for each in entities}
        """For each piece of information what the law demands for it, and what builds on that."""

    def days(self, exposed: Exposed) -> tuple[str | None, list[Node]]:
        """The day from which the law applies to the thing, and the days that the law sets."""
        if exposed.role is EhdsRole.OUTSIDE:
            return None, []
        days = [each for entity in exposed.entities for each in self._days[entity] if each.day]
        first = min((each.day for each in days), default=None)
        own = [each for law in _laws(days) for each in law.applies_from if each.origin and each.day]
        own = [each for each in own if each.origin == exposed.thing.origin]
        return max([first, *(each.day for each in own)]) if first else None, ordered([*days, *own])

    def _family(self, entity: Node) -> set[Node]:
        laws = _laws(self._days[entity])
        rules = [each for each in _concerning(entity, Requirement) if not laws.isdisjoint(each.set_by)]
        family = {standard for rule in rules for standard in rule.demands}
        front = list(family)
        while front:
            fresh = {other for each in front for other in (*each.required_by, *each.has_version)} - family
            family |= fresh
            front = list(fresh)
        return family


def _concerning(entity: Node, kind: type[Kind]) -> list[Node]:
    return [each for each in entity.concern_of if each.kind == kind.__name__]


def _laws(days: list[Node]) -> set[Node]:
    return {law for each in days for law in each.applies_through}


def followed(thing: Node) -> dict[Node, list[Any]]:
    """The standards that it, its interfaces and what it sends are stated to follow, with the facts that say so."""
    found: dict[Node, list[Any]] = {}
    ways: Iterable[tuple[Node, list[Any]]] = [
        (thing, []), *((api, [api, thing.link("exposes", api)]) for api in thing.exposes),
        *((flow, [flow, thing.link("provides", flow)]) for flow in filter(_goes_on, thing.provides)),
    ]  # fmt: skip
    for each, why in ways:
        for side in FOLLOWS:
            for version in each.sides.get(side, ()):
                found.setdefault(version, []).extend((*why, each.link(side, version)))
                for standard in version.version_of:
                    found.setdefault(standard, []).append(version.link("version_of", standard))
    return found
