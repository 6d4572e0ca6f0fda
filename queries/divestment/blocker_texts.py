"""Reasons and blockers as sentences."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from graph.language.words import N_
from graph.snapshot.days import over
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.answer import Phrase, ThingRef
from queries.divestment import blockers, reasons
from queries.divestment.blockers import Blocker
from queries.divestment.reasons import DivestmentReason

Sort = TypeVar("Sort", reasons.ReasonSort, blockers.BlockerSort)
SPEAKS = {
    reasons.ReasonSort.ELIMINATE: N_("Low functional fit and low technical fit"),
    reasons.ReasonSort.MIGRATE: N_("Low technical fit, though it serves its purpose"),
    reasons.ReasonSort.SUPPORT_ENDED: N_("Vendor support has ended"),
    reasons.ReasonSort.SUPPORT_ENDS: N_("Vendor support ends soon"),
    reasons.ReasonSort.PHASE_OUT: N_("It is being phased out"),
    reasons.ReasonSort.TO_BE_RETIRED: N_("{what} is to retire it"),
    reasons.ReasonSort.SUCCEEDED: N_("{what} has taken over from it"),
    reasons.ReasonSort.OVERLAP: N_("Others hold more than 75 % of its information too"),
}
SPEAK = {
    reasons.ReasonSort.TO_BE_RETIRED: N_("{what} and {more} more are to retire it"),
    reasons.ReasonSort.SUCCEEDED: N_("{what} and {more} more have taken over from it"),
}
STANDS = {
    blockers.BlockerSort.ONLY_SUPPLIER: N_("Nobody else supplies {what} to those who receive it"),
    blockers.BlockerSort.LAST_HOLDER: N_("It is the last holder of {what}"),
    blockers.BlockerSort.UNSTATED_FLOW: N_("What {what} carries is not stated"),
    blockers.BlockerSort.NEEDED: N_("{what} cannot work without it"),
    blockers.BlockerSort.FACADE: N_("{what} stands in front of it"),
    blockers.BlockerSort.BLOCKED: N_("Blocked by {what}"),
    blockers.BlockerSort.INFEASIBLE: N_("The change that is to retire it is blocked by {what}"),
    blockers.BlockerSort.MUST_NOT_STOP: N_("It must not stop"),
    blockers.BlockerSort.ARCHIVE_DUTY: N_("It has archive duty"),
    blockers.BlockerSort.CONTRACT: N_("The contract runs until {day}"),
    blockers.BlockerSort.SAFETY: N_("Safety-critical, and no successor is stated"),
}
STAND = {
    blockers.BlockerSort.ONLY_SUPPLIER: N_("Nobody else supplies {what} and {more} more to those who receive them"),
    blockers.BlockerSort.LAST_HOLDER: N_("It is the last holder of {what} and {more} more"),
    blockers.BlockerSort.UNSTATED_FLOW: N_("What {what} and {more} more carry is not stated"),
    blockers.BlockerSort.NEEDED: N_("{what} and {more} more cannot work without it"),
    blockers.BlockerSort.FACADE: N_("{what} and {more} more stand in front of it"),
    blockers.BlockerSort.BLOCKED: N_("Blocked by {what} and {more} more"),
    blockers.BlockerSort.INFEASIBLE: N_("The change that is to retire it is blocked by {what} and {more} more"),
}


def reason(found: DivestmentReason) -> Phrase:
    """What speaks for retiring a system, as a sentence."""
    return _sentence(SPEAKS, SPEAK, found.sort, found.what)


def blocker(system: SystemNode, found: Blocker, day: str) -> Phrase:
    """What stands in the way of retiring `system` on `day`, as a sentence."""
    if found.sort is blockers.BlockerSort.CONTRACT:
        return contract(system, day)
    if found.sort is blockers.BlockerSort.SAFETY and (coming := blockers.successors(system)):
        text = N_("Safety-critical, and {what} has not taken over yet")
        return Phrase(text=text, values={"what": ThingRef.of(coming[0])})
    return _sentence(STANDS, STAND, found.sort, found.what)


def _sentence(one: Mapping[Sort, str], several: Mapping[Sort, str], sort: Sort, what: Sequence[Node]) -> Phrase:
    if not what:
        return Phrase(text=one[sort])
    if len(what) == 1:
        return Phrase(text=one[sort], values={"what": ThingRef.of(what[0])})
    return Phrase(text=several[sort], values={"what": ThingRef.of(what[0]), "more": len(what) - 1})


def contract(system: SystemNode, day: str) -> Phrase:
    """How long the contract runs, and until when it can be ended, on `day`."""
    ends, notice = system.contract_ends, system.contract_notice_by
    if ends is None:
        return Phrase(text=N_("Notice by {notice}; when the contract ends is not stated"), values={"notice": notice})
    if notice is None:
        return Phrase(text=STANDS[blockers.BlockerSort.CONTRACT], values={"day": ends})
    if over(day, notice):
        text = N_("The contract runs until {day}; the last day of notice was {notice}")
        return Phrase(text=text, values={"day": ends, "notice": notice})
    return Phrase(text=N_("The contract runs until {day}; notice by {notice}"), values={"day": ends, "notice": notice})
