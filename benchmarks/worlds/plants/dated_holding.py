"""Who holds and owns information until a day or from one, and what defines and expresses it."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    COVERAGE,
    EARLIER,
    LAST_HOLDER,
    LATER,
    MASTERS,
    NO_OWNER,
    OBSERVED,
    REPLACED,
    SINCE,
    SUPERSEDED,
    UNOWNED_FLOW,
    UNTIL,
)
from benchmarks.worlds.plants.dated import COMES, GOES
from benchmarks.worlds.region import Region
from graph.ontology.kinds import Api, InformationModel, Standard
from graph.ontology.vocabulary import Lifecycle, StandardType


def copy_that_retires(region: Region) -> None:
    """The system with the copy retires, the master stays; where a third has it too, nothing follows."""
    for third, when in ((False, LATER), (True, ())):
        holder = sound.system(region)
        about = sound.entity(region, holder, copied=False)
        sound.system(region, stores=[about], used_until=GOES)
        if third:
            sound.storage(region, stores=[about])
        region.draft.find(LAST_HOLDER, about, holder, True, when=when)


def master_that_retires(region: Region) -> None:
    """The master retires, the copy stays."""
    about = sound.entity(region, sound.system(region, used_until=GOES), copied=False)
    holder = sound.system(region, stores=[about])
    region.draft.find(LAST_HOLDER, about, holder, False, when=LATER)
    region.draft.find(COVERAGE, about, ["no-master"], when=LATER)
    region.draft.find(MASTERS, "no-master", about, when=LATER)


def holder_that_comes(region: Region) -> None:
    """A storage that came to hold a copy, and a planned system that will."""
    for kept_since, when in ((True, EARLIER), (False, UNTIL)):
        holder = sound.system(region)
        about = sound.entity(region, holder, copied=False)
        if kept_since:
            sound.storage(region, stores=[about], used_since=COMES)
        else:
            sound.system(region, stores=[about], lifecycle=Lifecycle.PLAN, used_since=GOES)
        region.draft.find(LAST_HOLDER, about, holder, True, when=when)


def version_that_is_followed(region: Region) -> None:
    """Its successor takes over on a day, which the succession says, or the successor's release."""
    for cells, since, when in (({}, GOES, LATER), ({"released": COMES}, None, SINCE), ({}, COMES, SINCE)):
        standard = region.draft.put(Standard, standard_type=StandardType.EXCHANGE)
        old, new = sound.version(region, standard, "1.0"), sound.version(region, standard, "2.0", **cells)
        region.draft.tie(new, "supersedes", old, since=since)
        case = sound.case(region, conforms_to=[old])
        region.draft.find(SUPERSEDED, old, case.flow, "superseded", when=when)
        region.draft.find(REPLACED, case.flow, old, when=when)


def model_that_comes(region: Region) -> None:
    """Only a model defines it that came into force on a day."""
    model = region.draft.put(InformationModel, owned_by=[region.bodies[0]], valid_from=COMES)
    about = sound.entity(region, sound.system(region), defined_in=[model])
    region.draft.find(COVERAGE, about, ["not-in-model", "one-master"], when=EARLIER)


def unowned_for_a_time(region: Region) -> None:
    """Without an owner until they end, or since they came."""
    case = sound.case(region, read=False, owned_by=[], valid_until=GOES)
    region.draft.find(UNOWNED_FLOW, case.flow, when=UNTIL)
    region.draft.find(OBSERVED["exchange-without-owner"], case.flow, when=UNTIL)
    for thing, when in (
        (case.flow, UNTIL), (sound.system(region, region.some_organisation(), owned_by=[], used_until=GOES), UNTIL),
        (region.draft.put(Api, exposed_by=[case.giver], available_since=COMES), SINCE),
        (sound.storage(region, owned_by=[], used_since=COMES), SINCE),
    ):  # fmt: skip
        region.draft.find(NO_OWNER, thing.kind.__name__, thing, when=when)


PLANTS = (
    copy_that_retires, master_that_retires, holder_that_comes, version_that_is_followed, model_that_comes,
    unowned_for_a_time,
)  # fmt: skip
