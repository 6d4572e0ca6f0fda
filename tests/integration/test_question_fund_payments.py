"""What funds and budgets pay for, and which needs that meets."""

from typing import Any

from graph.facts import Fact
from graph.ontology import Budget, Exchange, Fund, InformationEntity, Initiative, Need, Organisation
from graph.store import Store
from graph.vocabulary import ExchangeStatus
from queries.asking import Asker
from tests.worlds import link, put, thing

FUND, IDLE = thing(Fund, "fund"), thing(Fund, "idle")
Y2017, Y2018 = thing(Budget, "y2017", year=2017, amount_sek=20_000_000.0), thing(Budget, "y2018", year=2018)
LARGE = thing(Budget, "large", amount_as_told="A couple of billion")
APPS, REPLACEMENT, UNPAID = thing(Initiative, "apps"), thing(Initiative, "replacement"), thing(Initiative, "unpaid")
HOSPITAL = thing(Organisation, "hospital")
NEEDS = [thing(Need, id) for id in ("closed", "open", "planned", "unsaid", "vague")]
RUNNING, COMING, SILENT = (
    thing(Exchange, "running", status=ExchangeStatus.IN_USE),
    thing(Exchange, "coming", status=ExchangeStatus.PLANNED),
    thing(Exchange, "silent"),
)
ENTITY = thing(InformationEntity, "entity")
WORLD: tuple[Fact, ...] = (
    FUND, IDLE, Y2017, Y2018, LARGE, APPS, REPLACEMENT, UNPAID, HOSPITAL, *NEEDS, RUNNING, COMING, SILENT, ENTITY,
    link(Y2017, "finances", FUND), link(Y2018, "finances", FUND), link(FUND, "pays_for", APPS),
    link(FUND, "started_at", HOSPITAL), link(LARGE, "finances", REPLACEMENT),
    *(link(APPS, "addresses", need) for need in NEEDS),
    link(NEEDS[0], "met_by", RUNNING), link(NEEDS[1], "calls_for", ENTITY), link(NEEDS[2], "met_by", COMING),
    link(NEEDS[3], "met_by", SILENT),
)  # fmt: skip


def asker(store: Store) -> Any:
    """Asks, with rows of any question's type."""
    return Asker(store)


async def test_a_fund_is_shown_with_its_years_what_it_pays_for_and_where_it_started(store: Store) -> None:
    await put(store, *WORLD)
    rows = (await asker(store).ask("fund_payments")).rows
    assert [(r.fund and r.fund.id, r.pays_for and r.pays_for.id) for r in rows] == [
        ("fund", "apps"), ("idle", None), (None, "replacement"),
    ]  # fmt: skip
    assert [(b.year, b.amount_sek) for b in rows[0].budgets] == [(2017, 20_000_000.0), (2018, None)]
    assert [o.id for o in rows[0].started_at] == ["hospital"]
    assert rows[2].budgets[0].amount_as_told == "A couple of billion"


async def test_a_need_is_closed_planned_open_or_not_known(store: Store) -> None:
    await put(store, *WORLD)
    row = (await asker(store).ask("fund_payments", fund="fund")).rows[0]
    assert {n.need.id: n.closing for n in row.needs} == {
        "closed": "closed", "open": "open", "planned": "planned", "unsaid": None, "vague": None,
    }  # fmt: skip


async def test_work_without_stated_money_comes_last_when_asked_for(store: Store) -> None:
    await put(store, *WORLD)
    last = (await asker(store).ask("fund_payments", unfunded=True)).rows[-1]
    assert (last.fund, last.pays_for.id, last.budgets) == (None, "unpaid", ())
    assert last.notes[0].say("en") == "No source says who pays for it."


async def test_a_year_leaves_the_budgets_of_other_and_unknown_years_out(store: Store) -> None:
    await put(store, *WORLD)
    (row,) = (await asker(store).ask("fund_payments", year=2018)).rows
    assert [b.budget.id for b in row.budgets] == ["y2018"]
    assert "Budget/y2017" not in {shown.about for shown in row.evidence}
    assert "Budget/y2018" in {shown.about for shown in row.evidence}
