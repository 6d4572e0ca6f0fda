"""Money and what it is for: each fund with its yearly budgets, the work it pays for, and the needs that this meets."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import Budget, Fund, Initiative, Procurement
from graph.ontology.vocabulary import ExchangeStatus, Progress
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import (
    BudgetNode,
    CareSectorNode,
    FundNode,
    InitiativeNode,
    NeedNode,
    OrganisationNode,
    ProcurementNode,
)
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import grounds, ref, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.verdicts.judging import FAILS, by_reason
from queries.verdicts.paths import Judged
from queries.verdicts.table import Verdict
from queries.verdicts.verdict_leads import way_of
from queries.verdicts.ways import step_facts

TITLE = Words(
    "What does each fund pay for, from which budgets, and which needs does that meet?",
    "Vad bekostar varje fond, ur vilka budgetar, och vilka behov möter det?",
)
ABOUT = Words(
    "Money and what it is for: each fund with its yearly budgets and the work it pays for, and the needs that this "
    "meets. A budget gives money to a fund as a whole: how much of it goes to each piece of work is not stated by "
    "that. Budgets that finance work, or a part of the organisation, without a fund come after the funds; work that "
    "no source gives money comes last, when it is asked for. A need is closed where all the information that it calls "
    "for gets there so that it can be used, as the interoperability verdicts have it; else planned where an exchange "
    "for it is planned, open where a verdict says that it does not get there, and not known where too little is "
    "stated.",
    "Pengar och vad de är till för: varje fond med sina årliga budgetar, det arbete den bekostar och de behov som "
    "arbetet möter. En budget ger pengar till en fond som helhet. Det säger inte hur mycket som går till varje "
    "arbete. Budgetar som utan fond finansierar ett arbete, eller en del av organisationen, kommer efter fonderna. "
    "Arbete som ingen källa ger pengar till visas sist, om man har valt att se det. Ett behov räknas som tillgodosett "
    "när all information som det kräver når fram så att den kan användas, enligt utslagen om interoperabilitet. "
    "Annars räknas det som planerat när ett utbyte för det är planerat, som öppet när ett utslag säger att "
    "informationen inte når fram, och som ej känt när för lite är uppgivet.",
)


class Parameters(QuestionParameters):
    """Which money to look at; all when not given."""

    fund: str | None = parameter("Fund", "Fond", of=Fund)
    year: int | None = parameter("Year of a budget", "Budgetår")
    unfunded: bool = parameter("Also work without stated money", "Även arbete utan uppgivna pengar", False)


class Closing(Choice):
    """How far a need is met."""

    CLOSED = "closed", "The information gets there", "Informationen når fram"
    PLANNED = "planned", "An exchange is planned", "Ett utbyte är planerat"
    OPEN = "open", "The information does not get there", "Informationen når inte fram"


class YearlyMoney(BaseModel):
    """One budget."""

    model_config = ConfigDict(frozen=True)

    budget: ThingRef
    year: int | None
    amount_sek: float | None = column("SEK", "SEK")
    stated_amount: str | None = column("as told", "som det sägs")


class NeedMet(BaseModel):
    """A need that the work is meant to meet."""

    model_config = ConfigDict(frozen=True)

    need: ThingRef
    closing: Closing | None
    """None where too little is stated to tell."""
    verdict: Verdict | None = column("verdict", "utslag")
    """The worst of the verdicts on what it calls for; None where nobody is stated to be asked or to need it."""
    by: tuple[ThingRef, ...] = column("by", "genom")


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


class Paid(NamedTuple):
    """What somebody pays for; without a payer where no source names one."""

    payer: FundNode | BudgetNode | None
    work: InitiativeNode | ProcurementNode | OrganisationNode | CareSectorNode | None


GETS_THERE = {Verdict.CONFORMANT, Verdict.ONLY_THROUGH}
WORK = (Initiative, Procurement)
FINANCED = InitiativeNode | ProcurementNode | OrganisationNode | CareSectorNode
"""What a budget can give money to without a fund between."""


def find(snapshot: Snapshot, parameters: Parameters) -> list[Paid]:
    """Funds, then budgets without a fund, then work without money."""
    found = []
    for fund in snapshot.all(Fund):
        if parameters.fund in (None, fund.id):
            found += [Paid(fund, work) for work in fund.pays_for or (None,)]
    if parameters.fund is None:
        for budget in snapshot.all(Budget):
            found += [Paid(budget, work) for work in budget.finances if isinstance(work, FINANCED)]
    if parameters.unfunded:
        found += [Paid(None, work) for work in snapshot.all(*WORK) if not (work.paid_by or work.financed_by)]
    return [each for each in found if parameters.year is None or _budgets(each.payer, parameters.year)]


def _budgets(payer: FundNode | BudgetNode | None, year: int | None) -> list[BudgetNode]:
    """A fund's budgets of the year, or all, the earliest first; a budget is its own."""
    if payer is None:
        return []
    held = payer.financed_by if isinstance(payer, FundNode) else (payer,)
    of_year = (budget for budget in held if year in (None, budget.year))
    return sorted(of_year, key=lambda budget: (budget.year or 9999, PLACE(budget)))


def explain(snapshot: Snapshot, paid: Paid, parameters: Parameters) -> Row:
    """What is paid for, and the needs that it is to meet."""
    payer, work = paid
    budgets = _budgets(payer, parameters.year)
    fund = payer if payer is not None and isinstance(payer, FundNode) else None
    gives = [payer.link("pays_for" if fund else "finances", work)] if payer and work else []
    started, leaders = (fund.started_at, fund.led_by) if fund else ((), ())
    needs, new = (work.side("addresses"), work.side("introduces")) if work else ((), ())
    judged = {need: snapshot.once(by_reason).get(need, []) for need in needs}
    return Row(
        fund=ref(fund),
        pays_for=ref(work),
        budgets=tuple(map(_money, budgets)),
        progress=work.field("progress") if work else None,
        needs=tuple(_met(need, cases) for need, cases in judged.items()),
        introduces=refs(new),
        started_at=refs(started),
        led_by=refs(leaders),
        approved_by=refs(party for budget in budgets for party in budget.decided_by),
        notes=tuple(_notes(fund, payer, work)),
        leads=_leads(case for cases in judged.values() for case in cases),
        grounds=grounds(
            payer, work, gives, started, leaders, needs, new, budgets,
            [(budget.decided_by, budget.links("decided_by")) for budget in budgets],
            [(each.met_by, each.links("met_by", "needed_at", "asked_of", "calls_for")) for each in needs],
            [step_facts(step, case.wanted) for cases in judged.values() for case in cases for step in case.path],
            (fund.links("started_at", "led_by"), [each.link("finances", fund) for each in budgets]) if fund else (),
            work.links("addresses", "introduces") if work else (),
        ),
    )  # fmt: skip


def _money(budget: BudgetNode) -> YearlyMoney:
    said = {name: budget.fields.get(name) for name in ("year", "amount_sek", "stated_amount")}
    return YearlyMoney(budget=ThingRef.of(budget), **said)


def _met(need: NeedNode, cases: list[Judged]) -> NeedMet:
    verdict = cases[0].rule.verdict if cases else None
    return NeedMet(need=ThingRef.of(need), closing=_closing(need, cases), verdict=verdict, by=refs(need.met_by))


def _closing(need: NeedNode, cases: list[Judged]) -> Closing | None:
    verdicts = {case.rule.verdict for case in cases}
    if verdicts and verdicts <= GETS_THERE:
        return Closing.CLOSED
    planned = any(flow.status == ExchangeStatus.PLANNED for flow in need.met_by)
    if planned or any(case.rule.sees == ("reach", "planned") for case in cases):
        return Closing.PLANNED
    return Closing.OPEN if verdicts.intersection(FAILS) else None


def _leads(cases: Iterable[Judged]) -> tuple[Lead, ...]:
    """The verdict on each thing that does not get there."""
    leads = (way_of(case.wanted) for case in cases if case.rule.verdict in FAILS)
    return tuple(dict.fromkeys(filter(None, leads)))


def _notes(fund: FundNode | None, payer: FundNode | BudgetNode | None, work: Node | None) -> Iterator[Phrase]:
    if work is None:
        yield Phrase(text=N_("No source says what it pays for."))
        return
    if payer is None:
        yield Phrase(text=N_("No source says who pays for it."))
    if fund is not None:
        yield Phrase(text=N_("No source says how much of the fund's money goes to it."))
    if not work.side("addresses") and work.kind in {kind.__name__ for kind in WORK}:
        yield Phrase(text=N_("No source says which need it is to meet."))
