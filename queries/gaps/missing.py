"""Needs that no exchange answers: those whose verdict is that no way is stated."""

from collections.abc import Iterator

from graph.snapshot.typed_nodes import NeedNode
from queries.gaps.gap import FoundGap, Gap, Scope
from queries.meaning.phases import running
from queries.verdicts.judging import without_way
from queries.verdicts.wanted import Wanted


def missing(scope: Scope) -> Iterator[FoundGap]:
    """Each pair of places between which a need is not met, need by need; what is said to meet one does."""
    wants = [case.wanted for case in scope.snapshot.once(without_way).values()]
    for want in sorted(wants, key=_places):
        need = want.why
        if isinstance(need, NeedNode) and not any(map(running, need.met_by)) and _looked_at(scope, want):
            yield FoundGap(Gap.MISSING, need, want.source, want.entity, want.target)


def _places(want: Wanted) -> list[int]:
    return [node.place for node in (want.why, want.entity, want.target, want.source) if node]


def _looked_at(scope: Scope, want: Wanted) -> bool:
    sector, system = scope.sector, scope.system
    if scope.entity not in (None, want.entity):
        return False
    places = [each for each in (want.target, want.source) if each]
    if sector and not any(sector is place or sector in place.side("in_sector") for place in places):
        return False
    return system is None or system in want.takers or system in want.givers
