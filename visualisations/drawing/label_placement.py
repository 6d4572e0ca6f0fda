"""Where the words of a line stand: on it, level, and clear of cards and of other words."""

from collections.abc import Iterable, Mapping, Sequence

from graph.facts.facts import Ref
from visualisations.drawing.crossing_reduction import CardPosition
from visualisations.drawing.edge_routing import pulled
from visualisations.drawing.layout import CARD_HEIGHT, CARD_WIDTH

LETTER, HEIGHT = 6.4, 17
LONGEST = 34
"""Letters; a line's words are cut there, and told in full when it is chosen."""
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72, 0.22, 0.78)

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def place_labels(
    lines: Sequence[tuple[Ref, Ref, float, str]], places: Mapping[Ref, CardPosition]
) -> list[CardPosition]:
    """The middle of each line's words, for lines of source, target, bend and words."""
    taken = [_around(x, y, CARD_WIDTH, CARD_HEIGHT) for x, y in places.values()]
    found = []
    for source, target, bend, words in lines:
        width = LETTER * len(short(words)) + 8
        spots = [_on(places[source], places[target], bend, along) for along in ALONG]
        # The first clear spot will do; where there is none, the least crowded one.
        clear = (at for at in spots if not _hits(_around(at[0], at[1], width, HEIGHT), taken))
        spot = next(clear, None) or min(spots, key=lambda at: _hits(_around(at[0], at[1], width, HEIGHT), taken))
        taken.append(_around(spot[0], spot[1], width, HEIGHT))
        found.append(spot)
    return found


def short(words: str) -> str:
    """Words as they stand on a line."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _on(start: CardPosition, end: CardPosition, bend: float, along: float) -> CardPosition:
    via = pulled(start, end, bend)
    t = along
    x, y = ((1 - t) ** 2 * start[i] + 2 * t * (1 - t) * via[i] + t * t * end[i] for i in (0, 1))
    return round(x), round(y)


def _around(x: float, y: float, width: float, height: float) -> Rectangle:
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _hits(one: Rectangle, others: Iterable[Rectangle]) -> int:
    return sum(one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3] for other in others)
