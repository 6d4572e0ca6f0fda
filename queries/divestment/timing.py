"""When a system can go at the earliest, and what its dates say against it.

Dates of reduced precision count by their last day here: a contract that runs until 2027 binds all through 2027.
"""

from calendar import monthrange
from collections.abc import Iterable
from typing import NamedTuple

from graph.language.words import N_
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.days import over
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.blockers import successors
from queries.divestment.said import Sentence, said
from queries.divestment.support import supported_until
from queries.meaning.phases import in_use


class Bound(NamedTuple):
    """A day before which a system cannot go, and why."""

    day: str
    why: Sentence


def last_day(text: str) -> str:
    """The last day of a date of reduced precision, as ``YYYY-MM-DD``."""
    year, stated, day = [*map(int, text.split("-")), 0, 0][:3]
    month = stated or 12
    return f"{year:04}-{month:02}-{day or monthrange(year, month)[1]:02}"


def own_bounds(system: SystemNode, day: str) -> list[Bound]:
    """What the system's own contract and successors say, on `day`."""
    found = []
    ends = system.contract_ends
    if ends and not over(day, ends):
        found.append(Bound(ends, _contract(system, ends, day)))
    coming = successors(system)
    if coming and not any(map(in_use, coming)):
        for each in coming:
            if each.lifecycle == Lifecycle.PLAN and (since := each.used_since):
                found.append(Bound(since, said(N_("{next} is to be in use from {day}"), next=each, day=since)))
    return found


def _contract(system: SystemNode, ends: str, day: str) -> Sentence:
    notice = system.contract_notice_by
    if notice is None:
        return said(N_("The contract runs until {day}"), day=ends)
    if over(day, notice):
        return said(N_("The contract runs until {day}; the last day of notice was {notice}"), day=ends, notice=notice)
    return said(N_("The contract runs until {day}; notice by {notice}"), day=ends, notice=notice)


def latest(bounds: Iterable[Bound], day: str) -> str:
    """The latest of the bounds, as exactly as it is stated; `day` where none is later."""
    return max((day, *(bound.day for bound in bounds)), key=last_day)


def against(system: SystemNode, earliest: str, day: str) -> list[Sentence]:
    """What vendor support and the planned end of use say about going at the earliest on `earliest`."""
    found = []
    if until := supported_until(system):
        if over(day, until):
            found.append(said(N_("Vendor support ended {day}"), day=until))
        elif last_day(until) < last_day(earliest):
            found.append(said(N_("Vendor support ends {day}, before it can go"), day=until))
        else:
            found.append(said(N_("Vendor support ends {day}"), day=until))
    if until := system.used_until:
        if last_day(until) < last_day(earliest):
            found.append(said(N_("Its use is to end {day}, before it can go"), day=until))
        else:
            found.append(said(N_("Its use is to end {day}"), day=until))
    return found
