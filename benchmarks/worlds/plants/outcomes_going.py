"""What a scenario makes of systems that could go: replaced, merged, no longer in the way or in the plan."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    BEFORE,
    BLOCKERS,
    CANDIDATES,
    CHAINS,
    COVERAGE,
    EVER,
    FACADES,
    LAST_HOLDER,
    NO_OWNER,
    NOT_ASSESSED,
    OUTCOME,
    PLAN,
    STEERED,
    Moment,
    asked,
)
from benchmarks.worlds.plants.outcomes import alone, new_name, remove
from benchmarks.worlds.plants.retirement_candidates import LOW
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Initiative, System

UNSAID = ["functional-fit", "technical-fit", "support", "contract"]
"""What a scenario does not say of a system that it brings into use, whatever that takes over."""
AT_ALL = (Moment.TODAY, Moment.OUTCOME)


def replaced_by_one_there_is(region: Region) -> None:
    """What stood in its way is taken over: the information, who receives it, and who reads it."""
    case = alone(region)
    case.giver.set(**LOW)
    new = sound.system(region, case.giver.cells["used_by"][0])
    region.draft.find(LAST_HOLDER, case.entity, case.giver, True, when=BEFORE)
    region.draft.find(LAST_HOLDER, case.entity, new, True, when=OUTCOME)
    region.draft.find(CANDIDATES, case.giver, "blocked", "eliminate", when=BEFORE)
    for sort in ("last-holder", "only-supplier"):
        region.draft.find(BLOCKERS, case.giver, sort, case.entity, when=BEFORE)
    region.draft.steps.append({"do": "replace", "id": case.giver, "by": new})


def replaced_by_a_new_one(region: Region) -> None:
    """Of the new one nothing is said: who owns it, how it fits, what its model maps to, in which object it is."""
    old = _free(region, BEFORE)
    new = new_name(region, "system")
    region.draft.steps.append({"do": "replace", "id": old, "by": new, "name": "Nytt system"})
    _nothing_said(region, new, [*UNSAID, "information"])


def merged(region: Region) -> None:
    """Two that had to go together are one, which goes alone; of two holders one is left."""
    at = region.some_organisation()
    one, other = (sound.system(region, at, **LOW) for _ in range(2))
    for giver, taker in ((one, other), (other, one)):
        sound.exchange(region, giver, taker, sound.entity(region, giver))
    for system, mate in ((one, other), (other, one)):
        region.draft.find(CANDIDATES, system, "free", "eliminate", when=BEFORE if system is other else EVER)
        region.draft.find(PLAN, 1, system, [mate], when=BEFORE)
    region.draft.find(PLAN, 1, one, [], when=OUTCOME)
    region.draft.steps.append({"do": "merge", "ids": [one, other], "into": one})


def merged_into_a_new_one(region: Region) -> None:
    """Two that hold the same are one new system, which alone holds it."""
    master = sound.system(region)
    about = sound.entity(region, master, copied=False)
    copy = sound.system(region, master.cells["used_by"][0], stores=[about])
    new = new_name(region, "system")
    region.draft.steps.append({"do": "merge", "ids": [master, copy], "into": new, "name": "Sammanslaget system"})
    region.draft.find(LAST_HOLDER, about, new, True, when=OUTCOME)
    _nothing_said(region, new, UNSAID)


def removed_from_in_front(region: Region) -> None:
    """The facade, and what depended on it, are gone: nothing stands in the way any more."""
    system = _free(region, OUTCOME)
    door = sound.api(region, sound.system(region), facade_over=[system])
    needy = sound.system(region, depends_on=[system])
    region.draft.find(FACADES, door, system, 0, [], when=BEFORE)
    region.draft.find(CHAINS, door, 1, system, [], when=BEFORE)
    region.draft.find(CANDIDATES, system, "blocked", "eliminate", when=BEFORE)
    for sort, what in (("facade", door), ("needed", needy)):
        region.draft.find(BLOCKERS, system, sort, what, when=BEFORE)
        remove(region, what)


def removed_from_the_plan(region: Region) -> None:
    """What received from it is gone: it goes a wave earlier."""
    giver, taker = sound.system(region, **LOW), _free(region, BEFORE)
    sound.exchange(region, giver, taker, sound.entity(region, giver))
    region.draft.find(CANDIDATES, giver, "free", "eliminate")
    region.draft.find(PLAN, 2, giver, [], when=BEFORE)
    region.draft.find(PLAN, 1, giver, [], when=OUTCOME)
    remove(region, taker)


def removed_without_an_owner(region: Region) -> None:
    """What is gone needs no owner; the programme that was to retire it has less to do."""
    gone = sound.system(region, region.some_organisation(), owned_by=[])
    region.draft.find(NO_OWNER, System.__name__, gone, when=BEFORE)
    stays = sound.system(region)
    programme = region.draft.put(Initiative, retires=[gone, stays], covers=[region.sectors[0]])
    own = asked("initiative_effects", "effect", "thing", leaving_out={"effect": ("leaves",)}, at=AT_ALL,
                initiative=programme)  # fmt: skip
    region.draft.find(own, "retires", gone, when=BEFORE)
    region.draft.find(own, "retires", stays)
    region.draft.find(own, "covers", region.sectors[0])
    for system, when in ((gone, BEFORE), (stays, EVER)):
        region.draft.find(CANDIDATES, system, "free", "invest", when=when)
        region.draft.find(PLAN, 1, system, [], when=when)
    remove(region, gone)


def _nothing_said(region: Region, new: str, lacking: list[str]) -> None:
    """What is found of a system that only the scenario knows."""
    region.draft.find(NO_OWNER, System.__name__, new, when=OUTCOME)
    region.draft.find(COVERAGE, new, ["mapping-not-stated"], when=OUTCOME)
    region.draft.find(NOT_ASSESSED, new, lacking, when=OUTCOME)
    region.draft.find(STEERED, None, new, when=OUTCOME)


def _free(region: Region, when: tuple[Moment, ...]) -> Thing:
    system = sound.system(region, **LOW)
    region.draft.find(CANDIDATES, system, "free", "eliminate", when=when)
    region.draft.find(PLAN, 1, system, [], when=when)
    return system


PLANTS = (
    replaced_by_one_there_is,
    replaced_by_a_new_one,
    merged,
    merged_into_a_new_one,
    removed_from_in_front,
    removed_from_the_plan,
    removed_without_an_owner,
)
