"""What a change leaves hanging, what clashes with the order of its waves, and what moves together."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import rustworkx

from graph.facts.facts import LinkKey
from graph.language.words import N_
from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.node import PLACE, Node
from graph.snapshot.typed_nodes import ApiNode, ChangeNode, SideName, SystemNode
from queries.divestment.said import Sentence, said


class Effect(Choice):
    """What a change does to a thing."""

    RETIRES = "retires", "Retires", "Avvecklar"
    INTRODUCES = "introduces", "Introduces", "Inför"
    COVERS = "covers", "Covers", "Omfattar"
    HANGING = "left-hanging", "Left hanging", "Blir hängande"
    CLASH = "wave-clash", "Goes after what it needs", "Avvecklas senare än det som behövs"
    LEAVES = "leaves", "Leaves as it is", "Lämnar som det är"


class SideLink(NamedTuple):
    """A relation by its name at one end; findings hold many, and only rows need their keys."""

    node: Node
    side: SideName
    other: Node

    @property
    def facts(self) -> tuple[Node, LinkKey, Node]:
        """The relation with the things at its ends."""
        return self.node, self.node.link(self.side, self.other), self.other


class Needing(NamedTuple):
    """Something that depends on what goes, or on an interface of it."""

    needy: Node
    gone: SystemNode
    api: ApiNode | None
    ties: tuple[SideLink, ...]


Waves = dict[SystemNode, int | None]
"""What a change retires, and in which wave."""


Reason = tuple[Effect, Node, Sentence, *tuple[SideLink, ...]]
"""What a change does to a thing, why, and the relations that say so."""


def needing(gone: SystemNode) -> Iterator[Needing]:
    """What depends on what goes, on an interface of it, or on one in front of it."""
    for needy in gone.needed_by:
        yield Needing(needy, gone, None, (SideLink(gone, "needed_by", needy),))
    for side in ("exposes", "behind_facade"):
        for api in gone.side(side):
            for needy in api.needed_by:
                yield Needing(needy, gone, api, (SideLink(gone, side, api), SideLink(api, "needed_by", needy)))


def together(waves: Waves, needed: Iterable[Needing]) -> dict[SystemNode, list[SystemNode]]:
    """Per retired system, those of its wave that it needs or that need it, directly or through others."""
    graph: Any = rustworkx.PyGraph()
    index = {gone: graph.add_node(gone) for gone in sorted(waves, key=PLACE)}
    for needy, gone, *_ in needed:
        if needy in waves and waves[needy] == waves[gone] is not None:
            graph.add_edge(index[needy], index[gone], None)
    groups = [[graph[number] for number in group] for group in rustworkx.connected_components(graph)]
    return {
        each: [other for other in sorted(group, key=PLACE) if other is not each] for group in groups for each in group
    }


def hanging(change: ChangeNode, waves: Waves, needed: Iterable[Needing]) -> Iterator[Reason]:
    """What still needs or receives from what goes, or goes after what it needs."""
    for needy, gone, api, ties in needed:
        if needy in waves:
            if clash := _clash(gone, waves[needy], waves[gone]):
                yield Effect.CLASH, needy, clash, *ties
        elif needy is not change:
            yield Effect.HANGING, needy, _needs(gone, api), *ties
    for gone in waves:
        for flow in gone.provides:
            if flow.status != ExchangeStatus.ENDED:
                for needy in flow.consumed_by:
                    if needy not in waves:
                        why = said(N_("It receives {flow} from {gone}."), flow=flow, gone=gone)
                        ties = (SideLink(gone, "provides", flow), SideLink(flow, "consumed_by", needy))
                        yield Effect.HANGING, needy, why, *ties


def _needs(gone: SystemNode, api: ApiNode | None) -> Sentence:
    if api is None:
        return said(N_("It depends on {gone}."), gone=gone)
    return said(N_("It depends on {api}, behind which is {gone}."), api=api, gone=gone)


def _clash(gone: SystemNode, own: int | None, needed: int | None) -> Sentence | None:
    if own is None or needed is None:
        return said(N_("It needs {gone}; no source says which of them goes first."), gone=gone)
    if own > needed:
        text = N_("It goes in wave {own} but needs {gone}, which goes in wave {needed}.")
        return said(text, own=own, gone=gone, needed=needed)
    return None
