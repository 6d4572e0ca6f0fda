"""Systems, platforms and storages without which the network of running exchanges falls apart, and into what."""

from bisect import bisect_right
from heapq import nsmallest

from graph.language.words import Words
from graph.ontology.vocabulary import Criticality, Lifecycle
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.answer import AnswerRow, ThingRef
from queries.asking.grounds import grounds, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.network import Point, joined_by, joins, points
from queries.verdicts.wanted import Wanted, wanted

TITLE = Words(
    "Without which systems, platforms and storages does the network of exchanges fall apart, and into what?",
    "Utan vilka system, plattformar och lagringsutrymmen faller nätet av utbyten isär, och i vilka delar?",
)
ABOUT = Words(
    "Systems, platforms and storages without which the network of running exchanges falls apart, and into what. Two "
    "things are joined where an exchange in use goes from one to the other, or where a system keeps data in a "
    "storage; an exchange that passes a platform joins its ends to the platform, not to each other. Where several "
    "platforms are stated, no source says whether they stand in a row: each is taken to be a way. Directions do not "
    "count: what falls apart cannot reach the rest at all, but that all within a part reach each other is not said. "
    "The largest part is taken to go on; the systems of the others are cut off. Wanted information is what a need, a "
    "requirement or a reader asks to get from one part to another. What is planned, retired or ended joins nothing.",
    "System, plattformar och lagringsutrymmen utan vilka nätet av pågående utbyten faller isär, och i vilka delar. "
    "Två ting hänger ihop när ett utbyte i bruk går från det ena till det andra, eller när ett system lagrar i ett "
    "lagringsutrymme. Ett utbyte som passerar en plattform binder sina ändar till plattformen, inte till varandra. "
    "När flera plattformar är uppgivna säger ingen källa om de ligger i rad: var och en räknas som en väg. Riktningen "
    "räknas inte: det som faller isär kan inte alls nå resten, men att allt inom en del når varandra är inte sagt. "
    "Den största delen antas fortsätta; de andras system är avskurna. Efterfrågad information är sådan som enligt ett "
    "behov, ett krav eller en läsare ska nå från en del till en annan. Det som är planerat, avvecklat eller avslutat "
    "binder ingenting samman.",
)

LISTED = 20
"""Systems of the parts cut off that a row names."""


class Parameters(QuestionParameters):
    """How much has to be cut off for a thing to be shown."""

    least: int = parameter("Systems cut off at least", "Minsta antal avskurna system", 1, ge=0)


class Row(AnswerRow):
    """One thing that holds the network together."""

    thing: ThingRef = column("Without it", "Utan det")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    criticality: Criticality | None = column("Criticality", "Kritikalitet")
    parts: int = column("Parts that the rest falls into", "Delar som resten faller i")
    systems_cut_off: int = column("Systems cut off", "Avskurna system")
    systems_left: int = column("Systems in the largest part", "System i den största delen")
    cut_off: tuple[ThingRef, ...] = column("Cut off", "Avskurna", "The first twenty systems of the smaller parts")
    wanted: tuple[ThingRef, ...] = column("Wanted between the parts", "Efterfrågas mellan delarna")
    wanted_count: int = column("Times that it is wanted", "Antal gånger det efterfrågas")


def identity(point: Point) -> Node:
    """The same thing is the same point, whatever it holds together."""
    return point.thing


def find(snapshot: Snapshot, parameters: Parameters) -> list[Point]:
    """The thing that cuts off most systems comes first."""
    found = [point for point in snapshot.once(points) if point.cut >= parameters.least]
    return sorted(found, key=lambda point: (-point.cut, PLACE(point.thing)))


def explain(snapshot: Snapshot, point: Point, parameters: Parameters) -> Row:
    """The thing with what it holds together."""
    thing, network = point.thing, point.network
    cut = [each for part in point.parts[1:] for each in network.things(part)]
    systems = nsmallest(LISTED, (each for each in cut if isinstance(each, SystemNode)), key=PLACE)
    lost = _between(snapshot, point, cut)
    away, ways = set(cut), dict(joins(thing))
    joined = nsmallest(
        LISTED, (each for each in ways if each in network.places), key=lambda each: (each not in away, PLACE(each))
    )
    return Row(
        thing=ThingRef.of(thing),
        own_use=thing.field("lifecycle"),
        criticality=thing.field("criticality"),
        parts=len(point.parts),
        systems_cut_off=point.cut,
        systems_left=network.systems(point.parts[0]),
        cut_off=refs(systems),
        wanted=refs(want.entity for want in lost if want.entity),
        wanted_count=len(lost),
        grounds=grounds(
            thing, systems, [(each, joined_by(thing, each, ways[each])) for each in joined],
            [(want.why, want.entity) for want in lost[:LISTED]],
        ),
    )  # fmt: skip


def _between(snapshot: Snapshot, point: Point, cut: list[Node]) -> list[Wanted]:
    """What is wanted from one part in another, and from nowhere in the same."""
    wants = snapshot.once(_by_end)
    places, lost = point.network.places, []
    spans = sorted((*span, number) for number, part in enumerate(point.parts) for span in part)
    for want in {id(want): want for each in cut for want in wants.get(each, ())}.values() if wants else ():
        giving, taking = (
            {_part(spans, places[each]) for each in some if each in places} for some in (want.givers, want.takers)
        )
        among = point.thing in want.givers or point.thing in want.takers
        if not among and giving - {None} and taking - {None} and giving.isdisjoint(taking - {None}):
            lost.append(want)
    return lost


def _part(spans: list[tuple[int, int, int]], place: int) -> int | None:
    """The part that the place belongs to; None where it is in another network."""
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    start, end, part = spans[max(at, 0)]
    return part if start <= place < end else None


def _by_end(snapshot: Snapshot) -> dict[Node, list[Wanted]]:
    """What is wanted, by every system that would give or get it."""
    found: dict[Node, list[Wanted]] = {}
    for want in snapshot.once(wanted):
        for end in dict.fromkeys((*want.givers, *want.takers)):
            found.setdefault(end, []).append(want)
    return found
