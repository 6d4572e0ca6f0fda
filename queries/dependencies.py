"""What a system cannot do without, and what cannot do without it, step by step.

Who receives an exchange depends on its provider, on the platform that mediates it and on the interface that it runs
through. An interface depends on what exposes it and on what it is a facade over. A system depends on the storage that
it keeps data in, and on what it is said to depend on. Ended exchanges do not count; planned ones do.
Each thing stands once, with its shortest path; of equally short ones the first in alphabetical order. Beyond 1,000
things in a direction no further level is opened, unless more rows are asked for: the total then counts those reached.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.declaration import Choice
from graph.facts import Link
from graph.ontology import ONTOLOGY, Api, Exchange, System
from graph.words import N_
from queries.grounds import grounds
from queries.question import AnswerRow, Phrase, QuestionParameters, Shown, ThingRef, column, parameter, required

KEEPS_DATA_IN = ONTOLOGY.sides(System)["keeps_data_in"].relation.name
DEPENDS_ON = ONTOLOGY.sides(System)["depends_on"].relation.name
FACADE_OVER = ONTOLOGY.sides(Api)["facade_over"].relation.name
EXPOSES = ONTOLOGY.sides(System)["exposes"].relation.name
MEDIATED_BY = ONTOLOGY.sides(Exchange)["mediated_by"].relation.name
RUNS_THROUGH = ONTOLOGY.sides(Exchange)["runs_through"].relation.name
PROVIDES = ONTOLOGY.sides(System)["provides"].relation.name

SENTENCES = {
    PROVIDES: N_("{who} receives {flow} from {what}"),
    MEDIATED_BY: N_("{who} receives {flow} through {what}"),
    RUNS_THROUGH: N_("{who} receives {flow} over {what}"),
    KEEPS_DATA_IN: N_("{who} keeps data in {what}"),
    DEPENDS_ON: N_("{who} cannot work without {what}"),
    FACADE_OVER: N_("{who} stands in front of {what}"),
    EXPOSES: N_("{who} is exposed by {what}"),
}
AND_MORE = {
    PROVIDES: N_("{who} receives {flow} and {more} more from {what}"),
    MEDIATED_BY: N_("{who} receives {flow} and {more} more through {what}"),
    RUNS_THROUGH: N_("{who} receives {flow} and {more} more over {what}"),
}


class Direction(Choice):
    """Which way a dependency goes, seen from the system that is asked about."""

    DOWN = "depends-on", "Depends on", "Är beroende av"
    UP = "depended-on-by", "Depended on by", "Behövs av"


class Directions(Choice):
    """Which ways to look."""

    DOWN = "depends-on", "What it depends on", "Vad det är beroende av"
    UP = "depended-on-by", "What depends on it", "Vad som är beroende av det"
    BOTH = "both", "Both ways", "Båda hållen"


class Parameters(QuestionParameters):
    """Which system, which way and how far."""

    system: str = required("System", "System", of=System)
    direction: Directions = parameter("Direction", "Riktning", Directions.BOTH)
    depth: int = parameter("Steps at most", "Högst antal steg", 3, ge=1, le=8)


class Hop(BaseModel):
    """One step of a path: who depends on what, by which facts."""

    model_config = ConfigDict(frozen=True)

    source: ThingRef
    phrase: Phrase
    target: ThingRef
    facts: tuple[Shown, ...]


class Row(AnswerRow):
    """One thing that is depended on, or that depends."""

    direction: Direction = column("Direction", "Riktning")
    thing: ThingRef = column("Thing", "Ting")
    distance: int = column("Steps", "Steg")
    path: tuple[Hop, ...] = column("Because", "Därför att")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[AnswerRow]:
    """Each thing with its path told as sentences."""
    return [
        Row(
            direction=Direction.DOWN if row["down"] else Direction.UP,
            thing=ThingRef.of(row["thing"]),
            distance=row["distance"],
            path=tuple(map(_hop, row["path"])),
            evidence=grounds(row),
        )
        for row in rows
    ]


def _hop(step: dict[str, Any]) -> Hop:
    links: list[Link] = step["links"]
    source, target = ThingRef.of(step["who"]), ThingRef.of(step["what"])
    values: dict[str, Any] = {"who": source, "what": target}
    if step["flow"] is None:
        relation = min(link.relation for link in links)
    else:
        values |= {"flow": ThingRef.of(step["flow"]), "more": step["more"]}
        relation = links[-1].relation
    sentences = AND_MORE if values.get("more") else SENTENCES
    return Hop(
        source=source,
        phrase=Phrase(text=sentences[relation], values=values),
        target=target,
        facts=grounds(step["flow"], links),
    )
