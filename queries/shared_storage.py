"""Storage spaces by discipline: shared where two or more disciplines are served, apart where one is.

A discipline is served by a space directly, or through a system of the discipline that keeps its data there. Where no
discipline is stated for a space, whether it is shared is not known. A discipline for which no space is stated stands
in a row without a storage.
"""

from typing import Any

from graph.ontology import Discipline
from graph.vocabulary import DesignBasis
from graph.words import N_
from queries.grounds import grounds, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which discipline to look at; all when not given."""

    discipline: str | None = parameter("Discipline", "Specialitet", of=Discipline)


class Row(AnswerRow):
    """One storage space, or one discipline for which none is stated."""

    storage: ThingRef | None = column("Storage", "Lagring")
    disciplines: tuple[ThingRef, ...] = column("Disciplines", "Specialiteter")
    shared: bool | None = column("Shared", "Delad")
    why: Phrase = column("Why", "Varför")
    stands_apart_because: str | None = column("Stands apart because", "Står för sig därför att")
    seen_as_one: bool | None = column("Seen as one space", "Ses som ett utrymme")
    age: str | None = column("Age", "Ålder")
    design_basis: DesignBasis | None = column("Design basis", "Grund för utformningen")
    entities: tuple[ThingRef, ...] = column("Holds", "Innehåller")
    systems: tuple[ThingRef, ...] = column("Systems that keep data there", "System som lagrar där")
    standards: tuple[ThingRef, ...] = column("Standards", "Standarder")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Spaces that are shared, then those that stand apart, then disciplines without a space."""
    return sorted(map(_row, rows), key=lambda row: (row.storage is None, row.shared is None, not row.shared))


def _row(row: dict[str, Any]) -> Row:
    storage = row["storage"]
    if storage is None:
        return Row(
            disciplines=refs([row["homeless"]]),
            why=Phrase(text=N_("No storage space is stated for it.")),
            entities=(),
            systems=(),
            standards=(),
            evidence=grounds(row),
        )
    disciplines = refs(each[0] for each in row["served"] + row["served_by_systems"])
    reason = storage.fields.get("stands_apart_because")
    return Row(
        storage=ref(storage),
        disciplines=disciplines,
        shared=len(disciplines) > 1 if disciplines else None,
        why=_why(len(disciplines), reason, storage.fields.get("design_basis")),
        stands_apart_because=reason,
        seen_as_one=storage.fields.get("seen_as_one"),
        age=storage.fields.get("age"),
        design_basis=storage.fields.get("design_basis"),
        entities=refs(each[0] for each in row["stored"]),
        systems=refs(each[0] for each in row["systems"]),
        standards=refs(each[0] for each in row["standards"]),
        evidence=grounds(row),
    )


def _why(disciplines: int, reason: str | None, basis: str | None) -> Phrase:
    if not disciplines:
        return Phrase(text=N_("No source says which disciplines use it."))
    if disciplines > 1 and basis:
        return Phrase(
            text=N_("{count} disciplines share it; it rests on: {basis}."),
            values={"count": disciplines, "basis": DesignBasis(basis).words},
        )
    if disciplines > 1:
        return Phrase(text=N_("{count} disciplines share it."), values={"count": disciplines})
    if reason:
        return Phrase(text=N_("It stands apart: {reason}."), values={"reason": reason})
    return Phrase(text=N_("One discipline uses it; no source says why it is not shared."))
