"""Decision rights: input, decision and accountability, for everything that is governed.

A right is held by whoever a source says holds it on the thing itself; a right of which no source says so is listed as
held by nobody. Decisions about the thing (that concern it, block it, or that it carries out) are shown beside it with
their own deciders, and give it no right. The escalation chain starts at the bodies that decide, answer or have taken
the matter up, and at those that deciding and accountable roles sit in; nearest first. Things of which some right is
held come first.
"""

from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict

from graph.declaration import Choice
from graph.facts import Thing
from graph.ontology import Governed
from queries.grounds import grounds, ordered, place, refs
from queries.question import AnswerRow, QuestionParameters, ThingRef, column, parameter

KINDS = [kind.__name__ for kind in get_args(Governed)]


def _governed(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"nothing is decided on such a thing; it is one of {', '.join(KINDS)}")
    return kind


class Parameters(QuestionParameters):
    """Which things to look at; all that are governed when not given."""

    kind: Annotated[str, AfterValidator(_governed)] | None = parameter("Kind", "Sort")
    subject: str | None = parameter("Thing: its id, or Kind/id", "Ting: dess id, eller Sort/id")
    only_missing: bool = parameter("Only with a right that nobody holds", "Bara med en rättighet som ingen har", False)


class Right(Choice):
    """The three decision rights."""

    INPUT = "input", "Input", "Underlag"
    DECISION = "decision", "Decision", "Beslut"
    ACCOUNTABILITY = "accountability", "Accountability", "Ansvar"


class RelatedDecision(BaseModel):
    """A decision about the thing."""

    model_config = ConfigDict(frozen=True)

    decision: ThingRef
    decided_by: tuple[ThingRef, ...]
    raised_to: tuple[ThingRef, ...]


class Body(BaseModel):
    """A body that holds a right, and who sits in it."""

    model_config = ConfigDict(frozen=True)

    body: ThingRef
    members: tuple[ThingRef, ...]


class Row(AnswerRow):
    """One governed thing and who may say what about it."""

    subject: ThingRef = column("Thing", "Ting")
    input_from: tuple[ThingRef, ...] = column("Input from", "Underlag från")
    decided_by: tuple[ThingRef, ...] = column("Decided by", "Beslutas av")
    accountable: tuple[ThingRef, ...] = column("Accountable", "Ansvarig")
    held_by_nobody: tuple[Right, ...] = column("Held by nobody", "Saknar innehavare")
    raised_to: tuple[ThingRef, ...] = column("Raised to", "Lyft till")
    escalates_to: tuple[ThingRef, ...] = column("Escalates to", "Lyfts vidare till")
    bodies: tuple[Body, ...] = column("Members of the bodies", "Organens ledamöter")
    decisions: tuple[RelatedDecision, ...] = column("Decisions about it", "Beslut om det")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """One row per governed thing."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    rights = {Right.INPUT: row["input"], Right.DECISION: row["decide"], Right.ACCOUNTABILITY: row["accountable"]}
    return Row(
        subject=ThingRef.of(row["subject"]),
        input_from=refs(each[0] for each in row["input"]),
        decided_by=refs(each[0] for each in row["decide"]),
        accountable=refs(each[0] for each in row["accountable"]),
        held_by_nobody=tuple(right for right, holders in rights.items() if not holders),
        raised_to=refs(each[0] for each in row["raised"]),
        escalates_to=upwards(row["escalation"], but=row["decide"] + row["accountable"] + row["raised"]),
        bodies=tuple(
            Body(body=ThingRef.of(body), members=refs(who for b, who, _ in row["members"] if b.key == body.key))
            for body in ordered(each[0] for each in row["members"])
        ),
        decisions=tuple(
            RelatedDecision(
                decision=ThingRef.of(decision),
                decided_by=refs(party for id, party, _ in row["deciders"] if id == decision.id),
                raised_to=refs(body for id, body, _ in row["taken_up"] if id == decision.id),
            )
            for decision in ordered(each[0] for each in row["decisions"])
        ),
        evidence=grounds(row),
    )


def upwards(ways: list[dict[str, Any]], but: list[Any]) -> tuple[ThingRef, ...]:
    """The bodies that the ways lead up to, nearest first, without those that hold it already.

    A way starts at the thing and its first holder.
    """
    already = {party.key for party, _ in but}
    steps: dict[Any, tuple[int, Thing]] = {}
    for way in ways:
        for distance, thing in enumerate(way["things"][2:]):
            known = steps.get(thing.key)
            steps[thing.key] = (min(distance, known[0]) if known else distance, thing)
    above = (step for key, step in steps.items() if key not in already)
    nearest = sorted(above, key=lambda step: (step[0], place(step[1])))
    return tuple(ThingRef.of(thing) for _, thing in nearest)
