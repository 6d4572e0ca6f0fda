"""Platforms that information cannot do without, and platforms that it can."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import POINTS
from benchmarks.worlds.region import Region
from graph.ontology.vocabulary import ExchangeStatus


def platform_for_many(region: Region) -> None:
    """A platform that two exchanges, one of them with two receivers, pass and nothing goes beside."""
    bus = sound.platform(region)
    case = sound.case(region, read=False, mediated_by=[bus])
    case.flow.add("consumed_by", sound.system(region, case.giver.cells["used_by"][0]))
    sound.case(region, read=False, mediated_by=[bus])
    region.draft.find(POINTS, bus, 2, 3)


def other_way_for_something_else(region: Region) -> None:
    """What goes beside the platform carries something else, or is planned, or does not say what it carries."""
    bus = sound.platform(region)
    case = sound.case(region, read=False, mediated_by=[bus])
    sound.exchange(region, case.giver, case.taker, sound.entity(region, case.giver))
    sound.exchange(region, case.giver, case.taker)
    sound.exchange(region, case.giver, case.taker, case.entity, status=ExchangeStatus.PLANNED)
    region.draft.find(POINTS, bus, 1, 1)


def another_way(region: Region) -> None:
    """The same goes beside the platform, straight or over another one."""
    for way in ([], [sound.platform(region)]):
        case = sound.case(region, read=False, mediated_by=[sound.platform(region)])
        sound.exchange(region, case.giver, case.taker, case.entity, mediated_by=way)


def nothing_runs_through_it(region: Region) -> None:
    """Only a planned and an ended exchange pass the platform."""
    bus = sound.platform(region)
    for status in (ExchangeStatus.PLANNED, ExchangeStatus.ENDED):
        sound.case(region, read=False, mediated_by=[bus], status=status)


PLANTS = (platform_for_many, other_way_for_something_else, another_way, nothing_runs_through_it)
