"""Islands: pairs of care sectors, or of organisations, between whose systems information has no stated way to go."""

from collections.abc import Mapping
from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import (
    CareSector,
    Device,
    InformationEntity,
    IntegrationPlatform,
    Organisation,
    SharedStorage,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.components import strongly_connected
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import CareSectorNode, EndpointNode, InformationEntityNode, OrganisationNode, SystemNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ordered
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.phases import in_use

TITLE = Words(
    "Which care sectors or organisations are islands: pairs between whose systems no exchange path is stated?",
    "Vilka vårdsektorer eller organisationer är öar: par mellan vars system ingen väg av utbyten är uppgiven?",
)
ABOUT = Words(
    "Islands: pairs of care sectors, or of organisations, between whose systems information has no stated way to go. "
    "A sector's systems are those placed in it and those used by its organisations; an organisation's are those it "
    "uses or owns. Planned and retired systems and platforms do not count. Information goes from provider to consumer "
    "of every exchange in use, over as many systems, platforms and storages as it takes, and both ways between a "
    "storage and the systems that keep data in it. Two places that share a system are connected. Exchanges that only "
    "feed the same third system connect nobody. Where a way needs an exchange of which it is not stated whether it is "
    "in use, or, when one kind of information is asked for, what it carries, the pair is unclear; where no system of "
    "a place is stated, unknown.",
    "Öar: par av vårdsektorer, eller av organisationer, där ingen väg för information är uppgiven mellan parets "
    "system. En sektors system är de som hör till den och de som används av dess organisationer. En organisations "
    "system är de som den använder eller äger. Planerade och avvecklade system och plattformar räknas inte. "
    "Information går från den som lämnar till den som tar emot i varje utbyte i bruk, genom så många system, "
    "plattformar och lagringar som det behövs, och åt båda hållen mellan en lagring och de system som lagrar i den. "
    "Två platser som delar ett system har förbindelse. Att två platser bara lämnar information till samma tredje "
    "system ger ingen förbindelse mellan dem. När vägen kräver ett utbyte där det inte är uppgivet om det är i bruk, "
    "eller vad det bär när frågan gäller en viss information, är paret oklart. När inget system är uppgivet för en "
    "plats är svaret okänt.",
)

LISTED = 20
"""Systems of a place that a row rests on."""
Place = CareSectorNode | OrganisationNode
Homes = dict[Place, list[SystemNode]]
Edges = list[tuple[int, int]]


class Among(Choice):
    """Between what islands are looked for."""

    SECTORS = "sectors", "Care sectors", "Vårdsektorer"
    ORGANISATIONS = "organisations", "Organisations", "Organisationer"


class Parameters(QuestionParameters):
    """Where to look, and for which information; any when not given."""

    among: Among = parameter("Among", "Bland", Among.SECTORS)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    one_way: bool = parameter("Also pairs with a way in one direction", "Även par med väg i en riktning", False)


class Way(Choice):
    """Whether information can go from one place to another."""

    NONE = "none", "No path is stated", "Ingen väg är uppgiven"
    UNCLEAR = (
        "unclear",
        "Only by exchanges of which too little is stated",
        "Bara genom utbyten som är otillräckligt beskrivna",
    )
    UNKNOWN = "unknown", "Not known: no system is stated", "Okänt: inget system är uppgivet"
    PATH = "path", "There is a path", "Det finns en väg"


class Row(AnswerRow):
    """One pair of places."""

    one: ThingRef = column("One", "Den ena")
    other: ThingRef = column("Other", "Den andra")
    there: Way = column("From one to the other", "Från den ena till den andra")
    back: Way = column("Back", "Tillbaka")
    systems_of_one: int | None = column("Systems of the one", "Den enas system")
    systems_of_other: int | None = column("Systems of the other", "Den andras system")
    why: Phrase = column("Why", "Varför")


class Found(NamedTuple):
    """One pair of places, and whether information goes between them."""

    one: Place
    other: Place
    there: Way
    back: Way


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Pairs without a path, then unclear ones, then those of which too little is known."""
    homes = _homes(snapshot, parameters.among)
    sure, unsure, numbered = _flows(snapshot, snapshot.get(InformationEntity, parameters.entity))
    at = [[numbered[each] for each in systems] for systems in homes.values()]
    certain = _reach(len(numbered), sure, at)
    possible = _reach(len(numbered), sure + unsure, at) if unsure else certain

    def way(start: int, end: int) -> Way:
        if not at[start] or not at[end]:
            return Way.UNKNOWN
        if certain[end] >> start & 1:
            return Way.PATH
        return Way.UNCLEAR if possible[end] >> start & 1 else Way.NONE

    found = []
    places = list(homes)
    for first, one in enumerate(places):
        for second in range(first + 1, len(places)):
            open_ways = (certain[second] >> first & 1) + (certain[first] >> second & 1)
            if open_ways < 1 or (open_ways == 1 and parameters.one_way):
                found.append(Found(one, places[second], way(first, second), way(second, first)))
    ranks = {each: rank for rank, each in enumerate(Way)}
    return sorted(found, key=lambda pair: max(ranks[pair.there], ranks[pair.back]))


def _homes(snapshot: Snapshot, among: Among) -> Homes:
    """The systems in use of each place, in order."""
    if among is Among.SECTORS:
        return {sector: _systems(sector, among) for sector in snapshot.all(CareSector)}
    return {place: some for place in snapshot.all(Organisation) if (some := _systems(place, among))}


def _systems(place: Place, among: Among) -> list[SystemNode]:
    there: list[Node]
    if among is Among.SECTORS:
        there = [each for part in place.side("includes") for each in (part, *part.side("uses"))]
    else:
        there = [*place.side("uses"), *place.side("owns")]
    return ordered(each for each in there if isinstance(each, SystemNode) and in_use(each))


def _flows(snapshot: Snapshot, entity: InformationEntityNode | None) -> tuple[Edges, Edges, Mapping[EndpointNode, int]]:
    """Where information goes, surely or perhaps, between what is in use, which is numbered."""
    ends = filter(in_use, snapshot.all(System, Device, IntegrationPlatform, SharedStorage))
    number = {end: place for place, end in enumerate(ends)}
    sure: Edges = []
    unsure: Edges = []
    for giver, start in number.items():
        certain: set[Node] = set()
        possible: set[Node] = set()
        for flow in giver.provides:
            status = flow.status
            if status in (None, ExchangeStatus.IN_USE):
                carried = flow.carries if entity else ()
                if entity is None or entity in carried:
                    (possible if status is None else certain).update(flow.consumed_by)
                elif not carried:
                    possible.update(flow.consumed_by)
        if entity is None or entity in giver.side("stores"):
            certain.update(giver.side("keeps_data_of"))
        certain.update(storage for storage in giver.side("keeps_data_in") if entity is None or entity in storage.stores)
        sure += [(start, number[each]) for each in certain if each in number]
        unsure += [(start, number[each]) for each in possible - certain if each in number]
    return sure, unsure, number


def _reach(nodes: int, edges: Edges, homes: list[list[int]]) -> list[int]:
    """Per place, as bits, the places from which information reaches one of its systems.

    Strongly connected systems share one bit set, handed on in topological order: one pass over the exchanges.
    """
    groups = strongly_connected(range(nodes), edges)
    group_of = [0] * nodes
    for group, members in enumerate(groups):
        for member in members:
            group_of[member] = group
    bits = [0] * len(groups)
    for place, systems in enumerate(homes):
        for system in systems:
            bits[group_of[system]] |= 1 << place
    takers: list[set[int]] = [set() for _ in groups]
    for giver, taker in edges:
        takers[group_of[giver]].add(group_of[taker])
    for group in reversed(range(len(groups))):
        for taker in takers[group]:
            bits[taker] |= bits[group]
    reached = [0] * len(homes)
    for place, systems in enumerate(homes):
        for system in systems:
            reached[place] |= bits[group_of[system]]
    return reached


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The pair, and the systems of both."""
    one, other, there, back = found
    homes = [_systems(place, parameters.among) for place in (one, other)]
    return Row(
        one=ThingRef.of(one),
        other=ThingRef.of(other),
        there=there,
        back=back,
        systems_of_one=len(homes[0]) or None,
        systems_of_other=len(homes[1]) or None,
        why=_why(found),
        grounds=grounds(one, other, *(systems[:LISTED] for systems in homes)),
    )


def _why(found: Found) -> Phrase:
    ways = (found.there, found.back)
    if Way.UNKNOWN in ways:
        text = N_("No source says which systems in use one of {one} and {other} has.")
    elif Way.PATH in ways:
        text = N_("Information goes one way only between {one} and {other}.")
    elif Way.UNCLEAR in ways:
        text = N_("Whether {one} and {other} are connected rests on exchanges of which too little is stated.")
    else:
        text = N_("No chain of exchanges in use connects {one} and {other}.")
    return Phrase(text=text, values={"one": ThingRef.of(found.one), "other": ThingRef.of(found.other)})
