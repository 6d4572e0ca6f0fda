"""All exchanges from one thing to another as one line."""

from typing import Any

from graph.facts import Link, Thing
from graph.ontology import ONTOLOGY, System
from visualisations.sketch import Line

FLOW = ONTOLOGY.sides(System)["provides"].relation.name


def flow_line(row: dict[str, Any]) -> Line:
    """A line from ``provider`` to ``consumer`` that tells of each of its ``exchanges``."""
    held: list[Thing | Link] = []
    about: list[Thing] = []
    through: list[Thing] = []
    for each in row["exchanges"]:
        held += [each["exchange"], each["gives"], each["takes"], *each["standards"]]
        about += each["entities"]
        through += each["platforms"]
    return Line(
        source=row["provider"].key,
        target=row["consumer"].key,
        relation=FLOW,
        held=tuple(held),
        about=tuple({thing.key: thing for thing in about}.values()),
        through=tuple(dict.fromkeys(thing.key for thing in through)),
        times=row["flows"],
    )
