"""Maturity of each capability, place by place and over time, and what builds it."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from graph.language.words import N_, Words
from graph.ontology.kinds import Capability, Coordinator, Initiative, Organisation, Practice
from graph.snapshot.node import PLACE
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import CapabilityNode, MaturityAssessmentNode, OrganisationNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ordered, ref, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words(
    "How mature is each capability at each organisation over time, what builds it, and where is it not assessed?",
    "Hur mogen är varje förmåga vid varje organisation över tid, vad bygger den, och var är den inte bedömd?",
)
ABOUT = Words(
    "Maturity of each capability, place by place and over time, and what builds it. A place is an organisation that a "
    "source says has the capability, or where it was assessed. Where no assessment is stated the capability is not "
    "assessed there: its maturity is unknown, not low. The change is between the first and the last dated assessment "
    "on the same scale. Builders are practices, initiatives and coordinators stated to build the capability; "
    "practised here are those practices that a source places at the organisation.",
    "Hur mogen varje förmåga är, plats för plats och över tid, och vad som bygger den. En plats är en organisation "
    "som enligt en källa har förmågan, eller där förmågan har bedömts. Om ingen bedömning är uppgiven är förmågan ej "
    "bedömd där: mognaden är okänd, inte låg. Förändringen räknas mellan den första och den senaste daterade "
    "bedömningen på samma skala. Det som bygger förmågan är praktiker, initiativ och samordnare som uppges göra det. "
    "Under Praktiseras här står de av dessa praktiker som en källa förlägger till organisationen.",
)


class Parameters(QuestionParameters):
    """Which capability and place to look at; all when not given."""

    capability: str | None = parameter("Capability", "Förmåga", of=Capability)
    organisation: str | None = parameter("Organisation", "Organisation", of=Organisation)
    only_not_assessed: bool = parameter("Only where it is not assessed", "Bara där den inte är bedömd", False)


class Assessed(BaseModel):
    """How mature it was at one time."""

    model_config = ConfigDict(frozen=True)

    assessment: ThingRef
    assessed_on: str | None
    maturity: int | None
    scale: str | None


class Row(AnswerRow):
    """One capability at one place."""

    capability: ThingRef = column("Capability", "Förmåga")
    organisation: ThingRef | None = column("Organisation", "Organisation")
    assessed: bool | None = column("Assessed", "Bedömd")
    maturity: int | None = column("Latest maturity", "Senaste mognad")
    change: int | None = column("Change since the first", "Förändring sedan den första")
    assessments: tuple[Assessed, ...] = column("Assessments", "Bedömningar")
    practised_here: tuple[ThingRef, ...] = column("Practised here", "Praktiseras här")
    practices: tuple[ThingRef, ...] = column("Practices that build it", "Praktiker som bygger den")
    initiatives: tuple[ThingRef, ...] = column("Initiatives that build it", "Initiativ som bygger den")
    coordinators: tuple[ThingRef, ...] = column("Coordinators that build it", "Samordnare som bygger den")
    helped_by: tuple[ThingRef, ...] = column("Helped by", "Stöds av")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


class Found(NamedTuple):
    """A capability at a place, with the assessments made of it there, in time."""

    capability: CapabilityNode
    organisation: OrganisationNode | None
    assessments: list[MaturityAssessmentNode]


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Capability by capability, place by place."""
    return [
        held
        for capability in snapshot.all(Capability)
        if parameters.capability in (None, capability.id)
        for held in _places(capability)
        if parameters.organisation is None or (held.organisation and held.organisation.id == parameters.organisation)
        if not (parameters.only_not_assessed and held.assessments)
    ]


def _places(capability: CapabilityNode) -> Iterator[Found]:
    """Where the capability is held or was assessed; one without a place where no source says so."""
    made: dict[OrganisationNode | None, list[MaturityAssessmentNode]] = {each: [] for each in capability.held_at}
    for assessment in sorted(capability.assessed_by, key=lambda each: (each.assessed_on or "", PLACE(each))):
        for organisation in assessment.held_at or (None,):
            made.setdefault(organisation, []).append(assessment)
    nowhere = made.pop(None, [])
    if not made:
        yield Found(capability, None, nowhere)
    for organisation in ordered(each for each in made if each):
        yield Found(capability, organisation, made[organisation])


def explain(snapshot: Snapshot, held: Found, parameters: Parameters) -> Row:
    """How mature the capability is at the place, and what builds it."""
    capability, organisation, assessments = held
    built_by = {
        kind: [each for each in capability.built_by if each.kind == kind.__name__]
        for kind in (Practice, Initiative, Coordinator)
    }
    practices = built_by[Practice]
    practised = [each for each in practices if organisation in each.side("held_at")]
    bringing = [work for practice in practices for work in practice.side("introduced_by")]
    placed = [each for each in (capability, *assessments, *practised) if organisation in each.side("held_at")]
    return Row(
        capability=ThingRef.of(capability),
        organisation=ref(organisation),
        assessed=True if assessments else None,
        maturity=assessments[-1].maturity if assessments else None,
        change=_change(assessments),
        assessments=tuple(map(_assessed, assessments)),
        practised_here=refs(practised),
        practices=refs(practices),
        initiatives=refs((*built_by[Initiative], *bringing)),
        coordinators=refs(built_by[Coordinator]),
        helped_by=refs(capability.helped_by),
        notes=tuple(_notes(held)),
        grounds=grounds(
            capability, organisation, assessments, [each.link("assesses", capability) for each in assessments],
            [each.link("held_at", organisation) for each in placed if organisation],
            capability.built_by, capability.helped_by, capability.links("built_by", "helped_by"),
            bringing, [practice.links("introduced_by") for practice in practices],
        ),
    )  # fmt: skip


def _assessed(assessment: MaturityAssessmentNode) -> Assessed:
    return Assessed(
        assessment=ThingRef.of(assessment),
        assessed_on=assessment.assessed_on,
        maturity=assessment.maturity,
        scale=assessment.scale,
    )


def _change(assessments: list[MaturityAssessmentNode]) -> int | None:
    measured: list[int] = [
        each.maturity
        for each in assessments
        if each.maturity is not None and each.assessed_on and each.scale == assessments[-1].scale
    ]
    return measured[-1] - measured[0] if len(measured) > 1 else None


def _notes(held: Found) -> Iterator[Phrase]:
    if held.organisation is None:
        yield Phrase(text=N_("No source says where it is."))
    if not held.assessments:
        yield Phrase(text=N_("It has not been assessed here, as far as any source says."))
    if not held.capability.built_by:
        yield Phrase(text=N_("No source says what builds it."))
