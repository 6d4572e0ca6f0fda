"""Whether a need is met today, by which exchanges, and between which of its parties one is missing."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.language.words import N_
from graph.ontology.declaration import Choice
from graph.ontology.kinds import Device, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Timing, Transport
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import ExchangeNode, InformationEntityNode, NeedNode, RoleNode
from queries.asking.answer import Phrase, ThingRef
from queries.asking.grounds import Facts

GIVERS = {kind.__name__ for kind in (System, Device, SharedStorage)}


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


class LocalFlows(NamedTuple):
    """What is at a place, and exchanges of it."""

    things: set[Node]
    flows: set[ExchangeNode]


def _given(holder: Node) -> LocalFlows:
    """What gives information there, and its exchanges."""
    there = {each for each in (*_at(holder), *holder.side("served_by")) if each.kind in GIVERS}
    return LocalFlows(there, {flow for each in there for flow in each.side("provides")})


def _taken(seeker: Node) -> LocalFlows:
    """What takes information there, and its exchanges."""
    there = _at(seeker)
    return LocalFlows(there, {flow for each in there for flow in each.side("consumes")})


class Flow(NamedTuple):
    """An exchange of the information from something of who has it to something of who needs it."""

    holder: Node
    seeker: Node
    entity: InformationEntityNode
    flow: ExchangeNode
    source: Node
    sink: Node


def between(need: NeedNode, entity: InformationEntityNode) -> Iterator[Flow]:
    """The exchanges between the parties that carry the information and have not ended."""
    for holder in need.asked_of:
        sources, given = holder.once(_given)
        for seeker in need.needed_at:
            sinks, taken = seeker.once(_taken)
            for flow in given & taken:
                if entity in flow.carries and flow.status != ExchangeStatus.ENDED:
                    for source in sources.intersection(flow.provided_by):
                        for sink in sinks.intersection(flow.consumed_by):
                            yield Flow(holder, seeker, entity, flow, source, sink)


def _at(place: Node) -> set[Node]:
    """The place itself and what it uses or owns; of a care sector also its systems, and what its organisations have."""
    there = {place, *place.side("uses"), *place.side("owns"), *place.side("includes")}
    return there.union(*(each for part in place.side("includes") for each in (part.side("uses"), part.side("owns"))))


def facts(between: Flow) -> Facts:
    """What says that the exchange goes between the parties."""
    _, _, entity, flow, source, sink = between
    links = (flow.link("provided_by", source), flow.link("carries", entity), flow.link("consumed_by", sink))
    return (flow, source, sink, links)


def verdict(
    need: NeedNode, entity: InformationEntityNode | None, between: list[Flow]
) -> tuple[Met | None, list[ExchangeNode], tuple[Phrase, ...]]:
    """Whether the need is met, by which exchanges, and what is missing."""
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


def _with(flows: list[ExchangeNode], status: ExchangeStatus) -> list[ExchangeNode]:
    return [flow for flow in flows if flow.status == status]


def _how_well(need: NeedNode, running: list[ExchangeNode]) -> Met | None:
    timings = {flow.timing or (Timing.MANUAL if flow.transport == Transport.MANUAL else None) for flow in running}
    if need.real_time and Timing.REAL_TIME not in timings:
        return None if None in timings else Met.NOT_REAL_TIME
    return Met.BY_HAND if timings == {Timing.MANUAL} else Met.YES


def _missing(need: NeedNode, entity: InformationEntityNode | None, between: list[Flow]) -> tuple[Phrase, ...]:
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


def _pairs(need: NeedNode) -> list[tuple[Node, Node]]:
    """Who has the information, with each who needs it; roles only where nothing else is stated."""
    holders, seekers = _not_roles(need.asked_of), _not_roles(need.needed_at)
    return [(h, s) for h in holders for s in seekers if h is not s or len(holders) == len(seekers) == 1]


def _not_roles(things: tuple[Node, ...]) -> list[Node]:
    return [thing for thing in things if not isinstance(thing, RoleNode)] or list(things)
