"""Care sectors and how they are joined: which of them have a way to each other, and which share a stop."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from benchmarks.worlds.asked import ISLANDS, SECTORS_APART
from benchmarks.worlds.land import Land, Thing


class Placed(NamedTuple):
    """A care sector, and how it is joined to others."""

    sector: Thing
    near: int | None
    """Sectors of one number share a system or a stop; None: no system is stated."""
    gives: bool = False
    """Whether information gets from it to the region."""
    takes: bool = False
    """Whether it gets there from the region."""

    def way_to(self, other: "Placed") -> bool:
        """Whether information gets from it to the other one, which is only over the region."""
        return self.gives and other.takes


def tell_apart(land: Land, placed: Iterable[Placed]) -> None:
    """Say what follows for each two care sectors."""
    for one, other in combinations(placed, 2):
        if not one.way_to(other) and not other.way_to(one):
            land.find(ISLANDS, [one.sector, other.sector])
        if one.near is not None and other.near is not None and one.near != other.near:
            land.find(SECTORS_APART, [one.sector, other.sector])
