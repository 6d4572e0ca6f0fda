"""Blocked divestments and changes: what stands in the way, what it allows, and who has taken it up.

A system, initiative or procurement is blocked where a decision or requirement is stated to block it. A system that
somebody wants to retire (a change retires it, its own use is being phased out, or a decision to divest concerns it)
is also held back by its own record where that says that it must not stop, or why it is kept; such a row has no
blocker. Months allowed are those of the procurement that is blocked, or that retires the system.
"""

from typing import Any

from graph.declaration import Choice
from graph.facts import Thing
from graph.ontology import Initiative, Procurement, System
from graph.words import N_
from queries.decision_rights import upwards
from queries.grounds import grounds, ordered, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Blockable(Choice):
    """The kinds of thing that can be blocked."""

    SYSTEM = System.__name__, *System.words
    INITIATIVE = Initiative.__name__, *Initiative.words
    PROCUREMENT = Procurement.__name__, *Procurement.words


class Parameters(QuestionParameters):
    """What to look at; everything that is blocked when not given."""

    kind: Blockable | None = parameter("Kind", "Sort")
    subject: str | None = parameter("Blocked thing: its id, or Kind/id", "Hindrat ting: dess id, eller Sort/id")


class Row(AnswerRow):
    """One thing that is blocked, and one thing that blocks it."""

    blocked: ThingRef = column("Blocked", "Hindrat")
    blocked_by: ThingRef | None = column("Blocked by", "Hindras av")
    constraint: str | None = column("Constraint", "Begränsning")
    months_allowed: int | None = column("Months allowed", "Tillåtna månader")
    why: tuple[Phrase, ...] = column("Why", "Varför")
    changes: tuple[ThingRef, ...] = column("Would be retired by", "Skulle avvecklas av")
    held_back: tuple[ThingRef, ...] = column("Systems held back", "System som hålls kvar")
    raised_to: tuple[ThingRef, ...] = column("Raised to", "Lyft till")
    escalates_to: tuple[ThingRef, ...] = column("Escalates to", "Lyfts vidare till")
    decided_by: tuple[ThingRef, ...] = column("Decided by", "Beslutas av")
    input_from: tuple[ThingRef, ...] = column("Input from", "Underlag från")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """One row per thing and blocker."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    blocked, blocker = row["blocked"], row["blocker"]
    changes = ordered(each[0] for each in row["changes"])
    timed = [each for each in [blocked, *changes] if each.fields.get("months_allowed") is not None]
    raised = row["raised"]
    return Row(
        blocked=ThingRef.of(blocked),
        blocked_by=ref(blocker),
        constraint=blocker.fields.get("constraint") if blocker else None,
        months_allowed=min((each.fields["months_allowed"] for each in timed), default=None),
        why=(
            *(_stated(blocker) if blocker else _own(blocked)),
            *(_months(each) for each in timed),
            *(_wish(wish) for wish in ordered(each[0] for each in row["wishes"])),
        ),
        changes=refs(changes),
        held_back=refs([blocked] if blocked.kind == System.__name__ else (each[0] for each in row["held_back"])),
        raised_to=refs(each[0] for each in raised),
        escalates_to=upwards(row["escalation"], but=raised),
        decided_by=refs(each[0] for each in row["deciders"]),
        input_from=refs(each[0] for each in row["input"]),
        evidence=grounds(row),
    )


def _stated(blocker: Thing) -> list[Phrase]:
    if constraint := blocker.fields.get("constraint") or blocker.fields.get("rationale"):
        text = N_("{blocker} stands in the way: {constraint}.")
        return [Phrase(text=text, values={"blocker": ThingRef.of(blocker), "constraint": constraint})]
    text = N_("{blocker} stands in the way; no source says what the constraint is.")
    return [Phrase(text=text, values={"blocker": ThingRef.of(blocker)})]


def _own(system: Thing) -> list[Phrase]:
    why = []
    if system.fields.get("must_not_stop"):
        why.append(Phrase(text=N_("The system must not be stopped.")))
    if reason := system.fields.get("kept_because"):
        why.append(Phrase(text=N_("The system is kept because: {reason}."), values={"reason": reason}))
    if system.fields.get("archive_duty"):
        why.append(Phrase(text=N_("What it holds has to be archived by law.")))
    return why


def _months(change: Thing) -> Phrase:
    text = N_("{change} allows {months} months.")
    return Phrase(text=text, values={"change": ThingRef.of(change), "months": change.fields["months_allowed"]})


def _wish(decision: Thing) -> Phrase:
    return Phrase(text=N_("It is to be divested: {decision}."), values={"decision": ThingRef.of(decision)})
