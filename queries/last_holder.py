"""The information that a single system or storage masters or stores, as far as is stated, and what must exist first.

Systems that are planned or retired hold nothing. Who merely receives or reads the information may hold a copy, but no
source says so: such a receiver is named as a place that would have to be confirmed. A planned system that is to hold
the information, or a successor, must be in use before the holder can go. Those on their way out come first.
"""

from typing import Any

from graph.facts import Thing
from graph.ontology import InformationEntity, System
from graph.vocabulary import Lifecycle
from graph.words import N_
from queries.grounds import grounds
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which information, or which system's; all when not given."""

    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    system: str | None = parameter("System", "System", of=System)


class Row(AnswerRow):
    """One piece of information with a single holder."""

    entity: ThingRef = column("Information", "Information")
    holder: ThingRef = column("Only holder", "Enda innehavare")
    masters: bool = column("Is the master", "Är master")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    retired_by: tuple[ThingRef, ...] = column("To be retired by", "Ska avvecklas av")
    readers: int = column("Systems that read it", "System som läser den")
    kept_because: str | None = column("Kept because", "Behålls därför att")
    must_exist_first: tuple[Phrase, ...] = column("Must exist first", "Måste finnas först")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[AnswerRow]:
    """Each single holder, with what stands between it and its retirement."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    holder: Thing = row["holder"]
    own_use = holder.fields.get("lifecycle")
    return Row(
        entity=ThingRef.of(row["entity"]),
        holder=ThingRef.of(holder),
        masters=row["masters"],
        own_use=Lifecycle(own_use) if own_use else None,
        retired_by=tuple(map(ThingRef.of, row["retired_by"])),
        readers=row["readers"],
        kept_because=holder.fields.get("kept_because") or holder.fields.get("stands_apart_because"),
        must_exist_first=tuple(_prerequisites(row)),
        evidence=grounds(row),
    )


def _prerequisites(row: dict[str, Any]) -> list[Phrase]:
    entity, holder = ThingRef.of(row["entity"]), ThingRef.of(row["holder"])
    planned = {thing.key: thing for thing in row["planned"]}
    said = [
        Phrase(
            text=N_("{next}, planned to hold {entity}, in use"), values={"next": ThingRef.of(each), "entity": entity}
        )
        for each in planned.values()
    ]
    said += [
        Phrase(
            text=N_("{next}, the successor of {holder}, in use and holding {entity}"),
            values={"next": ThingRef.of(each), "holder": holder, "entity": entity},
        )
        for each in row["successors"]
        if each.key not in planned
    ]
    said += [
        Phrase(
            text=N_("A confirmed copy in {to}, which {out} goes to"),
            values={"to": ThingRef.of(each["to"]), "out": ThingRef.of(each["out"])},
        )
        for each in row["moves"]
    ]
    if not said:
        said.append(Phrase(text=N_("Another holder of {entity}; none is stated or planned"), values={"entity": entity}))
    if row["holder"].fields.get("archive_duty"):
        said.append(Phrase(text=N_("An archive: {holder} has archive duty"), values={"holder": holder}))
    return said
