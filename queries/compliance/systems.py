"""What the graph's facts say of a system, as an offer.

What the system itself, the interfaces that it exposes and the exchanges that it takes part in follow counts;
an exchange that is only planned, or has ended, does not. The graph lists nothing whole: its silence says nothing.
"""

from collections.abc import Iterator
from typing import Final

from graph.facts.facts import LinkKey
from graph.ontology.kinds import System
from graph.ontology.vocabulary import EvidenceLevel, ExchangeStatus
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ApiNode, ExchangeNode, InformationEntityNode, InformationModelNode, SystemNode
from graph.tender.offer import Aspect, Claim, Format, Offer
from queries.compliance.from_snapshot import no_such
from queries.compliance.thing_names import aspect_of, names, standard_of, words

NOT_NOW = (ExchangeStatus.PLANNED, ExchangeStatus.ENDED)
HOLDS: Final = ("masters", "stores", "publishes", "reads")
FOLLOWS: Final = ("conforms_to", "profiled_by")


def offer_of_system(snapshot: Snapshot, id: str) -> Offer:
    """The system with this id as an offer.

    Raises:
        UnknownThingError: there is none; names the nearest.
    """
    node = snapshot.get(System, id)
    if node is None:
        raise no_such(snapshot, System, id)
    return Offer(
        name=words(node).en,
        name_sv=words(node).sv,
        formats=(Format.SYSTEM,),
        claims=tuple(dict.fromkeys(_claims(snapshot, node))),
        system=node.id,
    )


def _claims(snapshot: Snapshot, node: SystemNode) -> Iterator[Claim]:
    yield from _follows(node, None)
    for api in node.exposes:
        yield from _follows(api, None, node.link("exposes", api))
    for model in node.maps_to:
        link = node.link("maps_to", model)
        yield _claim(Aspect.MODEL, model, None, link, note=snapshot.stated(link, "coverage"))
    for side in HOLDS:
        for entity in node.side(side):
            yield _claim(Aspect.ENTITY, entity, None, node.link(side, entity))
    for way in ("provides", "consumes"):
        for exchange in node.side(way):
            if exchange.status not in NOT_NOW:
                yield from _exchange(exchange, node.link(way, exchange))


def _exchange(exchange: ExchangeNode, link: LinkKey) -> Iterator[Claim]:
    evidence = EvidenceLevel(exchange.established) if exchange.established else None
    yield from _follows(exchange, evidence, link)
    for api in exchange.runs_through:
        yield from _follows(api, evidence, link, exchange.link("runs_through", api))
    for entity in exchange.carries:
        yield _claim(Aspect.ENTITY, entity, evidence, link, exchange.link("carries", entity))
    if exchange.format:
        yield Claim(
            aspect=Aspect.FORMAT,
            name=exchange.format,
            evidence=evidence,
            place=str(exchange.ref),
            grounds=(link, exchange.ref),
        )


def _follows(
    node: SystemNode | ApiNode | ExchangeNode, evidence: EvidenceLevel | None, *way: LinkKey
) -> Iterator[Claim]:
    """The standards and profiles that a system, interface or exchange is said to follow."""
    for side in FOLLOWS:
        for version in node.side(side):
            standard, link = standard_of(version), node.link(side, version)
            yield Claim(
                aspect=aspect_of(standard),
                name=str(standard.name or standard.id),
                also=names(standard, version),
                version=version.version or (version.name if version is not standard else None),
                evidence=evidence,
                place=str(link),
                grounds=(*way, link),
            )
            for address in names(standard, version):
                if "/StructureDefinition/" in address:
                    yield Claim(
                        aspect=Aspect.PROFILE, name=address, version=version.version, evidence=evidence,
                        place=str(link), grounds=(*way, link),
                    )  # fmt: skip


def _claim(
    aspect: Aspect,
    node: InformationModelNode | InformationEntityNode,
    evidence: EvidenceLevel | None,
    *links: LinkKey,
    note: str | None = None,
) -> Claim:
    return Claim(
        aspect=aspect, name=str(node.name or node.id), also=names(node), evidence=evidence, place=str(links[-1]),
        grounds=links, note=note,
    )  # fmt: skip
