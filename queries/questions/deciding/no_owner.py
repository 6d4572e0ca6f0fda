"""What no source names an owner of; that nobody is named does not mean that nobody answers for it."""

from graph.language.words import Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import Api, Device, Exchange, InformationModel, IntegrationPlatform, SharedStorage, System
from graph.ontology.ontology import ONTOLOGY
from graph.ontology.vocabulary import Criticality, ExchangeStatus, Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow, ThingRef
from queries.asking.grounds import grounds, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words("What has nobody said to own it?", "Vad har ingen uppgiven ägare?")
ABOUT = Words(
    "What no source names an owner of; that nobody is named does not mean that nobody answers for it. What is no "
    "longer in use (a retired system, an ended exchange) is left out. A steering object or an accountable party, "
    "where one is stated, is where to ask first.",
    "Det som ingen källa nämner någon ägare till. Att ingen nämns betyder inte att ingen ansvarar för det. Det som "
    "inte längre är i bruk (ett avvecklat system, ett avslutat utbyte) är inte med. Om ett styrobjekt eller en "
    "ansvarig är uppgiven är det första stället att fråga.",
)


class Ownable(Choice):
    """The kinds of thing that somebody owns, in the order of the answer."""

    SYSTEM = System.__name__, *System.words
    PLATFORM = IntegrationPlatform.__name__, *IntegrationPlatform.words
    STORAGE = SharedStorage.__name__, *SharedStorage.words
    MODEL = InformationModel.__name__, *InformationModel.words
    API = Api.__name__, *Api.words
    EXCHANGE = Exchange.__name__, *Exchange.words
    DEVICE = Device.__name__, *Device.words


class Parameters(QuestionParameters):
    """Which kind of thing to look at; all when not given."""

    kind: Ownable | None = parameter("Kind", "Sort")


class Row(AnswerRow):
    """One thing that has no stated owner."""

    kind: Ownable = column("Kind", "Sort")
    thing: ThingRef = column("Without an owner", "Utan ägare")
    criticality: Criticality | None = column("Criticality", "Kritikalitet")
    steered_in: tuple[ThingRef, ...] = column("Steered in", "Styrs i")
    accountable: tuple[ThingRef, ...] = column("Accountable", "Ansvarig")


def find(snapshot: Snapshot, parameters: Parameters) -> list[Node]:
    """What is in use and has no owner, by kind and then by name."""
    kinds = [parameters.kind] if parameters.kind else list(Ownable)
    return [node for kind in kinds for node in snapshot.all(ONTOLOGY.kinds[kind.value]) if _unowned(node)]


def _unowned(node: Node) -> bool:
    return (
        not node.side("owned_by")
        and node.field("lifecycle") != Lifecycle.RETIRED
        and node.field("status") != ExchangeStatus.ENDED
    )


def explain(snapshot: Snapshot, thing: Node, parameters: Parameters) -> Row:
    """The thing, and whom to ask first."""
    return Row(
        kind=Ownable(thing.kind),
        thing=ThingRef.of(thing),
        criticality=thing.field("criticality"),
        steered_in=refs(thing.side("contained_in")),
        accountable=refs(thing.side("accountable")),
        grounds=grounds(thing, thing.links("contained_in", "accountable")),
    )
