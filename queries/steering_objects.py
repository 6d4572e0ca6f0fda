"""Steering objects (as in pm3) with their leaders and what they contain; last, the systems that are in none.

An object of which no source names a leader, or what is in it, says so: it is not thereby without one. Systems count
as being in no object when no object is stated to contain them; retired systems are left out.
"""

from typing import Any

from graph.ontology import SteeringObject
from graph.words import N_
from queries.grounds import grounds, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


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


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Objects in alphabetical order, then what is in none."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    return Row(
        object=ref(row["object"]),
        models=refs(each[0] for each in row["models"]),
        leaders=refs(each[0] for each in row["leaders"]),
        leaders_at=refs(each[0] for each in row["workplaces"]),
        decided_by=refs(each[0] for each in row["deciders"]),
        accountable=refs(each[0] for each in row["accountable"]),
        count=row["holds"] or None,
        contents=refs(each[0] for each in row["parts"]),
        notes=tuple(_notes(row)),
        evidence=grounds(row),
    )


def _notes(row: dict[str, Any]) -> list[Phrase]:
    notes = []
    if row["object"] is None:
        notes.append(Phrase(text=N_("No steering object is stated to contain these systems.")))
    if row["object"] is not None and not row["leaders"]:
        notes.append(Phrase(text=N_("No source says who leads it.")))
    if row["object"] is not None and not row["holds"]:
        notes.append(Phrase(text=N_("No source says what it contains.")))
    if row["holds"] > len(row["parts"]):
        text = N_("Only the first {count} are listed.")
        notes.append(Phrase(text=text, values={"count": len(row["parts"])}))
    return notes
