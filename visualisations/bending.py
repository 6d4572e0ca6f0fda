"""How far each line curves, so that it passes beside the cards that it does not lead to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import atan2, cos, hypot, pi, sin

from graph.facts import Ref
from visualisations.layout import CARD_HEIGHT, CARD_WIDTH, STEP_X, STEP_Y
from visualisations.untangling import Place

BENDS = (0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.46, -0.46)
MOST = 0.6
CLEAR = 5
SAMPLE = 24
"""Pixels between the points of a line that are looked at."""


def bends(lines: Sequence[tuple[Ref, Ref]], places: Mapping[Ref, Place]) -> list[float]:
    """A bend for each line: the slightest that crosses fewest cards and that no line between the same two has."""
    ground = _Ground(places)
    used: dict[frozenset[Ref], set[float]] = defaultdict(set)
    chosen = []
    for source, target in lines:
        # The same curve seen from its other end has the opposite sign.
        way = 1 if source < target else -1
        taken = used[frozenset((source, target))]
        free = [bend for bend in BENDS if bend * way not in taken] or [MOST]
        crossed = {bend: ground.crossed(source, target, bend) for bend in free}
        bend = min(free, key=lambda each: crossed[each])
        taken.add(bend * way)
        chosen.append(bend)
    return chosen


class _Ground:
    """The cards by where they stand, for looking up what is at a point."""

    def __init__(self, places: Mapping[Ref, Place]) -> None:
        self._places = places
        self._near: dict[Place, list[Ref]] = defaultdict(list)
        for ref, (x, y) in places.items():
            for column in range((x - CARD_WIDTH // 2 - CLEAR) // STEP_X, (x + CARD_WIDTH // 2 + CLEAR) // STEP_X + 1):
                for row in range(
                    (y - CARD_HEIGHT // 2 - CLEAR) // STEP_Y, (y + CARD_HEIGHT // 2 + CLEAR) // STEP_Y + 1
                ):
                    self._near[column, row].append(ref)
        ys = [y for _, y in places.values()] or [0]
        self._top, self._bottom = min(ys) - CARD_HEIGHT, max(ys) + CARD_HEIGHT

    def crossed(self, source: Ref, target: Ref, bend: float) -> int:
        """How many other cards such a line runs behind; leaving the map counts as one."""
        hit: set[Ref] = set()
        outside = False
        for x, y in _points(self._places[source], self._places[target], bend):
            outside = outside or not self._top < y < self._bottom
            for ref in self._near.get((int(x // STEP_X), int(y // STEP_Y)), ()):
                at = self._places[ref]
                if abs(at[0] - x) < CARD_WIDTH / 2 + CLEAR and abs(at[1] - y) < CARD_HEIGHT / 2 + CLEAR:
                    hit.add(ref)
        return len(hit - {source, target}) + outside


def _points(start: Place, end: Place, bend: float) -> Iterator[tuple[float, float]]:
    """Points along the curve."""
    via = _pulled(start, end, bend)
    steps = int(hypot(end[0] - start[0], end[1] - start[1]) / SAMPLE) + 2
    for step in range(1, steps):
        t = step / steps
        x, y = ((1 - t) ** 2 * start[i] + 2 * t * (1 - t) * via[i] + t * t * end[i] for i in (0, 1))
        yield x, y


def _pulled(start: Place, end: Place, bend: float) -> tuple[float, float]:
    """The point that the curve is pulled towards, as vis-network has it: ``curvedCCW`` for a bend below zero."""
    across, up = end[0] - start[0], start[1] - end[1]
    angle = atan2(up, across) + (0.5 * bend + 0.5) * pi
    far = (0.5 * abs(bend) + 0.5) * hypot(across, up)
    return start[0] + far * sin(angle), start[1] + far * cos(angle)
