"""Technology lifecycle risk (ServiceNow): base by the days to the next milestone, times that milestone's multiplier.

Vendor support and own use are two lifecycles and get a risk each. A system of which no date is stated has an unknown
risk; the published table calls that 100 too, which would say that we know.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from graph.snapshot.days import over
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.profile import RiskTable


class Risk(NamedTuple):
    """The risk of one lifecycle of which a date is stated."""

    score: float
    """0 to 100 in the published table, without unit."""
    milestone: str
    """The field of the next milestone, or of the last one where all are past."""
    day: str
    """That field's date, as exactly as it is stated."""
    days: int | None = None
    """Days until it; 0 where it may be any day; None where all are past."""


def first_day(text: str) -> date:
    """The first day of a date of reduced precision."""
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


def base(days: int, table: RiskTable) -> float:
    """The base for a milestone that is `days` away; each step counts up to and including its days."""
    for step in table.base:
        if days <= step.up_to_days:
            return step.base
    return table.beyond


def risk(system: SystemNode, multipliers: Mapping[str, float], day: str, table: RiskTable) -> Risk | None:
    """The risk on `day` from the milestones that have a multiplier; of two on one day the graver counts.

    Without any date it is unknown. A month or a year may mean its first day, and is past when it is over.
    """
    dated = [(str(value), name) for name in multipliers if (value := system.fields.get(name))]
    if not dated:
        return None
    ahead = [each for each in dated if not over(day, each[0])]
    if not ahead:
        last, name = max(dated, key=lambda each: (first_day(each[0]), multipliers[each[1]]))
        return Risk(table.past, name, last)
    following, name = min(ahead, key=lambda each: (first_day(each[0]), -multipliers[each[1]]))
    days = max(0, (first_day(following) - date.fromisoformat(day)).days)
    return Risk(base(days, table) * multipliers[name], name, following, days)


def vendor_risk(system: SystemNode, day: str, table: RiskTable) -> Risk | None:
    """The risk that the vendor's support ends."""
    return risk(system, table.vendor, day, table)


def own_risk(system: SystemNode, day: str, table: RiskTable) -> Risk | None:
    """The risk that our own use ends: by its contract, or as planned."""
    return risk(system, table.own_use, day, table)
