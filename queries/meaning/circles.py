"""Things that lead back to themselves: who passes on to whom, what replaces what, what stands in front of what."""

from collections.abc import Callable, Iterable

from graph.snapshot.components import strongly_connected
from queries.asking.grounds import Thing, ordered


def circles(things: Iterable[Thing], onward: Callable[[Thing], Iterable[Thing]]) -> dict[Thing, tuple[Thing, ...]]:
    """Each of the things that leads back to itself, with all that are in the same circle, by name."""
    every = dict.fromkeys(things)
    steps = [(each, other) for each in every for other in onward(each) if other in every]
    straight_back = {start for start, end in steps if start == end}
    found: dict[Thing, tuple[Thing, ...]] = {}
    for group in strongly_connected(every, steps):
        if len(group) > 1 or group[0] in straight_back:
            ring = tuple(ordered(group))
            found |= dict.fromkeys(ring, ring)
    return found
