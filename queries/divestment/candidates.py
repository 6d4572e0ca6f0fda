"""Candidates: systems in use that something speaks for retiring; and beside them those that nobody has assessed."""

from math import inf
from typing import NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.kinds import System
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.blockers import Blocker, blockers
from queries.divestment.overlap import in_several_hands
from queries.divestment.quadrant import Quadrant, stated_quadrant
from queries.divestment.reasons import DivestmentReason, reasons, speaking
from queries.divestment.sole_reliance import sole_reliance
from queries.meaning.phases import in_use


class Standing(Choice):
    """Whether anything stated stands in the way."""

    FREE = "free", "Nothing stated in the way", "Inget uppgivet i vägen"
    BLOCKED = "blocked", "Something in the way", "Något står i vägen"


STANDINGS = {standing: place for place, standing in enumerate(Standing)}
QUADRANTS = (Quadrant.ELIMINATE, Quadrant.MIGRATE, Quadrant.TOLERATE, Quadrant.NOT_ASSESSED, Quadrant.INVEST)
RANKS = {quadrant: place for place, quadrant in enumerate(QUADRANTS)}


class Candidate(NamedTuple):
    """One system, what speaks for retiring it and what stands in the way."""

    system: SystemNode
    quadrant: Quadrant
    """By the fits as they are stated."""
    standing: Standing
    reasons: tuple[DivestmentReason, ...]
    blockers: tuple[Blocker, ...]


def candidates(
    snapshot: Snapshot, day: str, system: str | None = None, quadrant: Quadrant | None = None
) -> list[Candidate]:
    """Those that something speaks for retiring: first those with nothing in the way, then the others.

    Within each by quadrant (Eliminate, Migrate, Tolerate, not assessed, Invest), most reasons, fewest sorts of
    blockers, highest stated cost, and name.
    """
    asked = snapshot.all(System) if system is None else [node for node in [snapshot.get(System, system)] if node]
    rests, common = snapshot.once(sole_reliance), snapshot.once(in_several_hands)
    found = []
    for each in asked:
        own = stated_quadrant(each)
        if in_use(each) and quadrant in (None, own):
            why = reasons(snapshot, each, own, day, common)
            if speaking(why, own):
                ways = blockers(snapshot, each, rests, day)
                standing = Standing.BLOCKED if ways else Standing.FREE
                found.append(Candidate(each, own, standing, why, ways))
    return sorted(found, key=_order)


def not_assessed(snapshot: Snapshot, day: str) -> list[SystemNode]:
    """Systems in use that nothing speaks for retiring and whose fit is not stated, by name: neither yes nor no."""
    common = snapshot.once(in_several_hands)
    return [
        each
        for each in snapshot.all(System)
        if in_use(each)
        and (own := stated_quadrant(each)) is Quadrant.NOT_ASSESSED
        and not speaking(reasons(snapshot, each, own, day, common), own)
    ]


def _order(each: Candidate) -> tuple[int, int, int, int, float, int]:
    cost = each.system.annual_cost_sek
    return (
        STANDINGS[each.standing],
        RANKS[each.quadrant],
        -speaking(each.reasons, each.quadrant),
        len(each.blockers),
        inf if cost is None else -cost,
        each.system.place,
    )
