"""All exchanges from one thing to another as one line."""

from typing import Any

from graph.facts import Bookkeeping, Link, Thing
from graph.ontology import ONTOLOGY, System
from visualisations.sketch import Line

FLOW = ONTOLOGY.sides(System)["provides"].relation.name


def flow_lines(rows: list[dict[str, Any]]) -> list[Line]:
    """A line for each pair, in an order that no engine decides."""
    return sorted(map(_flow_line, rows), key=lambda line: (line.source, line.target))


def _flow_line(row: dict[str, Any]) -> Line:
    """A line from ``provider`` to ``consumer`` that tells of each of its ``exchanges``."""
    held: list[Thing | Link] = []
    about: list[Thing] = []
    passed: list[Thing] = []
    for each in sorted(row["exchanges"], key=lambda each: _order(each["exchange"])):
        held += [each["exchange"], each["gives"], each["takes"], *(way["link"] for way in each["ways"])]
        about += each["entities"]
        passed += [way["other"] for way in each["ways"]]
    return Line(
        source=row["provider"].key,
        target=row["consumer"].key,
        relation=FLOW,
        held=tuple(held),
        about=tuple({thing.key: thing for thing in about}.values()),
        passed=tuple({thing.key: thing for thing in passed}.values()),
        times=row["flows"],
    )


def _order(thing: Thing) -> tuple[str, str]:
    return str(thing.properties.get(Bookkeeping.SORT_KEY, "")), thing.id
