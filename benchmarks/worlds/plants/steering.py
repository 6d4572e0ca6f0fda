"""What is done at which level, what is steered in no object or by nobody, and who may say what of a matter."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import ACTIONS, EARLIER, EVER, SINCE, STEERED, UNTIL, asked
from benchmarks.worlds.region import Region
from graph.ontology.kinds import Decision, Initiative, Procurement, SteeringObject
from graph.ontology.vocabulary import Lifecycle, ManagerialLevel, OrchestrationAction


def actions_at_levels(region: Region) -> None:
    """Two actions at two levels; one of no stated level; one that is decided later; and a level without an action."""
    land = region.land
    work = land.put(Initiative, actions=[OrchestrationAction.ACQUIRE, OrchestrationAction.DEPLOY],
                    managerial_levels=[ManagerialLevel.TOP, ManagerialLevel.MIDDLE])  # fmt: skip
    for action in ("acquire", "deploy"):
        for level in ("top", "middle"):
            land.find(ACTIONS, action, level, work)
    land.find(ACTIONS, "enrich", None, land.put(Procurement, actions=[OrchestrationAction.ENRICH]))
    decided = land.put(Decision, decided_on="2022", actions=[OrchestrationAction.PIONEER],
                       managerial_levels=[ManagerialLevel.OPERATIONAL])  # fmt: skip
    land.find(ACTIONS, "pioneer", "operational", decided, when=SINCE)
    land.put(Initiative, managerial_levels=[ManagerialLevel.OPERATIONAL])


def in_no_object(region: Region) -> None:
    """Systems that nobody steers: one that is there to stay, one that goes; one has gone already."""
    for cells, when in (({}, EVER), ({"used_until": "2041-02"}, UNTIL), ({"lifecycle": Lifecycle.RETIRED}, ())):
        system = sound.system(region, **cells)
        region.unsteered.add(system)
        if when:
            region.land.find(STEERED, None, system, when=when)


def objects_with_a_lack(region: Region) -> None:
    """One without a leader, one of which nobody says what it contains; and one of which all is said."""
    land = region.land
    system, door = sound.system(region), sound.api(region, sound.system(region))
    unled = land.put(SteeringObject, contains=[system, door])
    for each in (system, door):
        land.find(STEERED, unled, each)
    land.find(STEERED, land.put(SteeringObject, led_by=[region.some_organisation()]), None)
    land.put(SteeringObject, contains=[sound.storage(region)], led_by=[region.some_organisation()])


def decided_about_is_not_decided_on(region: Region) -> None:
    """A decision about some work gives nobody a right to it; until it is taken, there is none."""
    land = region.land
    work = land.put(Initiative)
    decision = land.put(Decision, concerns=[work], decided_by=[region.bodies[-1]], decided_on="2023-06")
    nobody = ["input", "decision", "accountability"]
    own = asked("decision_rights", "subject", "decided_by", "held_by_nobody", "decisions", at=EVER,
                kind=Initiative.__name__, subject=work)  # fmt: skip
    said = [{"decision": decision, "decided_by": [region.bodies[-1]], "raised_to": []}]
    land.find(own, work, [], nobody, said, when=SINCE)
    land.find(own, work, [], nobody, [], when=EARLIER)
    of_the_decision = asked("decision_rights", "subject", "escalates_to", at=EVER, subject=decision)
    land.find(of_the_decision, decision, region.bodies[:-1], when=SINCE)


PLANTS = (actions_at_levels, in_no_object, objects_with_a_lack, decided_about_is_not_decided_on)
