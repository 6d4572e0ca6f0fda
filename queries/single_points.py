"""Integration platforms as single points of failure.

An exchange runs only through a platform when that is the only platform that it is stated to pass. A pair of provider
and consumer has another way when another running exchange between the two carries some of the same information
without passing the platform; an exchange whose information is not stated is no known other way. Exchanges stated to
pass several platforms are counted apart: the sources do not say whether these stand in a row or in for each other.
Planned and ended exchanges do not run. Where no exchange is stated to pass a platform the numbers are unknown.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.ontology import IntegrationPlatform
from graph.vocabulary import Lifecycle
from graph.words import N_
from queries.grounds import grounds, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which platform to look at; all when not given."""

    platform: str | None = parameter("Platform", "Plattform", of=IntegrationPlatform)
    listed: int = parameter("Pairs listed per row at most", "Högst antal par per rad", 100, ge=1, le=10_000)


class Cut(BaseModel):
    """What stops between whom when the platform stops."""

    model_config = ConfigDict(frozen=True)

    exchange: ThingRef
    provider: ThingRef
    consumer: ThingRef


class Row(AnswerRow):
    """One platform."""

    platform: ThingRef = column("Platform", "Plattform")
    lifecycle: Lifecycle | None = column("Own use", "Egen användning")
    running: int | None = column("Exchanges through it", "Utbyten genom den")
    alone: int | None = column("Exchanges with no other way", "Utbyten utan annan väg")
    pairs: int | None = column("Pairs with no other way", "Par utan annan väg")
    cut: tuple[Cut, ...] = column("What stops", "Vad som stannar")
    needed_by: tuple[ThingRef, ...] = column("Needed by", "Behövs av")
    owned_by: tuple[ThingRef, ...] = column("Owned by", "Ägs av")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """The platform that most exchanges hang on comes first."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    platform, known = row["platform"], bool(row["running"])
    return Row(
        platform=ThingRef.of(platform),
        lifecycle=platform.fields.get("lifecycle"),
        running=row["running"] if known else None,
        alone=row["alone"] if known else None,
        pairs=row["pairs_alone"] if known else None,
        cut=tuple(
            Cut(exchange=ThingRef.of(flow), provider=ThingRef.of(source), consumer=ThingRef.of(sink))
            for flow, source, sink, *_ in row["pairs"]
        ),
        needed_by=refs(each[0] for each in row["needing"]),
        owned_by=refs(each[0] for each in row["owners"]),
        notes=tuple(_notes(row)),
        evidence=grounds(row),
    )


def _notes(row: dict[str, Any]) -> list[Phrase]:
    notes = []
    if not row["running"]:
        notes.append(Phrase(text=N_("No source says which exchanges run through it.")))
    if row["several"]:
        text = N_("Exchanges that pass other platforms too: {count}.")
        notes.append(Phrase(text=text, values={"count": row["several"]}))
    if row["planned"]:
        text = N_("Exchanges planned to pass it: {count}.")
        notes.append(Phrase(text=text, values={"count": len(row["planned"])}))
    if row["pairs_alone"] > len(row["pairs"]):
        text = N_("Only the first {count} pairs are listed.")
        notes.append(Phrase(text=text, values={"count": len(row["pairs"])}))
    return notes
