"""What a scenario opens and closes by removing and adding; each step belongs to the world's one scenario."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    BEFORE,
    COVERAGE,
    CUTS,
    EVER,
    LAST_HOLDER,
    MASTERS,
    NO_OWNER,
    OBSERVED,
    OUTCOME,
    POINTS,
    READS,
    UNCERTAIN,
    UNOWNED_FLOW,
)
from benchmarks.worlds.plants.wanting import read_verdict
from benchmarks.worlds.region import Region
from benchmarks.worlds.sound import Case
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Exchange, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Timing


def removed_last_holder(region: Region) -> None:
    """Nobody holds it any more, and somebody still reads it: nothing is held that could get there."""
    case = alone(region)
    region.draft.find(LAST_HOLDER, case.entity, case.giver, True, when=BEFORE)
    region.draft.find(COVERAGE, case.entity, ["no-master"], when=OUTCOME)
    region.draft.find(MASTERS, "nobody-holds", case.entity, when=OUTCOME)
    remove(region, case.giver)


def removed_copy(region: Region) -> None:
    """The master, a system or a storage, is the last; where a third has it too, nothing follows."""
    for third, kind in ((False, System), (False, SharedStorage), (True, System)):
        holder = sound.system(region)
        about = sound.entity(region, holder, copied=False)
        copy = sound.system(region, stores=[about]) if kind is System else sound.storage(region, stores=[about])
        if third:
            sound.system(region, stores=[about])
        region.draft.find(LAST_HOLDER, about, holder, True, when=() if third else OUTCOME)
        remove(region, copy)


def removed_master(region: Region) -> None:
    """The copy stays, without a master; of two masters one stays, and all is well."""
    gone = sound.system(region)
    about = sound.entity(region, gone, copied=False)
    holder = sound.system(region, stores=[about])
    region.draft.find(LAST_HOLDER, about, holder, False, when=OUTCOME)
    region.draft.find(COVERAGE, about, ["no-master"], when=OUTCOME)
    region.draft.find(MASTERS, "no-master", about, when=OUTCOME)
    remove(region, gone)
    second = sound.system(region)
    shared = sound.entity(region, second)
    sound.system(region, masters=[shared])
    region.draft.find(COVERAGE, shared, ["several-masters"], when=BEFORE)
    region.draft.find(MASTERS, "two-masters", shared, when=BEFORE)
    remove(region, second)


def added_exchange(region: Region) -> None:
    """It brings what is read; one that carries something else does not. A scenario names no owner."""
    for helps in (True, False):
        case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
        carried = case.entity if helps else sound.entity(region, case.giver)
        when = BEFORE if helps else EVER
        read_verdict(region, case, "no-path", "V02", when=when)
        region.draft.find(READS, case.taker, case.entity, when=when)
        new = new_name(region, "flow")
        region.draft.steps.append({
            "do": "add-exchange", "id": new, "provider": case.giver, "consumers": [case.taker], "carries": [carried],
            "conforms_to": [region.usual.version], "timing": Timing.REAL_TIME.value,
        })  # fmt: skip
        region.draft.find(NO_OWNER, Exchange.__name__, new, when=OUTCOME)
        region.draft.find(UNOWNED_FLOW, new, when=OUTCOME)
        if helps:
            region.draft.find(UNCERTAIN, "exchange-without-owner", new, when=OUTCOME)
        else:
            region.draft.find(OBSERVED["exchange-without-owner"], new, when=OUTCOME)


def removed_exchange(region: Region) -> None:
    """Nothing brings what is read any more; what comes by a second way still comes."""
    case = sound.case(region)
    read_verdict(region, case, "no-path", "V02", when=OUTCOME)
    region.draft.find(READS, case.taker, case.entity, when=OUTCOME)
    remove(region, case.flow)
    lasting = sound.case(region)
    sound.exchange(region, lasting.giver, lasting.taker, lasting.entity)
    remove(region, lasting.flow)


def removed_reader(region: Region) -> None:
    """Who reads what nothing brings is gone, and the gap with it."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    read_verdict(region, case, "no-path", "V02", when=BEFORE)
    region.draft.find(READS, case.taker, case.entity, when=BEFORE)
    remove(region, case.taker)


def removed_platform(region: Region) -> None:
    """What passed it goes straight: no single point, and nothing against the way."""
    bus = sound.platform(region)
    case = sound.case(region, mediated_by=[bus])
    read_verdict(region, case, "only-through", "V15", when=BEFORE)
    region.draft.find(POINTS, bus, 1, 1, when=BEFORE)
    remove(region, bus)


def removed_way_round(region: Region) -> None:
    """What is behind one system had another way, over the one that is gone; a third way would have been enough."""
    for ways, when in ((1, OUTCOME), (2, ())):
        giver = sound.system(region)
        about = sound.entity(region, giver)
        leaf = sound.system(region, giver.cells["used_by"][0], known=False)
        beside = [sound.system(region) for _ in range(ways)]
        for source in (giver, *beside):
            sound.exchange(region, source, leaf, about)
        region.draft.find(CUTS, giver, 1, 2, when=when)
        remove(region, beside[0])


def alone(region: Region) -> Case:
    """Information that its master alone holds and gives to one who reads it."""
    at = region.some_organisation()
    giver, taker = sound.system(region, at), sound.system(region, at)
    about = sound.entity(region, giver, copied=False)
    taker.set(reads=[about])
    return Case(giver, taker, about, sound.exchange(region, giver, taker, about))


def remove(region: Region, thing: Thing) -> None:
    """A step of the scenario removes it."""
    told: dict[str, Any] = {} if thing.kind is System else {"kind": thing.kind.__name__}
    region.draft.steps.append({"do": "remove", "id": thing, **told})


def new_name(region: Region, sort: str) -> str:
    """What something that only the scenario knows is called."""
    return f"new-{sort}-{len(region.draft.steps) + 1}"


PLANTS = (
    removed_last_holder,
    removed_copy,
    removed_master,
    added_exchange,
    removed_exchange,
    removed_reader,
    removed_platform,
    removed_way_round,
)
