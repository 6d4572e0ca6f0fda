"""What a system cannot do without, and what cannot do without it, step by step."""

from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from graph.facts.facts import FactKey
from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import System
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.node import PLACE, SIDES, Node, side_name
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, SideName
from queries.asking.answer import AnswerRow, EvidenceRecord, Phrase, Records, ThingRef
from queries.asking.grounds import Facts, grounds, ordered
from queries.asking.question import QuestionParameters, column, parameter, required

TITLE = Words(
    "What does a system depend on, and what depends on it, directly and through others?",
    "Vad är ett system beroende av, och vad är beroende av det, direkt och genom andra?",
)
ABOUT = Words(
    "What a system cannot do without, and what cannot do without it, step by step. Who receives an exchange depends "
    "on its provider, on the platform that mediates it and on the interface that it runs through. An interface "
    "depends on what exposes it and on what it is a facade over. A system depends on the storage that it keeps data "
    "in, and on what it is said to depend on. Ended exchanges do not count; planned ones do. Each thing stands once, "
    "with its shortest path; of equally short ones the first in alphabetical order.",
    "Vad ett system inte klarar sig utan, och vad som inte klarar sig utan systemet, steg för steg. Den som tar emot "
    "ett utbyte är beroende av den som lämnar det, av plattformen som förmedlar det och av gränssnittet som det går "
    "genom. Ett gränssnitt är beroende av det som exponerar det och av det som det är fasad för. Ett system är "
    "beroende av den lagring där det har sina data, och av det som det uppges vara beroende av. Avslutade utbyten "
    "räknas inte, men planerade gör det. Varje ting visas en gång, med sin kortaste väg; av lika korta vägar visas "
    "den första i bokstavsordning.",
)

FLOWS: dict[SideName, tuple[str, str]] = {
    "mediated_by": (
        N_("{who} receives {flow} through {what}"),
        N_("{who} receives {flow} and {more} more through {what}"),
    ),
    "provided_by": (N_("{who} receives {flow} from {what}"), N_("{who} receives {flow} and {more} more from {what}")),
    "runs_through": (N_("{who} receives {flow} over {what}"), N_("{who} receives {flow} and {more} more over {what}")),
}
"""What a receiver depends on, by the side of one exchange, or of several; the first side that holds is told."""
DIRECT: dict[SideName, str] = {
    "depends_on": N_("{who} cannot work without {what}"),
    "exposed_by": N_("{who} is exposed by {what}"),
    "facade_over": N_("{who} stands in front of {what}"),
    "keeps_data_in": N_("{who} keeps data in {what}"),
}
"""What a thing depends on by a relation of its own, by its side; the first that holds is told."""
ENDED = ExchangeStatus.ENDED
BACK = {
    name: side_name(SIDES[name].relation.inverse_key if SIDES[name].outgoing else SIDES[name].relation.forward_key)
    for name in (*FLOWS, *DIRECT)
}
"""What each of these sides is called from its other end."""


class Direction(Choice):
    """Which way a dependency goes, seen from the system that is asked about."""

    DEPENDS_ON = "depends-on", "Depends on", "Är beroende av"
    DEPENDED_ON_BY = "depended-on-by", "Depended on by", "Behövs av"


class Directions(Choice):
    """Which ways to look."""

    DEPENDS_ON = "depends-on", "What it depends on", "Vad det är beroende av"
    DEPENDED_ON_BY = "depended-on-by", "What depends on it", "Vad som är beroende av det"
    BOTH = "both", "Both ways", "Båda hållen"


class Parameters(QuestionParameters):
    """Which system, which way and how far."""

    system: str = required("System", "System", of=System)
    direction: Directions = parameter("Direction", "Riktning", Directions.BOTH)
    depth: int = parameter("Steps at most", "Högst antal steg", 3, ge=1, le=8)


class DependenciesStep(BaseModel):
    """One step of a path: who depends on what, by which facts."""

    model_config = ConfigDict(frozen=True)

    source: ThingRef
    phrase: Phrase
    target: ThingRef
    grounds: SkipValidation[tuple[FactKey, ...]] = Field((), exclude=True)
    """The exchange and the relations that the step rests on."""
    facts: tuple[EvidenceRecord, ...] = ()
    """Every dataset's record of them."""


class Row(AnswerRow):
    """One thing that is depended on, or that depends."""

    direction: Direction = column("Direction", "Riktning")
    thing: ThingRef = column("Thing", "Ting")
    distance: int = column("Steps", "Steg")
    path: tuple[DependenciesStep, ...] = column("Because", "Därför att")

    def evidenced(self, records: Records) -> Self:
        """The row with the records of what it rests on, and each step of its path with its own."""
        path = tuple(
            step.model_copy(update={"facts": tuple(record for key in step.grounds for record in records(key))})
            for step in self.path
        )
        return super().evidenced(records).model_copy(update={"path": path})


class ReachedThing(NamedTuple):
    """A thing, and what it was reached from."""

    thing: Node
    down: bool
    before: "ReachedThing | None"


def find(snapshot: Snapshot, parameters: Parameters) -> list[ReachedThing]:
    """What the system depends on, then what depends on it; the nearest first, then by name."""
    start, found = snapshot.get(System, parameters.system), []
    for down, direction in ((True, Directions.DEPENDS_ON), (False, Directions.DEPENDED_ON_BY)):
        if start is not None and parameters.direction in (direction, Directions.BOTH):
            found += _walk(start, down, parameters.depth)
    return found


def _walk(start: Node, down: bool, depth: int) -> list[ReachedThing]:
    """All that is reached in so many steps; a level is opened in the order of the paths to it."""
    onward = _needed if down else _needing
    found: list[ReachedThing] = []
    seen, level = {start}, [ReachedThing(start, down, None)]
    for _ in range(depth):
        following: list[ReachedThing] = []
        for reached in level:
            fresh = [each for each in reached.thing.once(onward) if each not in seen]
            seen.update(fresh)
            following += [ReachedThing(each, down, reached) for each in fresh]
        found += sorted(following, key=lambda reached: PLACE(reached.thing))
        level = following
    return found


def _needed(thing: Node) -> tuple[Node, ...]:
    """What the thing depends on in one step, by name."""
    found: set[Node] = {each for side in DIRECT for each in thing.side(side)}
    for flow in thing.side("consumes"):
        if flow.status != ENDED:
            for side in FLOWS:
                found.update(flow.side(side))
    return tuple(ordered(found))


def _needing(thing: Node) -> tuple[Node, ...]:
    """What depends on the thing in one step, by name."""
    found: set[Node] = {each for side in DIRECT for each in thing.side(BACK[side])}
    for side in FLOWS:
        for flow in thing.side(BACK[side]):
            if flow.field("status") != ENDED:
                found.update(flow.side("consumed_by"))
    return tuple(ordered(found))


def explain(snapshot: Snapshot, found: ReachedThing, parameters: Parameters) -> Row:
    """The thing with the path to it, told as sentences."""
    path: list[DependenciesStep] = []
    step = found
    while step.before is not None:
        path.append(_step(step.before.thing, step.thing) if found.down else _step(step.thing, step.before.thing))
        step = step.before
    return Row(
        direction=Direction.DEPENDS_ON if found.down else Direction.DEPENDED_ON_BY,
        thing=ThingRef.of(found.thing),
        distance=len(path),
        path=tuple(reversed(path)),
        grounds=grounds([(step.source.ref, step.target.ref, step.grounds) for step in path]),
    )


def _step(who: Node, what: Node) -> DependenciesStep:
    """Why who depends on what: the exchanges between them, or else the relations that say so."""
    source, target = ThingRef.of(who), ThingRef.of(what)
    values: dict[str, Any] = {"who": source, "what": target}
    flows = _flows(who, what)
    if flows:
        flow, side = flows[0], _sides(flows[0], what, FLOWS)[0]
        values |= {"flow": ThingRef.of(flow), "more": len(flows) - 1}
        text = FLOWS[side][len(flows) > 1]
        facts: list[Facts] = [flow, who.link("consumes", flow), flow.link(side, what)]
    else:
        sides = _sides(who, what, DIRECT)
        text, facts = DIRECT[sides[0]], [who.link(each, what) for each in sides]
    return DependenciesStep(
        source=source, phrase=Phrase(text=text, values=values), target=target, grounds=grounds(facts)
    )


def _flows(who: Node, what: Node) -> list[ExchangeNode]:
    """The exchanges by which who depends on what."""
    given = {flow for side in FLOWS for flow in what.side(BACK[side])}
    return [flow for flow in ordered(who.side("consumes")) if flow in given and flow.status != ENDED]


def _sides(node: Node, other: Node, sides: Iterable[SideName]) -> list[SideName]:
    """By which of the sides the node is joined to the other."""
    return [side for side in sides if other in node.side(side)]
