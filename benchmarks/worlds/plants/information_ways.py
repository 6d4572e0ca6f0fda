"""Ways that information takes or cannot take: over what is planned or retired, deep in an organisation, to a role."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import MISSING, READS, UNCERTAIN, VERDICTS
from benchmarks.worlds.plants.wanting import read_verdict
from benchmarks.worlds.region import Region
from benchmarks.worlds.sound import Case
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Discipline, Requirement, Role
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle

LEVELS = 6


def half_planned(region: Region) -> None:
    """The second half of the way is planned."""
    case, _ = _over(region, sound.system(region), status=ExchangeStatus.PLANNED)
    read_verdict(region, case, "no-path", "V03")
    region.draft.find(READS, case.taker, case.entity)


def over_a_planned_system(region: Region) -> None:
    """Between them stands a system that is not in use yet, whatever is said of its exchanges."""
    case, _ = _over(region, sound.system(region, lifecycle=Lifecycle.PLAN), status=None)
    read_verdict(region, case, "no-path", "V03")


def over_a_retired_system(region: Region) -> None:
    """Between them stood a system that is retired; nobody has ended its exchanges."""
    case, _ = _over(region, sound.system(region, lifecycle=Lifecycle.RETIRED), status=None)
    read_verdict(region, case, "no-path", "V02")


def need_over_a_retired_system(region: Region) -> None:
    """The same for a need."""
    case, _ = _over(region, sound.system(region, lifecycle=Lifecycle.RETIRED), status=None)
    case.taker.set(reads=[])
    need = sound.need(region, case.giver, case.taker, case.entity)
    region.draft.find(MISSING, need, case.giver, case.entity)
    region.draft.find(VERDICTS, "no-path", "V02", case.entity, case.giver, case.taker, need)


def _over(region: Region, middle: Thing, **cells: object) -> tuple[Case, Thing]:
    """What the taker reads goes over a system in the middle; no other way."""
    at = middle.cells["used_by"][0]
    giver, taker = sound.system(region, at), sound.system(region, at)
    about = sound.entity(region, giver)
    taker.set(reads=[about])
    sound.exchange(region, giver, middle, about)
    flow = sound.exchange(region, middle, taker, about, **cells)
    return Case(giver, taker, about, flow), middle


def required_and_not_there(region: Region) -> None:
    """A requirement says that a system has to have it; nothing leads there."""
    taker = sound.system(region)
    master = sound.system(region)
    about = sound.entity(region, master)
    demand = region.draft.put(Requirement, concerns=[taker, about])
    region.draft.find(VERDICTS, "no-path", "V02", about, master, taker, demand)


def required_and_there(region: Region) -> None:
    """It gets there; another system has it itself; a third is retired."""
    case = sound.case(region, read=False)
    gone = sound.system(region, lifecycle=Lifecycle.RETIRED)
    region.draft.put(Requirement, concerns=[case.giver, case.taker, gone, case.entity])


def need_of_a_role(region: Region) -> None:
    """A role at the organisation receives it."""
    case = sound.case(region, read=False)
    role = region.draft.put(Role, works_at=case.giver.cells["used_by"])
    case.flow.set(consumed_by=[case.taker, role])
    sound.need(region, case.giver, role, case.entity)


def need_asked_of_a_discipline(region: Region) -> None:
    """A discipline has the information in a system that it uses."""
    case = sound.case(region, read=False)
    discipline = region.draft.put(Discipline)
    case.giver.set(serves=[discipline])
    sound.need(region, discipline, case.taker, case.entity)


def need_deep_in_an_organisation(region: Region) -> None:
    """The system is used by a unit many levels below the organisation that is asked."""
    units = [sound.organisation(region)]
    for _ in range(LEVELS):
        units.append(sound.organisation(region, part_of=[units[-1]]))
    giver, taker = sound.system(region, units[-1]), sound.system(region)
    about = sound.entity(region, giver)
    sound.need(region, units[0], taker, about, sound.exchange(region, giver, taker, about))


def within_one_organisation(region: Region) -> None:
    """The system that needs it is one of those of the organisation that is asked; it gets it from another one."""
    case = sound.case(region)
    sound.need(region, case.giver.cells["used_by"][0], case.taker, case.entity)


def reading_is_not_having(region: Region) -> None:
    """The same, and nothing leads there: that the system reads it says that it wants it, not that it has it."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    need = sound.need(region, case.giver.cells["used_by"][0], case.taker, case.entity)
    region.draft.find(MISSING, need, case.giver.cells["used_by"][0], case.entity)
    region.draft.find(READS, case.taker, case.entity)
    region.draft.find(VERDICTS, "no-path", "V02", case.entity, case.giver.cells["used_by"][0], case.taker, need)
    read_verdict(region, case, "no-path", "V02")


def one_system_for_both(region: Region) -> None:
    """Both organisations use one system that has it."""
    whom, where, shared = _shared(region)
    sound.need(region, whom, where, sound.entity(region, shared))


def one_system_without_it(region: Region) -> None:
    """Both organisations use one system; that it has the information is not stated."""
    whom, where, _ = _shared(region)
    about = sound.entity(region, sound.system(region))
    need = sound.need(region, whom, where, about)
    region.draft.find(MISSING, need, whom, about)
    region.draft.find(UNCERTAIN, "missing-exchange", need)
    region.draft.find(VERDICTS, "unknown", "V04", about, whom, where, need)


def _shared(region: Region) -> tuple[Thing, Thing, Thing]:
    whom, where = sound.organisation(region), sound.organisation(region)
    shared = sound.system(region, known=False, used_by=[whom, where])
    for source in region.sources[:2]:
        sound.exchange(region, source.master, shared, source.entity)
    return whom, where, shared


def two_kinds_and_one_carried(region: Region) -> None:
    """A need of two kinds of information, of which the exchange carries one."""
    case = sound.case(region, read=False)
    other = sound.entity(region, case.giver)
    need = sound.need(region, case.giver, case.taker, case.entity)
    need.add("calls_for", other)
    region.draft.find(MISSING, need, case.giver, other)
    region.draft.find(VERDICTS, "no-path", "V02", other, case.giver, case.taker, need)


PLANTS = (
    half_planned, over_a_planned_system, over_a_retired_system, need_over_a_retired_system, required_and_not_there,
    required_and_there,
    need_of_a_role, need_asked_of_a_discipline, need_deep_in_an_organisation, within_one_organisation,
    reading_is_not_having, one_system_for_both, one_system_without_it, two_kinds_and_one_carried,
)  # fmt: skip
