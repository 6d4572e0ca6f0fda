"""A need, the information that it calls for, the standard that suits, and whether it can be met today.

Standards: those that a source says suit the need, those that can express the information, and those that are both (a
standard and its version count as one); terminologies that code it beside them. A system speaks a standard when it, an
API of it, or an exchange that it gives or takes is stated to follow a standard that both suits the need and expresses
the information; where no standard does both, one that expresses it; where none expresses it, one that suits the need.
Met today is what an exchange in use carries; by hand, or not in real time where that is needed, is said apart. An
exchange between the parties that carries the information, but is not stated to meet the need, is shown as such. What
is missing is named pair by pair: from whom, to whom, of what.
"""

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import Any, NamedTuple

from graph.declaration import Choice
from graph.ontology import Device, Need, Role, SharedStorage, System
from graph.picture import PLACE, Node, Picture
from graph.vocabulary import ExchangeStatus, Lifecycle, Timing, Transport
from graph.words import N_
from queries.answer import AnswerRow, Phrase, ThingRef
from queries.grounds import grounds, ref, refs
from queries.question import QuestionParameters, Theme, column, parameter

THEME = Theme.INFORMATION

SYSTEM, ROLE = System.__name__, Role.__name__
GIVERS = {kind.__name__ for kind in (System, Device, SharedStorage)}


class Parameters(QuestionParameters):
    """Which need to look at; all when not given."""

    need: str | None = parameter("Need", "Behov", of=Need)
    listed: int = parameter("Systems listed per row at most", "Högst antal system per rad", 50, ge=1, le=1_000)


class Met(Choice):
    """Whether a need can be met today."""

    YES = "yes", "Met today", "Möts i dag"
    NOT_REAL_TIME = "not-real-time", "Met, but not in real time", "Möts, men inte i realtid"
    BY_HAND = "by-hand", "Met by hand", "Möts för hand"
    LIKELY = (
        "likely",
        "An exchange carries it; not stated to meet the need",
        "Ett utbyte bär det; anges inte möta behovet",
    )
    PLANNED = "planned", "Planned, not met today", "Planerat, möts inte i dag"
    NO = "no-exchange", "No exchange is stated", "Inget utbyte är uppgivet"


class Row(AnswerRow):
    """One need and one kind of information that it calls for."""

    need: ThingRef = column("Need", "Behov")
    entity: ThingRef | None = column("Information", "Information")
    met: Met | None = column("Met today", "Möts i dag")
    exchanges: tuple[ThingRef, ...] = column("By", "Genom")
    missing: tuple[Phrase, ...] = column("Missing", "Saknas")
    best: tuple[ThingRef, ...] = column("Suits and expresses it", "Passar och uttrycker det")
    suited_by: tuple[ThingRef, ...] = column("Said to suit the need", "Sägs passa behovet")
    expressed_by: tuple[ThingRef, ...] = column("Can express the information", "Kan uttrycka informationen")
    coded_by: tuple[ThingRef, ...] = column("Coded by", "Kodas med")
    speaking: int | None = column("Systems that speak it", "System som talar den")
    speakers: tuple[ThingRef, ...] = column("Which systems", "Vilka system")


class Found(NamedTuple):
    """One need and one kind of information that it calls for."""

    need: Node
    entity: Node | None
    known: "Known"


def find(picture: Picture, parameters: Parameters) -> list[Found]:
    """Need by need, one kind of information at a time."""
    known = Known()
    return [
        Found(need, entity, known)
        for need in picture.all(Need)
        if parameters.need in (None, need.id)
        for entity in need.calls_for or (None,)
    ]


class Known:
    """What is found out once for all rows, as these are told."""

    def __init__(self) -> None:
        self._following: dict[Node, set[Node]] = {}
        self._given: dict[Node, Flows] = {}
        self._taken: dict[Node, Flows] = {}

    def following(self, version: Node) -> set[Node]:
        """The systems that follow a version."""
        if version not in self._following:
            systems = {system for each in version.conformed_to_by for system in _systems(each)}
            self._following[version] = {system for system in systems if system.lifecycle != Lifecycle.RETIRED}
        return self._following[version]

    def given(self, holder: Node) -> "Flows":
        """What gives information there, and its exchanges."""
        if holder not in self._given:
            there = {each for each in (*_at(holder), *holder.served_by) if each.kind in GIVERS}
            self._given[holder] = Flows(there, {flow for each in there for flow in each.provides})
        return self._given[holder]

    def taken(self, seeker: Node) -> "Flows":
        """What takes information there, and its exchanges."""
        if seeker not in self._taken:
            there = _at(seeker)
            self._taken[seeker] = Flows(there, {flow for each in there for flow in each.consumes})
        return self._taken[seeker]


class Flows(NamedTuple):
    """The things of a place, and exchanges of theirs."""

    things: set[Node]
    flows: set[Node]


def tell(picture: Picture, found: Found, parameters: Parameters) -> Row:
    """The standards that suit, who speaks them, and whether the need is met."""
    need, entity, known = found
    suited = need.suited_by
    expressing = entity.expressed_by if entity else ()
    codes = entity.bound_to if entity else ()
    wide = {each for standard in suited for each in _same(standard)}
    speaking = _speaking(suited, expressing, wide, known)
    speakers = nsmallest(parameters.listed, speaking, key=PLACE)
    between = list(_between(need, entity, known)) if entity else []
    met, flows, missing = _verdict(need, entity, between)
    sides = ("suited_by", "met_by", "asked_of", "needed_at")
    versions = [(each, each.links("has_version", "version_of")) for each in suited]
    return Row(
        need=ThingRef.of(need),
        entity=ref(entity),
        met=met,
        exchanges=refs(flows),
        missing=missing,
        best=refs(each for each in expressing if each in wide),
        suited_by=refs(suited),
        expressed_by=refs(expressing),
        coded_by=refs(codes),
        speaking=len(speaking) if suited or expressing else None,
        speakers=refs(speakers),
        grounds=grounds(
            need, entity, need.link("calls_for", entity) if entity else None,
            ((need.sides.get(side), need.links(side)) for side in sides), wide, versions,
            expressing, codes, entity.links("expressed_by", "bound_to") if entity else (),
            (flow.links("carries") for flow in need.met_by), speakers, map(_facts, between),
        ),
    )  # fmt: skip


def _same(standard: Node) -> tuple[Node, ...]:
    """A standard with its versions, or a version with its standard."""
    return (standard, *standard.has_version, *standard.version_of)


def _speaking(suited: Iterable[Node], expressing: Iterable[Node], wide: set[Node], known: Known) -> set[Node]:
    """The systems that are stated to follow a standard that both suits and expresses, else one of the next best."""
    suits, expresses = _versions(suited), _versions(expressing)
    versions = expresses or suits
    if not wide.isdisjoint(expressing):
        versions = suits & expresses
    return {system for version in versions for system in known.following(version)}


def _versions(standards: Iterable[Node]) -> set[Node]:
    """The versions that can be followed: a standard stands for all of its own."""
    return {version for each in standards for version in (each, *each.has_version)}


def _systems(follower: Node) -> Iterator[Node]:
    """The system that follows a standard, or those that expose the interface or give or take the exchange."""
    around = (follower, *follower.exposed_by, *follower.provided_by, *follower.consumed_by)
    return (each for each in around if each.kind == SYSTEM)


class Flow(NamedTuple):
    """An exchange of the information from something of who has it to something of who needs it."""

    holder: Node
    seeker: Node
    entity: Node
    flow: Node
    source: Node
    sink: Node


def _between(need: Node, entity: Node, known: Known) -> Iterator[Flow]:
    """The exchanges between the parties that carry the information and have not ended."""
    for holder in need.asked_of:
        sources, given = known.given(holder)
        for seeker in need.needed_at:
            sinks, taken = known.taken(seeker)
            for flow in given & taken:
                if entity in flow.carries and flow.status != ExchangeStatus.ENDED:
                    for source in sources.intersection(flow.provided_by):
                        for sink in sinks.intersection(flow.consumed_by):
                            yield Flow(holder, seeker, entity, flow, source, sink)


def _at(place: Node) -> set[Node]:
    """The place itself and what it uses or owns; of a care sector also its systems, and what its organisations have."""
    there = {place, *place.uses, *place.owns, *place.includes}
    return there.union(*(each for part in place.includes for each in (part.uses, part.owns)))


def _facts(between: Flow) -> tuple[Any, ...]:
    _, _, entity, flow, source, sink = between
    links = (flow.link("provided_by", source), flow.link("carries", entity), flow.link("consumed_by", sink))
    return (flow, source, sink, links)


def _verdict(need: Node, entity: Node | None, between: list[Flow]) -> tuple[Met | None, list[Node], tuple[Phrase, ...]]:
    stated = [flow for flow in need.met_by if entity is None or not flow.carries or entity in flow.carries]
    running = _with(stated, ExchangeStatus.IN_USE)
    if running:
        return _how_well(need, running), stated, ()
    pairs = set(_pairs(need))
    likely = [each.flow for each in between if (each.holder, each.seeker) in pairs]
    missing = _missing(need, entity, between)
    if _with(stated, ExchangeStatus.PLANNED):
        return Met.PLANNED, stated, missing
    if any(flow.status is None for flow in stated):
        return None, stated, ()
    if found := _with(likely, ExchangeStatus.IN_USE):
        return Met.LIKELY, found, missing
    if found := _with(likely, ExchangeStatus.PLANNED):
        return Met.PLANNED, found, missing
    if entity is None or not (need.asked_of and need.needed_at):
        return None, stated, missing
    return Met.NO, stated, missing


def _with(flows: list[Node], status: ExchangeStatus) -> list[Node]:
    return [flow for flow in flows if flow.status == status]


def _how_well(need: Node, running: list[Node]) -> Met | None:
    timings = {flow.timing or (Timing.MANUAL if flow.transport == Transport.MANUAL else None) for flow in running}
    if need.real_time and Timing.REAL_TIME not in timings:
        return None if None in timings else Met.NOT_REAL_TIME
    return Met.BY_HAND if timings == {Timing.MANUAL} else Met.YES


def _missing(need: Node, entity: Node | None, between: list[Flow]) -> tuple[Phrase, ...]:
    """From whom to whom no exchange in use carries the information."""
    if entity is None:
        return (Phrase(text=N_("No source says which information it calls for.")),)
    if not need.asked_of or not need.needed_at:
        return (Phrase(text=N_("No source says both who needs it and who has it.")),)
    there = {(each.holder, each.seeker) for each in between if each.flow.status == ExchangeStatus.IN_USE}
    text = N_("An exchange of {entity} from {holder} to {seeker}.")
    what = ThingRef.of(entity)
    return tuple(
        Phrase(text=text, values={"entity": what, "holder": ThingRef.of(holder), "seeker": ThingRef.of(seeker)})
        for holder, seeker in _pairs(need)
        if (holder, seeker) not in there
    )


def _pairs(need: Node) -> list[tuple[Node, Node]]:
    """Who has the information, with each who needs it; roles only where nothing else is stated."""
    holders, seekers = _not_roles(need.asked_of), _not_roles(need.needed_at)
    return [(h, s) for h in holders for s in seekers if h is not s or len(holders) == len(seekers) == 1]


def _not_roles(things: tuple[Node, ...]) -> list[Node]:
    return [thing for thing in things if thing.kind != ROLE] or list(things)
