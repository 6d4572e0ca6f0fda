"""When a system can go at the earliest, and what its dates say against it.

Dates of reduced precision count by their last day here: a contract that runs until 2027 binds all through 2027.
"""

from calendar import monthrange
from collections.abc import Iterable
from typing import NamedTuple

from graph.language.words import N_
from graph.snapshot.days import over
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import InitiativeNode, ProcurementNode, SystemNode
from queries.divestment.blockers import contract_runs
from queries.divestment.moves import Prerequisite
from queries.divestment.said import Sentence, said
from queries.divestment.support import supported_until
from queries.divestment.unstated_facts import nothing_known, unstated


class Bound(NamedTuple):
    """A day before which a system cannot go, and why."""

    day: str | None
    """None: no source says which."""
    why: Sentence


def last_day(text: str) -> str:
    """The last day of a date of reduced precision, as ``YYYY-MM-DD``."""
    year, stated, day = [*map(int, text.split("-")), 0, 0][:3]
    month = stated or 12
    return f"{year:04}-{month:02}-{day or monthrange(year, month)[1]:02}"


def own_bounds(system: SystemNode, steps: Iterable[Prerequisite], day: str) -> list[Bound]:
    """What its own contract, and whatever it awaits that is only planned, say on `day`.

    Of a system of which nothing is known nobody can say what hangs on it, and so not when it can go either.
    """
    found = []
    if nothing_known(unstated(system)):
        text = N_("Nothing is stated of what it holds, what it exchanges, or who uses it")
        found.append(Bound(None, said(text)))
    if contract_runs(system, day):
        found.append(Bound(system.contract_ends, _contract(system, day)))
    for each in dict.fromkeys(each for step in steps for each in step.awaits):
        change = isinstance(each, InitiativeNode | ProcurementNode)
        found.append(_of_change(each, each.field("ends")) if change else _of_next(each, each.field("used_since")))
    return found


def _of_change(change: Node, ends: str | None) -> Bound:
    if ends is None:
        return Bound(None, said(N_("{change} has not begun; no source says when it ends"), change=change))
    return Bound(ends, said(N_("{change} has not begun, and is to end {day}"), change=change, day=ends))


def _of_next(next_one: Node, since: str | None) -> Bound:
    if since is None:
        return Bound(None, said(N_("{next} is only planned; no source says from when"), next=next_one))
    return Bound(since, said(N_("{next} is to be in use from {day}"), next=next_one, day=since))


def _contract(system: SystemNode, day: str) -> Sentence:
    ends, notice = system.contract_ends, system.contract_notice_by
    if notice is None:
        return said(N_("The contract runs until {day}"), day=ends or "")
    if ends is None:
        return said(N_("Notice by {notice}; when the contract ends is not stated"), notice=notice)
    if over(day, notice):
        return said(N_("The contract runs until {day}; the last day of notice was {notice}"), day=ends, notice=notice)
    return said(N_("The contract runs until {day}; notice by {notice}"), day=ends, notice=notice)


def latest(bounds: Iterable[Bound], day: str) -> str | None:
    """The latest of the bounds, as exactly as it is stated; `day` where none is later, None where one has no day."""
    days = [bound.day for bound in bounds]
    known = [each for each in days if each is not None]
    return max((day, *known), key=last_day) if len(known) == len(days) else None


def against(system: SystemNode, earliest: str | None, day: str) -> list[Sentence]:
    """What vendor support and the planned end of use say about going at the earliest on `earliest`."""
    found = []
    if until := supported_until(system):
        if over(day, until):
            found.append(said(N_("Vendor support ended {day}"), day=until))
        elif earliest is not None and last_day(until) < last_day(earliest):
            found.append(said(N_("Vendor support ends {day}, before it can go"), day=until))
        else:
            found.append(said(N_("Vendor support ends {day}"), day=until))
    if until := system.used_until:
        if earliest is not None and last_day(until) < last_day(earliest):
            found.append(said(N_("Its use is to end {day}, before it can go"), day=until))
        else:
            found.append(said(N_("Its use is to end {day}"), day=until))
    return found
