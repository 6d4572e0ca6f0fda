"""The plan: waves with what must exist before each, what it saves, and when each system can go at the earliest."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from math import fsum
from operator import attrgetter
from typing import NamedTuple

from graph.language.words import N_
from graph.snapshot.node import PLACE
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.grounds import Facts
from queries.divestment.blockers import Blocker, BlockerSort, blockers
from queries.divestment.moves import Prerequisite, Setting
from queries.divestment.prerequisites import steps
from queries.divestment.said import Sentence, said
from queries.divestment.sole_reliance import SoleReliance
from queries.divestment.takers import Takers
from queries.divestment.timing import Bound, against, latest, own_bounds
from queries.divestment.waves import needs_within, waves

LEFT = (BlockerSort.BLOCKED, BlockerSort.INFEASIBLE, BlockerSort.MUST_NOT_STOP, BlockerSort.SAFETY)
"""Blockers that no step of a plan lifts; all others are told as what must exist first, or as a date."""


NO_SOLE_RELIANCE = SoleReliance({}, {}, {})
"""What rests on single systems is told as steps, seen from the whole plan."""


class Planned(NamedTuple):
    """One system of the plan."""

    wave: int
    system: SystemNode
    together: tuple[SystemNode, ...]
    """The others that it must move with."""
    after: tuple[SystemNode, ...]
    """Those of earlier waves that need it."""
    facts: tuple[Facts, ...]
    """The relations that the order rests on."""
    steps: tuple[Prerequisite, ...]
    left: tuple[Blocker, ...]
    saving: float | None
    """SEK per year; None: not stated."""
    cumulative: float | None
    """SEK per year when the wave is done, of what is stated; None: nothing is."""
    unpriced: int
    """Systems up to and with this wave of which no cost is stated."""
    earliest: str | None
    """None: no source gives a day for something that it waits for, or nothing is known of what hangs on it."""
    rationale: tuple[Sentence, ...]


def plan(snapshot: Snapshot, systems: Collection[SystemNode], day: str) -> list[Planned]:
    """Every system with its wave, in the order that they go in; the same graph gives the same plan."""
    needed = needs_within(systems)
    before: dict[SystemNode, dict[SystemNode, list[Facts]]] = defaultdict(dict)
    for need in needed:
        before[need.needed].setdefault(need.needy, []).extend(need.facts)
    found: list[Planned] = []
    takers = Takers(systems)
    gone: set[SystemNode] = set()
    from_day: dict[SystemNode, str | None] = {}
    for wave, groups in groupby(waves(systems, needed), key=attrgetter("wave")):
        going, earlier = list(groups), frozenset(gone)
        gone |= {each for group in going for each in group.systems}
        setting, sum_of = Setting(takers, earlier, frozenset(gone)), savings(gone)
        for group in going:
            first = {each: steps(each, setting) for each in group.systems}
            own = {each: own_bounds(each, first[each], day) for each in group.systems}
            earliest, why = times(own, before, from_day, day)
            from_day |= dict.fromkeys(group.systems, earliest)
            for each in group.systems:
                facts = tuple((needy, facts) for needy, facts in before[each].items())
                found.append(
                    Planned(
                        wave,
                        each,
                        tuple(other for other in group.systems if other is not each),
                        tuple(sorted((other for other in before[each] if other not in group.systems), key=PLACE)),
                        facts,
                        tuple(first[each]),
                        tuple(left for left in blockers(snapshot, each, NO_SOLE_RELIANCE, day) if left.sort in LEFT),
                        each.annual_cost_sek,
                        *sum_of,
                        earliest,
                        (*why[each], *against(each, earliest, day)),
                    )
                )
    return found


def savings(gone: Iterable[SystemNode]) -> tuple[float | None, int]:
    """What those that are gone cost in a year as far as it is stated, and of how many it is not; exact in any order."""
    costs = [each.annual_cost_sek for each in gone]
    stated = [cost for cost in costs if cost is not None]
    return fsum(stated) if stated else None, len(costs) - len(stated)


def times(
    own: Mapping[SystemNode, Sequence[Bound]],
    before: Mapping[SystemNode, Iterable[SystemNode]],
    from_day: Mapping[SystemNode, str | None],
    day: str,
) -> tuple[str | None, dict[SystemNode, list[Sentence]]]:
    """From which day a group can go, all at once, and for each system why not before; None where no day is known.

    `own` is what bounds each system of the group, `from_day` when those of earlier waves can go.
    """
    joint = [
        _goes_before(other, from_day[other])
        for other in sorted({other for each in own for other in before.get(each, ())}, key=PLACE)
        if other not in own and from_day[other] != day
    ]
    earliest = latest((*joint, *(bound for bounds in own.values() for bound in bounds)), day)
    why: dict[SystemNode, list[Sentence]] = {}
    for each, bounds in own.items():
        mates = [
            _moves_with(other, bound.day)
            for other in own
            if other is not each
            for bound in own[other]
            if bound.day == earliest
        ]
        binding = [bound.why for bound in joint if bound.day == earliest]
        told = [*(bound.why for bound in bounds), *binding, *mates]
        why[each] = told or [said(N_("No date is stated that it has to wait for"))]
    return earliest, why


def _goes_before(other: SystemNode, day: str | None) -> Bound:
    if day is None:
        return Bound(None, said(N_("{system} goes before it, and from when is not known"), system=other))
    return Bound(day, said(N_("{system} goes before it, from {day}"), system=other, day=day))


def _moves_with(other: SystemNode, day: str | None) -> Sentence:
    if day is None:
        return said(N_("{system} moves with it, and from when is not known"), system=other)
    return said(N_("{system} moves with it, from {day}"), system=other, day=day)
