"""What stands in the way of a system that is to go: one motif for every sort of blocker, and what blocks nothing."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import ACTIONS, BLOCKED, BLOCKERS, CANDIDATES, CHAINS, FACADES, LAST_HOLDER, PLAN
from benchmarks.worlds.plants.retirement_candidates import LOW
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Decision, Initiative, Requirement
from graph.ontology.vocabulary import Criticality, ExchangeStatus, Lifecycle, OrchestrationAction


def only_supplier(region: Region) -> None:
    """Another one stores what it supplies, but nobody else masters or publishes it."""
    system = _going(region)
    about = sound.entity(region, system, copied=False)
    sound.system(region, stores=[about])
    sound.exchange(region, system, sound.system(region), about)
    _blocked(region, system, ("only-supplier", about))


def last_holder(region: Region) -> None:
    """It is the last that holds it; nobody receives it."""
    system = _going(region)
    about = sound.entity(region, system, copied=False)
    region.draft.find(LAST_HOLDER, about, system, True)
    _blocked(region, system, ("last-holder", about))


def unstated_flow(region: Region) -> None:
    """Somebody receives something from it, and nobody says what."""
    system = _going(region)
    flow = sound.exchange(region, system, sound.system(region))
    _blocked(region, system, ("unstated-flow", flow))


def needed(region: Region) -> None:
    """One cannot work without it, and one without an interface of it."""
    system = _going(region)
    one = sound.system(region, depends_on=[system])
    other = sound.system(region, depends_on=[sound.api(region, system)])
    _blocked(region, system, ("needed", one), ("needed", other))


def facade(region: Region) -> None:
    """An interface stands in front of it."""
    system = _going(region)
    door = sound.api(region, sound.system(region), facade_over=[system])
    region.draft.find(FACADES, door, system, 0, [])
    region.draft.find(CHAINS, door, 1, system, [])
    _blocked(region, system, ("facade", door))


def decision(region: Region) -> None:
    """A decision and a requirement stand against it."""
    system = _going(region)
    for kind, name in ((Decision, "blocked"), (Requirement, "blocked")):
        against = region.draft.put(kind, blocks=[system])
        region.draft.find(BLOCKED, system, against)
        _blocker(region, system, name, against)
    region.draft.find(CANDIDATES, system, "blocked", "eliminate")


def infeasible(region: Region) -> None:
    """The programme that is to retire it is blocked."""
    system = _going(region)
    programme = region.draft.put(Initiative, retires=[system])
    against = region.draft.put(Decision, blocks=[programme])
    region.draft.find(BLOCKED, programme, against)
    _blocked(region, system, ("infeasible", against))


def own_record(region: Region) -> None:
    """It must not stop, must be archived, is under contract, or is safety-critical without a successor."""
    _blocked(region, _going(region, must_not_stop=True), ("must-not-stop", None))
    _blocked(region, _going(region, archive_duty=True), ("archive-duty", None))
    _blocked(region, _going(region, contract_ends="2095-12-31"), ("contract", None))
    _blocked(region, _going(region, criticality=Criticality.SAFETY), ("safety", None))


def held_back(region: Region) -> None:
    """It is being phased out, and its own record says that it must not stop, or why it is kept."""
    system = _going(region, lifecycle=Lifecycle.PHASE_OUT, must_not_stop=True)
    _blocked(region, system, ("must-not-stop", None))
    region.draft.find(BLOCKED, system, None)
    kept = sound.system(region, retention_rationale="Journaler som ingen annan har")
    let_go = region.draft.put(Decision, actions=[OrchestrationAction.DIVEST], concerns=[kept])
    region.draft.find(ACTIONS, "divest", None, let_go)
    region.draft.find(BLOCKED, kept, None)


def everything_at_once(region: Region) -> None:
    """Several things stand in the way of one system."""
    system = _going(region, archive_duty=True, must_not_stop=True)
    about = sound.entity(region, system, copied=False)
    region.draft.find(LAST_HOLDER, about, system, True)
    sound.exchange(region, system, sound.system(region), about)
    _blocked(region, system, ("last-holder", about), ("only-supplier", about), ("archive-duty", None),
             ("must-not-stop", None))  # fmt: skip


def nothing_that_blocks(region: Region) -> None:
    """What is over, retired, copied, or stated not to be so."""
    system = _going(region, must_not_stop=False, archive_duty=False, contract_ends="2003", contract_notice_by="2002",
                    criticality=Criticality.SAFETY, retention_rationale="Vana")  # fmt: skip
    region.draft.tie(sound.system(region), "succeeds", system)
    about = sound.entity(region, system)
    sound.exchange(region, system, sound.system(region), about)
    sound.exchange(region, system, sound.system(region), status=ExchangeStatus.ENDED)
    sound.system(region, depends_on=[system], lifecycle=Lifecycle.RETIRED)
    sound.exchange(region, system, sound.system(region, lifecycle=Lifecycle.RETIRED))
    region.draft.find(CANDIDATES, system, "free", "eliminate")
    region.draft.find(PLAN, 1, system, [])


def blocked_but_wanted(region: Region) -> None:
    """What stands in the way of a system that nothing speaks against is no blocker of a candidate."""
    system = sound.system(region, must_not_stop=True, archive_duty=True, contract_ends="2095")
    region.draft.find(LAST_HOLDER, sound.entity(region, system, copied=False), system, True)


def _going(region: Region, **cells: Any) -> Thing:
    return sound.system(region, **{**LOW, **cells})


def _blocked(region: Region, system: Thing, *ways: tuple[str, Thing | None]) -> None:
    region.draft.find(CANDIDATES, system, "blocked", "eliminate")
    for sort, what in ways:
        _blocker(region, system, sort, what)


def _blocker(region: Region, system: Thing, sort: str, what: Thing | None) -> None:
    region.draft.find(BLOCKERS, system, sort, what)


PLANTS = (
    only_supplier, last_holder, unstated_flow, needed, facade, decision, infeasible, own_record, held_back,
    everything_at_once, nothing_that_blocks, blocked_but_wanted,
)  # fmt: skip
