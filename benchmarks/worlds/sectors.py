"""Care sectors and how they are joined: which of them have a way to each other, and which share a stop."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from benchmarks.worlds.asked import EVER, ISLANDS, SECTORS_APART, Moment
from benchmarks.worlds.world_draft import Thing, WorldDraft


class Placed(NamedTuple):
    """A care sector, and how it is joined to others."""

    sector: Thing
    near: int | None
    """Sectors of one number share a system or a stop; None: no system is stated."""
    gives: tuple[Moment, ...] = ()
    """When information gets from it to the region."""
    takes: tuple[Moment, ...] = ()
    """When it gets there from the region."""
    alone: tuple[Moment, ...] = ()
    """When it shares nothing with those of its number."""

    def way_to(self, other: "Placed") -> set[Moment]:
        """When information gets from it to the other one, which is only over the region."""
        return {*self.gives} & {*other.takes}

    def apart_from(self, other: "Placed") -> set[Moment]:
        """When it shares no system and no stop with the other one."""
        if self.near is None or other.near is None:
            return set()
        return {*EVER} if self.near != other.near else {*self.alone, *other.alone}


def set_apart(draft: WorldDraft, placed: Iterable[Placed]) -> None:
    """Say what follows for each two care sectors."""
    for one, other in combinations(placed, 2):
        for asked, when in (
            (ISLANDS, {*EVER} - one.way_to(other) - other.way_to(one)), (SECTORS_APART, one.apart_from(other)),
        ):  # fmt: skip
            if when:
                draft.find(asked, [one.sector, other.sector], when=tuple(when))
