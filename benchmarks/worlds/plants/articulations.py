"""Things without which the network of exchanges falls apart, and things that only look so."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import ALONE, CUTS, OBSERVED, POINTS
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle


def joint(region: Region) -> None:
    """One system that two others exchange with, and nobody else."""
    giver, (one, other) = _with_leaves(region)
    about = sound.entity(region, giver)
    for leaf in (one, other):
        sound.exchange(region, giver, leaf, about)
    region.draft.find(CUTS, giver, 2, 3)


def chain(region: Region) -> None:
    """A system behind a system: each on the way cuts off what is behind it."""
    giver, (one, other) = _with_leaves(region)
    about = sound.entity(region, giver)
    sound.exchange(region, giver, one, about)
    sound.exchange(region, one, other, about)
    region.draft.find(CUTS, giver, 2, 2)
    region.draft.find(CUTS, one, 1, 2)


def platform_as_a_joint(region: Region) -> None:
    """Two systems that are reached over one platform only."""
    giver, leaves = _with_leaves(region)
    bus = sound.platform(region)
    about = sound.entity(region, giver)
    other = sound.system(region, giver.cells["used_by"][0])
    for source in (giver, other):
        sound.exchange(region, source, leaves[0], about, mediated_by=[bus])
    sound.exchange(region, giver, leaves[1], about, mediated_by=[bus])
    region.draft.find(CUTS, bus, 2, 3)
    region.draft.find(POINTS, bus, 3, 3)


def ring(region: Region) -> None:
    """Two behind one that exchange with each other: only the one cuts them off, together."""
    giver, (one, other) = _with_leaves(region)
    about = sound.entity(region, giver)
    for source, taker in ((giver, one), (one, other), (other, giver)):
        sound.exchange(region, source, taker, about)
    region.draft.find(CUTS, giver, 2, 2)


def two_ways(region: Region) -> None:
    """What is behind has another way, by an exchange and over a storage that another system keeps data in."""
    giver, (leaf, other) = _with_leaves(region)
    about = sound.entity(region, giver)
    sound.exchange(region, giver, leaf, about)
    sound.exchange(region, leaf, other, about)
    sound.exchange(region, sound.system(region), other, about)
    sound.storage(region, keeps_data_of=[leaf, sound.system(region)])


def joined_by_the_retired(region: Region) -> None:
    """What is behind had another way, over a system that is retired now."""
    giver, (leaf,) = _with_leaves(region, 1)
    about = sound.entity(region, giver)
    gone = sound.system(region, lifecycle=Lifecycle.RETIRED)
    sound.exchange(region, giver, leaf, about)
    sound.exchange(region, gone, leaf, about)
    sound.exchange(region, sound.system(region), gone, about)
    region.draft.find(CUTS, giver, 1, 2)


def joined_by_plans(region: Region) -> None:
    """A planned and an ended exchange join nothing, and so hold nothing together; who has but an ended one is alone."""
    giver, leaves = _with_leaves(region)
    about = sound.entity(region, giver)
    for leaf, status in zip(leaves, (ExchangeStatus.PLANNED, ExchangeStatus.ENDED), strict=True):
        sound.exchange(region, giver, leaf, about, status=status)
    region.draft.find(ALONE, leaves[1])
    region.draft.find(OBSERVED["island"], leaves[1])


def _with_leaves(region: Region, count: int = 2) -> tuple[Thing, list[Thing]]:
    """A system of the region, and others that nothing else reaches."""
    giver = sound.system(region)
    return giver, [sound.system(region, giver.cells["used_by"][0], known=False) for _ in range(count)]


PLANTS = (joint, chain, platform_as_a_joint, ring, two_ways, joined_by_the_retired, joined_by_plans)
