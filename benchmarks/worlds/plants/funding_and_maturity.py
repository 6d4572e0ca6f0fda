"""Money and what it pays for, abilities and how mature they are, and who was asked for the documents."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import BEFORE, EARLIER, EVER, FUNDS, INTERVIEWED, LATER, MATTERS, MATURITY, Moment, asked
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import (
    Budget,
    Capability,
    Decision,
    Document,
    Fund,
    Initiative,
    MaturityAssessment,
    Practice,
    Procurement,
    Role,
    SteeringModel,
)
from graph.ontology.vocabulary import Progress


def fund_of_many_years(region: Region) -> None:
    """Two budgets and two pieces of work, one of them planned, then under way, then done; a budget by itself."""
    draft, at = region.draft, region.some_organisation()
    leader = draft.put(Role, works_at=[at])
    fund = draft.put(Fund, started_at=[at], led_by=[leader])
    brought = sound.system(region)
    work = draft.put(Initiative, progress=Progress.ONGOING, starts="2022-02", ends="2041", introduces=[brought],
                    paid_by=[fund])  # fmt: skip
    bought = draft.put(Procurement, paid_by=[fund])
    (first, _), (second, _) = (_budget(region, year, 250_000.0 * year, finances=[fund]) for year in (2019, 2023))
    money = [first, second]
    by = [region.bodies[3]]
    for when, progress in (
        (EARLIER, "planned"), (LATER, "completed"), ((Moment.TODAY, Moment.OUTCOME), "ongoing"),
    ):  # fmt: skip
        draft.find(FUNDS, fund, work, money, progress, [brought], [at], [leader], by, when=when)
    draft.find(FUNDS, fund, bought, money, None, [], [at], [leader], by)
    of_a_year = asked("fund_payments", "pays_for", "budgets", at=BEFORE, fund=fund, year=2023)
    for each in (work, bought):
        draft.find(of_a_year, each, [second])
    alone, _ = _budget(region, 2020, 1_000.5, finances=[at])
    draft.find(FUNDS, None, at, [alone], None, [], [], [], by)


def money_without_a_purpose(region: Region) -> None:
    """A fund of which nobody says what it pays for; a budget of which nobody says it; work without money."""
    fund = region.draft.put(Fund)
    region.draft.find(FUNDS, fund, None, [], None, [], [], [], [])
    _budget(region, 2024, None)
    region.draft.put(Initiative, progress=Progress.STOPPED)
    procured = region.draft.put(Procurement)
    (direct, _) = _budget(region, None, 5.0, finances=[procured])
    region.draft.find(FUNDS, None, procured, [direct], None, [], [], [], [region.bodies[3]])
    unpaid = asked("fund_payments", "fund", "pays_for", "progress", unfunded=True, year=1901)
    region.draft.find_nothing(unpaid)


def _budget(region: Region, year: int | None, amount: float | None, **cells: Any) -> tuple[dict[str, Any], Thing]:
    """A budget that a body decides on, and that nobody is heard of or answers for; as an answer tells it."""
    thing = region.draft.put(Budget, year=year, amount_sek=amount, decided_by=[region.bodies[3]], **cells)
    region.draft.find(MATTERS, thing, [region.bodies[3]], ["input", "accountability"])
    return {"budget": thing, "year": year, "amount_sek": amount, "stated_amount": None}, thing


def budgets_with_every_right(region: Region) -> None:
    """One of which every right is held, and one of which none is."""
    body = region.bodies[1]
    held = region.draft.put(Budget, decided_by=[body], input_from=[body], accountable=[body])
    region.draft.find(MATTERS, held, [body], [])
    region.draft.find(MATTERS, region.draft.put(Budget), [], ["input", "decision", "accountability"])


def grown_ability(region: Region) -> None:
    """Assessed twice by one scale; where else it is held, it is not assessed."""
    draft, at, other = region.draft, sound.organisation(region), sound.organisation(region)
    able = draft.put(Capability, held_at=[at, other])
    here, there = draft.put(Practice, builds=[able], held_at=[at]), draft.put(Practice, builds=[able])
    bringing = draft.put(Initiative, introduces=[there])
    for day, level in (("2015-05", 2), ("2022-03-01", 4)):
        _assessed(region, able, at, level, "CMMI", assessed_on=day)
    for when, level, change in ((EARLIER, 2, None), (tuple({*EVER} - {*EARLIER}), 4, 2)):
        draft.find(MATURITY, able, at, True, level, change, [here, there], [here], [bringing], when=when)
    draft.find(MATURITY, able, other, None, None, None, [here, there], [], [bringing])


def not_comparable(region: Region) -> None:
    """By another scale the last time, once without a day, once without a level; and nowhere."""
    draft, at = region.draft, sound.organisation(region)
    other_scale, undated, unmeasured = (draft.put(Capability) for _ in range(3))
    _assessed(region, other_scale, at, 5, "0-5", assessed_on="2010")
    _assessed(region, other_scale, at, 1, "A-E", assessed_on="2014")
    draft.find(MATURITY, other_scale, at, True, 1, None, [], [], [])
    _assessed(region, undated, at, 1, "0-5")
    _assessed(region, undated, at, 3, "0-5", assessed_on="2018")
    draft.find(MATURITY, undated, at, True, 3, None, [], [], [])
    _assessed(region, unmeasured, at, None, None, assessed_on="2018")
    draft.find(MATURITY, unmeasured, at, True, None, None, [], [], [])
    draft.find(MATURITY, draft.put(Capability), None, None, None, None, [], [], [])


def _assessed(region: Region, able: Thing, at: Thing, level: int | None, scale: str | None, **cells: Any) -> None:
    region.draft.put(MaturityAssessment, assesses=[able], held_at=[at], maturity=level, scale=scale, **cells)


def interviewed(region: Region) -> None:
    """At two organisations, at none, and silent; a designation that was not interviewed is found only by its name."""
    draft = region.draft
    one, other = sound.organisation(region), sound.organisation(region)
    text, model, wide = draft.put(Document), draft.put(SteeringModel), draft.put(SteeringModel)
    one.set(governs=[wide])
    matter = draft.put(Decision)
    chief = draft.put(Role, works_at=[one, other], informed=[text], governs=[model], decides_on=[matter],
                     member_of=[region.bodies[1]])  # fmt: skip
    for at, beside in ((one, [wide]), (other, [])):
        draft.find(INTERVIEWED, at, chief, [text], [model], [matter], [region.bodies[1]], beside)
    draft.find(INTERVIEWED, None, draft.put(Role, informed=[text]), [text], [], [], [], [])
    quiet = draft.put(Role, works_at=[other], governs=[model])
    own = asked("informants", "organisation", "designation", "governs", interviewed=False, role=quiet)
    draft.find(own, other, quiet, [model])


PLANTS = (
    fund_of_many_years, money_without_a_purpose, budgets_with_every_right, grown_ability, not_comparable, interviewed,
)  # fmt: skip
