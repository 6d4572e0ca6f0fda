"""Exchanges between different organisations that nobody is stated to hold together, and what each of them lacks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import Exchange, InformationEntity
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, GovernanceBodyNode, SideName
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.parties import BEHIND, crosses, parties

TITLE = Words(
    "Which exchanges between organisations lack an owner, a governing body, an arena or a coordinator?",
    "Vilka utbyten mellan organisationer saknar ägare, styrande organ, arena eller samordnare?",
)
ABOUT = Words(
    "Exchanges between different organisations that nobody is stated to hold together, and what each of them lacks. A "
    "system, device or storage stands for the organisations that use it, else for its owner. An exchange crosses "
    "where an organisation on one side and one on the other are neither the same nor a part of one another; so that "
    "what goes between a region and its own hospital does not, nor what the same organisations give and take. Looked "
    "for are an owner of the exchange, a governing body (one that owns it or has a right on it), an arena where it is "
    "dealt with, and a coordinator. An arena or a coordinator for a need that the exchange meets counts as well. That "
    "none is stated does not mean that there is none. Those that lack most come first; exchanges of which it is not "
    "stated whether they cross come last, when they are asked for. Ended exchanges are left out.",
    "Utbyten mellan olika organisationer som ingen uppges hålla ihop, och vad vart och ett saknar. Ett system, en "
    "enhet eller ett lagringsutrymme står för de organisationer som använder det, annars för sin ägare. Ett utbyte "
    "går över en gräns där en organisation på vardera sidan varken är samma eller en del av den andra, så att det som "
    "går mellan en region och dess eget sjukhus inte räknas, och inte heller det som samma organisationer lämnar och "
    "tar emot. Det som eftersöks är en ägare av utbytet, ett styrande organ (som äger det eller har en rättighet), en "
    "arena där det behandlas och en samordnare. En arena eller samordnare för ett behov som utbytet tillgodoser "
    "räknas också. Att ingen är uppgiven betyder inte att det inte finns någon. De som saknar mest kommer först; "
    "utbyten där det inte är uppgivet om de går över en gräns kommer sist, när man frågar efter dem. Avslutade "
    "utbyten är inte med.",
)


class Holding(Choice):
    """What can hold an exchange across organisations together."""

    OWNER = "owner", "Owner", "Ägare"
    BODY = "governing-body", "Governing body", "Styrande organ"
    ARENA = "arena", "Arena", "Arena"
    COORDINATOR = "coordinator", "Coordinator", "Samordnare"


SIDES: dict[Holding, tuple[SideName, ...]] = {
    Holding.OWNER: ("owned_by",),
    Holding.BODY: ("owned_by", "decided_by", "accountable", "input_from"),
    Holding.ARENA: ("discussed_in",),
    Holding.COORDINATOR: ("coordinated_by",),
}
ALL = tuple(Holding)
SHARED = (Holding.ARENA, Holding.COORDINATOR)
"""What may stand with the need that the exchange meets instead."""


class Parameters(QuestionParameters):
    """Which exchanges to look at; all that cross organisations and lack something when not given."""

    lacks: Holding | None = parameter("Lacks", "Saknar")
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    unclear: bool = parameter("Also where it is not stated whether they cross", "Även där det inte är uppgivet", False)


class Row(AnswerRow):
    """One exchange between organisations."""

    exchange: ThingRef = column("Exchange", "Utbyte")
    status: ExchangeStatus | None = column("Status", "Status")
    crosses: bool | None = column("Crosses organisations", "Går över organisationsgränser")
    giving: tuple[ThingRef, ...] = column("From", "Från")
    taking: tuple[ThingRef, ...] = column("To", "Till")
    carries: tuple[ThingRef, ...] = column("Information", "Information")
    missing: tuple[Holding, ...] = column("Not stated", "Ej uppgivet")
    owners: tuple[ThingRef, ...] = column("Owner", "Ägare")
    bodies: tuple[ThingRef, ...] = column("Governing body", "Styrande organ")
    arenas: tuple[ThingRef, ...] = column("Arena", "Arena")
    coordinators: tuple[ThingRef, ...] = column("Coordinator", "Samordnare")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


class Found(NamedTuple):
    """An exchange, whether it crosses (None: not stated), and what it lacks."""

    exchange: ExchangeNode
    crosses: bool | None
    missing: tuple[Holding, ...]


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Those that lack most first, then by name; those of which it is unclear that they cross last."""
    found = []
    for flow in snapshot.all(Exchange):
        if flow.status != ExchangeStatus.ENDED and _about(flow, parameters.entity):
            across = crosses(flow.provided_by, flow.consumed_by)
            if across or (across is None and parameters.unclear):
                missing = tuple(each for each in ALL if _lacks(flow, each))
                if missing and parameters.lacks in (None, *missing):
                    found.append(Found(flow, across, missing))
    return sorted(found, key=lambda each: (not each.crosses, -len(each.missing)))


def _about(flow: ExchangeNode, entity: str | None) -> bool:
    return entity is None or any(each.id == entity for each in flow.carries)


def _lacks(flow: ExchangeNode, holding: Holding) -> bool:
    """Whether nobody holds it together in that way; most have nobody at all, which is quickly seen."""
    anybody = any(side in flow.sides for side in SIDES[holding]) or (holding in SHARED and "meets" in flow.sides)
    return not anybody or not any(_who(flow, holding))


def _who(flow: ExchangeNode, holding: Holding) -> Iterator[tuple[Node, Node, SideName]]:
    """Who holds the exchange together in that way, over what of it, and by which side."""
    for each in (flow, *flow.meets) if holding in SHARED else (flow,):
        for side in SIDES[holding]:
            for who in each.side(side):
                if holding is not Holding.BODY or isinstance(who, GovernanceBodyNode):
                    yield who, each, side


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The exchange with the organisations on both sides, and what it has and lacks."""
    flow, across, missing = found
    held = {holding: list(_who(flow, holding)) for holding in Holding}
    names = {holding: refs(who for who, _, _ in some) for holding, some in held.items()}
    facts = [(who, each, each.link(side, who)) for some in held.values() for who, each, side in some]
    ends = [*flow.provided_by, *flow.consumed_by]
    behind = [[(each, end.link(side, each)) for side in BEHIND for each in end.side(side)] for end in ends]
    return Row(
        exchange=ThingRef.of(flow),
        status=flow.status,
        crosses=across,
        giving=refs(party for end in flow.provided_by for party in parties(end)),
        taking=refs(party for end in flow.consumed_by for party in parties(end)),
        carries=refs(flow.carries),
        missing=missing,
        owners=names[Holding.OWNER],
        bodies=names[Holding.BODY],
        arenas=names[Holding.ARENA],
        coordinators=names[Holding.COORDINATOR],
        notes=tuple(_notes(flow, ends)),
        grounds=grounds(
            flow,
            ends,
            flow.carries,
            flow.links("provided_by", "consumed_by", "carries"),
            behind,
            facts,
            flow.links("meets"),
        ),
    )


def _notes(flow: ExchangeNode, ends: Sequence[Node]) -> Iterator[Phrase]:
    for end in ordered(each for each in ends if not parties(each)):
        yield Phrase(text=N_("No source says to which organisation {end} belongs."), values={"end": ThingRef.of(end)})
    if not (flow.provided_by and flow.consumed_by):
        yield Phrase(text=N_("No source says who is on each side of it."))
