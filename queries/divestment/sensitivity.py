"""Between which weights a verdict holds: one weight is varied, all others stay as they are.

A fit is high where (A + w * n) / (B + w) >= t: w is the weight that is varied and n its indicator's value on the scale,
B the weight of all others that are known and A the sum of their values times their weights, t the threshold. That is
linear in w and so has one end at w = (t * B - A) / (n - t). It is assessed where (B + w) >= c * (B + w + M), with M the
weight of what is missing and c the share that must be known, which gives another end.
"""

from collections.abc import Sequence
from typing import NamedTuple

from queries.divestment.profile import Fit
from queries.divestment.scoring import Score, ScoreLine


class Between(NamedTuple):
    """Weights from `low` to `high`, neither below 0; without `high`, any that is larger."""

    low: float
    high: float | None = None


ANY = Between(0.0)


def holds(fit: Fit, score: Score, place: int, other: bool | None) -> Between:
    """The weights of the indicator at `place` with which the verdict stays; `other` is how the other fit stands.

    Where the other fit is not assessed the system is not assessed, whatever this weight is.
    """
    if other is None:
        return ANY
    return own_side(fit, score.lines, place, score.high)


def own_side(fit: Fit, lines: Sequence[ScoreLine], place: int, stands: bool | None) -> Between:
    """The weights with which this fit stays high, low, or not assessed."""
    rest = [each for number, each in enumerate(lines) if number != place]
    known = [(each.normalised, each.weight) for each in rest if each.normalised is not None]
    weight = sum(w for _, w in known)
    points = sum(n * w for n, w in known)
    missing = sum(each.weight for each in rest if each.normalised is None)
    value = lines[place].normalised
    if value is None:
        return _of_missing(fit, weight, missing, stands)
    least = _least_known(fit, weight, missing)
    if stands is None:
        return Between(0.0, least)
    turn = fit.threshold * weight - points
    slope = value - fit.threshold
    if slope == 0:
        return Between(least or 0.0)
    end = turn / slope
    if stands is (slope > 0):
        return Between(max(least or 0.0, end))
    return Between(least or 0.0, end)


def _of_missing(fit: Fit, weight: float, missing: float, stands: bool | None) -> Between:
    """The weight of what is not known only tells how much is known."""
    most = None if fit.least_known == 0 else weight / fit.least_known - weight - missing
    if stands is not None:
        return Between(0.0, most)
    return Between(max(0.0, most or 0.0))


def _least_known(fit: Fit, weight: float, missing: float) -> float | None:
    """From which weight enough is known; None where all must be known, and so no weight makes it enough."""
    share = fit.least_known
    if share == 1:
        return None
    return max(0.0, share * missing / (1 - share) - weight)
