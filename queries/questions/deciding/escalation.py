"""Who is heard, who decides and who answers for a thing, and where a matter goes when they may not settle it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict

from graph.language.words import N_, Words
from graph.ontology.declaration import LONGEST_ID
from graph.ontology.kinds import GovernanceBody
from graph.ontology.vocabulary import BodyType
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import GovernanceBodyNode, GovernedNode, PartyNode
from queries.asking.answer import Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter, parameter_name
from queries.asking.validation import must_exist
from queries.meaning.circles import circles
from queries.meaning.rights import KINDS, RIGHTS, Governable, RightsRow, rights

TITLE = Words(
    "Who is heard, who decides and who answers for it, and where does a matter go when they may not settle it?",
    "Vem hörs, vem beslutar och vem ansvarar, och vart går en fråga som de inte får avgöra?",
)
ABOUT = Words(
    "Who is heard, who decides and who answers for a thing, and where a matter goes when they may not settle it. The "
    "chain starts at the bodies that decide, answer or have taken the matter up; from a role or an organisation it "
    "goes to the bodies that they sit in. Step by step it follows what bodies are said to pass on, so that a matter "
    "beyond the budget can be followed back to the politicians. A chain that comes back to where it was is said to be "
    "a circle. Where no source says what a body passes on, the chain ends: nobody knows yet where the matter would "
    "go. Circles come first, then things of which somebody holds a right, then those of which nobody does.",
    "Vem som hörs, vem som beslutar och vem som svarar för ett ting, och vart en fråga går när de inte får avgöra "
    "den. Kedjan börjar vid de organ som beslutar, ansvarar eller har tagit upp frågan; från en roll eller en "
    "organisation går den till de organ som de ingår i. Steg för steg följer den vad organ uppges lämna vidare, så "
    "att en fråga som går över budget kan följas tillbaka till politikerna. En kedja som kommer tillbaka dit den var "
    "sägs gå i en cirkel. När ingen källa säger vad ett organ lämnar vidare slutar kedjan: ingen vet ännu vart frågan "
    "skulle gå. Cirklar kommer först, därefter ting där någon har en rättighet, sist ting där ingen har det.",
)

STARTS: Final = ("decided_by", "accountable", "raised_to")
"""The sides that hold a matter: a chain starts there."""


class Parameters(QuestionParameters):
    """Which things to look at; all of which decision rights are held when not given."""

    kind: Governable | None = parameter("Kind", "Sort")
    id: str | None = parameter("Id", "Id", max_length=LONGEST_ID)
    circles_only: bool = parameter("Only where a matter goes in a circle", "Bara där en fråga går i en cirkel", False)


class EscalationStep(BaseModel):
    """A body that a matter is passed on to."""

    model_config = ConfigDict(frozen=True)

    step: int = column("Step", "Steg")
    body: ThingRef = column("To", "Till")
    comes_from: tuple[ThingRef, ...] = column("from", "från")


class Circle(BaseModel):
    """Bodies among which a matter comes back to where it was."""

    model_config = ConfigDict(frozen=True)

    bodies: tuple[ThingRef, ...]


class Row(RightsRow):
    """One governed thing, and where a matter about it goes."""

    chain: tuple[EscalationStep, ...] = column("Escalates, step by step", "Lyfts vidare, steg för steg")
    politicians: tuple[ThingRef, ...] = column("Reaches the politicians", "Når politikerna")
    money_decided_by: tuple[ThingRef, ...] = column("Its money is decided by", "Pengarna beslutas av")
    circles: tuple[Circle, ...] = column("Goes in a circle", "Går i en cirkel")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


def find(snapshot: Snapshot, parameters: Parameters) -> list[GovernedNode]:
    """What is governed: first what goes in a circle, then that of which somebody holds a right."""
    rings = snapshot.once(_rings)
    circling: list[GovernedNode] = []
    held: list[GovernedNode] = []
    silent: list[GovernedNode] = []
    for subject in _asked_for(snapshot, parameters):
        if rings and any(step.body in rings for step in _chain(subject)):
            circling.append(subject)
        elif not parameters.circles_only:
            (held if any(side in subject.sides for side in (*RIGHTS, "raised_to")) else silent).append(subject)
    return [*circling, *held, *silent]


def identity(subject: GovernedNode) -> tuple[Node, tuple[bool, ...]]:
    """The same thing with the same rights held is the same finding."""
    return subject, tuple(side in subject.sides for side in RIGHTS)


def _asked_for(snapshot: Snapshot, parameters: Parameters) -> Iterator[GovernedNode]:
    kinds = [parameters.kind] if parameters.kind else list(Governable)
    if parameters.id is None:
        yield from (node for kind in kinds for node in snapshot.all(KINDS[kind.value]))
        return
    if parameters.kind:
        must_exist(snapshot, [(parameter_name(Parameters, "id"), parameters.kind.value, parameters.id)])
    yield from (node for kind in kinds if (node := snapshot.get(KINDS[kind.value], parameters.id)))


def _rings(snapshot: Snapshot) -> dict[GovernanceBodyNode, tuple[GovernanceBodyNode, ...]]:
    """The bodies that a matter comes back to, each with its circle."""
    return circles(snapshot.all(GovernanceBody), lambda body: body.escalates_to)


class ReachedBody(NamedTuple):
    """A body that a matter reaches, and from whom."""

    number: int
    """0: holds the matter from the beginning."""
    body: GovernanceBodyNode
    comes_from: list[PartyNode]


def _chain(subject: GovernedNode) -> list[ReachedBody]:
    """The bodies in the order in which a matter reaches them, each once; the nearest first, then by name."""
    holders = ordered(each for side in STARTS if side in subject.sides for each in subject.side(side))
    level = [each for each in holders if isinstance(each, GovernanceBodyNode)]
    found = [ReachedBody(0, body, []) for body in level]
    seen, sat_in, number = set(level), {who: who.member_of for who in holders if who.member_of}, 1
    while level or sat_in:
        reached: dict[GovernanceBodyNode, list[PartyNode]] = {}
        for who, above in (*((body, body.escalates_to) for body in level), *sat_in.items()):
            for body in above:
                if body not in seen:
                    reached.setdefault(body, []).append(who)
        level, sat_in = sorted(reached, key=PLACE), {}
        found += [ReachedBody(number, body, reached[body]) for body in level]
        seen.update(level)
        number += 1
    return found


def explain(snapshot: Snapshot, subject: GovernedNode, parameters: Parameters) -> Row:
    """The thing with its rights, its chain, and where that ends."""
    chain, rings = _chain(subject), snapshot.once(_rings)
    bodies = [step.body for step in chain]
    holders = ordered(each for side in STARTS if side in subject.sides for each in subject.side(side))
    sitting = [who for who in holders if who.member_of]
    funds = [(fund, fund.financed_by) for fund in subject.side("paid_by")]
    budgets = [*subject.side("financed_by"), *(budget for _, some in funds for budget in some)]
    rounds = dict.fromkeys(rings[body] for body in bodies if body in rings)
    facts: list[Facts] = [subject.input_from, holders, subject.links(*RIGHTS, "raised_to"), bodies]
    facts += [[body.links("escalates_to") for body in bodies], [who.links("member_of") for who in sitting]]
    facts += [funds, subject.links("paid_by", "financed_by"), [fund.links("financed_by") for fund, _ in funds]]
    facts += [(budget, budget.decided_by, budget.links("decided_by")) for budget in budgets]
    return Row(
        **rights(subject),
        chain=tuple(
            EscalationStep(step=step.number, body=ThingRef.of(step.body), comes_from=refs(step.comes_from))
            for step in chain
            if step.number
        ),
        politicians=refs(body for body in bodies if body.body_type == BodyType.POLITICAL),
        money_decided_by=refs(party for budget in budgets for party in budget.decided_by),
        circles=tuple(Circle(bodies=refs(ring)) for ring in rounds),
        notes=tuple(_notes(holders, sitting, bodies)),
        grounds=grounds(subject, facts),
    )


def _notes(holders: list[PartyNode], sitting: list[PartyNode], bodies: list[GovernanceBodyNode]) -> Iterator[Phrase]:
    for who in holders:
        if not isinstance(who, GovernanceBodyNode) and who not in sitting:
            yield Phrase(
                text=N_("No source says which body {who} sits in or turns to."), values={"who": ThingRef.of(who)}
            )
    for body in bodies:
        if not body.escalates_to and body not in sitting and body.body_type != BodyType.POLITICAL:
            yield Phrase(
                text=N_("No source says to whom {body} passes on what it may not decide."),
                values={"body": ThingRef.of(body)},
            )
