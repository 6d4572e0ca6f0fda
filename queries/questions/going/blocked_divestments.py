"""Blocked divestments and changes: what stands in the way, what it allows, and who has taken it up."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import Initiative, Procurement, System
from graph.ontology.vocabulary import Lifecycle, OrchestrationAction
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import (
    DecisionNode,
    InitiativeNode,
    ProcurementNode,
    RequirementNode,
    SideName,
    SystemNode,
)
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, ref, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.questions.deciding.decision_rights import upwards

Blocked = SystemNode | InitiativeNode | ProcurementNode
TITLE = Words(
    "Which divestments and changes are blocked, and by what?",
    "Vilka avvecklingar och förändringar är hindrade, och av vad?",
)
ABOUT = Words(
    "Blocked divestments and changes: what stands in the way, what it allows, and who has taken it up. A system, "
    "initiative or procurement is blocked where a decision or requirement is stated to block it. A system that "
    "somebody wants to retire (a change retires it, its own use is being phased out, or a decision to divest concerns "
    "it) is also held back by its own record where that says that it must not stop, or why it is kept; such a row has "
    "no blocker. Months allowed are those of the procurement that is blocked, or that retires the system.",
    "Hindrade avvecklingar och förändringar: vad som står i vägen, vad det tillåter och vem som har tagit upp frågan. "
    "Ett system, ett initiativ eller en upphandling är hindrat när ett beslut eller ett krav uppges hindra det. Ett "
    "system som någon vill avveckla (en förändring avvecklar det, den egna användningen håller på att avvecklas eller "
    "ett beslut om avveckling gäller det) hålls också kvar av sina egna uppgifter, om de säger att det inte får "
    "stängas av eller varför det behålls. En sådan rad har inget hinder angivet. Tillåtna månader hör till den "
    "upphandling som är hindrad eller som avvecklar systemet.",
)


class Blockable(Choice):
    """The kinds of thing that can be blocked."""

    SYSTEM = System.__name__, *System.words
    INITIATIVE = Initiative.__name__, *Initiative.words
    PROCUREMENT = Procurement.__name__, *Procurement.words


BLOCKED: dict[Blockable, type[System | Initiative | Procurement]] = {
    Blockable.SYSTEM: System,
    Blockable.INITIATIVE: Initiative,
    Blockable.PROCUREMENT: Procurement,
}


class Parameters(QuestionParameters):
    """What to look at; everything that is blocked when not given."""

    kind: Blockable | None = parameter("Kind", "Sort")
    subject: str | None = parameter("Blocked thing: its id, or Kind/id", "Hindrat ting: dess id, eller Sort/id")


class Row(AnswerRow):
    """One thing that is blocked, and one thing that blocks it."""

    blocked: ThingRef = column("Blocked", "Hindrat")
    blocked_by: ThingRef | None = column("Blocked by", "Hindras av")
    constraint: str | None = column("Constraint", "Begränsning")
    months_allowed: int | None = column("Months allowed", "Tillåtna månader")
    why: tuple[Phrase, ...] = column("Why", "Varför")
    changes: tuple[ThingRef, ...] = column("Would be retired by", "Skulle avvecklas av")
    held_back: tuple[ThingRef, ...] = column("Systems held back", "System som hålls kvar")
    raised_to: tuple[ThingRef, ...] = column("Raised to", "Lyft till")
    escalates_to: tuple[ThingRef, ...] = column("Escalates to", "Lyfts vidare till")
    decided_by: tuple[ThingRef, ...] = column("Decided by", "Beslutas av")
    input_from: tuple[ThingRef, ...] = column("Input from", "Underlag från")


class Found(NamedTuple):
    """A thing that is blocked, and what blocks it; without that, it is held back by its own record."""

    blocked: Blocked
    blocker: DecisionNode | RequirementNode | None


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Per thing, what blocks it, and last its own record."""
    kinds = [parameters.kind] if parameters.kind else list(Blockable)
    found: list[Found] = []
    for blocked in snapshot.all(*(BLOCKED[kind] for kind in kinds)):
        if parameters.subject in (None, blocked.id, str(blocked.ref)):
            found += [Found(blocked, blocker) for blocker in blocked.side("blocked_by")]
            if isinstance(blocked, SystemNode) and _holds_itself_back(blocked):
                found.append(Found(blocked, None))
    return found


def _holds_itself_back(system: SystemNode) -> bool:
    """Whether somebody wants it gone, and its own record says that it must not stop or why it is kept."""
    held = system.must_not_stop or system.retention_rationale is not None
    if not held or system.lifecycle == Lifecycle.RETIRED:
        return False
    return system.lifecycle == Lifecycle.PHASE_OUT or bool(system.retired_by) or any(_wishes(system))


def _wishes(blocked: Blocked) -> Iterator[DecisionNode]:
    """The decisions to divest it."""
    for each in blocked.concern_of:
        if isinstance(each, DecisionNode) and OrchestrationAction.DIVEST in (each.actions or ()):
            yield each


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The thing, what stands in its way, and where the matter goes."""
    blocked, blocker = found
    changes, wishes = blocked.side("retired_by"), list(_wishes(blocked))
    timed = [each for each in (blocked, *changes) if each.field("months_allowed") is not None]
    months = [each.field("months_allowed") or 0 for each in timed]
    raised = blocker.side("raised_to") if blocker else ()
    above, on_the_way = upwards(raised)
    return Row(
        blocked=ThingRef.of(blocked),
        blocked_by=ref(blocker),
        constraint=blocker.field("constraint") if blocker else None,
        months_allowed=min(months, default=None),
        why=(
            *(_stated(blocker) if blocker else _own(blocked) if isinstance(blocked, SystemNode) else ()),
            *map(_months, timed),
            *map(_wish, wishes),
        ),
        changes=refs(changes),
        held_back=refs([blocked] if isinstance(blocked, SystemNode) else blocked.retires),
        raised_to=refs(raised),
        escalates_to=tuple(map(ThingRef.of, above)),
        decided_by=refs(blocker.side("decided_by")) if blocker else (),
        input_from=refs(blocker.side("input_from")) if blocker else (),
        grounds=grounds(
            blocked, changes, blocked.side("retires"), wishes, blocked.links("retired_by", "retires"),
            [blocked.link("concern_of", wish) for wish in wishes], _behind(blocked, blocker), on_the_way,
        ),
        leads=(Lead.to("divestment_blockers", system=blocked.id),) if isinstance(blocked, SystemNode) else (),
    )  # fmt: skip


def _behind(blocked: Blocked, blocker: DecisionNode | RequirementNode | None) -> Iterator[Facts]:
    """What blocks it, whose matter that is, and what it comes from."""
    if blocker is not None:
        sides: tuple[SideName, ...] = ("raised_to", "decided_by", "input_from", "set_by")
        yield blocker, blocked.link("blocked_by", blocker), blocker.links(*sides)
        yield [blocker.side(side) for side in sides]


def _stated(blocker: DecisionNode | RequirementNode) -> list[Phrase]:
    if constraint := blocker.field("constraint") or blocker.field("rationale"):
        text = N_("{blocker} stands in the way: {constraint}.")
        return [Phrase(text=text, values={"blocker": ThingRef.of(blocker), "constraint": constraint})]
    text = N_("{blocker} stands in the way; no source says what the constraint is.")
    return [Phrase(text=text, values={"blocker": ThingRef.of(blocker)})]


def _own(system: SystemNode) -> list[Phrase]:
    why = []
    if system.must_not_stop:
        why.append(Phrase(text=N_("The system must not be stopped.")))
    if system.retention_rationale:
        text = N_("The system is kept because: {reason}.")
        why.append(Phrase(text=text, values={"reason": system.retention_rationale}))
    if system.archive_duty:
        why.append(Phrase(text=N_("What it holds has to be archived by law.")))
    return why


def _months(change: Node) -> Phrase:
    text = N_("{change} allows {months} months.")
    return Phrase(text=text, values={"change": ThingRef.of(change), "months": change.field("months_allowed")})


def _wish(decision: DecisionNode) -> Phrase:
    return Phrase(text=N_("It is to be divested: {decision}."), values={"decision": ThingRef.of(decision)})
