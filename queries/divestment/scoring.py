"""Functional and technical fit from indicators, and the TIME quadrant that follows.

Contribution = normalised * weight / total weight; score = sum of the contributions (ServiceNow). An indicator of which
nothing is stated is left out of both sums: it is neither 0 nor the worst. How much is known is told beside the score,
and the scores that would follow if all that is missing were the worst, or the best.
"""

from collections.abc import Mapping
from typing import NamedTuple

from graph.ontology.kinds import System
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.indicators import raw
from queries.divestment.normalisation import HIGHEST, LOWEST, normalised
from queries.divestment.profile import Fit, Indicator, Profile, Range
from queries.divestment.quadrant import Quadrant, quadrant
from queries.meaning.phases import in_use

Ranges = Mapping[str, tuple[float, float]]
"""By indicator, the least and the most that count; absent where no system states it."""


class ScoreLine(NamedTuple):
    """One indicator of one system."""

    indicator: Indicator
    raw: float | None
    normalised: float | None
    """1 to 10."""
    weight: float
    contribution: float | None = None
    """To the score, 0 to 10; None where it is not known."""


class Score(NamedTuple):
    """One fit of one system."""

    lines: tuple[ScoreLine, ...]
    score: float | None
    """1 to 10; None where nothing that weighs is known."""
    known: float
    """The share of the weights that is known, 0 to 1."""
    lowest: float
    """The score if all that is missing were the worst."""
    highest: float
    """The score if all that is missing were the best."""
    high: bool | None
    """Whether the fit is high; None where too little is known."""


def ranges(snapshot: Snapshot, profile: Profile, day: str) -> Ranges:
    """The range of each indicator: the profile's, or the least and the most among systems in use."""
    found: dict[str, tuple[float, float]] = {}
    systems = [node for node in snapshot.all(System) if in_use(node)]
    for each in profile.indicators:
        if isinstance(each.range, Range):
            found[each.id] = (each.range.min, each.range.max)
        else:
            values = [value for node in systems if (value := raw(each, node, day, profile)) is not None]
            if values:
                found[each.id] = (min(values), max(values))
    return found


def line(indicator: Indicator, system: SystemNode, day: str, profile: Profile, within: Ranges) -> ScoreLine:
    """One indicator on its scale, without its contribution."""
    value = raw(indicator, system, day, profile)
    limits = within.get(indicator.id)
    if value is None or limits is None:
        return ScoreLine(indicator, value, None, indicator.weight)
    return ScoreLine(indicator, value, normalised(value, *limits, indicator.direction), indicator.weight)


def scored(fit: Fit, lines: tuple[ScoreLine, ...]) -> Score:
    """The score of `lines`, one for each indicator of `fit`."""
    known = [(each.normalised, each.weight) for each in lines if each.normalised is not None]
    weighed, total = sum(weight for _, weight in known), sum(each.weight for each in lines)
    points = sum(value * weight for value, weight in known)
    missing = total - weighed
    told = tuple(
        each._replace(contribution=each.normalised * each.weight / weighed)
        if each.normalised is not None and weighed
        else each
        for each in lines
    )
    score = points / weighed if weighed else None
    return Score(
        told,
        score,
        weighed / total,
        (points + LOWEST * missing) / total,
        (points + HIGHEST * missing) / total,
        high(score, weighed, total, fit),
    )


def high(score: float | None, weighed: float, total: float, fit: Fit) -> bool | None:
    """Whether a score is high; None where less is known than the profile asks for."""
    if score is None or weighed < fit.least_known * total:
        return None
    return score >= fit.threshold


def fit_of(fit: Fit, system: SystemNode, day: str, profile: Profile, within: Ranges) -> Score:
    """The score of `system` in one respect."""
    return scored(fit, tuple(line(each, system, day, profile, within) for each in fit.indicators))


def stands(fit: Fit, system: SystemNode, day: str, profile: Profile, within: Ranges) -> bool | None:
    """Whether the fit of `system` is high, without its lines: for many systems."""
    points = weighed = total = 0.0
    for each in fit.indicators:
        total += each.weight
        value, limits = raw(each, system, day, profile), within.get(each.id)
        if value is not None and limits is not None:
            points += normalised(value, *limits, each.direction) * each.weight
            weighed += each.weight
    return high(points / weighed if weighed else None, weighed, total, fit)


def computed_quadrant(system: SystemNode, day: str, profile: Profile, within: Ranges) -> Quadrant:
    """The quadrant that the profile computes."""
    functional = stands(profile.functional, system, day, profile, within)
    return quadrant(functional, stands(profile.technical, system, day, profile, within))
