"""The network of running exchanges, and the things without which it falls apart."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

import rustworkx

from graph.facts.facts import LinkKey
from graph.ontology.kinds import Device, Exchange, IntegrationPlatform, SharedStorage, System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, SideName, SystemNode
from queries.meaning.phases import in_use, running

ENDS = (System, SharedStorage, IntegrationPlatform, Device)
Span = tuple[int, int]
"""From one place in a network's order to another."""


class Network(NamedTuple):
    """All things that are joined to another, so ordered that what hangs on a thing stands together."""

    order: list[Node]
    places: dict[Node, int]
    before: list[int]
    """How many systems stand before each place."""

    def systems(self, part: tuple[Span, ...]) -> int:
        """How many systems the part has."""
        return sum(self.before[end] - self.before[start] for start, end in part)

    def things(self, part: tuple[Span, ...]) -> Iterator[Node]:
        """The things of the part."""
        for start, end in part:
            yield from self.order[start:end]


class Point(NamedTuple):
    """A thing without which a network falls into parts."""

    thing: Node
    network: Network
    parts: tuple[tuple[Span, ...], ...]
    """The one with most systems first."""
    cut: int
    """How many systems are not in the first part."""


Join = tuple[ExchangeNode | None, SideName, SideName]
"""How a thing is joined to another: by an exchange, as its side says, to that end of it; or by the side alone."""

Far = tuple[Literal["provided_by", "consumed_by", "mediated_by"], ...]
FAR: dict[Literal["mediates", "provides", "consumes"], Far] = {
    "mediates": ("provided_by", "consumed_by"),
    "provides": ("consumed_by",),
    "consumes": ("provided_by",),
}
"""The sides on which a thing has exchanges, each with their other ends, unless something mediates them."""


def joins(thing: Node) -> Iterator[tuple[Node, Join]]:
    """What a thing is joined to, and how."""
    for side, far in FAR.items():
        for flow in filter(running, thing.side(side)):
            ends: Far = ("mediated_by",) if side != "mediates" and flow.mediated_by else far
            for end in ends:
                for other in flow.side(end):
                    yield other, (flow, side, end)
    for storing in ("keeps_data_in", "keeps_data_of"):
        for other in thing.side(storing):
            yield other, (None, storing, storing)


def joined_by(thing: Node, other: Node, join: Join) -> tuple[Node | LinkKey, ...]:
    """The facts that say so."""
    flow, side, end = join
    return (thing.link(side, other),) if flow is None else (flow, thing.link(side, flow), flow.link(end, other))


def _edges(snapshot: Snapshot) -> Iterator[tuple[Node, Node]]:
    """The same as `joins`, for all things, without the facts."""
    for flow in filter(running, snapshot.all(Exchange)):
        for one in flow.provided_by:
            yield from ((one, other) for other in flow.mediated_by or flow.consumed_by)
        for one in flow.mediated_by:
            yield from ((one, other) for other in flow.consumed_by)
    for storage in snapshot.all(SharedStorage):
        yield from ((storage, other) for other in storage.keeps_data_of)


def points(snapshot: Snapshot) -> list[Point]:
    """Every thing that stands in several blocks: two things of a block are joined in two ways, or are all of it.

    One pass over the blocks, each opened after the thing that it hangs on: no time beyond the network's size.
    """
    blocks, within = _blocks(snapshot)
    order: list[Node] = []
    hanging: dict[Node, list[Span]] = {}
    whole: dict[Node, Span] = {}
    opened: dict[int, int] = {}
    for root in range(len(blocks)):
        if root in opened:
            continue
        start = len(order)
        several: list[Node] = []
        waiting: list[tuple[int, Node | None]] = [(root, None)]
        while waiting:
            block, above = waiting.pop()
            if block < 0:
                hanging.setdefault(above, []).append((opened[~block], len(order)))  # type: ignore[arg-type]
                continue
            opened[block] = len(order)
            if above is not None:
                waiting.append((~block, above))
            for thing in blocks[block]:
                if thing is not above:
                    order.append(thing)
                    waiting += [(other, thing) for other in within[thing] if other != block]
                    several += [thing] if len(within[thing]) > 1 else []
        whole |= dict.fromkeys(several, (start, len(order)))
    network = Network(order, {thing: place for place, thing in enumerate(order)}, [0])
    for thing in order:
        network.before.append(network.before[-1] + (isinstance(thing, SystemNode)))
    return [_point(network, thing, spans, whole[thing]) for thing, spans in hanging.items()]


def _blocks(snapshot: Snapshot) -> tuple[Sequence[Sequence[Node]], dict[Node, list[int]]]:
    """The blocks of the network, and for each thing the numbers of those that it stands in."""
    graph: Any = rustworkx.PyGraph(multigraph=False)
    ends = list(filter(in_use, snapshot.all(*ENDS)))
    number = dict(zip(ends, graph.add_nodes_from(ends), strict=True))
    joined = {(number[one], number[other]) for one, other in _edges(snapshot) if one in number and other in number}
    graph.add_edges_from_no_data(sorted({(min(pair), max(pair)) for pair in joined if pair[0] != pair[1]}))
    found: dict[int, set[int]] = {}
    for pair, block in rustworkx.biconnected_components(graph).items():
        found.setdefault(block, set()).update(pair)
    blocks = [[ends[each] for each in sorted(found[block])] for block in sorted(found)]
    within: dict[Node, list[int]] = {}
    for block, things in enumerate(blocks):
        for thing in things:
            within.setdefault(thing, []).append(block)
    return blocks, within


def _point(network: Network, thing: Node, hanging: list[Span], whole: Span) -> Point:
    """The thing with the parts that hang on it, and the rest of its network."""
    start, rest = whole[0], []
    for begin, end in sorted([(network.places[thing], network.places[thing] + 1), *hanging]):
        rest.append((start, begin))
        start = end
    rest.append((start, whole[1]))
    parts = [tuple(span for span in rest if span[0] < span[1]), *((span,) for span in sorted(hanging))]
    parts.sort(key=lambda part: -network.systems(part))
    return Point(thing, network, tuple(parts), sum(map(network.systems, parts[1:])))
