"""What does not rest on a standard: exchanges, systems and storages, each with every reason that holds for it.

A system or storage is listed when its design is stated to rest on personal opinion or to be proprietary, or when it
came with an information model that cannot be changed and no mapping to a model that guides procurement is stated. An
exchange is listed when a format of its own is stated and no standard is. Where neither is stated the exchange is not
known to be non-standard; those are shown last, when they are asked for. Ended exchanges and retired systems are left
out.
"""

from typing import Any

from graph.declaration import Choice
from graph.facts import Thing
from graph.vocabulary import DesignBasis
from graph.words import N_
from queries.grounds import grounds, ordered, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which of them to show."""

    unstated: bool = parameter("Also exchanges without stated standard", "Även utbyten utan uppgiven standard", False)


class Reason(Choice):
    """Why something counts as non-standard."""

    OPINION = "opinion", "Built on personal opinion", "Byggt på personlig uppfattning"
    PROPRIETARY = "proprietary", "Proprietary", "Leverantörsspecifikt"
    FORMAT = "own-format", "A format of its own", "Ett eget format"
    INHERITED = "inherited-model", "Inherited model without mapping", "Ärvd modell utan översättning"
    UNSTATED = "unstated", "No standard stated", "Ingen standard är uppgiven"


class Row(AnswerRow):
    """One exchange, system or storage."""

    subject: ThingRef = column("What", "Vad")
    reasons: tuple[Reason, ...] = column("Reasons", "Skäl")
    why: tuple[Phrase, ...] = column("Why", "Varför")
    format: str | None = column("Format", "Format")
    provided_by: tuple[ThingRef, ...] = column("Provided by", "Lämnas av")
    consumed_by: tuple[ThingRef, ...] = column("Consumed by", "Tas emot av")
    entities: tuple[ThingRef, ...] = column("Information", "Information")
    maps_to: tuple[ThingRef, ...] = column("Maps to", "Kan översättas till")
    owned_by: tuple[ThingRef, ...] = column("Owned by", "Ägs av")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Systems, storages, then exchanges."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    subject = row["subject"]
    basis = subject.fields.get("design_basis")
    holds = {
        Reason.OPINION: basis == DesignBasis.OPINION,
        Reason.PROPRIETARY: basis == DesignBasis.PROPRIETARY,
        Reason.FORMAT: row["own_format"],
        Reason.INHERITED: row["inherited"],
        Reason.UNSTATED: row["unstated"],
    }
    reasons = tuple(reason for reason, true in holds.items() if true)
    return Row(
        subject=ThingRef.of(subject),
        reasons=reasons,
        why=tuple(_why(reason, subject, ordered(model for model, _ in row["models"])) for reason in reasons),
        format=subject.fields.get("format"),
        provided_by=refs(each[0] for each in row["givers"]),
        consumed_by=refs(each[0] for each in row["takers"]),
        entities=refs(each[0] for each in row["entities"]),
        maps_to=refs(each[0] for each in row["models"]),
        owned_by=refs(each[0] for each in row["owners"]),
        evidence=grounds(row),
    )


def _why(reason: Reason, subject: Thing, models: list[Thing]) -> Phrase:
    if reason is Reason.OPINION:
        return Phrase(text=N_("It was built on somebody's opinion rather than on a standard."))
    if reason is Reason.PROPRIETARY:
        return Phrase(text=N_("Its design belongs to its vendor."))
    if reason is Reason.FORMAT:
        return Phrase(text=N_("It uses the format: {format}."), values={"format": subject.fields["format"]})
    if reason is Reason.UNSTATED:
        return Phrase(text=N_("No source says which standard or format it uses."))
    if models:
        text = N_("Its model cannot be changed, and maps only to {model}, which does not guide procurement.")
        return Phrase(text=text, values={"model": ThingRef.of(models[0])})
    return Phrase(text=N_("Its model cannot be changed, and no mapping to the regional model is stated."))
