"""What funds and budgets pay for, and which needs that meets."""

from graph.facts.facts import Fact
from graph.ontology.kinds import (
    Budget,
    Exchange,
    Fund,
    InformationEntity,
    Initiative,
    Need,
    Organisation,
    Standard,
    StandardVersion,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

FUND, IDLE = thing(Fund, "fund"), thing(Fund, "idle")
Y2017, Y2018 = thing(Budget, "y2017", year=2017, amount_sek=20_000_000.0), thing(Budget, "y2018", year=2018)
LARGE = thing(Budget, "large", stated_amount="A couple of billion")
APPS, REPLACEMENT, UNPAID = thing(Initiative, "apps"), thing(Initiative, "replacement"), thing(Initiative, "unpaid")
HOSPITAL = thing(Organisation, "hospital")
CLOSED, OPEN, PLANNED, UNSAID, VAGUE = NEEDS = [
    thing(Need, id) for id in ("closed", "open", "planned", "unsaid", "vague")
]
RUNNING, FOREIGN, COMING, SILENT = (
    thing(Exchange, "running", status=ExchangeStatus.IN_USE),
    thing(Exchange, "foreign", status=ExchangeStatus.IN_USE, format="CSV"),
    thing(Exchange, "coming", status=ExchangeStatus.PLANNED),
    thing(Exchange, "silent", status=ExchangeStatus.IN_USE),
)
FHIR, R4 = thing(Standard, "fhir"), thing(StandardVersion, "r4")
GIVER, TAKER = thing(System, "giver"), thing(System, "taker")
NOTE, IMAGE, PLAN, LETTER = (thing(InformationEntity, id) for id in ("note", "image", "plan", "letter"))
FLOWS: tuple[Fact, ...] = (
    FHIR, R4, GIVER, TAKER, NOTE, IMAGE, PLAN, LETTER, RUNNING, FOREIGN, COMING, SILENT,
    link(R4, "version_of", FHIR), link(RUNNING, "conforms_to", R4),
    *(link(flow, "provided_by", GIVER) for flow in (RUNNING, FOREIGN, COMING, SILENT)),
    *(link(flow, "consumed_by", TAKER) for flow in (RUNNING, FOREIGN, COMING, SILENT)),
    link(RUNNING, "carries", NOTE), link(FOREIGN, "carries", IMAGE), link(COMING, "carries", PLAN),
    link(SILENT, "carries", LETTER),
    *(fact for need, entity in ((CLOSED, NOTE), (OPEN, IMAGE), (PLANNED, PLAN), (UNSAID, LETTER)) for fact in (
        link(need, "calls_for", entity), link(need, "asked_of", GIVER), link(need, "needed_at", TAKER),
    )),
)  # fmt: skip
WORLD: tuple[Fact, ...] = (
    FUND, IDLE, Y2017, Y2018, LARGE, APPS, REPLACEMENT, UNPAID, HOSPITAL, *NEEDS, *FLOWS,
    link(Y2017, "finances", FUND), link(Y2018, "finances", FUND), link(FUND, "pays_for", APPS),
    link(FUND, "started_at", HOSPITAL), link(LARGE, "finances", REPLACEMENT),
    *(link(APPS, "addresses", need) for need in NEEDS),
    link(CLOSED, "met_by", RUNNING), link(OPEN, "met_by", FOREIGN), link(VAGUE, "met_by", RUNNING),
)  # fmt: skip


def test_a_fund_is_shown_with_its_years_what_it_pays_for_and_where_it_started() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("fund_payments").rows
    assert [(r.fund and r.fund.id, r.pays_for and r.pays_for.id) for r in rows] == [
        ("fund", "apps"), ("idle", None), (None, "replacement"),
    ]  # fmt: skip
    assert [(b.year, b.amount_sek) for b in rows[0].budgets] == [(2017, 20_000_000.0), (2018, None)]
    assert [o.id for o in rows[0].started_at] == ["hospital"]
    assert rows[2].budgets[0].stated_amount == "A couple of billion"


def test_a_need_is_closed_planned_open_or_not_known() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("fund_payments", fund="fund").rows[0]
    assert {n.need.id: n.closing for n in row.needs} == {
        "closed": "closed", "open": "open", "planned": "planned", "unsaid": None, "vague": None,
    }  # fmt: skip
    assert {n.need.id: n.verdict for n in row.needs} == {
        "closed": "conformant", "open": "format-gap", "planned": "no-path", "unsaid": "unknown", "vague": None,
    }  # fmt: skip
    led_to = [{each.name: each.value for each in lead.given} for lead in row.leads]
    ends = {"from_system": "giver", "to_system": "taker"}
    assert led_to == [{"entity": "image", **ends}, {"entity": "plan", **ends}]


def test_work_without_stated_money_comes_last_when_asked_for() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    last = loaded_snapshot.ask("fund_payments", unfunded=True).rows[-1]
    assert (last.fund, last.pays_for.id, last.budgets) == (None, "unpaid", ())
    assert last.notes[0].say("en") == "No source says who pays for it."


def test_a_year_leaves_the_budgets_of_other_and_unknown_years_out() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("fund_payments", year=2018).rows
    assert [b.budget.id for b in row.budgets] == ["y2018"]
    assert "Budget/y2017" not in {shown.about for shown in row.evidence}
    assert "Budget/y2018" in {shown.about for shown in row.evidence}
