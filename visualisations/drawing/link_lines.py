"""All exchanges from one thing to another as one line."""

from collections.abc import Iterable, Sequence
from typing import Final

from graph.facts.facts import LinkKey
from graph.ontology.kinds import System
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import PLACE, Node
from graph.snapshot.typed_nodes import ExchangeNode
from queries.asking.grounds import ordered
from visualisations.drawing.sketch import Line

FLOW = ONTOLOGY.sides(System)["provides"].relation.name
WAYS: Final = ("conforms_to", "mediated_by", "runs_through")
TOLD = 4
"""Exchanges of one line that are told; the others are counted."""
Pair = tuple[Node, Node]
"""Who gives, and who takes."""


def flows(shown: Iterable[Node]) -> dict[Pair, list[ExchangeNode]]:
    """The exchanges between the things shown, by who gives to whom, in dictionary order."""
    there = dict.fromkeys(shown)
    found: dict[Pair, list[ExchangeNode]] = {}
    for provider in there:
        for flow in provider.side("provides"):
            for consumer in flow.consumed_by:
                if consumer in there and consumer is not provider:
                    found.setdefault((provider, consumer), []).append(flow)
    return dict(sorted(found.items(), key=lambda each: (each[0][0].place, each[0][1].place)))


def flow_line(pair: Pair, exchanges: Sequence[ExchangeNode]) -> Line:
    """A line that tells of the first few exchanges, and counts them all."""
    provider, consumer = pair
    told = sorted(exchanges, key=PLACE)[:TOLD]
    held: list[Node | LinkKey] = []
    for each in told:
        ways = sorted(each.links(*WAYS), key=lambda link: (link.relation, link.target))
        held += [each, provider.link("provides", each), consumer.link("consumes", each), *ways]
    return Line(
        source=provider.ref,
        target=consumer.ref,
        relation=FLOW,
        held=tuple(held),
        about=tuple(ordered(entity for each in told for entity in each.carries)),
        passed=tuple(ordered(other for each in told for side in WAYS for other in each.side(side))),
        times=len(exchanges),
    )


def link_line(link: LinkKey) -> Line:
    """A line for one relation."""
    return Line(link.source, link.target, link.relation, (link,))
