"""One motif for every rule of the table of verdicts that says something against a way."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import (
    NO_OWNER,
    NONSTANDARD,
    NOT_STATED,
    OWN_FORMAT,
    POINTS,
    READS,
    UNCERTAIN,
    UNCOORDINATED,
    UNOWNED_FLOW,
    VERDICTS,
    VERSIONS,
)
from benchmarks.worlds.plants.across import lacking
from benchmarks.worlds.plants.wanting import profile, read_verdict, real_time
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Exchange
from graph.ontology.vocabulary import DesignBasis, ExchangeStatus, Timing, Transport


def no_way(region: Region) -> None:
    """V02: it reads what another masters, and nothing leads there."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    read_verdict(region, case, "no-path", "V02")
    region.draft.find(READS, case.taker, case.entity)


def only_planned(region: Region) -> None:
    """V03: the only way is planned."""
    case = sound.case(region, status=ExchangeStatus.PLANNED)
    read_verdict(region, case, "no-path", "V03")
    region.draft.find(READS, case.taker, case.entity)


def own_format(region: Region) -> None:
    """V05: a format and no standard."""
    case = sound.case(region, conforms_to=[], format="Semikolonseparerad fil")
    read_verdict(region, case, "format-gap", "V05")
    region.draft.find(OWN_FORMAT, case.flow)
    region.draft.find(NONSTANDARD, case.flow, ["own-format"])


def own_design(region: Region) -> None:
    """V05: nothing stated of the flow, and a giver that was made after somebody's opinion."""
    case = sound.case(region, conforms_to=[])
    case.giver.set(design_basis=DesignBasis.OPINION)
    read_verdict(region, case, "format-gap", "V05")
    region.draft.find(OWN_FORMAT, case.flow)
    region.draft.find(NONSTANDARD, case.giver, ["opinion"])


def other_standard(region: Region) -> None:
    """V06: the ends follow standards of which none is common."""
    case = sound.case(region, conforms_to=[])
    one, other = region.draft.chance.sample(region.ways, 2)
    case.giver.set(conforms_to=[one.version])
    case.taker.set(conforms_to=[other.version])
    read_verdict(region, case, "format-gap", "V06")
    region.draft.find(NOT_STATED, case.flow)
    region.draft.find(UNCERTAIN, "standard-not-stated", case.flow)


def other_version(region: Region) -> None:
    """V07: the taker follows another version of the standard that is sent."""
    way = region.draft.chance.choice(region.ways)
    case = sound.case(region, conforms_to=[way.version])
    case.taker.set(conforms_to=[sound.version(region, way.version.cells["version_of"][0], "1.9")])
    read_verdict(region, case, "version-gap", "V07")
    region.draft.find(VERSIONS, case.flow, case.taker)


def other_profile(region: Region) -> None:
    """V08: profiles of one version, of which none builds on another."""
    way = region.ways[0]
    case = sound.case(region, conforms_to=[way.version], profiled_by=[profile(region, way.version)])
    case.taker.set(profiled_by=[profile(region, way.version)])
    read_verdict(region, case, "profile-gap", "V08")


def other_codes(region: Region) -> None:
    """V09: coded otherwise than the information is."""
    right, wrong = region.draft.chance.sample(region.terminologies, 2)
    case = sound.case(region)
    case.entity.set(bound_to=[right.cells["version_of"][0]])
    case.flow.add("conforms_to", wrong)
    read_verdict(region, case, "terminology-gap", "V09")


def too_slow(region: Region) -> None:
    """V10: by night, where it is needed at once."""
    case = sound.case(region, read=False, timing=Timing.BATCH)
    region.draft.find(VERDICTS, "too-slow", "V10", case.entity, case.giver, case.taker, real_time(region, case))


def by_hand(region: Region) -> None:
    """V10: by hand, where it is needed at once."""
    case = sound.case(region, read=False, timing=None, transport=Transport.MANUAL)
    region.draft.find(VERDICTS, "too-slow", "V10", case.entity, case.giver, case.taker, real_time(region, case))


def ungoverned(region: Region) -> None:
    """V11: between two organisations, and nobody answers for it."""
    case = sound.case(region, apart=True, owned_by=[])
    read_verdict(region, case, "ungoverned", "V11")
    region.draft.find(UNOWNED_FLOW, case.flow)
    region.draft.find(UNCERTAIN, "exchange-without-owner", case.flow)
    region.draft.find(NO_OWNER, Exchange.__name__, case.flow)
    region.draft.find(UNCOORDINATED, case.flow)
    lacking(region, case, "owner", "governing-body", "arena", "coordinator")


def through_a_platform(region: Region) -> None:
    """V15: only through a platform, which is a single point of failure."""
    bus: Thing = sound.platform(region)
    case = sound.case(region, mediated_by=[bus])
    read_verdict(region, case, "only-through", "V15")
    region.draft.find(POINTS, bus, 1, 1)


PLANTS = (
    no_way, only_planned, own_format, own_design, other_standard, other_version, other_profile, other_codes,
    too_slow, by_hand, ungoverned, through_a_platform,
)  # fmt: skip
