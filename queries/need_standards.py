"""A need, the information that it calls for, the standard that suits, and whether it can be met today.

Standards: those that a source says suit the need, those that can express the information, and those that are both (a
standard and its version count as one); terminologies that code it beside them. A system speaks a standard when it, an
API of it, or an exchange that it gives or takes is stated to follow a standard that both suits the need and expresses
the information; where no standard does both, one that expresses it; where none expresses it, one that suits the need.
Met today is what an exchange in use carries; by hand, or not in real time where that is needed, is said apart. An
exchange between the parties that carries the information, but is not stated to meet the need, is shown as such. What
is missing is named pair by pair: from whom, to whom, of what.
"""

from typing import Any

from graph.declaration import Choice
from graph.facts import Ref, Thing
from graph.ontology import Need, Role
from graph.vocabulary import ExchangeStatus, Timing
from graph.words import N_
from queries.grounds import grounds, ordered, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which need to look at; all when not given."""

    need: str | None = parameter("Need", "Behov", of=Need)
    listed: int = parameter("Systems listed per row at most", "Högst antal system per rad", 50, ge=1, le=1_000)


class Met(Choice):
    """Whether a need can be met today."""

    YES = "yes", "Met today", "Möts i dag"
    NOT_REAL_TIME = "not-real-time", "Met, but not in real time", "Möts, men inte i realtid"
    BY_HAND = "by-hand", "Met by hand", "Möts för hand"
    LIKELY = (
        "likely",
        "An exchange carries it; not stated to meet the need",
        "Ett utbyte bär det; anges inte möta behovet",
    )
    PLANNED = "planned", "Planned, not met today", "Planerat, möts inte i dag"
    NO = "no-exchange", "No exchange is stated", "Inget utbyte är uppgivet"


class Row(AnswerRow):
    """One need and one kind of information that it calls for."""

    need: ThingRef = column("Need", "Behov")
    entity: ThingRef | None = column("Information", "Information")
    met: Met | None = column("Met today", "Möts i dag")
    exchanges: tuple[ThingRef, ...] = column("By", "Genom")
    missing: tuple[Phrase, ...] = column("Missing", "Saknas")
    best: tuple[ThingRef, ...] = column("Suits and expresses it", "Passar och uttrycker det")
    suited_by: tuple[ThingRef, ...] = column("Said to suit the need", "Sägs passa behovet")
    expressed_by: tuple[ThingRef, ...] = column("Can express the information", "Kan uttrycka informationen")
    coded_by: tuple[ThingRef, ...] = column("Coded by", "Kodas med")
    speaking: int | None = column("Systems that speak it", "System som talar den")
    speakers: tuple[ThingRef, ...] = column("Which systems", "Vilka system")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Need by need, one kind of information at a time."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    entity = row["entity"]
    suited = [standard for standard, _ in row["suited"]]
    expressing = [standard for standard, _ in row["expressing"]]
    pairs = {version.key: standard.key for standard, version, _ in row["versions"]}
    wide = {key for each in suited for key in _same(each.key, pairs)}
    met, flows, missing = _verdict(row)
    return Row(
        need=ThingRef.of(row["need"]),
        entity=ref(entity),
        met=met,
        exchanges=refs(flows),
        missing=missing,
        best=refs(each for each in expressing if each.key in wide),
        suited_by=refs(suited),
        expressed_by=refs(expressing),
        coded_by=refs(code for code, _ in row["codes"]),
        speaking=row["speaking"] if suited or expressing else None,
        speakers=refs(row["speakers"]),
        evidence=grounds(row),
    )


def _same(key: Ref, pairs: dict[Ref, Ref]) -> set[Ref]:
    """A suited standard with its versions, or a suited version with its standard."""
    return {key, *(version for version, standard in pairs.items() if standard == key), pairs.get(key, key)}


def _verdict(row: dict[str, Any]) -> tuple[Met | None, list[Thing], tuple[Phrase, ...]]:
    entity = row["entity"]
    carried: dict[str, set[str]] = {}
    for flow, thing, _ in row["carried"]:
        carried.setdefault(flow, set()).add(thing)
    stated = [flow for flow, _ in row["meeting"] if entity is None or entity.id in carried.get(flow.id, {entity.id})]
    running = _with(stated, ExchangeStatus.IN_USE)
    if running:
        return _how_well(row["need"], running), stated, ()
    pairs = _pairs(row)
    likely = [flow for h, s, flow, *_ in row["between"] if any((h.key, s.key) == (a.key, b.key) for a, b in pairs)]
    missing = _missing(row)
    if _with(stated, ExchangeStatus.PLANNED):
        return Met.PLANNED, stated, missing
    if any(flow.fields.get("status") is None for flow in stated):
        return None, stated, ()
    if found := _with(likely, ExchangeStatus.IN_USE):
        return Met.LIKELY, found, missing
    if found := _with(likely, ExchangeStatus.PLANNED):
        return Met.PLANNED, found, missing
    if entity is None or not (row["asked"] and row["wanted"]):
        return None, stated, missing
    return Met.NO, stated, missing


def _with(flows: list[Thing], status: ExchangeStatus) -> list[Thing]:
    return [flow for flow in flows if flow.fields.get("status") == status]


def _how_well(need: Thing, running: list[Thing]) -> Met | None:
    timings = {flow.fields.get("timing") for flow in running}
    if need.fields.get("real_time") and Timing.REAL_TIME not in timings:
        return None if None in timings else Met.NOT_REAL_TIME
    return Met.BY_HAND if timings == {Timing.MANUAL} else Met.YES


def _missing(row: dict[str, Any]) -> tuple[Phrase, ...]:
    """From whom to whom no exchange in use carries the information."""
    if row["entity"] is None:
        return (Phrase(text=N_("No source says which information it calls for.")),)
    if not row["asked"] or not row["wanted"]:
        return (Phrase(text=N_("No source says both who needs it and who has it.")),)
    there = {(h.key, s.key) for h, s, flow, *_ in row["between"] if flow.fields.get("status") == ExchangeStatus.IN_USE}
    text = N_("An exchange of {entity} from {holder} to {seeker}.")
    entity = ThingRef.of(row["entity"])
    return tuple(
        Phrase(text=text, values={"entity": entity, "holder": ThingRef.of(h), "seeker": ThingRef.of(s)})
        for h, s in _pairs(row)
        if (h.key, s.key) not in there
    )


def _pairs(row: dict[str, Any]) -> list[tuple[Thing, Thing]]:
    """Who has the information, with each who needs it."""
    holders, seekers = _ends(row["asked"]), _ends(row["wanted"])
    return [(h, s) for h in holders for s in seekers if h.key != s.key or len(holders) == len(seekers) == 1]


def _ends(pairs: list[Any]) -> list[Thing]:
    """The ends of a need; roles only where nothing else is stated."""
    things = ordered(thing for thing, _ in pairs)
    return [thing for thing in things if thing.kind != Role.__name__] or things
