"""In which order systems go: what needs another goes first, what needs each other goes together."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import BLOCKERS, CANDIDATES, PLAN, Asked, asked
from benchmarks.worlds.plants.retirement_candidates import LOW
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Initiative
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, Progress

NOBODY: dict[str, Any] = {"used_by": []}


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


def not_begun(region: Region) -> None:
    """What waits for what is only planned: on a day where one is stated, and else on none that is known."""
    for day in (None, "2096"):
        system = _to_go(region)
        change = region.draft.put(Initiative, progress=Progress.PLANNED, retires=[system], ends=day)
        region.draft.find(_when(change), system, day, ["information", "contract"])
        system, coming = _to_go(region), sound.system(region, lifecycle=Lifecycle.PLAN, used_since=day)
        change = region.draft.put(Initiative, progress=Progress.ONGOING, retires=[system], introduces=[coming])
        region.draft.find(_when(change), system, day, ["information", "contract"])


def nothing_known(region: Region) -> None:
    """Nobody says what it holds, what it exchanges or who uses it; beside it one of which one of these is known."""
    needed = sound.system(region)
    unknown, known = (_to_go(region, known=False, depends_on=[needed], **cells) for cells in (NOBODY, {}))
    change, other = (
        region.draft.put(Initiative, progress=Progress.ONGOING, retires=[each]) for each in (unknown, known)
    )
    region.draft.find(_when(change), unknown, None, ["information", "exchanges", "users", "contract"])
    lacking = asked("divestment_plan", "system", "not_stated", initiative=other)
    region.draft.find(lacking, known, ["information", "exchanges", "contract"])


def _to_go(region: Region, *, known: bool = True, **cells: Any) -> Thing:
    system = sound.system(region, known=known, **cells)
    region.draft.find(CANDIDATES, system, "free", "invest")
    region.draft.find(PLAN, 1, system, [])
    return system


def _when(change: Thing) -> Asked:
    return asked("divestment_plan", "system", "earliest", "not_stated", initiative=change)


def _free(region: Region) -> Thing:
    system = sound.system(region, **LOW)
    region.draft.find(CANDIDATES, system, "free", "eliminate")
    return system


def _gives(region: Region, giver: Thing, taker: Thing) -> Thing:
    """A flow of something that others have and publish too."""
    return sound.exchange(region, giver, taker, sound.entity(region, giver))


PLANTS = (one_after_the_other, together, ended_between_them, programme, not_begun, nothing_known)
