"""Motifs: small things that are put into a world, each saying what every question must find of it.

A motif says every row that it leads to, of every question; a decoy says none. What is said comes from how the motif is
made and from what the question claims to answer, never from an answer.
"""

from collections.abc import Callable

from benchmarks.worlds.plants import (
    across,
    addressed,
    again,
    ageing,
    blocker_plants,
    candidate_plants,
    conformant,
    dated,
    dated_going,
    dated_holding,
    fronts,
    gaps,
    holders,
    joints,
    masters,
    means,
    offers,
    outcomes,
    outcomes_going,
    place_plants,
    platforms,
    rule,
    single,
    steering,
    unstated,
    verdicts,
    versions,
    wave_plants,
    way_plants,
)
from benchmarks.worlds.region import Region

Plant = Callable[[Region], None]
MODULES = (
    verdicts, unstated, conformant, way_plants, gaps, versions, holders, masters, place_plants, platforms, joints,
    fronts, across, candidate_plants, blocker_plants, wave_plants, ageing, rule, single, means, steering, again,
    addressed, dated, dated_going, dated_holding, outcomes, outcomes_going, offers,
)  # fmt: skip
PLANTS: tuple[Plant, ...] = tuple(plant for module in MODULES for plant in module.PLANTS)
