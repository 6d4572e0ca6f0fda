"""What is done at which level, what is steered in no object or by nobody, and who may say what of a matter."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import ACTIONS, EARLIER, EVER, SINCE, STEERED, UNTIL, asked
from benchmarks.worlds.region import Region
from graph.ontology.kinds import Decision, Initiative, Procurement, SteeringObject
from graph.ontology.vocabulary import Lifecycle, ManagerialLevel, OrchestrationAction


def actions_at_levels(region: Region) -> None:
    """Two actions at two levels; one of no stated level; one that is decided later; and a level without an action."""
    draft = region.draft
    work = draft.put(Initiative, actions=[OrchestrationAction.ACQUIRE, OrchestrationAction.DEPLOY],
                    managerial_levels=[ManagerialLevel.TOP, ManagerialLevel.MIDDLE])  # fmt: skip
    for action in ("acquire", "deploy"):
        for level in ("top", "middle"):
            draft.find(ACTIONS, action, level, work)
    draft.find(ACTIONS, "enrich", None, draft.put(Procurement, actions=[OrchestrationAction.ENRICH]))
    decided = draft.put(Decision, decided_on="2022", actions=[OrchestrationAction.PIONEER],
                       managerial_levels=[ManagerialLevel.OPERATIONAL])  # fmt: skip
    draft.find(ACTIONS, "pioneer", "operational", decided, when=SINCE)
    draft.put(Initiative, managerial_levels=[ManagerialLevel.OPERATIONAL])


def in_no_object(region: Region) -> None:
    """Systems that nobody steers: one that is there to stay, one that goes; one has gone already."""
    for cells, when in (({}, EVER), ({"used_until": "2041-02"}, UNTIL), ({"lifecycle": Lifecycle.RETIRED}, ())):
        system = sound.system(region, **cells)
        region.unsteered.add(system)
        if when:
            region.draft.find(STEERED, None, system, when=when)


def objects_with_a_lack(region: Region) -> None:
    """One without a leader, one of which nobody says what it contains; and one of which all is said."""
    draft = region.draft
    system, door = sound.system(region), sound.api(region, sound.system(region))
    unled = draft.put(SteeringObject, contains=[system, door])
    for each in (system, door):
        draft.find(STEERED, unled, each)
    draft.find(STEERED, draft.put(SteeringObject, led_by=[region.some_organisation()]), None)
    draft.put(SteeringObject, contains=[sound.storage(region)], led_by=[region.some_organisation()])


def decided_about_is_not_decided_on(region: Region) -> None:
    """A decision about some work gives nobody a right to it; until it is taken, there is none."""
    draft = region.draft
    work = draft.put(Initiative)
    decision = draft.put(Decision, concerns=[work], decided_by=[region.bodies[-1]], decided_on="2023-06")
    nobody = ["input", "decision", "accountability"]
    own = asked("decision_rights", "subject", "decided_by", "held_by_nobody", "decisions", at=EVER,
                kind=Initiative.__name__, subject=work)  # fmt: skip
    said = [{"decision": decision, "decided_by": [region.bodies[-1]], "raised_to": []}]
    draft.find(own, work, [], nobody, said, when=SINCE)
    draft.find(own, work, [], nobody, [], when=EARLIER)
    of_the_decision = asked("decision_rights", "subject", "escalates_to", at=EVER, subject=decision)
    draft.find(of_the_decision, decision, region.bodies[:-1], when=SINCE)


PLANTS = (actions_at_levels, in_no_object, objects_with_a_lack, decided_about_is_not_decided_on)
