"""What is otherwise on another day, one motif for every date that says so: before, today and after are not the same."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    ALONE,
    BEFORE,
    BLOCKED,
    BLOCKERS,
    CANDIDATES,
    CHAINS,
    COVERAGE,
    CUTS,
    EARLIER,
    EVER,
    FACADES,
    LAST_HOLDER,
    LATER,
    MASTERS,
    MISSING,
    NO_OWNER,
    PLAN,
    POINTS,
    READS,
    REPLACED,
    SINCE,
    SUPERSEDED,
    UNOWNED_FLOW,
    UNTIL,
    VERDICTS,
    Moment,
    asked,
)
from benchmarks.worlds.land import Thing
from benchmarks.worlds.plants.candidates import LOW
from benchmarks.worlds.plants.wanting import read_verdict
from benchmarks.worlds.region import Region
from graph.ontology import Api, Decision, InformationModel, Standard
from graph.vocabulary import Criticality, ExchangeStatus, Lifecycle, StandardType

COMES, GOES = "2022-04", "2041-05"
"""Between the earlier day and today, and between today and the later one."""


def flow_that_ends(region: Region) -> None:
    """What it reads comes until a day; what another reads goes on coming by a second flow."""
    case = sound.case(region, valid_until=GOES)
    read_verdict(region, case, "no-path", "V02", when=LATER)
    region.land.find(READS, case.taker, case.entity, when=LATER)
    lasting = sound.case(region, valid_until=GOES)
    sound.exchange(region, lasting.giver, lasting.taker, lasting.entity, valid_from=COMES)


def flow_that_begins(region: Region) -> None:
    """What it reads, and what is needed, comes from a day on; until then that is a plan."""
    case = sound.case(region, valid_from=COMES)
    need = sound.need(region, case.giver, case.taker, case.entity, case.flow)
    read_verdict(region, case, "no-path", "V03", when=EARLIER)
    region.land.find(READS, case.taker, case.entity, when=EARLIER)
    region.land.find(MISSING, need, case.giver, case.entity, when=EARLIER)
    region.land.find(VERDICTS, "no-path", "V03", case.entity, case.giver, case.taker, need, when=EARLIER)


def planned_flow_that_begins(region: Region) -> None:
    """Its status says that it is planned, and its date that it will run."""
    case = sound.case(region, status=ExchangeStatus.PLANNED, valid_from=GOES)
    read_verdict(region, case, "no-path", "V03", when=UNTIL)
    region.land.find(READS, case.taker, case.entity, when=UNTIL)


def reader_that_retires(region: Region) -> None:
    """It reads what nothing brings, until it retires."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    case.taker.set(used_until=GOES)
    read_verdict(region, case, "no-path", "V02", when=UNTIL)
    region.land.find(READS, case.taker, case.entity, when=UNTIL)


def copy_that_retires(region: Region) -> None:
    """The system with the copy retires, the master stays; where a third has it too, nothing follows."""
    for third, when in ((False, LATER), (True, ())):
        holder = sound.system(region)
        about = sound.entity(region, holder, copied=False)
        sound.system(region, stores=[about], used_until=GOES)
        if third:
            sound.storage(region, stores=[about])
        region.land.find(LAST_HOLDER, about, holder, True, when=when)


def master_that_retires(region: Region) -> None:
    """The master retires, the copy stays."""
    about = sound.entity(region, sound.system(region, used_until=GOES), copied=False)
    holder = sound.system(region, stores=[about])
    region.land.find(LAST_HOLDER, about, holder, False, when=LATER)
    region.land.find(COVERAGE, about, ["no-master"], when=LATER)
    region.land.find(MASTERS, "no-master", about, when=LATER)


def holder_that_comes(region: Region) -> None:
    """A storage that came to hold a copy, and a planned system that will."""
    for kept_since, when in ((True, EARLIER), (False, UNTIL)):
        holder = sound.system(region)
        about = sound.entity(region, holder, copied=False)
        if kept_since:
            sound.storage(region, stores=[about], used_since=COMES)
        else:
            sound.system(region, stores=[about], lifecycle=Lifecycle.PLAN, used_since=GOES)
        region.land.find(LAST_HOLDER, about, holder, True, when=when)


def support_that_ends(region: Region) -> None:
    """It ends before the day, or within 540 days of it; it ends later, or is extended."""
    for until, when in (("2041-05", LATER), ("2061-12", LATER), ("2061-12-23", ()), ("2019", EVER)):
        _free(region, "invest", when, support_ends=until)
    sound.system(region, support_ends=GOES, extended_support_ends="2096")
    scored = _free(region, "invest", LATER, support_ends=GOES)
    beside = ("time", "functional", "technical", "own-risk", "overlap", "complexity", "cost", "switching")
    risk = asked("divestment_score", "part", "value", leaving_out={"part": beside}, at=BEFORE, system=scored)
    region.land.find(risk, "vendor-risk", 100.0, when=LATER)
    region.land.find(risk, "vendor-risk", 0.0, when=UNTIL)


def decision_that_is_taken(region: Region) -> None:
    """From a day on a decision stands against it."""
    system = _free(region, "eliminate", EARLIER, **LOW)
    against = region.land.put(Decision, blocks=[system], decided_on=COMES)
    _blocked(region, system, "blocked", against, SINCE)
    region.land.find(BLOCKED, system, against, when=SINCE)


def successor_that_comes(region: Region) -> None:
    """What must not be without a successor has one from a day on; what nothing speaks against has one in use."""
    system = _free(region, "eliminate", SINCE, criticality=Criticality.SAFETY, **LOW)
    region.land.tie(sound.system(region), "succeeds", system, since=COMES)
    _blocked(region, system, "safety", None, EARLIER)
    followed = _free(region, "invest", LATER)
    region.land.tie(sound.system(region, lifecycle=Lifecycle.PLAN, used_since=GOES), "succeeds", followed)


def contract_that_runs_out(region: Region) -> None:
    """Until a day it is under contract."""
    system = _free(region, "eliminate", LATER, contract_ends=GOES, **LOW)
    _blocked(region, system, "contract", None, UNTIL)


def candidate_that_comes_and_goes(region: Region) -> None:
    """Of low fit: in use until a day, or from a day on."""
    _free(region, "eliminate", UNTIL, used_until=GOES, **LOW)
    _free(region, "eliminate", LATER, used_since=GOES, lifecycle=Lifecycle.PLAN, **LOW)


def order_that_ends(region: Region) -> None:
    """One waits for the other as long as it receives from it."""
    giver, taker = sound.system(region, **LOW), sound.system(region, **LOW)
    sound.exchange(region, giver, taker, sound.entity(region, giver), valid_until=GOES)
    for system, wave in ((taker, 1), (giver, 2)):
        region.land.find(CANDIDATES, system, "free", "eliminate")
        region.land.find(PLAN, wave, system, [], when=UNTIL)
        region.land.find(PLAN, 1, system, [], when=LATER)


def facade_for_a_time(region: Region) -> None:
    """An interface stands in front of it until a day."""
    system = _free(region, "eliminate", LATER, **LOW)
    door = sound.api(region, sound.system(region), facade_over=[system], available_until=GOES)
    region.land.find(FACADES, door, system, 0, [], when=UNTIL)
    region.land.find(CHAINS, door, 1, system, [], when=UNTIL)
    _blocked(region, system, "facade", door, UNTIL)


def version_that_is_followed(region: Region) -> None:
    """Its successor takes over on a day, which the succession says, or the successor's release."""
    for cells, since, when in (({}, GOES, LATER), ({"released": COMES}, None, SINCE), ({}, COMES, SINCE)):
        standard = region.land.put(Standard, standard_type=StandardType.EXCHANGE)
        old, new = sound.version(region, standard, "1.0"), sound.version(region, standard, "2.0", **cells)
        region.land.tie(new, "supersedes", old, since=since)
        case = sound.case(region, conforms_to=[old])
        region.land.find(SUPERSEDED, old, case.flow, "superseded", when=when)
        region.land.find(REPLACED, case.flow, old, when=when)


def model_that_comes(region: Region) -> None:
    """Only a model defines it that came into force on a day."""
    model = region.land.put(InformationModel, owned_by=[region.bodies[0]], valid_from=COMES)
    about = sound.entity(region, sound.system(region), defined_in=[model])
    region.land.find(COVERAGE, about, ["not-in-model", "one-master"], when=EARLIER)


def unowned_for_a_time(region: Region) -> None:
    """Without an owner until they end, or since they came."""
    case = sound.case(region, read=False, owned_by=[], valid_until=GOES)
    region.land.find(UNOWNED_FLOW, case.flow, when=UNTIL)
    for thing, when in (
        (case.flow, UNTIL), (sound.system(region, region.some_organisation(), owned_by=[], used_until=GOES), UNTIL),
        (region.land.put(Api, exposed_by=[case.giver], available_since=COMES), SINCE),
        (sound.storage(region, owned_by=[], used_since=COMES), SINCE),
    ):  # fmt: skip
        region.land.find(NO_OWNER, thing.kind.__name__, thing, when=when)


def way_beside_a_platform(region: Region) -> None:
    """The same goes beside it until a day, or from a day on."""
    for cells, when in (({"valid_until": GOES}, LATER), ({"valid_from": COMES}, EARLIER)):
        bus = sound.platform(region)
        case = sound.case(region, read=False, mediated_by=[bus])
        sound.exchange(region, case.giver, case.taker, case.entity, **cells)
        region.land.find(POINTS, bus, 1, 1, when=when)


def way_round_that_ends(region: Region) -> None:
    """What is behind one system has another way until a day; what has but one exchange has none from then on."""
    giver = sound.system(region)
    about = sound.entity(region, giver)
    twice, once = (sound.system(region, giver.cells["used_by"][0], known=False) for _ in range(2))
    sound.exchange(region, giver, twice, about)
    sound.exchange(region, sound.system(region), twice, about, valid_until=GOES)
    region.land.find(CUTS, giver, 1, 2, when=LATER)
    other = sound.system(region, giver.cells["used_by"][0])
    sound.exchange(region, other, once, sound.entity(region, other), valid_until=GOES)
    region.land.find(CUTS, other, 1, 2, when=UNTIL)
    region.land.find(ALONE, once, when=LATER)


def dependency_that_ends(region: Region) -> None:
    """Who receives from it depends on it until the exchange ends; what ended long ago and what is planned differ."""
    case = sound.case(region, read=False, valid_until=GOES)
    planned = sound.exchange(region, case.giver, sound.system(region), case.entity, status=ExchangeStatus.PLANNED)
    sound.exchange(region, case.giver, sound.system(region), case.entity, status=ExchangeStatus.ENDED)
    own = asked("dependencies", "direction", "thing", "distance", at=BEFORE, system=case.giver, depth=1,
                direction="depended-on-by")  # fmt: skip
    region.land.find(own, "depended-on-by", case.taker, 1, when=UNTIL)
    region.land.find(own, "depended-on-by", planned.cells["consumed_by"][0], 1)


def retired_without_a_day(region: Region) -> None:
    """Since when it is used is stated, and that it is retired, but not since when: it does not come back."""
    gone = sound.system(region, lifecycle=Lifecycle.RETIRED, used_since="2001", **LOW)
    about = sound.entity(region, sound.system(region))
    gone.set(masters=[about])
    case = sound.case(region, status=ExchangeStatus.ENDED, valid_from="2003")
    read_verdict(region, case, "no-path", "V02")
    region.land.find(READS, case.taker, case.entity)


def _free(region: Region, quadrant: str, when: tuple[Moment, ...], **cells: Any) -> Thing:
    system = sound.system(region, **cells)
    region.land.find(CANDIDATES, system, "free", quadrant, when=when)
    region.land.find(PLAN, 1, system, [], when=when)
    return system


def _blocked(region: Region, system: Thing, sort: str, what: Thing | None, when: tuple[Moment, ...]) -> None:
    region.land.find(CANDIDATES, system, "blocked", "eliminate", when=when)
    region.land.find(BLOCKERS, system, sort, what, when=when)


PLANTS = (
    flow_that_ends, flow_that_begins, planned_flow_that_begins, reader_that_retires, copy_that_retires,
    master_that_retires, holder_that_comes, support_that_ends, decision_that_is_taken, successor_that_comes,
    contract_that_runs_out, candidate_that_comes_and_goes, order_that_ends, facade_for_a_time,
    version_that_is_followed, model_that_comes, unowned_for_a_time, way_beside_a_platform, way_round_that_ends,
    dependency_that_ends, retired_without_a_day,
)  # fmt: skip
