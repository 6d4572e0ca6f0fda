"""Where cards stand: every map is a table whose rows and columns mean something, computed beforehand.

The same cells and ties give the same places, to the pixel, in any process.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, log

from graph.facts.facts import Ref
from visualisations.drawing.crossing_reduction import CardPosition, Cell, Slots, reduce_crossings

CARD_WIDTH, CARD_HEIGHT = 184, 58
STEP_X, STEP_Y = 208, 76
GAP_X, GAP_Y = 64, 14
MARGIN = 12
ROW_HEAD = 150
"""Room for the headings of rows, left of the cards."""
ASPECT = 1.55
ACROSS = -1
"""A column that goes over all others; its row holds nothing else."""
LONGEST = 8
"""Cards beside each other, where a row goes over all columns."""

Cells = Mapping[Cell, Sequence[Ref]]


@dataclass(frozen=True)
class Box:
    """An area of the map, in pixels at full size."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class CardLayout:
    """Where every card has its middle, and the areas of the rows and columns that hold any."""

    places: dict[Ref, CardPosition]
    rows: dict[int, Box]
    columns: dict[int, Box]


def table(
    cells: Cells,
    lines: Iterable[tuple[Ref, Ref]],
    *,
    aspect: float = ASPECT,
    gap: int = GAP_X,
    tallest: int = 1,
) -> CardLayout:
    """Places for the cards of `cells`, ordered within each cell so that `lines` are short.

    `aspect` is width by height; between columns there is `gap`; columns of up to `tallest` cards are one card wide.
    """
    filled = {cell: list(refs) for cell, refs in sorted(cells.items()) if refs}
    if not filled:
        return CardLayout({}, {}, {})
    frames = [_frame(filled, stacked, gap, tallest) for stacked in range(1, max(map(len, filled.values())) + 1)]
    frame = min(frames, key=lambda each: abs(log(each.width / each.height / aspect)))
    slots = {cell: _slots(len(refs), frame.areas[cell], frame.wide[cell]) for cell, refs in filled.items()}
    return CardLayout(reduce_crossings(filled, slots, lines), frame.rows, frame.columns)


@dataclass(frozen=True)
class _Frame:
    """One way to divide the sheet."""

    width: int
    height: int
    rows: dict[int, Box]
    columns: dict[int, Box]
    areas: dict[Cell, Box]
    wide: dict[Cell, int]
    """How many cards go beside each other in each cell."""


def _frame(cells: Cells, stacked: int, gap: int, tallest: int) -> _Frame:
    """The sheet with about `stacked` cards above each other in its fullest cells."""
    wide: dict[int, int] = defaultdict(int)
    for (_, column), refs in cells.items():
        needed = min(LONGEST, len(refs)) if column == ACROSS else ceil(len(refs) / max(stacked, tallest))
        wide[column] = max(wide[column], needed)
    whole = wide.pop(ACROSS, 0)
    starts = _starts([wide[column] * STEP_X for column in sorted(wide)], gap)
    width = max(starts[-1] - gap if wide else 0, whole * STEP_X)
    aside = (width - (starts[-1] - gap)) // 2 if wide else 0
    fits = {cell: width // STEP_X if cell[1] == ACROSS else wide[cell[1]] for cell in cells}
    high: dict[int, int] = defaultdict(int)
    for cell, refs in cells.items():
        high[cell[0]] = max(high[cell[0]], ceil(len(refs) / fits[cell]))
    tops = _starts([high[row] * STEP_Y for row in sorted(high)], GAP_Y)
    rows = {
        row: Box(-ROW_HEAD, top, width + ROW_HEAD + MARGIN, high[row] * STEP_Y)
        for row, top in zip(sorted(high), tops, strict=False)
    }
    columns = {
        column: Box(left + aside, 0, wide[column] * STEP_X, tops[-1])
        for column, left in zip(sorted(wide), starts, strict=False)
    }
    everywhere = {ACROSS: Box(0, 0, width, tops[-1])}
    areas = {
        (row, column): Box((across := (columns | everywhere)[column]).x, rows[row].y, across.width, rows[row].height)
        for row, column in cells
    }
    return _Frame(width + ROW_HEAD, tops[-1], rows, columns, areas, fits)


def _starts(sizes: Sequence[int], gap: int) -> list[int]:
    """Where each begins, and where the next would."""
    return list(accumulate((size + gap for size in sizes), initial=0))


def _slots(count: int, area: Box, wide: int) -> Slots:
    """The places of one cell, line by line, in the middle of its area."""
    lines = ceil(count / wide)
    evenly = ceil(count / lines)
    y = area.y + (area.height - lines * STEP_Y) // 2 + STEP_Y // 2
    slots = []
    for line in range(lines):
        cards = min(evenly, count - line * evenly)
        x = area.x + (area.width - cards * STEP_X) // 2 + STEP_X // 2
        if lines > 1 and (cards, line) != (count % evenly, lines - 1) and area.width >= evenly * STEP_X + STEP_X // 2:
            # Lines of cards stand like bricks, so that what leads to the second passes between those of the first.
            x += STEP_X // 4 if line % 2 else -STEP_X // 4
        slots.append([(x + i * STEP_X, y + line * STEP_Y) for i in range(cards)])
    return slots
