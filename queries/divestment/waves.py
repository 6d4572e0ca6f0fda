"""Waves: in which order systems can go, and which must go together.

What needs another system goes before it, or with it: first those that no other of the set needs. Systems that need each
other, directly or in a ring, are a strongly connected component and move together.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

import rustworkx

from graph.facts.facts import LinkKey
from graph.snapshot.components import strongly_connected
from graph.snapshot.node import PLACE, Node
from graph.snapshot.typed_nodes import ApiNode, SystemNode
from queries.meaning.phases import running


class Dependency(NamedTuple):
    """One system of the set needs another, by these facts."""

    needy: SystemNode
    needed: SystemNode
    facts: tuple[Node | LinkKey, ...]


class WaveGroup(NamedTuple):
    """Systems that move together, or one alone."""

    wave: int
    """From 1."""
    systems: tuple[SystemNode, ...]
    """In dictionary order."""


def needs(system: SystemNode) -> Iterator[tuple[Node, tuple[Node | LinkKey, ...]]]:
    """What `system` needs, with the facts that say so.

    It depends on the needed or its interface, receives a flow from it or by it, or stands in front of it.
    """
    for needed in system.depends_on:
        own = system.link("depends_on", needed)
        yield (needed, (own,))
        if isinstance(needed, ApiNode):
            for behind, link in _behind(needed):
                yield (behind, (own, needed, link))
    for flow in filter(running, system.consumes):
        own = system.link("consumes", flow)
        for provider in flow.provided_by:
            yield (provider, (own, flow, flow.link("provided_by", provider)))
        for api in flow.runs_through:
            through = flow.link("runs_through", api)
            for behind, link in _behind(api):
                yield (behind, (own, flow, through, api, link))
    for api in system.exposes:
        for behind in api.facade_over:
            yield (behind, (system.link("exposes", api), api, api.link("facade_over", behind)))


def _behind(api: ApiNode) -> Iterator[tuple[Node, LinkKey]]:
    """What an interface belongs to or stands in front of, with the relation that says so."""
    for side in ("exposed_by", "facade_over"):
        for behind in api.side(side):
            yield behind, api.link(side, behind)


def needs_within(systems: Collection[SystemNode]) -> list[Dependency]:
    """Every need of one of the systems for another of them."""
    among = set(systems)
    return [
        Dependency(each, needed, facts)
        for each in sorted(among, key=PLACE)
        for needed, facts in needs(each)
        if isinstance(needed, SystemNode) and needed in among and needed is not each
    ]


def waves(systems: Collection[SystemNode], needed: Sequence[Dependency]) -> list[WaveGroup]:
    """The groups in the order that they go in: by wave, within one by name. The same systems give the same waves."""
    steps = [(need.needy, need.needed) for need in needed]
    groups = [tuple(sorted(group, key=PLACE)) for group in strongly_connected(systems, steps)]
    groups.sort(key=lambda group: group[0].place)
    member = {each: number for number, group in enumerate(groups) for each in group}
    parts: Any = rustworkx.PyDiGraph()
    parts.add_nodes_from(range(len(groups)))
    between = {(member[need.needy], member[need.needed]) for need in needed}
    parts.add_edges_from_no_data([each for each in sorted(between) if each[0] != each[1]])
    found = [
        WaveGroup(wave, groups[number])
        for wave, generation in enumerate(rustworkx.topological_generations(parts), 1)
        for number in generation
    ]
    return sorted(found, key=lambda group: (group.wave, group.systems[0].place))
