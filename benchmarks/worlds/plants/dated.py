"""What is otherwise on another day: before, today and after are not the same; one motif for every date that says so."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    ALONE,
    BEFORE,
    CUTS,
    EARLIER,
    LATER,
    MISSING,
    OBSERVED,
    POINTS,
    READS,
    UNTIL,
    VERDICTS,
    asked,
)
from benchmarks.worlds.plants.retirement_candidates import LOW
from benchmarks.worlds.plants.wanting import read_verdict
from benchmarks.worlds.region import Region
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle

COMES, GOES = "2022-04", "2041-05"
"""Between the earlier day and today, and between today and the later one."""


def flow_that_ends(region: Region) -> None:
    """What it reads comes until a day; what another reads goes on coming by a second flow."""
    case = sound.case(region, valid_until=GOES)
    read_verdict(region, case, "no-path", "V02", when=LATER)
    region.draft.find(READS, case.taker, case.entity, when=LATER)
    lasting = sound.case(region, valid_until=GOES)
    sound.exchange(region, lasting.giver, lasting.taker, lasting.entity, valid_from=COMES)


def flow_that_begins(region: Region) -> None:
    """What it reads, and what is needed, comes from a day on; until then that is a plan."""
    case = sound.case(region, valid_from=COMES)
    need = sound.need(region, case.giver, case.taker, case.entity, case.flow)
    read_verdict(region, case, "no-path", "V03", when=EARLIER)
    region.draft.find(READS, case.taker, case.entity, when=EARLIER)
    region.draft.find(MISSING, need, case.giver, case.entity, when=EARLIER)
    region.draft.find(VERDICTS, "no-path", "V03", case.entity, case.giver, case.taker, need, when=EARLIER)


def planned_flow_that_begins(region: Region) -> None:
    """Its status says that it is planned, and its date that it will run."""
    case = sound.case(region, status=ExchangeStatus.PLANNED, valid_from=GOES)
    read_verdict(region, case, "no-path", "V03", when=UNTIL)
    region.draft.find(READS, case.taker, case.entity, when=UNTIL)


def reader_that_retires(region: Region) -> None:
    """It reads what nothing brings, until it retires."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    case.taker.set(used_until=GOES)
    read_verdict(region, case, "no-path", "V02", when=UNTIL)
    region.draft.find(READS, case.taker, case.entity, when=UNTIL)


def way_beside_a_platform(region: Region) -> None:
    """The same goes beside it until a day, or from a day on."""
    for cells, when in (({"valid_until": GOES}, LATER), ({"valid_from": COMES}, EARLIER)):
        bus = sound.platform(region)
        case = sound.case(region, read=False, mediated_by=[bus])
        sound.exchange(region, case.giver, case.taker, case.entity, **cells)
        region.draft.find(POINTS, bus, 1, 1, when=when)


def way_round_that_ends(region: Region) -> None:
    """What is behind one system has another way until a day; what has but one exchange has none from then on."""
    giver = sound.system(region)
    about = sound.entity(region, giver)
    twice, once = (sound.system(region, giver.cells["used_by"][0], known=False) for _ in range(2))
    sound.exchange(region, giver, twice, about)
    sound.exchange(region, sound.system(region), twice, about, valid_until=GOES)
    region.draft.find(CUTS, giver, 1, 2, when=LATER)
    other = sound.system(region, giver.cells["used_by"][0])
    sound.exchange(region, other, once, sound.entity(region, other), valid_until=GOES)
    region.draft.find(CUTS, other, 1, 2, when=UNTIL)
    region.draft.find(ALONE, once, when=LATER)
    region.draft.find(OBSERVED["island"], once, when=LATER)


def dependency_that_ends(region: Region) -> None:
    """Who receives from it depends on it until the exchange ends; what ended long ago and what is planned differ."""
    case = sound.case(region, read=False, valid_until=GOES)
    planned = sound.exchange(region, case.giver, sound.system(region), case.entity, status=ExchangeStatus.PLANNED)
    sound.exchange(region, case.giver, sound.system(region), case.entity, status=ExchangeStatus.ENDED)
    own = asked("dependencies", "direction", "thing", "distance", at=BEFORE, system=case.giver, depth=1,
                direction="depended-on-by")  # fmt: skip
    region.draft.find(own, "depended-on-by", case.taker, 1, when=UNTIL)
    region.draft.find(own, "depended-on-by", planned.cells["consumed_by"][0], 1)


def retired_without_a_day(region: Region) -> None:
    """Since when it is used is stated, and that it is retired, but not since when: it does not come back."""
    gone = sound.system(region, lifecycle=Lifecycle.RETIRED, used_since="2001", **LOW)
    about = sound.entity(region, sound.system(region))
    gone.set(masters=[about])
    case = sound.case(region, status=ExchangeStatus.ENDED, valid_from="2003")
    read_verdict(region, case, "no-path", "V02")
    region.draft.find(READS, case.taker, case.entity)


PLANTS = (
    flow_that_ends, flow_that_begins, planned_flow_that_begins, reader_that_retires, way_beside_a_platform,
    way_round_that_ends, dependency_that_ends, retired_without_a_day,
)  # fmt: skip
