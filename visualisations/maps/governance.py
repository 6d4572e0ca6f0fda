"""Who decides, who is heard, who answers: bodies by the way that matters are passed on, and what they decide."""

from collections import Counter
from collections.abc import Iterable

from graph.facts.facts import LinkKey, Ref
from graph.language.words import N_, Language, Words, say
from graph.ontology.kinds import Decision, GovernanceBody, Organisation, Role, SteeringModel, SteeringObject
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SideName
from visualisations.drawing.layout import ACROSS
from visualisations.drawing.link_lines import link_line
from visualisations.drawing.sketch import MapParameters, Sketch

TITLE = Words("Governance", "Styrning")
ABOUT = Words(
    "From the top: bodies that pass matters on to nobody, then those that do, then roles and organisations, then what "
    "is decided. An arrow goes from who acts to what it acts on.",
    "Uppifrån: organ som inte lyfter frågor vidare, sedan de som gör det, sedan roller och organisationer, sist vad "
    "som beslutas. En pil går från den som agerar till det som saken gäller.",
)

BODY = GovernanceBody.__name__
UPWARDS = {ONTOLOGY.sides(GovernanceBody)[side].relation.name for side in ("escalates_to", "member_of")}
ACTING = (GovernanceBody, Role, Organisation, SteeringModel, Decision)
ACTS: tuple[SideName, ...] = (
    "escalates_to", "member_of", "decides_on", "has_input_on", "accountable_for", "governs", "leads", "steers_through",
    "raised_to",
)  # fmt: skip
LEVELS = 3
PARTIES, DECISIONS, MATTERS, STEERING = range(LEVELS, LEVELS + 4)
HEADINGS = {
    0: N_("Bodies with none above"),
    1: N_("Bodies below them"),
    2: N_("Bodies further down"),
    PARTIES: N_("Roles and organisations"),
    DECISIONS: N_("Decisions"),
    MATTERS: N_("What is governed"),
    STEERING: N_("Steering model and its objects"),
}
ROW_OF = {
    Role: PARTIES,
    Organisation: PARTIES,
    Decision: DECISIONS,
    SteeringModel: STEERING,
    SteeringObject: STEERING,
}
FIXED = {kind.__name__: index for kind, index in ROW_OF.items()}


def sketch(snapshot: Snapshot, parameters: MapParameters, language: Language) -> Sketch:
    """Bodies in levels, then parties, decisions, and what else is governed."""
    acts = [(node, side, other) for node in snapshot.all(*ACTING) for side in ACTS for other in node.side(side)]
    ties = Counter(end for node, _, other in acts for end in (node, other))
    found = sorted(ties, key=lambda node: (node.kind != BODY, -ties[node], node.place))
    shown = dict.fromkeys(found[: parameters.limit])
    links = [node.link(side, other) for node, side, other in acts if node in shown and other in shown]
    drawn = Sketch(total=len(found))
    drawn.rows = {index: say(text, language) for index, text in HEADINGS.items()}
    levels = _levels(links)
    for node in shown:
        drawn.put((_row(node, levels), ACROSS), node)
    drawn.lines = list(map(link_line, links))
    return drawn


def _row(node: Node, levels: dict[Ref, int]) -> int:
    return levels.get(node.ref, 0) if node.kind == BODY else FIXED.get(node.kind, MATTERS)


def _levels(links: Iterable[LinkKey]) -> dict[Ref, int]:
    """How many steps below a body that passes nothing on each body is; a circle of bodies stays where it is met."""
    above: dict[Ref, list[Ref]] = {}
    for link in links:
        if link.relation in UPWARDS:
            above.setdefault(link.source, []).append(link.target)
    levels: dict[Ref, int] = {}
    for _ in range(LEVELS - 1):
        levels = {body: 1 + max(levels.get(other, 0) for other in others) for body, others in above.items()}
    return {body: min(level, LEVELS - 1) for body, level in levels.items()}
