"""Facades in front of older systems, and new things that rest on old ones."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import CHAINS, FACADES, NEW_ON_OLD, asked
from benchmarks.worlds.plants.wanting import read_verdict
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Device
from graph.ontology.vocabulary import ExchangeStatus, Mode


def facade(region: Region) -> None:
    """V16: it gets there only through an interface in front of an older system; two use it."""
    case = sound.case(region)
    door = _front(region, case.giver)
    case.flow.set(runs_through=[door])
    sound.system(region, depends_on=[door])
    read_verdict(region, case, "only-through", "V16")
    region.draft.find(FACADES, door, case.giver, 2, [])
    region.draft.find(CHAINS, door, 1, case.giver, [])


def unused_facade(region: Region) -> None:
    """Nobody uses the interface any more: the only exchange through it has ended."""
    case = sound.case(region, read=False, status=ExchangeStatus.ENDED)
    door = _front(region, case.giver)
    case.flow.set(runs_through=[door])
    region.draft.find(FACADES, door, case.giver, 0, [])
    region.draft.find(CHAINS, door, 1, case.giver, [])


def facade_of_a_facade(region: Region) -> None:
    """What is behind the interface uses an interface itself: the chain ends at the system of record."""
    record, middle, user = (sound.system(region) for _ in range(3))
    inner, outer = _front(region, record), _front(region, middle)
    middle.set(depends_on=[inner])
    user.set(depends_on=[outer])
    region.draft.find(FACADES, inner, record, 1, [])
    region.draft.find(FACADES, outer, middle, 1, [inner, record])
    region.draft.find(CHAINS, inner, 1, record, [])
    region.draft.find(CHAINS, outer, 2, record, [])


def facades_in_a_ring(region: Region) -> None:
    """Two systems, each behind an interface that the other one uses."""
    one, other = sound.system(region), sound.system(region)
    first, second = _front(region, one), _front(region, other)
    one.set(depends_on=[second])
    other.set(depends_on=[first])
    region.draft.find(FACADES, first, one, 1, [second, other])
    region.draft.find(FACADES, second, other, 1, [first, one])
    region.draft.find(CHAINS, first, 1, None, [one, other])
    region.draft.find(CHAINS, second, 1, None, [one, other])


def interface_without_facade(region: Region) -> None:
    """An interface that stands in front of nothing, and is used."""
    door = sound.api(region, sound.system(region))
    sound.system(region, depends_on=[door])


def _front(region: Region, behind: Thing) -> Thing:
    return sound.api(region, behind, facade_over=[behind])


def new_on_old(region: Region) -> None:
    """Things of mode 2 that rest on systems of mode 1: by a dependency, an interface, a flow."""
    older = sound.system(region, mode=Mode.MODE_1)
    door = sound.api(region, older)
    for means in (older, door):
        region.draft.find(NEW_ON_OLD, older, sound.system(region, mode=Mode.MODE_2, depends_on=[means]))
    case = sound.case(region, read=False, status=ExchangeStatus.PLANNED)
    case.giver.set(mode=Mode.MODE_1)
    case.taker.set(mode=Mode.MODE_2)
    region.draft.find(NEW_ON_OLD, case.giver, case.taker)
    device = region.draft.put(Device, mode=Mode.MODE_2, depends_on=[older], owned_by=older.cells["owned_by"])
    region.draft.find(NEW_ON_OLD, older, device)


def new_beside_old(region: Region) -> None:
    """Old on new, old on old, new on what has no stated mode, and a flow that has ended."""
    newer = sound.system(region, mode=Mode.MODE_2)
    older = sound.system(region, mode=Mode.MODE_1, depends_on=[newer])
    sound.system(region, mode=Mode.MODE_1, depends_on=[older])
    newer.set(depends_on=[sound.system(region)])
    case = sound.case(region, read=False, status=ExchangeStatus.ENDED)
    case.giver.set(mode=Mode.MODE_1)
    case.taker.set(mode=Mode.MODE_2)


def ring_of_dependencies(region: Region) -> None:
    """Three that cannot work without each other, and what one of them stands on."""
    first, second, third, ground = (sound.system(region, known=False) for _ in range(4))
    first.set(depends_on=[second])
    second.set(depends_on=[third])
    third.set(depends_on=[first, ground])
    down = asked("dependencies", "thing", "distance", system=first, direction="depends-on", depth=8)
    for thing, distance in ((second, 1), (third, 2), (ground, 3)):
        region.draft.find(down, thing, distance)
    up = asked("dependencies", "thing", "distance", system=ground, direction="depended-on-by", depth=2)
    for thing, distance in ((third, 1), (second, 2)):
        region.draft.find(up, thing, distance)


PLANTS = (
    facade, unused_facade, facade_of_a_facade, facades_in_a_ring, interface_without_facade, new_on_old, new_beside_old,
    ring_of_dependencies,
)  # fmt: skip
