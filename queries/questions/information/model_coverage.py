"""For each information entity: which systems master, store, read and publish it, and whether a model defines it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from graph.language.words import Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import InformationEntity, InformationModel, System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationModelNode, SystemNode
from queries.asking.answer import AnswerRow, ThingRef
from queries.asking.grounds import grounds, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.phases import in_use
from queries.meaning.succession import models_in_force

TITLE = Words(
    "How is the information covered: who masters, stores, reads and publishes it, and is it in the information model?",
    "Hur täcks informationen: vem är master för, lagrar, läser och publicerar den, och finns den i "
    "informationsmodellen?",
)
ABOUT = Words(
    "For each information entity: which systems master, store, read and publish it, and whether a model defines it. "
    "Two masters and no master are findings, as is information that no model in force defines; a model that another "
    "has superseded is not in force. For each system that maps to no such model: whether it came with a fixed model "
    "of its own (which cannot be changed), or whether only the mapping is not stated. Planned and retired systems do "
    "not count; of each list the first five are shown.",
    "För varje informationsmängd: vilka system som är master för, lagrar, läser och publicerar den, och om en modell "
    "definierar den. Iakttagelser är två mastersystem, inget mastersystem, och information som ingen gällande modell "
    "definierar. En modell som en annan har ersatt gäller inte. För varje system som inte kan översättas till någon "
    "gällande modell visas om det följde med en egen låst modell (som inte kan ändras), eller om det bara är "
    "översättningen som inte är uppgiven. Planerade och avvecklade system räknas inte. Av varje lista visas de fem "
    "första.",
)

LISTED = 5
"""Systems of one sort named in a row."""
USES: Final = ("mastered_by", "stored_in", "read_by", "published_by")


class Finding(Choice):
    """How something stands to the information model, the gravest first."""

    SEVERAL_MASTERS = "several-masters", "Several masters", "Flera mastersystem"
    NO_MASTER = "no-master", "No master", "Inget mastersystem"
    NOT_IN_MODEL = "not-in-model", "Not in the model", "Inte i modellen"
    FIXED_MODEL = "fixed-model", "Fixed model of its own, not mapped", "Egen låst modell, utan översättning"
    NOT_USED = "not-used", "No system uses it", "Inget system använder den"
    ONE_MASTER = "one-master", "One master", "Ett mastersystem"
    NOT_STATED = "mapping-not-stated", "Mapping not stated", "Översättning ej uppgiven"


class Parameters(QuestionParameters):
    """Which model, information or finding to look at; all when not given."""

    model: str | None = parameter("Information model", "Informationsmodell", of=InformationModel)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    finding: Finding | None = parameter("Finding", "Iakttagelse")


class Row(AnswerRow):
    """One information entity, or one system whose model maps to no model in force."""

    subject: ThingRef = column("Information or system", "Information eller system")
    findings: tuple[Finding, ...] = column("Finding", "Iakttagelse")
    models: tuple[ThingRef, ...] = column("In model", "I modell")
    masters: tuple[ThingRef, ...] = column("Master", "Master")
    stores: tuple[ThingRef, ...] = column("Stored in", "Lagras i")
    reads: tuple[ThingRef, ...] = column("Read by", "Läses av")
    publishes: tuple[ThingRef, ...] = column("Published by", "Publiceras av")
    uses: int | None = column("Use it in all", "Använder den totalt")


class Found(NamedTuple):
    """An information entity or a system, with what was found of it."""

    subject: Node
    findings: tuple[Finding, ...]


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """The gravest findings first, each by name."""
    models = models_in_force(snapshot, parameters.model, parameters.day)
    found: dict[Finding, list[Found]] = {finding: [] for finding in Finding}
    for each in (*_entities(snapshot, models, parameters.entity), *_systems(snapshot, models, parameters.entity)):
        if parameters.finding is None or parameters.finding in each.findings:
            found[each.findings[0]].append(each)
    return [each for some in found.values() for each in some]


def _entities(snapshot: Snapshot, models: set[InformationModelNode], asked: str | None) -> Iterator[Found]:
    for entity in snapshot.all(InformationEntity):
        if asked in (None, entity.id):
            masters = sum(map(in_use, entity.mastered_by))
            outside = (Finding.NOT_IN_MODEL,) if models.isdisjoint(entity.defined_in) else ()
            if masters > 1:
                yield Found(entity, (Finding.SEVERAL_MASTERS, *outside))
            elif masters:
                yield Found(entity, (*outside, Finding.ONE_MASTER))
            elif any(in_use(each) for side in USES for each in entity.side(side)):
                yield Found(entity, (Finding.NO_MASTER, *outside))
            else:
                yield Found(entity, (Finding.NOT_USED, *outside))


def _systems(snapshot: Snapshot, models: set[InformationModelNode], asked: str | None) -> Iterator[Found]:
    if asked is None:
        for system in snapshot.all(System):
            if in_use(system) and models.isdisjoint(system.maps_to):
                yield Found(system, (Finding.FIXED_MODEL if system.inherited_model else Finding.NOT_STATED,))


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """What was found, with the first of those that use the information."""
    subject, findings = found
    users = {side: [each for each in subject.side(side) if in_use(each)] for side in USES}
    shown = {side: some[:LISTED] for side, some in users.items()}
    named = {each for some in shown.values() for each in some}
    uses = [subject.link(side, each) for side in USES for each in users[side] if each in named]
    return Row(
        subject=ThingRef.of(subject),
        findings=findings,
        models=refs((*subject.side("defined_in"), *subject.side("maps_to"))),
        masters=refs(shown["mastered_by"]),
        stores=refs(shown["stored_in"]),
        reads=refs(shown["read_by"]),
        publishes=refs(shown["published_by"]),
        uses=len({each for some in users.values() for each in some}) if not isinstance(subject, SystemNode) else None,
        grounds=grounds(
            subject,
            subject.side("defined_in"),
            subject.side("maps_to"),
            subject.links("defined_in", "maps_to"),
            named,
            uses,
        ),
    )
