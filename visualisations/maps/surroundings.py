"""One thing and what it touches, up to three steps away; an exchange is a line between those that it joins."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from graph.errors import UnknownThingError
from graph.facts.facts import Ref
from graph.language.code_names import ParameterName
from graph.language.words import N_, Language, Words, say
from graph.ontology.kinds import (
    Api,
    Arena,
    Coordinator,
    Decision,
    Device,
    Exchange,
    GovernanceBody,
    IntegrationPlatform,
    Organisation,
    Role,
    SharedStorage,
    SteeringModel,
    SteeringObject,
    System,
)
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import SIDES, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SideName
from queries.asking.grounds import ordered
from queries.asking.question import parameter, parameter_name, required
from visualisations.drawing.layout import ACROSS
from visualisations.drawing.link_lines import flow_line, flows, link_line
from visualisations.drawing.sketch import Line, MapParameters, Sketch

TITLE = Words("Surroundings", "Omgivning")
ABOUT = Words(
    "In the middle the chosen thing. Left: what it gets from or needs. Right: what gets from it or needs it. Above: "
    "who owns, decides and answers. Below: what it is about, what it follows, and what changes it.",
    "I mitten det valda. Vänster: det som det får information av eller behöver. Höger: det som får information av det "
    "eller behöver det. Ovanför: vilka som äger, beslutar och ansvarar. Nedanför: vad det gäller, vad det följer och "
    "vad som förändrar det.",
)

TECHNICAL = {kind.__name__ for kind in (System, Device, Api, IntegrationPlatform, SharedStorage)}
GOVERNING = {
    kind.__name__
    for kind in (Organisation, GovernanceBody, Role, Coordinator, Arena, Decision, SteeringModel, SteeringObject)
}
# The target of these needs, or stands behind, the source: information goes the other way.
NEEDED = {SIDES[side].relation.name for side in ("depends_on", "succeeds", "keeps_data_in", "facade_over")}
FLOWS: Final = ("provides", "consumes", "mediates")
FURTHER: tuple[SideName, ...] = (
    "depends_on", "needed_by", "keeps_data_in", "keeps_data_of", "exposes", "exposed_by", "facade_over",
    "behind_facade",
)  # fmt: skip
"""What is followed from the second step on, beside exchanges that are given and taken."""
MIDDLE = 3
ABOVE, BESIDE, BELOW = range(3)
FEW_LINES = 40
TALLEST = 12
ROOM_FOR_WORDS = 170


class Parameters(MapParameters):
    """Around what, and how far."""

    kind: str = parameter("Kind", "Sort", System.__name__)
    id: str = required("Id", "Id")
    depth: int = parameter("Steps", "Steg", 1, ge=1, le=3)

    def refers_to(self) -> Iterator[tuple[ParameterName, str, str]]:
        """The thing in the middle."""
        if self.kind not in ONTOLOGY.kinds:
            raise UnknownThingError(
                N_("There is no kind '{kind}'. The kinds are: {known}."),
                kind=self.kind,
                known=", ".join(ONTOLOGY.kinds),
            )
        yield parameter_name(type(self), "id"), self.kind, self.id


def sketch(snapshot: Snapshot, parameters: Parameters, language: Language) -> Sketch:
    """The thing in the middle, what it leans on to the left, what leans on it to the right."""
    root = snapshot.get(parameters.kind, parameters.id)
    if root is None:
        return Sketch(total=0)
    ring_of = {node: distance for distance, ring in enumerate(_rings(root, parameters)) for node in ring}
    shown = dict.fromkeys(list(ring_of)[: parameters.limit])
    lines = list(_lines(shown))
    tied = _by_end(lines)
    drawn = Sketch(total=len(ring_of), subject=root, tallest=TALLEST, gap=ROOM_FOR_WORDS)
    drawn.rows = {
        ABOVE: say(N_("Who owns, decides and answers"), language),
        BELOW: say(N_("What it is about, what it follows, what changes it"), language),
    }
    drawn.columns = _headings(root, language)
    columns: list[dict[Ref, int]] = [{} for _ in range(parameters.depth + 1)]
    for node in shown:
        distance = ring_of[node]
        column = _column(node, distance, columns[distance - 1], tied[node.ref]) if distance else MIDDLE
        columns[distance][node.ref] = column
        drawn.put((_row(node) if distance else BESIDE, column), node)
    rings_of_refs = {node.ref: ring_of[node] for node in shown}
    drawn.lines = [line for line in lines if _leads_outwards(line, rings_of_refs)]
    drawn.words_on_lines = len(drawn.lines) <= FEW_LINES
    return drawn


def _rings(root: Node, parameters: Parameters) -> Iterator[list[Node]]:
    """The thing, what it touches, and what those touch in turn that are drawn; each once, in dictionary order."""
    ring, seen = [root], {root}
    for distance in range(parameters.depth + 1):
        yield ring
        around = _touched(root, root.sides, FLOWS) if not distance else [
            other for node in ring[: parameters.limit] for other in _touched(node, FURTHER, FLOWS[:2])
        ]  # fmt: skip
        ring = ordered(other for other in around if other not in seen)
        seen.update(ring)


def _touched(
    node: Node, sides: Iterable[SideName], ends: Iterable[Literal["provides", "consumes", "mediates"]]
) -> Iterator[Node]:
    """What the relations called `sides` lead to, and who else gives or takes the exchanges that stand at `ends`."""
    yield from (other for side in sides for other in node.side(side) if other.kind != Exchange.__name__)
    for end in ends:
        for flow in node.side(end):
            yield from flow.provided_by
            yield from flow.consumed_by


def _lines(shown: Iterable[Node]) -> Iterator[Line]:
    """The exchanges and the relations between the things shown."""
    there = dict.fromkeys(shown)
    yield from (flow_line(pair, exchanges) for pair, exchanges in flows(there).items())
    for node in ordered(there):
        for side in sorted(node.sides):
            if SIDES[side].outgoing:
                yield from (link_line(node.link(side, other)) for other in node.sides[side] if other in there)


def _by_end(lines: Iterable[Line]) -> dict[Ref, list[Line]]:
    """The lines by each of their ends."""
    found: dict[Ref, list[Line]] = defaultdict(list)
    for line in lines:
        for end in {line.source, line.target}:
            found[end].append(line)
    return found


def _leads_outwards(line: Line, ring_of: dict[Ref, int]) -> bool:
    """True for a line from one ring to the next; within a ring it says nothing of the thing in the middle."""
    near, far = sorted((ring_of[line.source], ring_of[line.target]))
    technical = line.source.kind in TECHNICAL and line.target.kind in TECHNICAL
    return far - near == 1 and (near == 0 or technical)


def _headings(root: Node, language: Language) -> dict[int, str]:
    if root.kind not in TECHNICAL:
        return {MIDDLE + 1: say(N_("Systems, interfaces and storage"), language)}
    return {
        MIDDLE - 1: say(N_("It gets from, or needs"), language),
        MIDDLE + 1: say(N_("Gets from it, or needs it"), language),
    }


def _row(node: Node) -> int:
    if node.kind in TECHNICAL:
        return BESIDE
    return ABOVE if node.kind in GOVERNING else BELOW


def _column(node: Node, distance: int, inner: dict[Ref, int], lines: Iterable[Line]) -> int:
    """On the side of those that it is tied to; next to the middle, by which of the two leans on the other."""
    if node.kind not in TECHNICAL:
        return ACROSS
    sides = 0
    for line in lines:
        for here, there, leans in (
            (line.source, line.target, line.relation in NEEDED),
            (line.target, line.source, line.relation not in NEEDED),
        ):
            if here == node.ref and there in inner and inner[there] != ACROSS:
                right = inner[there] > MIDDLE if inner[there] != MIDDLE else leans
                sides += 1 if right else -1
    return MIDDLE + distance if sides > 0 else MIDDLE - distance
