"""Money and what it is for: each fund with its yearly budgets and the work it pays for, and the needs that this meets.

A budget gives money to a fund as a whole: how much of it goes to each piece of work is not stated by that. Budgets
that finance work, or a part of the organisation, without a fund come after the funds; work that no source gives money
comes last, when it is asked for. A need is closed where an exchange in use meets it, planned where one is planned,
and otherwise open as far as anybody states.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.declaration import Choice
from graph.facts import Thing
from graph.ontology import Fund, Initiative, Procurement
from graph.vocabulary import ExchangeStatus, Progress
from graph.words import N_
from queries.grounds import grounds, place, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which money to look at; all when not given."""

    fund: str | None = parameter("Fund", "Fond", of=Fund)
    year: int | None = parameter("Year of a budget", "Budgetår")
    unfunded: bool = parameter("Also work without stated money", "Även arbete utan uppgivna pengar", False)


class Closing(Choice):
    """How far a need is met."""

    CLOSED = "closed", "An exchange in use meets it", "Ett utbyte i bruk tillgodoser det"
    PLANNED = "planned", "An exchange is planned", "Ett utbyte är planerat"
    OPEN = "open", "No exchange is stated to meet it", "Inget utbyte uppges tillgodose det"


class YearlyMoney(BaseModel):
    """One budget."""

    model_config = ConfigDict(frozen=True)

    budget: ThingRef
    year: int | None
    amount_sek: float | None
    amount_as_told: str | None


class NeedMet(BaseModel):
    """A need that the work is meant to meet."""

    model_config = ConfigDict(frozen=True)

    need: ThingRef
    closing: Closing | None
    """None where no source says that it is a need for information, or whether the exchanges for it run."""
    by: tuple[ThingRef, ...]


class Row(AnswerRow):
    """One piece of work and where its money comes from."""

    fund: ThingRef | None = column("Fund", "Fond")
    pays_for: ThingRef | None = column("Pays for", "Bekostar")
    budgets: tuple[YearlyMoney, ...] = column("Budgets", "Budgetar")
    progress: Progress | None = column("Progress", "Läge i arbetet")
    needs: tuple[NeedMet, ...] = column("Needs it is to meet", "Behov det ska möta")
    introduces: tuple[ThingRef, ...] = column("Introduces", "Inför")
    started_at: tuple[ThingRef, ...] = column("Fund started at", "Fonden startade vid")
    led_by: tuple[ThingRef, ...] = column("Fund led by", "Fonden leds av")
    approved_by: tuple[ThingRef, ...] = column("Budget decided by", "Budget beslutad av")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Funds, then budgets without a fund, then work without money."""
    return [_row(row, parameters.year) for row in rows]


def _row(row: dict[str, Any], year: int | None) -> Row:
    work = row["work"]
    budgets = [pair for pair in row["budgets"] if year is None or pair[0].fields.get("year") == year]
    return Row(
        fund=ref(row["fund"]),
        pays_for=ref(work),
        budgets=tuple(_money(budget) for budget, _ in sorted(budgets, key=_by_year)),
        progress=work.fields.get("progress") if work else None,
        needs=tuple(_need(*each) for each in sorted(row["needs"], key=lambda each: place(each[0]))),
        introduces=refs(each[0] for each in row["introduces"]),
        started_at=refs(each[0] for each in row["started_at"]),
        led_by=refs(each[0] for each in row["leaders"]),
        approved_by=refs(each[0] for each in row["approved_by"]),
        notes=tuple(_notes(row)),
        evidence=grounds({**row, "budgets": budgets}),
    )


def _by_year(pair: Any) -> tuple[int, tuple[str, str, str]]:
    return pair[0].fields.get("year") or 9999, place(pair[0])


def _money(budget: Thing) -> YearlyMoney:
    said = {name: budget.fields.get(name) for name in ("year", "amount_sek", "amount_as_told")}
    return YearlyMoney(budget=ThingRef.of(budget), **said)


def _need(need: Thing, _: Any, flows: list[Any], called_for: int) -> NeedMet:
    said = [flow.fields.get("status") for flow, _ in flows]
    closing: Closing | None = None
    if ExchangeStatus.IN_USE in said:
        closing = Closing.CLOSED
    elif ExchangeStatus.PLANNED in said:
        closing = Closing.PLANNED
    elif (flows or called_for) and all(status == ExchangeStatus.ENDED for status in said):
        closing = Closing.OPEN
    return NeedMet(need=ThingRef.of(need), closing=closing, by=refs(flow for flow, _ in flows))


def _notes(row: dict[str, Any]) -> list[Phrase]:
    if row["work"] is None:
        return [Phrase(text=N_("No source says what it pays for."))]
    notes = []
    if row["payer"] is None:
        notes.append(Phrase(text=N_("No source says who pays for it.")))
    if row["fund"] is not None:
        notes.append(Phrase(text=N_("No source says how much of the fund's money goes to it.")))
    if not row["needs"] and row["work"].kind in {Initiative.__name__, Procurement.__name__}:
        notes.append(Phrase(text=N_("No source says which need it is to meet.")))
    return notes
