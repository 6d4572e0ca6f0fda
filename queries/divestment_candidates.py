"""Systems in use that something speaks for retiring, and what stands in the way; each by a stated fact.

TIME (SAP LeanIX, after Gartner): low functional fit and low technical fit is Eliminate, high and low Migrate, low and
high Tolerate, high and high Invest; where either is not stated the system is not assessed, which is neither yes nor no.
Reasons: Eliminate or Migrate, vendor support ended or ending within 540 days, own use phased out, a change that
retires it, a successor in use. That others hold more than 75 % of its information too is a reason with Tolerate; else
it only adds to one.
In the way: it is the only supplier or the last holder of information, receivers whose information is not stated,
facades and dependents, archive duty, a running contract, must not stop, a decision or requirement, or safety-critical
without a successor. First those with nothing stated in the way, then the others, last those not assessed; within each
by TIME (Eliminate, Migrate, Tolerate, not assessed, Invest), most reasons, fewest in the way, highest cost, name.
"""

from datetime import date
from typing import Any

from pydantic import field_validator

from graph.declaration import Choice, Day
from graph.facts import Thing
from graph.ontology import System
from graph.vocabulary import FunctionalFit, Lifecycle, TechnicalFit
from graph.words import N_
from queries.grounds import grounds
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Quadrant(Choice):
    """TIME."""

    ELIMINATE = "eliminate", "Eliminate", "Avveckla"
    MIGRATE = "migrate", "Migrate", "Flytta över"
    TOLERATE = "tolerate", "Tolerate", "Behåll tills vidare"
    INVEST = "invest", "Invest", "Investera"
    NOT_ASSESSED = "not-assessed", "Not assessed", "Ej bedömt"


class Standing(Choice):
    """Whether anything stated stands in the way."""

    FREE = "free", "Nothing stated in the way", "Inget uppgivet i vägen"
    BLOCKED = "blocked", "Something in the way", "Något står i vägen"
    NOT_ASSESSED = "not-assessed", "Not assessed", "Ej bedömt"


class Support(Choice):
    """The vendor's support, apart from our own use."""

    ENDED = "ended", "Ended", "Har upphört"
    ENDING = "ending", "Ends within 540 days", "Upphör inom 540 dagar"
    LASTS = "lasts", "Lasts", "Gäller"


class Overlap(Choice):
    """How much of its information others hold too (Essential Project's bands)."""

    LOW = "low", "Under 25 %", "Under 25 %"
    MIDDLE = "middle", "25 to 75 %", "25 till 75 %"
    HIGH = "high", "Over 75 %", "Över 75 %"


REASONS = {
    "eliminate": N_("Low functional fit and low technical fit"),
    "migrate": N_("Low technical fit, though it serves its purpose"),
    "support-ended": N_("Vendor support has ended"),
    "support-ends": N_("Vendor support ends soon"),
    "phase-out": N_("It is being phased out"),
    "to-be-retired": N_("{what} is to retire it"),
    "succeeded": N_("{what} has taken over from it"),
    "overlap": N_("Others hold more than 75 % of its information too"),
}
BLOCKERS = {
    "only-supplier": N_("Nobody else supplies {what} to those who receive it"),
    "last-holder": N_("It is the last holder of {what}"),
    "unstated-flow": N_("What {what} carries is not stated"),
    "needed": N_("{what} cannot work without it"),
    "facade": N_("{what} stands in front of it"),
    "blocked": N_("Blocked by {what}"),
    "must-not-stop": N_("It must not stop"),
    "archive-duty": N_("It has archive duty"),
    "contract": N_("The contract runs until {day}"),
    "safety": N_("Safety-critical, and no successor is stated"),
}
AND_MORE = {
    "to-be-retired": N_("{what} and {more} more are to retire it"),
    "succeeded": N_("{what} and {more} more have taken over from it"),
    "only-supplier": N_("Nobody else supplies {what} and {more} more to those who receive them"),
    "last-holder": N_("It is the last holder of {what} and {more} more"),
    "unstated-flow": N_("What {what} and {more} more carry is not stated"),
    "needed": N_("{what} and {more} more cannot work without it"),
    "facade": N_("{what} and {more} more stand in front of it"),
    "blocked": N_("Blocked by {what} and {more} more"),
}
NOTICE = N_("The contract runs until {day}; notice by {notice}")


class Parameters(QuestionParameters):
    """Which systems to look at, and as of which day."""

    system: str | None = parameter("System", "System", of=System)
    quadrant: Quadrant | None = parameter("TIME", "TIME")
    today: Day | None = parameter("As of", "Per den", validate_default=True)

    @field_validator("today")
    @classmethod
    def _day(cls, given: str | None) -> str:
        """The day that is asked about: today where none is given, the first of a month or year."""
        return date.today().isoformat() if given is None else f"{given}-01-01"[:10]


class Row(AnswerRow):
    """One system that could go, or that nobody has assessed."""

    system: ThingRef = column("System", "System")
    standing: Standing = column("Standing", "Läge")
    quadrant: Quadrant = column("TIME", "TIME")
    reasons: tuple[Phrase, ...] = column("Speaks for", "Talar för")
    blockers: tuple[Phrase, ...] = column("In the way", "Står i vägen")
    functional_fit: FunctionalFit | None = column("Functional fit", "Funktionell lämplighet")
    technical_fit: TechnicalFit | None = column("Technical fit", "Teknisk lämplighet")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    support: Support | None = column("Vendor support", "Leverantörens support")
    overlap: Overlap | None = column("Overlap", "Överlapp")
    overlaps_with: tuple[ThingRef, ...] = column("Overlaps with", "Överlappar med")
    receivers: int = column("Receivers", "Mottagare", "How many receive exchanges in use from it")
    annual_cost_sek: float | None = column("Cost per year, SEK", "Kostnad per år, SEK")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[AnswerRow]:
    """Each candidate with its reasons and what stands in the way, as sentences."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    system: Thing = row["system"]
    fields, said = system.fields, {one["flag"]: one for one in row["said"]}
    return Row(
        system=ThingRef.of(system),
        standing=Standing(row["standing"]),
        quadrant=Quadrant(row["quadrant"]),
        reasons=tuple(_phrase(system, said[flag], text) for flag, text in REASONS.items() if flag in said),
        blockers=tuple(_phrase(system, said[flag], text) for flag, text in BLOCKERS.items() if flag in said),
        functional_fit=fields.get("functional_fit"),
        technical_fit=fields.get("technical_fit"),
        own_use=fields.get("lifecycle"),
        support=_support(system, said),
        overlap=_band(row["shared"], row["held"]),
        overlaps_with=tuple(map(ThingRef.of, row["overlaps_with"])),
        receivers=row["receivers"],
        annual_cost_sek=fields.get("annual_cost_sek"),
        evidence=grounds(row),
    )


def _phrase(system: Thing, one: dict[str, Any], text: str) -> Phrase:
    if one["flag"] == "contract":
        day, notice = system.fields["contract_ends"], system.fields.get("contract_notice_by")
        return (
            Phrase(text=NOTICE, values={"day": day, "notice": notice})
            if notice
            else Phrase(text=text, values={"day": day})
        )
    if not one["first"]:
        return Phrase(text=text)
    what = ThingRef.of(one["first"][0])
    if one["count"] > 1:
        return Phrase(text=AND_MORE[one["flag"]], values={"what": what, "more": one["count"] - 1})
    return Phrase(text=text, values={"what": what})


def _support(system: Thing, said: dict[str, Any]) -> Support | None:
    if "support-ended" in said:
        return Support.ENDED
    if "support-ends" in said:
        return Support.ENDING
    stated = ("support_ends", "extended_support_ends", "end_of_life")
    return Support.LASTS if any(name in system.fields for name in stated) else None


def _band(shared: int, held: int) -> Overlap | None:
    """The band of the share that others hold too; None where no information is stated."""
    if not held:
        return None
    share = 100 * shared / held
    return Overlap.LOW if share < 25 else Overlap.HIGH if share > 75 else Overlap.MIDDLE
