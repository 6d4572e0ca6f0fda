"""Decoys for the table of verdicts: what looks like something against a way, and is not."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import NO_OWNER, NONSTANDARD, OWN_FORMAT, UNCERTAIN, UNOWNED_FLOW
from benchmarks.worlds.plants.across import lacking
from benchmarks.worlds.plants.wanting import further, profile, real_time
from benchmarks.worlds.region import Region
from benchmarks.worlds.sound import Case
from graph.ontology.kinds import Arena, Coordinator
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, Timing


def profile_of_a_profile(region: Region) -> None:
    """The taker's guide builds on the one that is sent."""
    base = region.ways[0].version
    national = profile(region, base)
    case = sound.case(region, conforms_to=[base], profiled_by=[national])
    case.taker.set(profiled_by=[profile(region, profile(region, national))])


def right_codes(region: Region) -> None:
    """The giver states the codes, not the flow."""
    codes = region.draft.chance.choice(region.terminologies)
    case = sound.case(region)
    case.entity.set(bound_to=[codes.cells["version_of"][0]])
    case.giver.set(conforms_to=[codes])


def also_the_other_version(region: Region) -> None:
    """The taker follows an older version beside the one that is sent."""
    way = region.draft.chance.choice(region.ways)
    case = sound.case(region, conforms_to=[way.version])
    older = sound.version(region, way.version.cells["version_of"][0], "0.9")
    case.taker.set(conforms_to=[older, way.version])


def another_standard_beside(region: Region) -> None:
    """The taker follows another standard; the flow's own is what is sent."""
    one, other = region.draft.chance.sample(region.ways, 2)
    case = sound.case(region, conforms_to=[one.version])
    case.taker.set(conforms_to=[other.version])


def by_its_interface(region: Region) -> None:
    """The flow states no standard, the interface that it runs through does."""
    case = sound.case(region, conforms_to=[])
    case.flow.set(runs_through=[sound.api(region, case.giver, conforms_to=[region.ways[0].version])])


def at_once(region: Region) -> None:
    """Needed at once, and sent at once."""
    real_time(region, sound.case(region, read=False))


def slow_where_nobody_hurries(region: Region) -> None:
    """By night, and nobody needs it at once."""
    case = sound.case(region, timing=Timing.BATCH)
    sound.need(region, case.giver, case.taker, case.entity, case.flow)


def coordinated(region: Region) -> None:
    """Between organisations, without an owner, but with somebody who coordinates it."""
    case = sound.case(region, apart=True, owned_by=[])
    case.flow.set(coordinated_by=[region.draft.put(Coordinator)])
    _unowned(region, case, "governing-body", "arena")


def discussed(region: Region) -> None:
    """Between organisations, without an owner, but decided on by a body and discussed in an arena."""
    case = sound.case(region, apart=True, owned_by=[])
    case.flow.set(decided_by=[region.bodies[1]], discussed_in=[region.draft.put(Arena)])
    _unowned(region, case, "coordinator")


def _unowned(region: Region, case: Case, *missing: str) -> None:
    lacking(region, case, "owner", *missing)
    region.draft.find(UNOWNED_FLOW, case.flow)
    region.draft.find(UNCERTAIN, "exchange-without-owner", case.flow)
    region.draft.find(NO_OWNER, case.flow.kind.__name__, case.flow)


def better_way_round(region: Region) -> None:
    """The short way is in a format of its own, the longer one is sound; the format stays a gap of the exchange."""
    case = sound.case(region, conforms_to=[], format="Fast postformat")
    middle = sound.system(region, case.giver.cells["used_by"][0])
    sound.exchange(region, case.giver, middle, case.entity)
    sound.exchange(region, middle, case.taker, case.entity)
    region.draft.find(OWN_FORMAT, case.flow)
    region.draft.find(NONSTANDARD, case.flow, ["own-format"])


def over_four_systems(region: Region) -> None:
    """A long way is a way, for a need too."""
    case = sound.case(region, read=False)
    flows = further(region, case, 3)
    (end,) = flows[-1].cells["consumed_by"]
    sound.need(region, case.giver, end, case.entity)


def over_two_exchanges(region: Region) -> None:
    """Two exchanges after each other meet a need."""
    case = sound.case(region, read=False)
    (flow,) = further(region, case, 1)
    sound.need(region, case.giver, flow.cells["consumed_by"][0], case.entity)


def over_shared_storage(region: Region) -> None:
    """Both keep data in a storage that holds it."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    sound.storage(region, keeps_data_of=[case.giver, case.taker], stores=[case.entity])


def over_an_interface(region: Region) -> None:
    """It depends on an interface of the master: a way, though no exchange is stated."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    door = sound.api(region, case.giver, conforms_to=[region.ways[0].version])
    case.taker.set(depends_on=[door])


def reads_what_it_stores(region: Region) -> None:
    """It reads what it has a copy of itself."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    case.taker.set(stores=[case.entity])


def retired_reader(region: Region) -> None:
    """It read it while it was in use."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    case.taker.set(lifecycle=Lifecycle.RETIRED)


PLANTS = (
    profile_of_a_profile, right_codes, also_the_other_version, another_standard_beside, by_its_interface, at_once,
    slow_where_nobody_hurries, coordinated, better_way_round, over_four_systems, over_two_exchanges,
    over_shared_storage, over_an_interface, reads_what_it_stores, retired_reader, discussed,
)  # fmt: skip
