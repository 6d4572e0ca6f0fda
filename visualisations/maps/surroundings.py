"""One thing and what it touches, up to three steps away; an exchange is a line between those that it joins."""

from collections.abc import Iterator
from typing import Any

from graph.errors import UnknownThingError
from graph.facts import Ref, Thing
from graph.ontology import (
    ONTOLOGY,
    Api,
    Arena,
    Coordinator,
    Decision,
    Device,
    GovernanceBody,
    IntegrationPlatform,
    Organisation,
    Role,
    SharedStorage,
    SteeringModel,
    SteeringObject,
    System,
)
from graph.words import N_, Language, say
from queries.question import parameter, required
from visualisations.layout import ACROSS
from visualisations.maps.flows import flow_lines
from visualisations.sketch import Line, MapParameters, Sketch

TECHNICAL = {kind.__name__ for kind in (System, Device, Api, IntegrationPlatform, SharedStorage)}
GOVERNING = {
    kind.__name__
    for kind in (Organisation, GovernanceBody, Role, Coordinator, Arena, Decision, SteeringModel, SteeringObject)
}
# The target of these needs, or stands behind, the source: information goes the other way.
NEEDED = {
    ONTOLOGY.sides(System)["depends_on"].relation.name,
    ONTOLOGY.sides(System)["succeeds"].relation.name,
    ONTOLOGY.sides(System)["keeps_data_in"].relation.name,
    ONTOLOGY.sides(Api)["facade_over"].relation.name,
}
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

    def refers_to(self) -> Iterator[tuple[str, str, str]]:
        """The thing in the middle."""
        if self.kind not in ONTOLOGY.kinds:
            raise UnknownThingError(
                N_("There is no kind '{kind}'. The kinds are: {known}."),
                kind=self.kind,
                known=", ".join(ONTOLOGY.kinds),
            )
        yield "id", self.kind, self.id

    def fitted(self, text: str) -> str:
        """The Cypher, looking for the kind that was asked for: a label cannot be a parameter."""
        return text.replace(f"(root:{System.__name__} ", f"(root:{ONTOLOGY.kinds[self.kind].__name__} ")


def sketch(rows: list[dict[str, Any]], parameters: Parameters, language: Language) -> Sketch:
    """The thing in the middle, what it leans on to the left, what leans on it to the right."""
    row = rows[0]
    root: Thing = row["root"]
    rings: list[list[Thing]] = [[root], row["first"], row["second"], row["third"]]
    lines = flow_lines(row["lines"])
    lines += [Line(link.key.source, link.key.target, link.relation, (link,)) for link in row["links"]]
    drawn = Sketch(total=sum(map(len, rings)), subject=root, tallest=TALLEST, gap=ROOM_FOR_WORDS)
    drawn.rows = {
        ABOVE: say(N_("Who owns, decides and answers"), language),
        BELOW: say(N_("What it is about, what it follows, what changes it"), language),
    }
    drawn.columns = _headings(root, language)
    ring_of: dict[Ref, int] = {}
    columns: dict[Ref, int] = {}
    ordered = [(distance, thing) for distance, ring in enumerate(rings) for thing in ring]
    for distance, thing in ordered[: parameters.limit]:
        inner = {ref: columns[ref] for ref, ring in ring_of.items() if ring == distance - 1}
        columns[thing.key] = _column(thing, distance, inner, lines) if distance else MIDDLE
        ring_of[thing.key] = distance
        drawn.put((_row(thing) if distance else BESIDE, columns[thing.key]), thing)
    drawn.lines = [line for line in lines if _leads_outwards(line, ring_of)]
    drawn.words_on_lines = len(drawn.lines) <= FEW_LINES
    return drawn


def _leads_outwards(line: Line, ring_of: dict[Ref, int]) -> bool:
    """True for a line from one ring to the next; within a ring it says nothing of the thing in the middle."""
    if not {line.source, line.target} <= ring_of.keys():
        return False
    near, far = sorted((ring_of[line.source], ring_of[line.target]))
    technical = line.source.kind in TECHNICAL and line.target.kind in TECHNICAL
    return far - near == 1 and (near == 0 or technical)


def _headings(root: Thing, language: Language) -> dict[int, str]:
    if root.kind not in TECHNICAL:
        return {MIDDLE + 1: say(N_("Systems, interfaces and storage"), language)}
    return {
        MIDDLE - 1: say(N_("It gets from, or needs"), language),
        MIDDLE + 1: say(N_("Gets from it, or needs it"), language),
    }


def _row(thing: Thing) -> int:
    if thing.kind in TECHNICAL:
        return BESIDE
    return ABOVE if thing.kind in GOVERNING else BELOW


def _column(thing: Thing, distance: int, inner: dict[Ref, int], lines: list[Line]) -> int:
    """On the side of those that it is tied to; next to the middle, by which of the two leans on the other."""
    if thing.kind not in TECHNICAL:
        return ACROSS
    sides = 0
    for line in lines:
        for here, there, leans in (
            (line.source, line.target, line.relation in NEEDED),
            (line.target, line.source, line.relation not in NEEDED),
        ):
            if here == thing.key and there in inner and inner[there] != ACROSS:
                right = inner[there] > MIDDLE if inner[there] != MIDDLE else leans
                sides += 1 if right else -1
    return MIDDLE + distance if sides > 0 else MIDDLE - distance
