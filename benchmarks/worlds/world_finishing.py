"""What is said of a whole world when every plant is in it."""

from benchmarks.worlds.asked import ACTIONS, EVER
from benchmarks.worlds.region import Region
from benchmarks.worlds.sectors import set_apart
from graph.ontology.kinds import SteeringObject, System
from graph.ontology.vocabulary import ManagerialLevel, OrchestrationAction

PER_OBJECT = 40


def finish(region: Region) -> None:
    """Steer every system that is not left out on purpose, and say what follows for sectors and for empty cells."""
    _steer(region)
    set_apart(region.draft, region.placed)
    _empty_cells(region)


def _steer(region: Region) -> None:
    """Each system that no object contains is put into one; an object has a leader."""
    objects = region.draft.things[SteeringObject]
    placed = {each for thing in objects for each in thing.cells.get("contains", ())} | region.unsteered
    loose = [each for each in region.draft.things[System] if each not in placed]
    for start in range(0, len(loose), PER_OBJECT):
        leader = region.some_organisation()
        region.draft.put(SteeringObject, contains=loose[start : start + PER_OBJECT], led_by=[leader])


def _empty_cells(region: Region) -> None:
    """At each moment, the cells of the grid of actions in which no plant recorded anything."""
    draft = region.draft
    recorded = {(*each.row[:2], moment) for each in draft.expected[ACTIONS] for moment in each.when}
    for action in OrchestrationAction:
        for level in ManagerialLevel:
            when = tuple(moment for moment in EVER if (action, level, moment) not in recorded)
            draft.find(ACTIONS, action, level, None, when=when)
