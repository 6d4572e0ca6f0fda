"""Who decides, who is heard, who answers: bodies by the way that matters are passed on, and what they decide."""

from typing import Any

from graph.facts import Link, Ref, Thing
from graph.ontology import ONTOLOGY, Decision, GovernanceBody, Organisation, Role, SteeringModel, SteeringObject
from graph.words import N_, Language, say
from visualisations.layout import ACROSS
from visualisations.sketch import Line, MapParameters, Sketch

UPWARDS = {
    ONTOLOGY.sides(GovernanceBody)["escalates_to"].relation.name,
    ONTOLOGY.sides(GovernanceBody)["member_of"].relation.name,
}
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


def sketch(rows: list[dict[str, Any]], parameters: MapParameters, language: Language) -> Sketch:
    """Bodies in levels, then parties, decisions, and what else is governed."""
    row = rows[0]
    drawn = Sketch(total=row["total"])
    drawn.rows = {index: say(text, language) for index, text in HEADINGS.items()}
    levels = _levels(row["links"])
    fixed = {kind.__name__: index for kind, index in ROW_OF.items()}
    for thing in row["shown"]:
        drawn.put((_row(thing, levels, fixed), ACROSS), thing)
    drawn.lines = [Line(link.key.source, link.key.target, link.relation, (link,)) for link in row["links"]]
    return drawn


def _row(thing: Thing, levels: dict[Ref, int], fixed: dict[str, int]) -> int:
    if thing.kind == GovernanceBody.__name__:
        return levels.get(thing.key, 0)
    return fixed.get(thing.kind, MATTERS)


def _levels(links: list[Link]) -> dict[Ref, int]:
    """How many steps below a body that passes nothing on each body is; a circle of bodies stays where it is met."""
    above: dict[Ref, list[Ref]] = {}
    for link in links:
        if link.relation in UPWARDS:
            above.setdefault(link.key.source, []).append(link.key.target)
    levels: dict[Ref, int] = {}
    for _ in range(LEVELS - 1):
        levels = {body: 1 + max(levels.get(other, 0) for other in others) for body, others in above.items()}
    return {body: min(level, LEVELS - 1) for body, level in levels.items()}
