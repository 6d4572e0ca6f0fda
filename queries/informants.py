"""Who was interviewed for the documents, where they work, and what they govern.

One row per designation and workplace; never a person. What a designation governs is what a source says of the
designation itself; what its organisation governs stands beside it. When all are asked for, every other designation is
shown too, and every organisation that governs something without a designation of its own. A designation of which no
source says that it governs something has empty columns: the sources are silent.
"""

from typing import Any

from graph.ontology import Organisation, Role
from graph.words import N_
from queries.grounds import grounds, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Whom to look at; all who were interviewed when not given."""

    organisation: str | None = parameter("Organisation", "Organisation", of=Organisation)
    role: str | None = parameter("Designation", "Befattning", of=Role)
    interviewed: bool = parameter("Only those interviewed", "Bara intervjuade", True)


class Row(AnswerRow):
    """One designation at one organisation."""

    organisation: ThingRef | None = column("Organisation", "Organisation")
    designation: ThingRef | None = column("Designation", "Befattning")
    interviewed_for: tuple[ThingRef, ...] = column("Interviewed for", "Intervjuad för")
    governs: tuple[ThingRef, ...] = column("Governs or leads", "Styr eller leder")
    decides_on: tuple[ThingRef, ...] = column("Decides on", "Beslutar om")
    input_on: tuple[ThingRef, ...] = column("Has input on", "Ger underlag till")
    accountable_for: tuple[ThingRef, ...] = column("Accountable for", "Ansvarar för")
    owns: tuple[ThingRef, ...] = column("Owns (first hundred)", "Äger (de hundra första)")
    sits_in: tuple[ThingRef, ...] = column("Sits in", "Sitter i")
    takes_part_in: tuple[ThingRef, ...] = column("Takes part in", "Deltar i")
    organisation_governs: tuple[ThingRef, ...] = column("The organisation governs", "Organisationen styr")
    note: Phrase | None = column("Note", "Anmärkning")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Organisation by organisation."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    held = ("steers", "decides", "input", "accountable", "owned", "bodies", "partner")
    silent = not any(row[name] for name in held)
    return Row(
        organisation=ref(row["organisation"]),
        designation=ref(row["role"]),
        interviewed_for=refs(each[0] for each in row["informed"]),
        governs=refs(each[0] for each in row["steers"]),
        decides_on=refs(each[0] for each in row["decides"]),
        input_on=refs(each[0] for each in row["input"]),
        accountable_for=refs(each[0] for each in row["accountable"]),
        owns=refs(each[0] for each in row["owned"]),
        sits_in=refs(each[0] for each in row["bodies"]),
        takes_part_in=refs(each[0] for each in row["partner"]),
        organisation_governs=refs(each[0] for each in row["by_organisation"]),
        note=Phrase(text=N_("No source says what it governs.")) if silent else None,
        evidence=grounds(row),
    )
