"""Decision rights: input, decision and accountability, for everything that is governed."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict

from graph.language.words import Words
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import DecisionNode, GovernanceBodyNode, GovernedNode, RoleNode
from queries.asking.answer import ThingRef
from queries.asking.grounds import Facts, grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.rights import KINDS, RIGHTS, Governable, RightsRow, rights

TITLE = Words(
    "Who has input, who decides and who is accountable, and which of these rights does nobody hold?",
    "Vem ger underlag, vem beslutar, vem ansvarar, och vilka av dessa rättigheter saknar innehavare?",
)
ABOUT = Words(
    "Decision rights: input, decision and accountability, for everything that is governed. A right is held by whoever "
    "a source says holds it on the thing itself; a right of which no source says so is listed as held by nobody. "
    "Decisions about the thing (that concern it, block it, or that it carries out) are shown beside it with their own "
    "deciders, and give it no right. The escalation chain starts at the bodies that decide, answer or have taken the "
    "matter up, and at those that deciding and accountable roles sit in; nearest first. Things of which some right is "
    "held come first.",
    "Beslutsrätter: underlag, beslut och ansvar, för allt som styrs. En rättighet innehas av den som enligt en källa "
    "har den för just det tinget. Om ingen källa säger vem som har den visas den utan innehavare. Beslut om tinget "
    "(som gäller det, hindrar det eller som det genomför) visas bredvid, med dem som har fattat dem, men ger ingen "
    "rätt till tinget. Kedjan av organ som en fråga lyfts vidare till börjar vid de organ som beslutar, ansvarar "
    "eller har tagit upp frågan, och vid de organ där beslutande och ansvariga roller ingår; de närmaste står först. "
    "Ting där någon rättighet har en innehavare kommer först.",
)

OF_A_DECISION: Final = ("concern_of", "blocked_by", "carries_out")
"""By which sides a decision is about a thing."""


class Parameters(QuestionParameters):
    """Which things to look at; all that are governed when not given."""

    kind: Governable | None = parameter("Kind", "Sort")
    subject: str | None = parameter("Thing: its id, or Kind/id", "Ting: dess id, eller Sort/id")
    only_missing: bool = parameter("Only with a right that nobody holds", "Bara med en rättighet som ingen har", False)


class RelatedDecision(BaseModel):
    """A decision about the thing."""

    model_config = ConfigDict(frozen=True)

    decision: ThingRef
    decided_by: tuple[ThingRef, ...]
    raised_to: tuple[ThingRef, ...]


class Body(BaseModel):
    """A body that holds a right, and who sits in it."""

    model_config = ConfigDict(frozen=True)

    body: ThingRef
    members: tuple[ThingRef, ...]


class Row(RightsRow):
    """One governed thing and who may say what about it."""

    escalates_to: tuple[ThingRef, ...] = column("Escalates to", "Lyfts vidare till")
    bodies: tuple[Body, ...] = column("Members of the bodies", "Organens ledamöter")
    decisions: tuple[RelatedDecision, ...] = column("Decisions about it", "Beslut om det")


def find(snapshot: Snapshot, parameters: Parameters) -> list[GovernedNode]:
    """What is governed, by kind and name: first that of which somebody holds a right."""
    held: list[GovernedNode] = []
    silent: list[GovernedNode] = []
    for node in _asked_for(snapshot, parameters):
        rights = sum(right in node.sides for right in RIGHTS)
        if rights < len(RIGHTS) or not parameters.only_missing:
            (held if rights else silent).append(node)
    return held + silent


def _asked_for(snapshot: Snapshot, parameters: Parameters) -> Iterator[GovernedNode]:
    """The governed things of the kind, or with the id, that is asked for."""
    for name in sorted(KINDS) if parameters.kind is None else [parameters.kind.value]:
        if parameters.subject is None:
            yield from snapshot.all(KINDS[name])
        else:
            ids = {parameters.subject, parameters.subject.removeprefix(f"{name}/")}
            yield from ordered(node for id in ids if (node := snapshot.get(KINDS[name], id)))


def explain(snapshot: Snapshot, subject: GovernedNode, parameters: Parameters) -> Row:
    """The thing with its rights, where a matter goes from there, and the decisions about it."""
    deciding = (*subject.decided_by, *subject.accountable)
    holding = [each for each in (*deciding, *subject.side("raised_to")) if isinstance(each, GovernanceBodyNode)]
    roles = ordered(each for each in deciding if isinstance(each, RoleNode))
    above, on_the_way = upwards(
        holding, sat_in=[body for role in roles for body in role.member_of], but=(*deciding, *subject.side("raised_to"))
    )
    heard = [each for each in subject.input_from if isinstance(each, GovernanceBodyNode)]
    bodies = [body for body in ordered((*holding, *heard)) if body.has_member]
    about = [
        (each, subject.link(side, each))
        for side in OF_A_DECISION
        for each in subject.side(side)
        if isinstance(each, DecisionNode)
    ]
    decisions = ordered(each for each, _ in about)
    return Row(
        **rights(subject),
        escalates_to=tuple(map(ThingRef.of, above)),
        bodies=tuple(Body(body=ThingRef.of(body), members=refs(body.has_member)) for body in bodies),
        decisions=tuple(
            RelatedDecision(decision=ThingRef.of(e), decided_by=refs(e.decided_by), raised_to=refs(e.raised_to))
            for e in decisions
        ),
        grounds=grounds(
            subject, deciding, subject.input_from, subject.side("raised_to"), subject.links(*RIGHTS, "raised_to"),
            *((body, body.has_member, body.links("has_member")) for body in bodies),
            *((role.member_of, role.links("member_of")) for role in roles), on_the_way,
            decisions, [link for _, link in about],
            *((each.decided_by, each.raised_to, each.links("decided_by", "raised_to")) for each in decisions),
        ),
    )  # fmt: skip


class Above(NamedTuple):
    """Where a matter can go: the bodies, nearest first, and every fact on the ways there."""

    bodies: list[GovernanceBodyNode]
    facts: list[Facts]


def upwards(
    holding: Iterable[GovernanceBodyNode], *, sat_in: Iterable[GovernanceBodyNode] = (), but: Iterable[Node] = ()
) -> Above:
    """The bodies that a matter is passed on to: from those `holding` it, and to and from those that its holders sit in.

    Bodies in `but`, which hold it already, are passed through and left out.
    """
    steps = dict.fromkeys(holding, 0)
    facts: list[Facts] = []
    level, waiting, distance = list(steps), list(sat_in), 1
    while level or waiting:
        reached = [other for body in level for other in body.escalates_to]
        facts += [body.links("escalates_to") for body in level]
        level = [body for body in dict.fromkeys((*reached, *waiting)) if steps.setdefault(body, distance) == distance]
        waiting, distance = [], distance + 1
    already = {*but, *(body for body, far in steps.items() if far == 0)}
    above = sorted((body for body in steps if body not in already), key=lambda body: (steps[body], PLACE(body)))
    return Above(above, [*facts, *steps])
