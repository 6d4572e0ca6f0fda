"""Steering objects (as in pm3) with their leaders and what they contain; last, the systems that are in none."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph.language.words import N_, Words
from graph.ontology.kinds import SteeringObject, System
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import RoleNode, SteeringObjectNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ref, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words(
    "Which steering objects are there, who leads them, what do they contain, and what is in no object?",
    "Vilka styrobjekt finns, vem leder dem, vad innehåller de, och vad finns inte i något objekt?",
)
ABOUT = Words(
    "Steering objects (as in pm3) with their leaders and what they contain; last, the systems that are in none. An "
    "object of which no source names a leader, or what is in it, says so: it is not thereby without one. Systems "
    "count as being in no object when no object is stated to contain them; retired systems are left out.",
    "Styrobjekt (som i pm3) med sina ledare och sitt innehåll; sist de system som inte finns i något objekt. Om ingen "
    "källa säger vem som leder ett objekt, eller vad det innehåller, står det så: det betyder inte att objektet "
    "saknar ledare eller innehåll. Ett system räknas som utan objekt när inget objekt uppges innehålla det. "
    "Avvecklade system är inte med.",
)

BESIDE: Final = ("steered_in", "led_by", "decided_by", "accountable")
"""Who and what stands beside an object in its row."""


class Parameters(QuestionParameters):
    """Which object to look at; all, and the systems in none, when not given."""

    object: str | None = parameter("Steering object", "Styrobjekt", of=SteeringObject)
    listed: int = parameter("Things listed per row at most", "Högst antal ting per rad", 200, ge=1, le=10_000)


class Row(AnswerRow):
    """One steering object, or all that is in none."""

    object: ThingRef | None = column("Steering object", "Styrobjekt")
    models: tuple[ThingRef, ...] = column("Steering model", "Styrmodell")
    leaders: tuple[ThingRef, ...] = column("Leaders", "Ledare")
    leaders_at: tuple[ThingRef, ...] = column("Leaders work at", "Ledarna arbetar vid")
    decided_by: tuple[ThingRef, ...] = column("Decided by", "Beslutas av")
    accountable: tuple[ThingRef, ...] = column("Accountable", "Ansvarig")
    count: int | None = column("Number of things", "Antal ting")
    contents: tuple[ThingRef, ...] = column("Contains", "Innehåller")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


class Steered(NamedTuple):
    """What a steering object contains, or what is in none."""

    object: SteeringObjectNode | None
    parts: Sequence[Node]


def find(snapshot: Snapshot, parameters: Parameters) -> list[Steered]:
    """Objects in alphabetical order, then what is in none."""
    objects = snapshot.all(SteeringObject)
    if parameters.object is not None:
        return [Steered(each, each.contains) for each in objects if each.id == parameters.object]
    loose = [each for each in snapshot.all(System) if not each.contained_in and each.lifecycle != Lifecycle.RETIRED]
    return [*(Steered(each, each.contains) for each in objects), *([Steered(None, loose)] if loose else [])]


def explain(snapshot: Snapshot, steered: Steered, parameters: Parameters) -> Row:
    """The object with its leaders and contents, or the systems in none."""
    steering, parts = steered.object, steered.parts[: parameters.listed]
    beside = {side: steering.side(side) if steering else () for side in BESIDE}
    leaders = [each for each in beside["led_by"] if isinstance(each, RoleNode)]
    return Row(
        object=ref(steering),
        models=refs(beside["steered_in"]),
        leaders=refs(beside["led_by"]),
        leaders_at=refs(place for role in leaders for place in role.works_at),
        decided_by=refs(beside["decided_by"]),
        accountable=refs(beside["accountable"]),
        count=len(steered.parts) or None,
        contents=refs(parts),
        notes=tuple(_notes(steered, parts)),
        grounds=grounds(
            steering, parts, beside.values(), [(role.works_at, role.links("works_at")) for role in leaders],
            (steering.links(*BESIDE), [steering.link("contains", part) for part in parts]) if steering else (),
        ),
    )  # fmt: skip


def _notes(steered: Steered, parts: Sequence[Node]) -> Iterator[Phrase]:
    if steered.object is None:
        yield Phrase(text=N_("No steering object is stated to contain these systems."))
    elif not steered.object.led_by:
        yield Phrase(text=N_("No source says who leads it."))
    if not steered.parts:
        yield Phrase(text=N_("No source says what it contains."))
    if len(parts) < len(steered.parts):
        yield Phrase(text=N_("Only the first {count} are listed."), values={"count": len(parts)})
