"""Needs and exchanges between organisations, with and without anything that holds them together."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import LACKING, UNCOORDINATED, asked
from benchmarks.worlds.region import Region
from benchmarks.worlds.sound import Case
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Arena, Coordinator, Initiative, Organisation
from graph.ontology.vocabulary import ExchangeStatus, OrganisationType, Progress


def nobody_holds_it_together(region: Region) -> None:
    """A need between two organisations, met by a flow that an organisation owns: no arena, body or coordinator."""
    case, need = _across(region)
    region.draft.find(UNCOORDINATED, need)
    region.draft.find(UNCOORDINATED, case.flow)
    lacking(region, case, "governing-body", "arena", "coordinator")


def an_arena_for_something_else(region: Region) -> None:
    """The parties meet, but not about this."""
    case, need = _across(region)
    region.draft.put(Arena, gathers=[*need.cells["asked_of"], *need.cells["needed_at"]])
    region.draft.find(UNCOORDINATED, need)
    region.draft.find(UNCOORDINATED, case.flow)
    lacking(region, case, "governing-body", "arena", "coordinator")


def an_arena(region: Region) -> None:
    """An arena discusses the need, and so the flow that meets it."""
    case, need = _across(region)
    region.draft.put(Arena, discusses=[need])
    lacking(region, case, "governing-body", "coordinator")


def an_arena_for_the_flow(region: Region) -> None:
    """An arena discusses the flow; the need that it meets has nothing."""
    case, need = _across(region)
    region.draft.put(Arena, discusses=[case.flow])
    region.draft.find(UNCOORDINATED, need)
    lacking(region, case, "governing-body", "coordinator")


def a_programme_that_is_discussed(region: Region) -> None:
    """The programme that is to meet the need is discussed; the flow is decided on by a body."""
    case, need = _across(region)
    programme = region.draft.put(Initiative, progress=Progress.ONGOING, addresses=[need])
    region.draft.put(Arena, discusses=[programme])
    case.flow.set(decided_by=[region.bodies[0]])
    lacking(region, case, "arena", "coordinator")


def held_in_every_way(region: Region) -> None:
    """An owner, a body that is heard, an arena, and a coordinator of the need that it meets."""
    case, need = _across(region)
    case.flow.set(input_from=[region.bodies[0]], discussed_in=[region.draft.put(Arena)])
    need.set(coordinated_by=[region.draft.put(Coordinator)])
    lacking(region, case)


def the_region_and_its_hospital(region: Region) -> None:
    """What passes between a whole and its own part does not cross."""
    whole = sound.organisation(region)
    part = region.draft.put(Organisation, organisation_type=OrganisationType.HOSPITAL, part_of=[whole])
    giver, taker = sound.system(region, part), sound.system(region, whole)
    about = sound.entity(region, giver)
    sound.exchange(region, giver, taker, about, owned_by=[whole])


def two_of_one_region(region: Region) -> None:
    """Two hospitals of one region are two organisations."""
    whole = sound.organisation(region)
    one, other = (region.draft.put(Organisation, organisation_type=OrganisationType.HOSPITAL, part_of=[whole])
                  for _ in range(2))  # fmt: skip
    giver, taker = sound.system(region, one), sound.system(region, other)
    about = sound.entity(region, giver)
    flow = sound.exchange(region, giver, taker, about, owned_by=[whole])
    region.draft.find(UNCOORDINATED, flow)
    lacking(region, Case(giver, taker, about, flow), "governing-body", "arena", "coordinator")


def ended_between_organisations(region: Region) -> None:
    """It has ended."""
    giver, taker = (sound.system(region, sound.organisation(region)) for _ in range(2))
    about = sound.entity(region, giver)
    sound.exchange(region, giver, taker, about, owned_by=giver.cells["used_by"], status=ExchangeStatus.ENDED)


def lacking(region: Region, case: Case, *missing: str) -> None:
    """The flow of the case goes across organisations, and lacks this."""
    own = asked("exchanges_across", "exchange", "missing", entity=case.entity)
    region.draft.find_nothing(own)
    for each in (own, *(LACKING[lack] for lack in missing if lack in LACKING)):
        if missing:
            region.draft.find(each, case.flow, missing)


def _across(region: Region) -> tuple[Case, Thing]:
    """A need between two organisations that a flow meets, with nothing that holds them together."""
    whom, where = sound.organisation(region), sound.organisation(region)
    giver, taker = sound.system(region, whom), sound.system(region, where)
    about = sound.entity(region, giver)
    flow = sound.exchange(region, giver, taker, about, owned_by=[whom])
    nothing: dict[str, Any] = {"coordinated_by": []}
    return Case(giver, taker, about, flow), sound.need(region, whom, where, about, flow, **nothing)


PLANTS = (
    nobody_holds_it_together, an_arena_for_something_else, an_arena, an_arena_for_the_flow,
    a_programme_that_is_discussed, held_in_every_way, the_region_and_its_hospital, two_of_one_region,
    ended_between_organisations,
)  # fmt: skip
