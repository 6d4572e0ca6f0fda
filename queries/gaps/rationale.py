"""Why what is found is a gap: the need, the requirement or the reader that wants what does not get through."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.kinds import Need
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import CareSectorNode
from queries.asking.grounds import Facts
from queries.gaps.gap import FoundGap, Gap
from queries.verdicts.judging import everything
from queries.verdicts.wanted import Wanted
from queries.verdicts.ways import end_facts

OF_THEMSELVES = (Gap.MISSING, Gap.READS)
"""A need that is not met and a reader that nothing is brought to are what wants it."""


class CountsAs(Choice):
    """What a finding is, in the order of the answer: nothing is a gap without what makes it one."""

    GAP = "gap", "Gap", "Brist"
    UNKNOWN = "unknown", "Unknown: too little is stated", "Okänt: för lite är uppgivet"
    OBSERVATION = "observation", "Observation: nobody is stated to need it", "Iakttagelse: ingen uppges behöva det"


class GapRationale(NamedTuple):
    """What makes a finding a gap."""

    why: Node
    """The need, the requirement, or the system that reads."""
    facts: Facts = ()


class Reasons:
    """What makes the findings of one snapshot gaps; worked out once for each.

    An exchange is wanted that is said to meet a need, that lies on the way that a verdict judges, or that brings a
    taker information that it should have. A system without connections is wanted where it should give or take
    something, and a way between two care sectors where one should give the other something.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._flows: dict[Node, GapRationale] = {}
        self._systems: dict[Node, GapRationale] = {}
        self._sectors: dict[frozenset[Node], GapRationale] = {}
        brought: dict[tuple[Node, Node], GapRationale] = {}
        for case in snapshot.once(everything):
            if (why := case.wanted.why) is not None:
                reason = GapRationale(why, tuple(end_facts(case.wanted)))
                for step in case.path:
                    self._flows.setdefault(step.carrier, reason)
                if case.wanted.entity is not None:
                    for taker in case.wanted.takers:
                        brought.setdefault((case.wanted.entity, taker), reason)
                for end in _ends(case.wanted):
                    self._systems.setdefault(end, reason)
                for pair in _pairs(case.wanted):
                    self._sectors.setdefault(pair, reason)
        for (entity, taker), reason in brought.items():
            for flow in taker.side("consumes"):
                if entity in flow.carries:
                    self._flows.setdefault(flow, reason)
        for need in snapshot.all(Need):
            for flow in need.met_by:
                self._flows[flow] = GapRationale(flow.meets[0], tuple(flow.links("meets")))

    def of(self, found: FoundGap) -> GapRationale | None:
        """What wants what is found; None where nothing is stated to."""
        if found.gap in OF_THEMSELVES:
            return GapRationale(found.subject)
        if found.gap is Gap.SECTORS and found.other:
            return self._sectors.get(frozenset((found.subject, found.other)))
        return self._wanted(found.gap).get(found.subject)

    def counted(self, found: FoundGap) -> CountsAs:
        """What the finding counts as."""
        return _wanted_as(found.gap) if self.of(found) else CountsAs.OBSERVATION

    def parted(self, gap: Gap, every: Iterable[FoundGap]) -> dict[CountsAs, list[FoundGap]]:
        """The findings of one kind by what they count as; there may be hundreds of thousands."""
        if gap in OF_THEMSELVES or gap is Gap.SECTORS:
            counted = [(self.counted(found), found) for found in every]
            return {each: [found for counts, found in counted if counts is each] for each in CountsAs}
        wanted, unwanted, some = self._wanted(gap), list[FoundGap](), list[FoundGap]()
        for found in every:
            (some if found.subject in wanted else unwanted).append(found)
        return {_wanted_as(gap): some, CountsAs.OBSERVATION: unwanted}

    def _wanted(self, gap: Gap) -> dict[Node, GapRationale]:
        return self._systems if gap is Gap.ISLAND else self._flows


def _wanted_as(gap: Gap) -> CountsAs:
    return CountsAs.UNKNOWN if gap is Gap.NOT_STATED else CountsAs.GAP


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
