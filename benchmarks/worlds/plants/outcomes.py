"""What a scenario opens and closes, one motif for every sort of step; each step belongs to the world's one scenario."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    BEFORE,
    BLOCKERS,
    CANDIDATES,
    CHAINS,
    COVERAGE,
    CUTS,
    EVER,
    FACADES,
    LAST_HOLDER,
    MASTERS,
    NO_OWNER,
    OUTCOME,
    PLAN,
    POINTS,
    READS,
    STEERED,
    UNOWNED_FLOW,
    Moment,
    asked,
)
from benchmarks.worlds.land import Thing
from benchmarks.worlds.plants.candidates import LOW
from benchmarks.worlds.plants.wanting import read_verdict
from benchmarks.worlds.region import Region
from benchmarks.worlds.sound import Case
from graph.ontology import Exchange, Initiative, SharedStorage, System
from graph.vocabulary import ExchangeStatus, Timing

AT_ALL = (Moment.TODAY, Moment.OUTCOME)


def removed_last_holder(region: Region) -> None:
    """Nobody holds it any more, and somebody still reads it: nothing is held that could get there."""
    case = _alone(region)
    region.land.find(LAST_HOLDER, case.entity, case.giver, True, when=BEFORE)
    region.land.find(COVERAGE, case.entity, ["no-master"], when=OUTCOME)
    region.land.find(MASTERS, "nobody-holds", case.entity, when=OUTCOME)
    _remove(region, case.giver)


def removed_copy(region: Region) -> None:
    """The master, a system or a storage, is the last; where a third has it too, nothing follows."""
    for third, kind in ((False, System), (False, SharedStorage), (True, System)):
        holder = sound.system(region)
        about = sound.entity(region, holder, copied=False)
        copy = sound.system(region, stores=[about]) if kind is System else sound.storage(region, stores=[about])
        if third:
            sound.system(region, stores=[about])
        region.land.find(LAST_HOLDER, about, holder, True, when=() if third else OUTCOME)
        _remove(region, copy)


def removed_master(region: Region) -> None:
    """The copy stays, without a master; of two masters one stays, and all is well."""
    gone = sound.system(region)
    about = sound.entity(region, gone, copied=False)
    holder = sound.system(region, stores=[about])
    region.land.find(LAST_HOLDER, about, holder, False, when=OUTCOME)
    region.land.find(COVERAGE, about, ["no-master"], when=OUTCOME)
    region.land.find(MASTERS, "no-master", about, when=OUTCOME)
    _remove(region, gone)
    second = sound.system(region)
    shared = sound.entity(region, second)
    sound.system(region, masters=[shared])
    region.land.find(COVERAGE, shared, ["several-masters"], when=BEFORE)
    region.land.find(MASTERS, "two-masters", shared, when=BEFORE)
    _remove(region, second)


def added_exchange(region: Region) -> None:
    """It brings what is read; one that carries something else does not. A scenario names no owner."""
    for helps in (True, False):
        case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
        carried = case.entity if helps else sound.entity(region, case.giver)
        when = BEFORE if helps else EVER
        read_verdict(region, case, "no-path", "V02", when=when)
        region.land.find(READS, case.taker, case.entity, when=when)
        new = _name(region, "flow")
        region.land.steps.append({
            "do": "add-exchange", "id": new, "provider": case.giver, "consumers": [case.taker], "carries": [carried],
            "conforms_to": [region.usual.version], "timing": Timing.REAL_TIME.value,
        })  # fmt: skip
        region.land.find(NO_OWNER, Exchange.__name__, new, when=OUTCOME)
        region.land.find(UNOWNED_FLOW, new, when=OUTCOME)


def removed_exchange(region: Region) -> None:
    """Nothing brings what is read any more; what comes by a second way still comes."""
    case = sound.case(region)
    read_verdict(region, case, "no-path", "V02", when=OUTCOME)
    region.land.find(READS, case.taker, case.entity, when=OUTCOME)
    _remove(region, case.flow)
    lasting = sound.case(region)
    sound.exchange(region, lasting.giver, lasting.taker, lasting.entity)
    _remove(region, lasting.flow)


def removed_reader(region: Region) -> None:
    """Who reads what nothing brings is gone, and the gap with it."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    read_verdict(region, case, "no-path", "V02", when=BEFORE)
    region.land.find(READS, case.taker, case.entity, when=BEFORE)
    _remove(region, case.taker)


def replaced_by_one_there_is(region: Region) -> None:
    """What stood in its way is taken over: the information, who receives it, and who reads it."""
    case = _alone(region)
    case.giver.set(**LOW)
    new = sound.system(region, case.giver.cells["used_by"][0])
    region.land.find(LAST_HOLDER, case.entity, case.giver, True, when=BEFORE)
    region.land.find(LAST_HOLDER, case.entity, new, True, when=OUTCOME)
    region.land.find(CANDIDATES, case.giver, "blocked", "eliminate", when=BEFORE)
    for sort in ("last-holder", "only-supplier"):
        region.land.find(BLOCKERS, case.giver, sort, case.entity, when=BEFORE)
    region.land.steps.append({"do": "replace", "id": case.giver, "by": new})


def replaced_by_a_new_one(region: Region) -> None:
    """Of the new one nothing is said: who owns it, how it fits, what its model maps to, in which object it is."""
    old = _free(region, BEFORE)
    new = _name(region, "system")
    region.land.steps.append({"do": "replace", "id": old, "by": new, "name": "Nytt system"})
    _nothing_said(region, new)


def merged(region: Region) -> None:
    """Two that had to go together are one, which goes alone; of two holders one is left."""
    at = region.some_organisation()
    one, other = (sound.system(region, at, **LOW) for _ in range(2))
    for giver, taker in ((one, other), (other, one)):
        sound.exchange(region, giver, taker, sound.entity(region, giver))
    for system, mate in ((one, other), (other, one)):
        region.land.find(CANDIDATES, system, "free", "eliminate", when=BEFORE if system is other else EVER)
        region.land.find(PLAN, 1, system, [mate], when=BEFORE)
    region.land.find(PLAN, 1, one, [], when=OUTCOME)
    region.land.steps.append({"do": "merge", "ids": [one, other], "into": one})


def merged_into_a_new_one(region: Region) -> None:
    """Two that hold the same are one new system, which alone holds it."""
    master = sound.system(region)
    about = sound.entity(region, master, copied=False)
    copy = sound.system(region, master.cells["used_by"][0], stores=[about])
    new = _name(region, "system")
    region.land.steps.append({"do": "merge", "ids": [master, copy], "into": new, "name": "Sammanslaget system"})
    region.land.find(LAST_HOLDER, about, new, True, when=OUTCOME)
    _nothing_said(region, new)


def removed_platform(region: Region) -> None:
    """What passed it goes straight: no single point, and nothing against the way."""
    bus = sound.platform(region)
    case = sound.case(region, mediated_by=[bus])
    read_verdict(region, case, "only-through", "V15", when=BEFORE)
    region.land.find(POINTS, bus, 1, 1, when=BEFORE)
    _remove(region, bus)


def removed_from_in_front(region: Region) -> None:
    """The facade, and what depended on it, are gone: nothing stands in the way any more."""
    system = _free(region, OUTCOME)
    door = sound.api(region, sound.system(region), facade_over=[system])
    needy = sound.system(region, depends_on=[system])
    region.land.find(FACADES, door, system, 0, [], when=BEFORE)
    region.land.find(CHAINS, door, 1, system, [], when=BEFORE)
    region.land.find(CANDIDATES, system, "blocked", "eliminate", when=BEFORE)
    for sort, what in (("facade", door), ("needed", needy)):
        region.land.find(BLOCKERS, system, sort, what, when=BEFORE)
        _remove(region, what)


def removed_from_the_plan(region: Region) -> None:
    """What received from it is gone: it goes a wave earlier."""
    giver, taker = sound.system(region, **LOW), _free(region, BEFORE)
    sound.exchange(region, giver, taker, sound.entity(region, giver))
    region.land.find(CANDIDATES, giver, "free", "eliminate")
    region.land.find(PLAN, 2, giver, [], when=BEFORE)
    region.land.find(PLAN, 1, giver, [], when=OUTCOME)
    _remove(region, taker)


def removed_way_round(region: Region) -> None:
    """What is behind one system had another way, over the one that is gone; a third way would have been enough."""
    for ways, when in ((1, OUTCOME), (2, ())):
        giver = sound.system(region)
        about = sound.entity(region, giver)
        leaf = sound.system(region, giver.cells["used_by"][0], known=False)
        beside = [sound.system(region) for _ in range(ways)]
        for source in (giver, *beside):
            sound.exchange(region, source, leaf, about)
        region.land.find(CUTS, giver, 1, 2, when=when)
        _remove(region, beside[0])


def removed_without_an_owner(region: Region) -> None:
    """What is gone needs no owner; the programme that was to retire it has less to do."""
    gone = sound.system(region, region.some_organisation(), owned_by=[])
    region.land.find(NO_OWNER, System.__name__, gone, when=BEFORE)
    stays = sound.system(region)
    programme = region.land.put(Initiative, retires=[gone, stays], covers=[region.sectors[0]])
    own = asked("initiative_effects", "effect", "thing", leaving_out={"effect": ("leaves",)}, at=AT_ALL,
                initiative=programme)  # fmt: skip
    region.land.find(own, "retires", gone, when=BEFORE)
    region.land.find(own, "retires", stays)
    region.land.find(own, "covers", region.sectors[0])
    for system, when in ((gone, BEFORE), (stays, EVER)):
        region.land.find(CANDIDATES, system, "free", "invest", when=when)
        region.land.find(PLAN, 1, system, [], when=when)
    _remove(region, gone)


def _alone(region: Region) -> Case:
    """Information that its master alone holds and gives to one who reads it."""
    at = region.some_organisation()
    giver, taker = sound.system(region, at), sound.system(region, at)
    about = sound.entity(region, giver, copied=False)
    taker.set(reads=[about])
    return Case(giver, taker, about, sound.exchange(region, giver, taker, about))


def _nothing_said(region: Region, new: str) -> None:
    """What is found of a system that only the scenario knows."""
    region.land.find(NO_OWNER, System.__name__, new, when=OUTCOME)
    region.land.find(COVERAGE, new, ["mapping-not-stated"], when=OUTCOME)
    region.land.find(CANDIDATES, new, "not-assessed", "not-assessed", when=OUTCOME)
    region.land.find(STEERED, None, new, when=OUTCOME)


def _free(region: Region, when: tuple[Moment, ...]) -> Thing:
    system = sound.system(region, **LOW)
    region.land.find(CANDIDATES, system, "free", "eliminate", when=when)
    region.land.find(PLAN, 1, system, [], when=when)
    return system


def _remove(region: Region, thing: Thing) -> None:
    told: dict[str, Any] = {} if thing.kind is System else {"kind": thing.kind.__name__}
    region.land.steps.append({"do": "remove", "id": thing, **told})


def _name(region: Region, sort: str) -> str:
    return f"new-{sort}-{len(region.land.steps) + 1}"


PLANTS = (
    removed_last_holder, removed_copy, removed_master, added_exchange, removed_exchange, removed_reader,
    replaced_by_one_there_is, replaced_by_a_new_one, merged, merged_into_a_new_one, removed_platform,
    removed_from_in_front, removed_from_the_plan, removed_way_round, removed_without_an_owner,
)  # fmt: skip
