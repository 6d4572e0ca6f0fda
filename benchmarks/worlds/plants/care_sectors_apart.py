"""Care sectors that information does not reach, and those that it does."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import BEFORE, CUTS, EVER, LATER, UNTIL
from benchmarks.worlds.plants.outcomes import remove
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle


def sector_apart(region: Region) -> None:
    """A sector whose systems exchange with each other only."""
    one, other = _sector_with_two(region)
    sound.exchange(region, one, other, sound.entity(region, one))


def sector_of_plans(region: Region) -> None:
    """A sector that is joined to the region by a planned and an ended exchange only."""
    one, other = _sector_with_two(region)
    about = sound.entity(region, one)
    sound.exchange(region, one, other, about)
    hub = region.hub.master
    sound.exchange(region, one, hub, about, status=ExchangeStatus.PLANNED, owned_by=[region.bodies[0]])
    sound.exchange(region, hub, one, region.hub.entity, status=ExchangeStatus.ENDED)


def _sector_with_two(region: Region) -> tuple[Thing, Thing]:
    at = sound.organisation(region)
    sector = region.sector(region.nowhere)
    one, other = (sound.system(region, at, known=False, in_sector=[sector]) for _ in range(2))
    return one, other


def sector_behind_the_retired(region: Region) -> None:
    """A sector that only a retired system joined to the region."""
    one, other = _sector_with_two(region)
    gone = sound.system(region, known=False, lifecycle=Lifecycle.RETIRED)
    sound.exchange(region, one, other, sound.entity(region, one))
    for giver, taker in ((one, gone), (gone, one), (gone, region.hub.master), (region.hub.master, gone)):
        sound.exchange(region, giver, taker, region.hub.entity, owned_by=[region.bodies[0]])


def sector_joined_for_a_time(region: Region) -> None:
    """A sector that exchanges with the hub, both ways, until a day."""
    at = sound.organisation(region)
    sector = region.sector(0, gives=UNTIL, takes=UNTIL, alone=LATER)
    one, other = (sound.system(region, at, known=False, in_sector=[sector]) for _ in range(2))
    about = sound.entity(region, one)
    sound.exchange(region, one, other, about)
    sound.exchange(region, one, region.hub.master, about, valid_until="2041")
    for source in (region.hub, region.sources[0]):
        sound.exchange(region, source.master, one, source.entity, valid_until="2041")
    region.draft.find(CUTS, one, 1, 2, when=UNTIL)


def sector_behind_the_removed(region: Region) -> None:
    """A sector that only a system that the scenario removes joins to the region, over two stops."""
    at = sound.organisation(region)
    sector = region.sector(region.nowhere, gives=BEFORE, takes=BEFORE)
    one, other = (sound.system(region, at, known=False, in_sector=[sector]) for _ in range(2))
    middle, near = sound.system(region, known=False), sound.system(region)
    sound.exchange(region, one, other, sound.entity(region, one))
    for pair in ((one, middle), (middle, near), (near, region.hub.master)):
        for giver, taker in (pair, reversed(pair)):
            sound.exchange(region, giver, taker, region.hub.entity, owned_by=[region.bodies[0]])
    for joint, behind in ((near, 3), (middle, 2), (one, 1)):
        region.draft.find(CUTS, joint, behind, 2, when=BEFORE)
    remove(region, middle)


def sector_without_systems(region: Region) -> None:
    """Whether it is connected is not known: for islands a row of its own sort, for gaps none."""
    region.sector(None)


def two_that_feed_a_third(region: Region) -> None:
    """Two sectors feed the same system, which gives nothing: no way between them, but one stop in common."""
    near, third = region.nowhere, sound.system(region, known=False)
    for sector in (region.sector(near), region.sector(near)):
        giver = sound.system(region, sound.organisation(region), known=False, in_sector=[sector])
        sound.exchange(region, giver, third, sound.entity(region, giver))
    region.draft.find(CUTS, third, 1, 2)


def far_sector(region: Region) -> None:
    """A sector with a way to the region over two stops: connected one way, but not over one stop."""
    at = sound.organisation(region)
    start = sound.system(region, at, known=False, in_sector=[region.sector(region.nowhere, gives=EVER)])
    one, two = (sound.system(region, at, known=False) for _ in range(2))
    about = sound.entity(region, start)
    sound.exchange(region, start, one, about)
    sound.exchange(region, one, two, about)
    for source in region.sources[:2]:
        sound.exchange(region, two, source.master, about)
    region.draft.find(CUTS, one, 1, 2)
    region.draft.find(CUTS, two, 2, 2)


def sector_over_a_storage(region: Region) -> None:
    """A sector that shares a storage with the region: ways both ways, but no exchange."""
    sector = region.sector(region.nowhere, gives=EVER, takes=EVER)
    one = sound.system(region, sound.organisation(region), known=False, in_sector=[sector])
    about = sound.entity(region, one)
    for source in region.sources[:2]:
        sound.storage(region, keeps_data_of=[one, source.master], stores=[about])


def one_way_sector(region: Region) -> None:
    """A sector that only receives, from the hub that all have: connected, one way."""
    at = sound.organisation(region)
    taker = sound.system(region, at, known=False, in_sector=[region.sector(0, takes=EVER)])
    _receives(region, taker)


def used_from_the_sector(region: Region) -> None:
    """A sector without systems of its own, whose organisation uses a system that others use too."""
    at = sound.organisation(region, in_sector=[region.sector(0, takes=EVER)])
    used = sound.system(region, known=False)
    used.add("used_by", at)
    _receives(region, used)


def _receives(region: Region, taker: Thing) -> None:
    """It receives from the hub that all sectors have, and from another system of the region."""
    for source in (region.hub, region.sources[0]):
        sound.exchange(region, source.master, taker, source.entity)


PLANTS = (
    sector_apart, sector_of_plans, sector_behind_the_retired, sector_joined_for_a_time, sector_behind_the_removed,
    sector_without_systems, two_that_feed_a_third, far_sector, sector_over_a_storage, one_way_sector,
    used_from_the_sector,
)  # fmt: skip
