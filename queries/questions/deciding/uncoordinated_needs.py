"""Needs and exchanges across organisations, and whether an arena, a body or a coordinator holds them together."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from graph.facts.facts import LinkKey
from graph.language.words import N_, Words
from graph.ontology.declaration import Choice, Kind
from graph.ontology.kinds import Arena, Coordinator, Exchange, GovernanceBody, Need
from graph.ontology.vocabulary import ExchangeStatus
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, NeedNode, OrganisationNode, SideName
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.parties import BEHIND, crosses, parties

TITLE = Words(
    "Which needs and exchanges cross organisations without an arena, a body or a coordinator, and which have them?",
    "Vilka behov och utbyten går över organisationsgränser utan arena, organ eller samordnare, och vilka har dem?",
)
ABOUT = Words(
    "Needs and exchanges across organisations, and whether an arena, a body or a coordinator holds them together. The "
    "parties are the organisations, care sectors and disciplines at the ends of the need or exchange; a system, "
    "device or storage stands for the organisations that use it, else for its owner, a role for its workplace. It "
    "crosses where one on each side are neither the same nor a part of one another: what passes between a region and "
    "its own hospital does not, nor what the same organisations give and take. An arena or coordinator counts when it "
    "deals with the thing itself, with the change that is to meet the need, or with the need that the exchange meets; "
    "a body when it owns or has a right on one of these. Those that have none of the three come first. Those of which "
    "too little is stated to tell whether they cross come last, when they are asked for.",
    "Behov och utbyten över organisationsgränser, och om en arena, ett organ eller en samordnare håller ihop dem. "
    "Parter är de organisationer, vårdsektorer och specialiteter som står i ändarna av behovet eller utbytet. Ett "
    "system, en enhet eller en lagring räknas som de organisationer som använder det, annars som sin ägare, och en "
    "roll som sin arbetsplats. Det går över en organisationsgräns där en part på vardera sidan varken är samma eller "
    "en del av den andra. Det som går mellan en region och dess eget sjukhus gör det alltså inte, och inte heller det "
    "som samma organisationer lämnar och tar emot. En arena eller en samordnare räknas när den arbetar med tinget "
    "självt, med den förändring som ska möta behovet, eller med det behov som utbytet tillgodoser. Ett organ räknas "
    "när det äger eller har en rättighet till något av dessa. De som saknar alla tre kommer först. Behov och utbyten "
    "där för lite är uppgivet för att avgöra om de går över en organisationsgräns visas sist, om man har valt att se "
    "dem.",
)

ENDS: dict[str, tuple[SideName, SideName]] = {
    Need.__name__: ("needed_at", "asked_of"),
    Exchange.__name__: ("provided_by", "consumed_by"),
}
"""The two sides of a need and of an exchange."""


class Parameters(QuestionParameters):
    """Which of them to show."""

    only_missing: bool = parameter("Only without all three", "Bara utan alla tre", False)
    unclear: bool = parameter("Also where it is unclear that they cross", "Även där det är oklart", False)


class Tie(Choice):
    """What can hold parties together."""

    ARENA = "arena", "Arena", "Arena"
    BODY = "body", "Body", "Organ"
    COORDINATOR = "coordinator", "Coordinator", "Samordnare"


TIES: dict[Tie, tuple[type[Kind], dict[SideName, SideName]]] = {
    Tie.ARENA: (Arena, {"discusses": "discussed_in"}),
    Tie.BODY: (
        GovernanceBody,
        {
            "owns": "owned_by",
            "has_input_on": "input_from",
            "decides_on": "decided_by",
            "accountable_for": "accountable",
        },
    ),
    Tie.COORDINATOR: (Coordinator, {"coordinates": "coordinated_by"}),
}
"""Who ties, and by which relations, seen from there and back."""
BEHIND_IT: Final = ("addressed_by", "meets")
"""From a need to the changes that are to meet it, and from an exchange to the needs that it meets."""


class Row(AnswerRow):
    """One need or exchange across organisations."""

    subject: ThingRef = column("Need or exchange", "Behov eller utbyte")
    crosses: bool | None = column("Crosses organisations", "Går över organisationsgränser")
    parties: tuple[ThingRef, ...] = column("Parties", "Parter")
    missing: tuple[Tie, ...] = column("Not stated", "Ej uppgivet")
    arenas: tuple[ThingRef, ...] = column("Arenas", "Arenor")
    bodies: tuple[ThingRef, ...] = column("Bodies", "Organ")
    coordinators: tuple[ThingRef, ...] = column("Coordinators", "Samordnare")
    absent: tuple[ThingRef, ...] = column("Parties not seen in the arenas", "Parter som inte syns på arenorna")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


class Found(NamedTuple):
    """A need or exchange, and whether it crosses organisations; where it does not, that is unclear."""

    subject: NeedNode | ExchangeNode
    crosses: bool


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Those with nothing that holds them together come first, and those that are unclear last."""
    held = [_held(snapshot, tie) for tie in Tie]
    tied = set().union(*held)
    found: dict[tuple[bool, int], list[Found]] = {(no, ties): [] for no in (False, True) for ties in range(4)}
    subjects: list[NeedNode | ExchangeNode] = [*snapshot.all(Need), *snapshot.all(Exchange)]
    for subject in subjects:
        ties = sum(subject in some for some in held) if subject in tied else 0
        if subject.field("status") != ExchangeStatus.ENDED and not (ties and parameters.only_missing):
            one, other = ENDS[subject.kind]
            across = crosses(subject.side(one), subject.side(other))
            if across or (across is None and parameters.unclear):
                found[not across, ties].append(Found(subject, bool(across)))
    return [each for some in found.values() for each in some]


def _held(snapshot: Snapshot, tie: Tie) -> set[Node]:
    """Everything that a tie of that sort holds together, itself or by what is to meet it or what it meets."""
    kind, sides = TIES[tie]
    direct: set[Node] = {each for some in snapshot.all(kind) for side in sides for each in some.side(side)}
    return direct | {each for about in direct for each in (*about.side("addresses"), *about.side("met_by"))}


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The parties, and what holds them together."""
    subject = found.subject
    sides = ENDS[subject.kind]
    ends: list[Node] = [end for side in sides for end in subject.side(side)]
    stand = ordered(party for end in ends for party in parties(end))
    ties = {tie: list(_ties(subject, tie)) for tie in Tie}
    gathered = [(who, arena.link("gathers", who)) for arena, *_ in ties[Tie.ARENA] for who in arena.side("gathers")]
    sent = [(place, who.link("works_at", place)) for who, _ in gathered for place in who.side("works_at")]
    seen = {each for each, _ in (*gathered, *sent)}
    unseen = [party for party in stand if isinstance(party, OrganisationNode) and party not in seen]
    return Row(
        subject=ThingRef.of(subject),
        crosses=True if found.crosses else None,
        parties=refs(stand),
        missing=tuple(tie for tie, some in ties.items() if not some),
        arenas=refs(each[0] for each in ties[Tie.ARENA]),
        bodies=refs(each[0] for each in ties[Tie.BODY]),
        coordinators=refs(each[0] for each in ties[Tie.COORDINATOR]),
        absent=refs(unseen) if ties[Tie.ARENA] else (),
        notes=tuple(_notes(subject, ends)),
        grounds=grounds(subject, ends, subject.links(*sides), map(_standing, ends), ties.values(), gathered, sent),
    )


def _ties(subject: NeedNode | ExchangeNode, tie: Tie) -> Iterator[tuple[Node, LinkKey, Node, Facts]]:
    """Who holds it together, with the facts that say so."""
    kind, sides = TIES[tie]
    about: list[tuple[Node, Facts]] = [(subject, None)]
    about += [(each, subject.link(side, each)) for side in BEHIND_IT for each in subject.side(side)]
    for each, by in about:
        for side in sides.values():
            for who in each.side(side):
                if who.kind == kind.__name__:
                    yield who, each.link(side, who), each, by


def _standing(end: Node) -> list[Facts]:
    """Who stands behind an end, with the facts that say so."""
    return [(who, end.link(side, who)) for side in BEHIND for who in end.side(side) if who in parties(end)]


def _notes(subject: NeedNode | ExchangeNode, ends: list[Node]) -> Iterator[Phrase]:
    for end in ordered(each for each in ends if not parties(each)):
        yield Phrase(text=N_("No source says to which organisation {end} belongs."), values={"end": ThingRef.of(end)})
    if not all(subject.side(side) for side in ENDS[subject.kind]):
        yield Phrase(text=N_("No source says who is on each side of it."))
