"""How far each line curves, so that it passes beside the cards that it does not lead to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import atan2, cos, hypot, pi, sin

from graph.facts.facts import Ref
from visualisations.drawing.crossing_reduction import CardPosition
from visualisations.drawing.layout import CARD_HEIGHT, CARD_WIDTH, STEP_X, STEP_Y

BENDS = (0.0, 0.06, -0.06, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.46, -0.46)
MOST = 0.6
CLEAR = 5
MARGIN = 44
"""How far a line may go above the first row and below the last."""
SAMPLE = 24
"""Pixels between the points of a line that are looked at."""


def route_edges(lines: Sequence[tuple[Ref, Ref]], places: Mapping[Ref, CardPosition]) -> list[float]:
    """A bend for each line: the slightest that crosses fewest cards and that no line between the same two has."""
    ground = _Ground(places)
    used: dict[frozenset[Ref], set[float]] = defaultdict(set)
    chosen = []
    for source, target in lines:
        # The same curve seen from its other end has the opposite sign.
        way = 1 if source < target else -1
        taken = used[frozenset((source, target))]
        free = [bend for bend in BENDS if bend * way not in taken] or [MOST]
        bend = _best(ground, source, target, free)
        taken.add(bend * way)
        chosen.append(bend)
    return chosen


def _best(ground: "_Ground", source: Ref, target: Ref, free: Sequence[float]) -> float:
    """The first bend that crosses nothing, or else the one that crosses least."""
    best, fewest = free[0], None
    for bend in free:
        crossed = ground.crossed(source, target, bend)
        if not crossed:
            return bend
        if fewest is None or crossed < fewest:
            best, fewest = bend, crossed
    return best


class _Ground:
    """The cards by where they stand, for looking up what is at a point."""

    def __init__(self, places: Mapping[Ref, CardPosition]) -> None:
        self._places = places
        self._near: dict[CardPosition, list[Ref]] = defaultdict(list)
        for ref, (x, y) in places.items():
            for column in range((x - CARD_WIDTH // 2 - CLEAR) // STEP_X, (x + CARD_WIDTH // 2 + CLEAR) // STEP_X + 1):
                for row in range(
                    (y - CARD_HEIGHT // 2 - CLEAR) // STEP_Y, (y + CARD_HEIGHT // 2 + CLEAR) // STEP_Y + 1
                ):
                    self._near[column, row].append(ref)
        xs, ys = [x for x, _ in places.values()] or [0], [y for _, y in places.values()] or [0]
        self._left, self._right = min(xs) - CARD_WIDTH // 2, max(xs) + CARD_WIDTH // 2
        self._top, self._bottom = min(ys) - CARD_HEIGHT // 2 - MARGIN, max(ys) + CARD_HEIGHT // 2 + MARGIN

    def crossed(self, source: Ref, target: Ref, bend: float) -> int:
        """How many other cards such a line runs behind; leaving the map is worse than any."""
        hit: set[Ref] = set()
        outside = False
        for x, y in _points(self._places[source], self._places[target], bend):
            outside = outside or not (self._left < x < self._right and self._top < y < self._bottom)
            for ref in self._near.get((int(x // STEP_X), int(y // STEP_Y)), ()):
                at = self._places[ref]
                if abs(at[0] - x) < CARD_WIDTH / 2 + CLEAR and abs(at[1] - y) < CARD_HEIGHT / 2 + CLEAR:
                    hit.add(ref)
        return len(hit - {source, target}) + outside * len(self._places)


def _points(start: CardPosition, end: CardPosition, bend: float) -> Iterator[tuple[float, float]]:
    """Points along the curve."""
    via = pulled(start, end, bend)
    steps = int(hypot(end[0] - start[0], end[1] - start[1]) / SAMPLE) + 2
    for step in range(1, steps):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        yield a * start[0] + b * via[0] + c * end[0], a * start[1] + b * via[1] + c * end[1]


def pulled(start: CardPosition, end: CardPosition, bend: float) -> tuple[float, float]:
    """The point that the curve is pulled towards, as vis-network has it: ``curvedCCW`` for a bend below zero."""
    across, up = end[0] - start[0], start[1] - end[1]
    angle = atan2(up, across) + (0.5 * bend + 0.5) * pi
    far = (0.5 * abs(bend) + 0.5) * hypot(across, up)
    return start[0] + far * sin(angle), start[1] + far * cos(angle)
