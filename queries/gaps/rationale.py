"""Why what is found is a gap: the need, the requirement or the reader that wants what does not get through."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.kinds import Need
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import CareSectorNode
from queries.asking.grounds import Facts
from queries.gaps.flow_gaps import islands, sectors_apart, unbrought_reads
from queries.gaps.gap import FoundGap, Gap, Scope
from queries.gaps.missing import missing
from queries.gaps.standards import differing_versions, own_formats, replaced_versions
from queries.verdicts.judging import FAILS, by_reason, everything
from queries.verdicts.paths import Judged
from queries.verdicts.table import Verdict
from queries.verdicts.wanted import Wanted
from queries.verdicts.ways import end_facts

PAIRED = (Gap.MISSING, Gap.READS)
"""What is found of a pair of ends and one piece of information, as verdicts are."""
NOT_SAID = (Gap.NOT_STATED, Gap.NO_OWNER)
"""What is only not stated: no gap, whoever wants it."""


class CountsAs(Choice):
    """What a finding is, in the order of the answer: nothing is a gap without what makes it one."""

    GAP = "gap", "Gap", "Brist"
    FOLLOWS = "follows", "Follows from a gap", "Följer av en brist"
    UNKNOWN = "unknown", "Unknown: too little is stated", "Okänt: för lite är uppgivet"
    GETS_THERE = "gets-there", "What is wanted gets there all the same", "Det som önskas kommer fram ändå"
    OBSERVATION = "observation", "Observation: nobody is stated to need it", "Iakttagelse: ingen uppges behöva det"


class GapRationale(NamedTuple):
    """What wants what is found."""

    why: Node
    """The need, the requirement, or the system that reads."""
    facts: Facts
    standing: CountsAs
    """What the verdict on what is wanted makes of a finding that stands in its way."""


class Reasons:
    """What makes the findings of one snapshot gaps, by the verdicts; worked out once for each.

    An exchange is wanted that is said to meet a need, that lies on the way that a verdict judges, or that brings a
    taker information that it should have. A system without connections is wanted where it should give or take
    something, and a way between two care sectors where one should give the other something.

    A fault is one pair of ends and one piece of information, so that each verdict that fails makes one finding a gap:
    the first that tells why. What else is found there follows from it.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._pairs: dict[tuple[Node | None, ...], GapRationale] = {}
        self._flows: dict[Node, GapRationale] = {}
        self._systems: dict[Node, GapRationale] = {}
        self._sectors: dict[frozenset[Node], GapRationale] = {}
        self._first: dict[str, dict[FoundGap, GapRationale]] = {}
        brought: dict[tuple[Node, Node], GapRationale] = {}
        for case in snapshot.once(everything):
            want = case.wanted
            reason = _rationale(case)
            self._pairs.setdefault(want.what, reason)
            for step in case.path:
                self._flows.setdefault(step.carrier, reason)
            if want.entity is not None:
                for taker in want.takers:
                    brought.setdefault((want.entity, taker), reason)
            for end in _ends(want):
                self._systems.setdefault(end, reason)
            for pair in _pairs(want):
                self._sectors.setdefault(pair, reason)
        for (entity, taker), reason in brought.items():
            for flow in taker.side("consumes"):
                if entity in flow.carries:
                    self._flows.setdefault(flow, reason)
        worst = snapshot.once(by_reason)
        for need in snapshot.all(Need):
            for flow in need.met_by:
                met = flow.meets[0]
                standing = _standing(worst[met][0]) if met in worst else CountsAs.UNKNOWN
                self._flows[flow] = GapRationale(met, tuple(flow.links("meets")), standing)

    def _of(self, found: FoundGap) -> GapRationale | None:
        """What wants what is found; None where nothing is stated to."""
        if found.gap in PAIRED:
            return self._pairs.get(_pair_of(found)) or GapRationale(found.subject, (), CountsAs.UNKNOWN)
        if found.gap is Gap.SECTORS and found.other:
            return self._sectors.get(frozenset((found.subject, found.other)))
        return (self._systems if found.gap is Gap.ISLAND else self._flows).get(found.subject)

    def judged(self, found: FoundGap, day: str) -> tuple[CountsAs, GapRationale | None]:
        """What the finding counts as on the day, and what wants it."""
        reason = self._of(found)
        if reason is None:
            return CountsAs.OBSERVATION, None
        if found.gap in NOT_SAID:
            return CountsAs.UNKNOWN, reason
        if first := self._firsts(day).get(found):
            return CountsAs.GAP, first
        return CountsAs.FOLLOWS if reason.standing is CountsAs.GAP else reason.standing, reason

    def parted(self, every: Iterable[FoundGap], day: str) -> dict[CountsAs, list[FoundGap]]:
        """The findings of one kind by what they count as; there may be hundreds of thousands."""
        parts: dict[CountsAs, list[FoundGap]] = {each: [] for each in CountsAs}
        for found in every:
            parts[self.judged(found, day)[0]].append(found)
        return parts

    def _firsts(self, day: str) -> dict[FoundGap, GapRationale]:
        """Of each verdict that fails, the finding that tells why, with the worst that it tells of."""
        if day not in self._first:
            places = _FoundByPlace(Scope(self._snapshot, day))
            firsts: dict[FoundGap, GapRationale] = {}
            for case in self._snapshot.once(everything):
                if _standing(case) is CountsAs.GAP and (found := places.first(case)):
                    firsts.setdefault(found, _rationale(case))
            self._first[day] = firsts
        return self._first[day]


class _FoundByPlace:
    """Everything that is found, by where it is."""

    def __init__(self, scope: Scope) -> None:
        paired = (*missing(scope), *unbrought_reads(scope))
        self._pairs = {_pair_of(found): found for found in paired}
        self._flows: dict[Node, FoundGap] = {}
        for found in (*differing_versions(scope), *own_formats(scope), *replaced_versions(scope)):
            self._flows.setdefault(found.subject, found)
        self._islands = {found.subject: found for found in islands(scope)}
        self._sectors = {frozenset((found.subject, found.other)): found for found in sectors_apart(scope)}

    def first(self, case: Judged) -> FoundGap | None:
        """What tells why the verdict fails: that nothing goes there, else what is wrong on the way, else at an end."""
        want = case.wanted
        if found := self._pairs.get(want.what):
            return found
        on_the_way = [self._flows[each.carrier] for each in case.path if each.carrier in self._flows]
        on_the_way += [self._flows[flow] for flow in _brought(want) if flow in self._flows]
        if on_the_way:
            return min(on_the_way, key=lambda found: PLACES[found.gap])
        at_ends = [self._islands[end] for end in _ends(want) if end in self._islands]
        apart = [self._sectors[pair] for pair in _pairs(want) if pair in self._sectors]
        return next(iter((*apart, *at_ends)), None)


def _brought(want: Wanted) -> Iterator[Node]:
    """The exchanges that bring the takers the information."""
    if want.entity is not None and want.entity.carried_by:
        flows = set(want.entity.carried_by)
        for taker in want.takers:
            yield from (flow for flow in taker.side("consumes") if flow in flows)


PLACES = {gap: place for place, gap in enumerate(Gap)}


def _standing(case: Judged) -> CountsAs:
    """What a finding that stands in the way of what is wanted counts as."""
    if case.rule.verdict in FAILS:
        return CountsAs.GAP
    return CountsAs.UNKNOWN if case.rule.verdict is Verdict.UNKNOWN else CountsAs.GETS_THERE


def _rationale(case: Judged) -> GapRationale:
    why = case.wanted.why or case.wanted.target
    return GapRationale(why, tuple(end_facts(case.wanted)), _standing(case))


def _pair_of(found: FoundGap) -> tuple[Node | None, ...]:
    if found.gap is Gap.MISSING:
        return found.subject, found.other, found.third, found.entity
    return found.subject, None, found.subject, found.entity


def _ends(want: Wanted) -> Iterator[Node]:
    """The things that should themselves give or take something."""
    yield want.target
    yield from want.givers if want.source is None else (want.source,)


def _pairs(want: Wanted) -> Iterator[frozenset[Node]]:
    """The care sectors of which one should give the other something."""
    giving = _sectors(want.givers if want.source is None else (want.source,))
    taking = _sectors((want.target,))
    return (frozenset((one, other)) for one in giving for other in taking if one is not other)


def _sectors(places: Iterable[Node]) -> set[Node]:
    return {sector for place in places for sector in place.once(_sectors_of)}


def _sectors_of(place: Node) -> tuple[Node, ...]:
    """The sectors that a place is, or is in, or whose organisations use it."""
    if isinstance(place, CareSectorNode):
        return (place,)
    return tuple(
        dict.fromkeys(
            (*place.side("in_sector"), *(sector for user in place.side("used_by") for sector in user.in_sector))
        )
    )
