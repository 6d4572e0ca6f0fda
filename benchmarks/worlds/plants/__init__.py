"""Motifs: small things that are put into a world, each saying what every question must find of it.

A motif says every row that it leads to, of every question; a decoy says none. What is said comes from how the motif is
made and from what the question claims to answer, never from an answer.
"""

from collections.abc import Callable

from benchmarks.worlds.plants import (
    across,
    addressed,
    ageing,
    articulations,
    care_sectors_apart,
    conformant,
    dated,
    dated_going,
    dated_holding,
    escalation_and_ehds,
    facades_and_modes,
    funding_and_maturity,
    gaps,
    holders,
    information_ways,
    masters,
    offers,
    outcomes,
    outcomes_going,
    platforms,
    questions_of_one_thing,
    retirement_blockers,
    retirement_candidates,
    retirement_waves,
    second_register,
    steering,
    unstated,
    verdicts,
    versions,
)
from benchmarks.worlds.region import Region

Plant = Callable[[Region], None]
MODULES = (
    verdicts, unstated, conformant, information_ways, gaps, versions, holders, masters, care_sectors_apart, platforms,
    articulations, facades_and_modes, across, retirement_candidates, retirement_blockers, retirement_waves, ageing,
    escalation_and_ehds, questions_of_one_thing, funding_and_maturity, steering, second_register, addressed, dated,
    dated_going, dated_holding, outcomes, outcomes_going, offers,
)  # fmt: skip
PLANTS: tuple[Plant, ...] = tuple(plant for module in MODULES for plant in module.PLANTS)
