"""What is wrong or missing between information, the systems that hold it and the information models."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import InformationEntity, InformationModel, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode, InformationModelNode, SystemNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.parties import parties
from queries.meaning.phases import in_use
from queries.meaning.succession import models_in_force

TITLE = Words(
    "Which information has two masters, none, or nobody who holds it, and which models and terminologies are missing?",
    "Vilken information har två mastersystem, inget, eller ingen som har den, och vilka modeller och "
    "terminologier saknas?",
)
ABOUT = Words(
    "What is wrong or missing between information, the systems that hold it and the information models, one thing a "
    "row. A master counts while its system is in use; one that is planned is named beside. That information has no "
    "master is found where somebody stores, reads, publishes or exchanges it; where a model defines it and nothing in "
    "use masters or stores it, it is said instead that nobody holds it. An inherited model that cannot be changed is "
    "found where its system maps to no model in force; where no source says whether a system's model is inherited "
    "nothing is found. A terminology is looked for on what a model defines: that none is stated does not mean that "
    "the values are uncoded. Models that have been followed by another are not in force.",
    "Vad som är fel eller saknas mellan information, de system som har den och informationsmodellerna, en sak per "
    "rad. Ett mastersystem räknas medan det är i bruk; ett planerat nämns bredvid. Att information saknar "
    "mastersystem visas när något lagrar, läser, publicerar eller utbyter den. När en modell definierar den och inget "
    "i bruk är master för den eller lagrar den visas i stället att ingen har den. En ärvd modell som inte kan ändras "
    "visas när dess system inte kan översättas till någon gällande modell; när ingen källa säger om ett systems "
    "modell är ärvd visas ingenting. Terminologi eftersöks för det som en modell definierar: att ingen är uppgiven "
    "betyder inte att värdena är okodade. Modeller som har fått en efterföljare är inte gällande.",
)

HELD: Final = ("mastered_by", "stored_in")
USED: Final = (*HELD, "read_by", "published_by")
HAS: Final = ("masters", "stores", "reads", "publishes", "carries")
"""From a system or an exchange to what it has to do with; few each, while information has many of either."""
LISTED = 8
"""Systems of one sort named in a row."""


class MasterFinding(Choice):
    """What is found, the gravest first."""

    TWO_MASTERS = "two-masters", "Two masters or more", "Två mastersystem eller fler"
    NO_MASTER = "no-master", "Used, but without a master", "Används, men utan mastersystem"
    NOBODY_HOLDS = "nobody-holds", "In the model, but nobody holds it", "I modellen, men ingen har den"
    INHERITED = "inherited-model", "Inherited model that maps to no model in force", "Ärvd modell utan översättning"
    NO_TERMINOLOGY = "no-terminology", "In the model, without a terminology", "I modellen, utan terminologi"


class Parameters(QuestionParameters):
    """Which finding, model or information to look at; all when not given."""

    finding: MasterFinding | None = parameter("Finding", "Iakttagelse")
    model: str | None = parameter("Information model", "Informationsmodell", of=InformationModel)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)


class Row(AnswerRow):
    """One thing that is wrong or missing."""

    finding: MasterFinding = column("Finding", "Iakttagelse")
    subject: ThingRef = column("Information or system", "Information eller system")
    systems: tuple[ThingRef, ...] = column("Systems", "System", "The masters, or those that use it without one")
    planned: tuple[ThingRef, ...] = column("Planned to hold it", "Planeras ha den")
    going: tuple[ThingRef, ...] = column("Of these on the way out", "Av dessa på väg bort")
    models: tuple[ThingRef, ...] = column("In model", "I modell")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


class Found(NamedTuple):
    """What is found of an information entity or a system."""

    finding: MasterFinding
    subject: InformationEntityNode | SystemNode


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """The gravest findings first, each by name."""
    models = models_in_force(snapshot, parameters.model, parameters.day)
    wanted = [parameters.finding] if parameters.finding else list(MasterFinding)
    found: dict[MasterFinding, list[Found]] = {finding: [] for finding in wanted}
    for entity in snapshot.all(InformationEntity):
        if parameters.entity in (None, entity.id):
            for finding in _of_entity(entity, models, only=parameters.model is not None):
                if finding in found:
                    found[finding].append(Found(finding, entity))
    if MasterFinding.INHERITED in found and parameters.entity is None:
        found[MasterFinding.INHERITED] += [
            Found(MasterFinding.INHERITED, system)
            for system in snapshot.all(System)
            if system.inherited_model and system.lifecycle != Lifecycle.RETIRED and models.isdisjoint(system.maps_to)
        ]
    return [each for some in found.values() for each in some]


def _of_entity(
    entity: InformationEntityNode, models: set[InformationModelNode], *, only: bool
) -> Iterator[MasterFinding]:
    """What is found of the information; `only` where a model defines it."""
    modelled = not models.isdisjoint(entity.defined_in)
    if only and not modelled:
        return
    masters = sum(map(in_use, entity.mastered_by))
    held = any(in_use(each) for side in HELD for each in entity.side(side))
    if masters > 1:
        yield MasterFinding.TWO_MASTERS
    if modelled and not held:
        yield MasterFinding.NOBODY_HOLDS
    elif not masters and _users(entity):
        yield MasterFinding.NO_MASTER
    if modelled and not entity.bound_to:
        yield MasterFinding.NO_TERMINOLOGY


def _users(entity: InformationEntityNode) -> list[Node]:
    """The systems and exchanges in use that have to do with it."""
    flows = [flow for flow in entity.carried_by if flow.status not in (ExchangeStatus.PLANNED, ExchangeStatus.ENDED)]
    return ordered([*(each for side in USED for each in entity.side(side) if in_use(each)), *flows])


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """What is found, and who has to do with it."""
    finding, subject = found
    masters = list(filter(in_use, subject.side("mastered_by"))) if finding is MasterFinding.TWO_MASTERS else []
    systems: list[Node] = [*masters]
    if isinstance(subject, InformationEntityNode) and finding is MasterFinding.NO_MASTER:
        systems = _users(subject)
    systems = systems[:LISTED]
    held = () if finding is MasterFinding.NO_TERMINOLOGY else (each for side in HELD for each in subject.side(side))
    planned = ordered(each for each in held if each.field("lifecycle") == Lifecycle.PLAN)
    going = [each for each in systems if each.field("lifecycle") == Lifecycle.PHASE_OUT or each.side("retired_by")]
    between = [each.link(side, subject) for each in (*systems, *planned) for side in HAS
               if subject in each.side(side)]  # fmt: skip
    models = (*subject.side("defined_in"), *subject.side("maps_to"))
    return Row(
        finding=finding,
        subject=ThingRef.of(subject),
        systems=refs(systems),
        planned=refs(planned),
        going=refs(going),
        models=refs(models),
        notes=tuple(_notes(snapshot, found, masters, planned)),
        grounds=grounds(
            subject, systems, planned, between, models, subject.links("defined_in", "maps_to"),
            [(each.side("retired_by"), each.links("retired_by")) for each in going],
            [(parties(each), each.links("used_by", "owned_by")) for each in masters],
        ),
    )  # fmt: skip


def _notes(snapshot: Snapshot, found: Found, masters: list[SystemNode], planned: Sequence[Node]) -> Iterator[Phrase]:
    finding, subject = found
    if finding is MasterFinding.TWO_MASTERS:
        homes = [frozenset(parties(each)) for each in masters]
        if all(homes) and sum(map(len, homes)) == len(frozenset().union(*homes)):
            yield Phrase(text=N_("The masters are at different organisations: each may be the master of its own."))
    if finding in (MasterFinding.NO_MASTER, MasterFinding.NOBODY_HOLDS) and not planned:
        yield Phrase(text=N_("Nobody is stated to be planned for it either."))
    if finding is MasterFinding.INHERITED:
        for model in subject.side("maps_to"):
            said = snapshot.stated(subject.link("maps_to", model), "coverage")
            yield Phrase(
                text=N_("It maps to {model}, which is not in force or not asked about ({coverage})."),
                values={"model": ThingRef.of(model), "coverage": said or "–"},
            )
