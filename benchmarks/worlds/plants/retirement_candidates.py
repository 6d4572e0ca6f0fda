"""Systems that could go, in each quadrant of TIME and for each reason, with nothing in the way; and that could not."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import CANDIDATES, NOT_ASSESSED, PLAN
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Initiative
from graph.ontology.vocabulary import FunctionalFit, Lifecycle, TechnicalFit

LOW: dict[str, Any] = {"functional_fit": FunctionalFit.INSUFFICIENT, "technical_fit": TechnicalFit.INAPPROPRIATE}


def eliminate(region: Region) -> None:
    """Low and low."""
    _free(region, "eliminate", **LOW)


def worst(region: Region) -> None:
    """Unreasonable in both respects."""
    _free(region, "eliminate", functional_fit=FunctionalFit.UNREASONABLE, technical_fit=TechnicalFit.UNREASONABLE)


def migrate(region: Region) -> None:
    """High function, low technology."""
    _free(region, "migrate", technical_fit=TechnicalFit.INAPPROPRIATE)


def tolerate_with_overlap(region: Region) -> None:
    """Low function, high technology, and all of its information in others too."""
    system = _free(region, "tolerate", functional_fit=FunctionalFit.INSUFFICIENT)
    sound.entity(region, system)


def tolerate_without_overlap(region: Region) -> None:
    """Low function, high technology: alone no reason; half of its information is in others too."""
    system = sound.system(region, functional_fit=FunctionalFit.INSUFFICIENT)
    sound.entity(region, system)
    alone = sound.entity(region, system, copied=False)
    sound.storage(region, stores=[alone])


def invest(region: Region) -> None:
    """High and high, for each reason that may still be stated: its support, its own use, a change, a successor."""
    _free(region, "invest", support_ends="2009-06-30")
    _free(region, "invest", end_of_life="2015")
    _free(region, "invest", lifecycle=Lifecycle.PHASE_OUT)
    region.draft.put(Initiative, retires=[_free(region, "invest")])
    successor = sound.system(region)
    region.draft.tie(successor, "succeeds", _free(region, "invest"), since="2020")


def not_assessed(region: Region) -> None:
    """One of the fits is not stated: neither yes nor no, unless something else speaks for it."""
    for missing, lacks in (("functional_fit", "functional-fit"), ("technical_fit", "technical-fit")):
        system = sound.system(region)
        system.set(**{missing: None})
        region.draft.find(NOT_ASSESSED, system, [lacks, "information", "contract"])
    _free(region, "not-assessed", technical_fit=None, support_ends="2009")


def not_to_go(region: Region) -> None:
    """Support that lasts by its extension, a successor that is only planned, and what is no longer in use."""
    sound.system(region, support_ends="2009", extended_support_ends="2096")
    planned = sound.system(region, lifecycle=Lifecycle.PLAN)
    region.draft.tie(planned, "succeeds", sound.system(region))
    sound.system(region, lifecycle=Lifecycle.RETIRED, **LOW)
    sound.system(region, lifecycle=Lifecycle.PLAN, **LOW)


def _free(region: Region, quadrant: str, **cells: Any) -> Thing:
    system = sound.system(region, **cells)
    region.draft.find(CANDIDATES, system, "free", quadrant)
    region.draft.find(PLAN, 1, system, [])
    return system


PLANTS = (
    eliminate, worst, migrate, tolerate_with_overlap, tolerate_without_overlap, invest, not_assessed, not_to_go,
)  # fmt: skip
