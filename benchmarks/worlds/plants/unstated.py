"""One motif for every rule of verdicts that says that too little is stated: unknown is no gap of its own."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import MISSING, NOT_STATED, UNCERTAIN, VERDICTS
from benchmarks.worlds.plants.wanting import read_verdict, real_time
from benchmarks.worlds.region import Region


def end_without_system(region: Region) -> None:
    """V01: asked of an organisation that no system is stated for."""
    taker = sound.system(region)
    about, whom = sound.entity(region, sound.system(region)), sound.organisation(region)
    need = sound.need(region, whom, taker, about)
    region.draft.find(VERDICTS, "unknown", "V01", about, whom, taker, need)
    region.draft.find(MISSING, need, whom, about)
    region.draft.find(UNCERTAIN, "missing-exchange", need)


def silent(region: Region) -> None:
    """V04: a flow from its master, which does not say what it carries: unknown, and no gap."""
    case = sound.case(region, carries=[])
    read_verdict(region, case, "unknown", "V04")


def nothing_stated(region: Region) -> None:
    """V12: neither standard nor format."""
    case = sound.case(region, conforms_to=[])
    read_verdict(region, case, "unknown", "V12")
    region.draft.find(NOT_STATED, case.flow)
    region.draft.find(UNCERTAIN, "standard-not-stated", case.flow)


def codes_not_stated(region: Region) -> None:
    """V13: the information has a terminology, and nobody says what is sent."""
    case = sound.case(region)
    case.entity.set(bound_to=[region.draft.chance.choice(region.terminologies).cells["version_of"][0]])
    read_verdict(region, case, "unknown", "V13")


def time_not_stated(region: Region) -> None:
    """V14: needed at once, and nobody says when it is sent."""
    case = sound.case(region, read=False, timing=None)
    region.draft.find(VERDICTS, "unknown", "V14", case.entity, case.giver, case.taker, real_time(region, case))


PLANTS = (
    end_without_system, silent, nothing_stated, codes_not_stated, time_not_stated,
)  # fmt: skip
