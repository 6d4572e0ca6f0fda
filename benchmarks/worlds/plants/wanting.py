"""What many motifs of verdicts say: who wants the information, and how it gets there."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import EVER, VERDICTS, Moment
from benchmarks.worlds.region import Region
from benchmarks.worlds.sound import Case
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Standard
from graph.ontology.vocabulary import StandardType


def read_verdict(region: Region, case: Case, verdict: str, rule: str, when: tuple[Moment, ...] = EVER) -> None:
    """The verdict on what the taker reads."""
    region.draft.find(VERDICTS, verdict, rule, case.entity, case.giver, case.taker, case.taker, when=when)


def real_time(region: Region, case: Case) -> Thing:
    """A need of it at once, met by the flow."""
    return sound.need(region, case.giver, case.taker, case.entity, case.flow, real_time=True)


def profile(region: Region, *built_on: Thing) -> Thing:
    """A guide of its own that builds on others."""
    guide = region.draft.put(Standard, standard_type=StandardType.PROFILE)
    return sound.version(region, guide, "1.0", requires=list(built_on))


def further(region: Region, case: Case, count: int, **cells: object) -> list[Thing]:
    """Flows of the case's information from its taker on, over so many systems of the same organisation."""
    at, giver, flows = case.taker.cells["used_by"][0], case.taker, []
    for _ in range(count):
        taker = sound.system(region, at)
        flows.append(sound.exchange(region, giver, taker, case.entity, **cells))
        giver = taker
    return flows
