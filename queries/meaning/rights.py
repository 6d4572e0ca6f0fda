"""The decision rights on a thing: who gives input, who decides, who is accountable, and which of these nobody does."""

from typing import Any, Final, get_args

from graph.ontology.declaration import Choice
from graph.ontology.kinds import (
    Api,
    Budget,
    Decision,
    Exchange,
    Fund,
    Governed,
    InformationModel,
    Initiative,
    IntegrationPlatform,
    Procurement,
    SharedStorage,
    SteeringObject,
    System,
)
from graph.snapshot.typed_nodes import GovernedNode
from queries.asking.answer import AnswerRow, ThingRef
from queries.asking.grounds import refs
from queries.asking.question import column

KINDS: dict[str, type[Governed]] = {kind.__name__: kind for kind in get_args(Governed)}
RIGHTS: Final = ("input_from", "decided_by", "accountable")


class Governable(Choice):
    """The kinds of thing on which decision rights are held."""

    SYSTEM = System.__name__, *System.words
    API = Api.__name__, *Api.words
    EXCHANGE = Exchange.__name__, *Exchange.words
    PLATFORM = IntegrationPlatform.__name__, *IntegrationPlatform.words
    STORAGE = SharedStorage.__name__, *SharedStorage.words
    MODEL = InformationModel.__name__, *InformationModel.words
    STEERING_OBJECT = SteeringObject.__name__, *SteeringObject.words
    INITIATIVE = Initiative.__name__, *Initiative.words
    PROCUREMENT = Procurement.__name__, *Procurement.words
    DECISION = Decision.__name__, *Decision.words
    BUDGET = Budget.__name__, *Budget.words
    FUND = Fund.__name__, *Fund.words


class Right(Choice):
    """The three decision rights."""

    INPUT = "input", "Input", "Underlag"
    DECISION = "decision", "Decision", "Beslut"
    ACCOUNTABILITY = "accountability", "Accountability", "Ansvar"


class RightsRow(AnswerRow):
    """One governed thing and who may say what about it."""

    subject: ThingRef = column("Thing", "Ting")
    input_from: tuple[ThingRef, ...] = column("Input from", "Underlag från")
    decided_by: tuple[ThingRef, ...] = column("Decided by", "Beslutas av")
    accountable: tuple[ThingRef, ...] = column("Accountable", "Ansvarig")
    held_by_nobody: tuple[Right, ...] = column("Held by nobody", "Saknar innehavare")
    raised_to: tuple[ThingRef, ...] = column("Raised to", "Lyft till")


def rights(subject: GovernedNode) -> dict[str, Any]:
    """What a row tells of the rights on a thing."""
    return {
        "subject": ThingRef.of(subject),
        **{side: refs(subject.side(side)) for side in (*RIGHTS, "raised_to")},
        "held_by_nobody": tuple(right for right, side in zip(Right, RIGHTS, strict=True) if side not in subject.sides),
    }
