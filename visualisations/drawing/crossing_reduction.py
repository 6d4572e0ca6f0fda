"""Which card of a cell stands where: near the cards that it is tied to, so that lines are short and few cross."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.facts.facts import Ref

SWEEPS = 12

Cell = tuple[int, int]
"""Row and column."""
CardPosition = tuple[int, int]
"""The middle of a card, in pixels."""
Slots = list[list[CardPosition]]
"""The places of a cell, line by line."""
Neighbours = Mapping[Ref, Sequence[Ref]]


def reduce_crossings(
    cells: Mapping[Cell, Sequence[Ref]], slots: Mapping[Cell, Slots], lines: Iterable[tuple[Ref, Ref]]
) -> dict[Ref, CardPosition]:
    """A place for every card: each is moved towards its neighbours, until that no longer helps."""
    neighbours = _neighbours(lines)
    places: dict[Ref, CardPosition] = {}
    for cell, refs in cells.items():
        _fill(places, refs, slots[cell])
    best, shortest = dict(places), _length(places, neighbours)
    for _ in range(SWEEPS):
        for cell, refs in cells.items():
            _sort(places, refs, slots[cell], neighbours)
        if (length := _length(places, neighbours)) < shortest:
            best, shortest = dict(places), length
    return best


def _neighbours(lines: Iterable[tuple[Ref, Ref]]) -> Neighbours:
    neighbours: dict[Ref, list[Ref]] = defaultdict(list)
    for a, b in lines:
        if a != b:
            neighbours[a].append(b)
            neighbours[b].append(a)
    return neighbours


def _fill(places: dict[Ref, CardPosition], refs: Sequence[Ref], slots: Slots) -> None:
    for ref, slot in zip(refs, (slot for line in slots for slot in line), strict=True):
        places[ref] = slot


def _sort(places: dict[Ref, CardPosition], refs: Sequence[Ref], slots: Slots, neighbours: Neighbours) -> None:
    """Set the cards of one cell anew: into lines by height, then along each line."""
    wish = {ref: _wish(ref, places, neighbours) for ref in refs}
    by_height = sorted(refs, key=lambda ref: (wish[ref][1], wish[ref][0]))
    taken = 0
    for line in slots:
        part = sorted(by_height[taken : taken + len(line)], key=lambda ref: wish[ref][0])
        _fill(places, part, [line])
        taken += len(line)


def _wish(ref: Ref, places: Mapping[Ref, CardPosition], neighbours: Neighbours) -> tuple[float, float]:
    """The middle of the cards that `ref` is tied to, or where it stands."""
    near = [places[other] for other in neighbours.get(ref, ()) if other in places]
    if not near:
        return places[ref]
    return sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)


def _length(places: Mapping[Ref, CardPosition], neighbours: Neighbours) -> int:
    """How far the lines go, together; down costs more than across, for cards are wide."""
    return sum(
        abs(places[a][0] - places[b][0]) + 2 * abs(places[a][1] - places[b][1])
        for a, others in neighbours.items()
        for b in others
        if a in places and b in places
    )
