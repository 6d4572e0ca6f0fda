"""Systems that could go on one day and not on another, and in another order."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    BEFORE,
    BLOCKED,
    BLOCKERS,
    CANDIDATES,
    CHAINS,
    EARLIER,
    EVER,
    FACADES,
    LATER,
    PLAN,
    SINCE,
    UNTIL,
    Moment,
    asked,
)
from benchmarks.worlds.plants.dated import COMES, GOES
from benchmarks.worlds.plants.retirement_candidates import LOW
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Decision
from graph.ontology.vocabulary import Criticality, Lifecycle


def support_that_ends(region: Region) -> None:
    """It ends before the day, or within 540 days of it; it ends later, or is extended."""
    for until, when in (("2041-05", LATER), ("2061-12", LATER), ("2061-12-23", ()), ("2019", EVER)):
        _free(region, "invest", when, support_ends=until)
    sound.system(region, support_ends=GOES, extended_support_ends="2096")
    scored = _free(region, "invest", LATER, support_ends=GOES)
    beside = ("time", "functional", "technical", "own-risk", "overlap", "complexity", "cost", "switching")
    risk = asked("divestment_score", "part", "value", leaving_out={"part": beside}, at=BEFORE, system=scored)
    region.draft.find(risk, "vendor-risk", 100.0, when=LATER)
    region.draft.find(risk, "vendor-risk", 0.0, when=UNTIL)


def decision_that_is_taken(region: Region) -> None:
    """From a day on a decision stands against it."""
    system = _free(region, "eliminate", EARLIER, **LOW)
    against = region.draft.put(Decision, blocks=[system], decided_on=COMES)
    _blocked(region, system, "blocked", against, SINCE)
    region.draft.find(BLOCKED, system, against, when=SINCE)


def successor_that_comes(region: Region) -> None:
    """What must not be without a successor has one from a day on; what nothing speaks against has one in use."""
    system = _free(region, "eliminate", SINCE, criticality=Criticality.SAFETY, **LOW)
    region.draft.tie(sound.system(region), "succeeds", system, since=COMES)
    _blocked(region, system, "safety", None, EARLIER)
    followed = _free(region, "invest", LATER)
    region.draft.tie(sound.system(region, lifecycle=Lifecycle.PLAN, used_since=GOES), "succeeds", followed)


def contract_that_runs_out(region: Region) -> None:
    """Until a day it is under contract."""
    system = _free(region, "eliminate", LATER, contract_ends=GOES, **LOW)
    _blocked(region, system, "contract", None, UNTIL)


def candidate_that_comes_and_goes(region: Region) -> None:
    """Of low fit: in use until a day, or from a day on."""
    _free(region, "eliminate", UNTIL, used_until=GOES, **LOW)
    _free(region, "eliminate", LATER, used_since=GOES, lifecycle=Lifecycle.PLAN, **LOW)


def order_that_ends(region: Region) -> None:
    """One waits for the other as long as it receives from it."""
    giver, taker = sound.system(region, **LOW), sound.system(region, **LOW)
    sound.exchange(region, giver, taker, sound.entity(region, giver), valid_until=GOES)
    for system, wave in ((taker, 1), (giver, 2)):
        region.draft.find(CANDIDATES, system, "free", "eliminate")
        region.draft.find(PLAN, wave, system, [], when=UNTIL)
        region.draft.find(PLAN, 1, system, [], when=LATER)


def facade_for_a_time(region: Region) -> None:
    """An interface stands in front of it until a day."""
    system = _free(region, "eliminate", LATER, **LOW)
    door = sound.api(region, sound.system(region), facade_over=[system], available_until=GOES)
    region.draft.find(FACADES, door, system, 0, [], when=UNTIL)
    region.draft.find(CHAINS, door, 1, system, [], when=UNTIL)
    _blocked(region, system, "facade", door, UNTIL)


def _free(region: Region, quadrant: str, when: tuple[Moment, ...], **cells: Any) -> Thing:
    system = sound.system(region, **cells)
    region.draft.find(CANDIDATES, system, "free", quadrant, when=when)
    region.draft.find(PLAN, 1, system, [], when=when)
    return system


def _blocked(region: Region, system: Thing, sort: str, what: Thing | None, when: tuple[Moment, ...]) -> None:
    region.draft.find(CANDIDATES, system, "blocked", "eliminate", when=when)
    region.draft.find(BLOCKERS, system, sort, what, when=when)


PLANTS = (
    support_that_ends,
    decision_that_is_taken,
    successor_that_comes,
    contract_that_runs_out,
    candidate_that_comes_and_goes,
    order_that_ends,
    facade_for_a_time,
)
