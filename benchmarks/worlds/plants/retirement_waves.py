"""In which order systems go: what needs another goes first, what needs each other goes together."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import BLOCKERS, CANDIDATES, PLAN, asked
from benchmarks.worlds.plants.retirement_candidates import LOW
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Initiative
from graph.ontology.vocabulary import ExchangeStatus, Progress


def one_after_the_other(region: Region) -> None:
    """The receiver goes before what it receives from; three waves."""
    first, second, third = (_free(region) for _ in range(3))
    _gives(region, third, second)
    _gives(region, second, first)
    for wave, system in enumerate((first, second, third), 1):
        region.draft.find(PLAN, wave, system, [])


def together(region: Region) -> None:
    """Three that receive from each other in a ring go together, after the one that receives from one of them."""
    one, two, three, before = (_free(region) for _ in range(4))
    for giver, taker in ((one, two), (two, three), (three, one), (one, before)):
        _gives(region, giver, taker)
    region.draft.find(PLAN, 1, before, [])
    for system in (one, two, three):
        region.draft.find(PLAN, 2, system, {one, two, three} - {system})


def ended_between_them(region: Region) -> None:
    """The exchange between the two has ended: neither waits for the other."""
    one, two = _free(region), _free(region)
    _gives(region, one, two).set(status=ExchangeStatus.ENDED)
    for system in (one, two):
        region.draft.find(PLAN, 1, system, [])


def programme(region: Region) -> None:
    """What a programme retires: dependencies, over an interface too, and two that need each other."""
    draft = region.draft
    needy, one, other, alone = (sound.system(region) for _ in range(4))
    door = sound.api(region, one)
    needy.set(depends_on=[door])
    one.set(depends_on=[other])
    other.set(depends_on=[one])
    change = draft.put(Initiative, progress=Progress.ONGOING)
    for system in (needy, one, other, alone):
        draft.tie(change, "retires", system, wave=1)
    of_the_programme = asked("divestment_plan", "wave", "system", "moves_with", initiative=change)
    for wave, system, mates in ((1, needy, []), (1, alone, []), (2, one, [other]), (2, other, [one])):
        draft.find(of_the_programme, wave, system, mates)
    for system in (needy, alone):
        draft.find(CANDIDATES, system, "free", "invest")
        draft.find(PLAN, 1, system, [])
    for system, needed_by in ((one, [needy, other]), (other, [one])):
        draft.find(CANDIDATES, system, "blocked", "invest")
        for each in needed_by:
            draft.find(BLOCKERS, system, "needed", each)


def _free(region: Region) -> Thing:
    system = sound.system(region, **LOW)
    region.draft.find(CANDIDATES, system, "free", "eliminate")
    return system


def _gives(region: Region, giver: Thing, taker: Thing) -> Thing:
    """A flow of something that others have and publish too."""
    return sound.exchange(region, giver, taker, sound.entity(region, giver))


PLANTS = (one_after_the_other, together, ended_between_them, programme)
