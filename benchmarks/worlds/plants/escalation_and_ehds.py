"""Where matters go round in a circle, and whom the European Health Data Space reaches."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import CIRCLES, COVERAGE, EVER, EXPOSED, LAST_HOLDER, LATER, MASTERS, STEERED, UNTIL, asked
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Decision, Device, GovernanceBody, Milestone, Regulation, SteeringObject
from graph.ontology.vocabulary import BodyType, ExchangeStatus, Lifecycle, Origin

DAY = "2029-03-26"
SUMMARY = "patient-summary"


def circle(region: Region) -> None:
    """Two bodies pass on to each other: what they hold, and what is passed on to them, goes in a circle."""
    draft = region.draft
    one, other, below = (_body(region) for _ in range(3))
    one.set(escalates_to=[other])
    other.set(escalates_to=[one])
    below.set(escalates_to=[one])
    for holder in (one, below):
        draft.find(CIRCLES, draft.put(Decision, decided_by=[holder]))
    answered_for = draft.put(SteeringObject, accountable=[below])
    draft.find(CIRCLES, answered_for)
    draft.find(STEERED, answered_for, None)


def to_the_politicians(region: Region) -> None:
    """A project's steering group passes on step by step; the politicians are the end."""
    board, assembly = _body(region, BodyType.POLITICAL), _body(region, BodyType.POLITICAL)
    board.set(escalates_to=[assembly])
    group = _body(region).set(escalates_to=[board])
    matter = region.draft.put(Decision, raised_to=[group])
    chain = asked("escalation", "subject", "politicians", kind=Decision.__name__, id=matter)
    region.draft.find(chain, matter, [board, assembly])


def heard_in_a_circle(region: Region) -> None:
    """Who is only heard of a matter does not hold it: it goes nowhere from there."""
    one, other = _body(region), _body(region)
    one.set(escalates_to=[other])
    other.set(escalates_to=[one])
    region.draft.put(Decision, input_from=[one])


def _body(region: Region, kind: BodyType = BodyType.PROJECT_STEERING) -> Thing:
    return region.draft.put(GovernanceBody, body_type=kind)


def exposed(region: Region) -> None:
    """By what they hold, read, publish and exchange: bought, built, of unknown origin, general, and a device."""
    draft, about, at = region.draft, _priority(region), region.some_organisation()
    reader = sound.system(region, at, reads=[about], origin=Origin.IN_HOUSE)
    master = sound.system(region, at, masters=[about], origin=Origin.BOUGHT)
    flow = sound.exchange(region, master, reader, about)
    unknown = sound.system(region, at, origin=None, supplied_by=[])
    flow.add("consumed_by", unknown)
    outside = sound.system(region, stores=[about], general_purpose=True)
    space = sound.storage(region, stores=[about])
    device = draft.put(Device, publishes=[about], owned_by=[region.some_organisation()])
    for thing, role, day in (
        (master, "vendor", DAY), (reader, "manufacturer", DAY), (unknown, "unknown", DAY), (outside, "outside", None),
        (space, "outside", None), (device, "claimed", DAY),
    ):  # fmt: skip
        draft.find(EXPOSED, thing, role, day, [SUMMARY])


def later_for_own_building(region: Region) -> None:
    """The law sets a later day for what is built in-house."""
    draft, about = region.draft, _priority(region)
    (law,) = draft.things[Regulation][-1:]
    draft.put(Milestone, day="2031-03-26", origin=Origin.IN_HOUSE, applies_through=[law])
    draft.find(
        EXPOSED, sound.system(region, masters=[about], origin=Origin.IN_HOUSE), "manufacturer", "2031-03-26", [SUMMARY]
    )
    draft.find(EXPOSED, sound.system(region, stores=[about], origin=Origin.BOUGHT), "vendor", DAY, [SUMMARY])


def exposed_for_a_time(region: Region) -> None:
    """Until it retires, or until what it receives ends."""
    draft, about = region.draft, _priority(region)
    master = sound.system(region, masters=[about], origin=Origin.BOUGHT)
    keeper = sound.system(region, stores=[about], origin=Origin.BOUGHT, used_until="2041-05")
    taker = sound.system(region, origin=Origin.BOUGHT)
    sound.exchange(region, master, taker, about, valid_until="2041-05", owned_by=[region.bodies[0]])
    for thing, when in ((master, EVER), (keeper, UNTIL), (taker, UNTIL)):
        draft.find(EXPOSED, thing, "vendor", DAY, [SUMMARY], when=when)
    draft.find(LAST_HOLDER, about, master, True, when=LATER)


def not_exposed(region: Region) -> None:
    """Retired, or no longer exchanging it."""
    about = _priority(region)
    gone = sound.system(region, masters=[about], lifecycle=Lifecycle.RETIRED)
    sound.exchange(region, gone, sound.system(region), about, status=ExchangeStatus.ENDED)
    region.draft.find(COVERAGE, about, ["not-used"])
    region.draft.find(MASTERS, "nobody-holds", about)


def _priority(region: Region) -> Thing:
    """Information of a priority category that nobody has yet, and the day that the law sets for it."""
    about = sound.entity(region, None, copied=False, ehds_category=SUMMARY)
    law = region.draft.put(Regulation, binding=True)
    region.draft.put(Milestone, day=DAY, concerns=[about], applies_through=[law])
    return about


PLANTS = (
    circle,
    to_the_politicians,
    heard_in_a_circle,
    exposed,
    later_for_own_building,
    exposed_for_a_time,
    not_exposed,
)
