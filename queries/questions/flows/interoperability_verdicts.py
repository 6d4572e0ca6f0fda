"""For every pair of places that should exchange some information: whether it gets there so that it can be used."""

from pydantic import BaseModel, ConfigDict, model_validator

from graph.language.validation_errors import UnfitError
from graph.language.words import N_, Words
from graph.ontology.declaration import Kind
from graph.ontology.kinds import CareSector, InformationEntity, Organisation, System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import grounds
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.ends import ends_of
from queries.verdicts.judging import FAILS, everything
from queries.verdicts.paths import Flows, Judged
from queries.verdicts.remedies import remedy
from queries.verdicts.table import FailingLevel, Verdict
from queries.verdicts.wanted import Wanted, between, wanted
from queries.verdicts.way_steps import FlowStep
from queries.verdicts.ways import end_facts, single_points, step_facts

TITLE = Words(
    "Does information get to those who should have it, so that they can use it?",
    "Når information fram till dem som ska ha den, så att de kan använda den?",
)
ABOUT = Words(
    "For every pair of places that should exchange some information: whether it gets there so that it can be used. "
    "What should be exchanged comes from facts: a need (asked of one place, needed at another), a requirement that "
    "concerns a system and information, or a system that reads what others hold. Nothing is a gap without one of "
    "these. Two places and an information may be given instead; then the verdict says whether anything wants it. Of "
    "all ways that information can take (exchanges in use that are said to carry it, however many after each other, "
    "interfaces, shared storage) the one is judged on which least fails; of exchanges that do not say what they "
    "carry, and of planned ones, two after each other at most are looked at. What is seen on it and what that means "
    "is the table of rules, ``queries/verdicts/verdicts.yaml``; each row names its rule. Unknown is no gap: too little "
    "is stated.",
    "För varje par av platser som borde utbyta någon information: om den når fram så att den kan användas. Vad som "
    "borde utbytas kommer av fakta: ett behov (begärt från en plats, finns hos en annan), ett krav som gäller ett "
    "system och information, eller ett system som läser vad andra har. Inget är en brist utan något av detta. Två "
    "platser och en informationsmängd kan anges i stället; då säger utslaget om något önskar utbytet. Av alla vägar "
    "som informationen kan ta (utbyten i bruk som uppges bära den, hur många som helst efter varandra, gränssnitt, "
    "delad lagring) bedöms den där minst brister; av utbyten som inte säger vad de bär, och av planerade, ses högst "
    "två efter varandra. Vad som ses på vägen och vad det betyder står i regeltabellen, "
    "``queries/verdicts/verdicts.yaml``; varje rad anger sin regel. Okänt är ingen brist: för lite är uppgivet.",
)

Named = tuple[type[Kind], str]
"""A kind, and the id of a thing of it."""


class Parameters(QuestionParameters):
    """What to judge: everything that is wanted, a part of it, or one pair of places."""

    verdict: Verdict | None = parameter("Verdict", "Utslag")
    gaps_only: bool = parameter("Only what fails", "Bara det som brister", False)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    from_system: str | None = parameter("From system", "Från system", of=System)
    to_system: str | None = parameter("To system", "Till system", of=System)
    from_organisation: str | None = parameter("From organisation", "Från organisation", of=Organisation)
    to_organisation: str | None = parameter("To organisation", "Till organisation", of=Organisation)
    from_sector: str | None = parameter("From care sector", "Från vårdsektor", of=CareSector)
    to_sector: str | None = parameter("To care sector", "Till vårdsektor", of=CareSector)

    @model_validator(mode="after")
    def _one_place_at_each_end(self) -> "Parameters":
        if len(self.sources) > 1:
            raise UnfitError(N_("give one place that it goes from, not several"))
        if len(self.targets) > 1:
            raise UnfitError(N_("give one place that it goes to, not several"))
        return self

    @property
    def sources(self) -> list[Named]:
        """Where it goes from: one place at most."""
        return _given(
            (System, self.from_system), (Organisation, self.from_organisation), (CareSector, self.from_sector)
        )

    @property
    def targets(self) -> list[Named]:
        """Where it goes to: one place at most."""
        return _given((System, self.to_system), (Organisation, self.to_organisation), (CareSector, self.to_sector))


def _given(*places: tuple[type[Kind], str | None]) -> list[Named]:
    return [(kind, id) for kind, id in places if id is not None]


NO_FACT, NONE, NO_OFFER = (
    ("nothing stated", "inget uppgivet"),
    ("none", "inga"),
    ("none in the graph", "ingen i grafen"),
)


class InteroperabilityVerdictsStep(BaseModel):
    """One step on the way."""

    model_config = ConfigDict(frozen=True)

    giver: ThingRef = column("From", "Från")
    carrier: ThingRef = column("over", "över")
    taker: ThingRef = column("to", "till")
    follows: tuple[ThingRef, ...] = column("follows", "följer")
    """The standard versions and profiles that the carrier states."""
    through: tuple[ThingRef, ...] = column("through", "genom")
    """Platforms and interfaces on the way."""
    against: tuple[str, ...] = column("against it", "emot den")
    """Ids of the rules that say something against it."""


class Row(AnswerRow):
    """Something that should be exchanged, and the verdict on it."""

    verdict: Verdict = column("Verdict", "Utslag")
    entity: ThingRef | None = column("Information", "Information")
    source: ThingRef | None = column("From", "Från")
    target: ThingRef = column("To", "Till")
    wanted_by: ThingRef | None = column(
        "Wanted because of", "Önskat på grund av", absent=("nothing stated", "inget uppgivet")
    )
    level: FailingLevel = column("Level that fails", "Nivå som brister")
    rule: str = column("Rule", "Regel")
    explanation: Words = column("What holds", "Vad som gäller")
    also: tuple[Words, ...] = column("Also", "Dessutom", absent=("nothing", "inget"))
    path: tuple[InteroperabilityVerdictsStep, ...] = column(
        "The way, step by step", "Vägen, steg för steg", absent=("no way", "ingen väg")
    )
    single_points: tuple[ThingRef, ...] = column(
        "Single points of failure", "Enskilda felpunkter", absent=("none", "inga")
    )
    remedy: Phrase | None = column(
        "Cheapest remedy", "Billigaste åtgärd", absent=("none in the graph", "ingen i grafen")
    )


def find(snapshot: Snapshot, parameters: Parameters) -> list[Judged]:
    """The verdicts, the worst first; of equal ones in the order of needs, requirements and readers."""
    cases = _asked(snapshot, parameters)
    return [case for case in cases if _shown(case, parameters)]


def _asked(snapshot: Snapshot, parameters: Parameters) -> list[Judged]:
    source, target = (
        next((snapshot.get(*place) for place in places), None) for places in (parameters.sources, parameters.targets)
    )
    entity = snapshot.get(InformationEntity, parameters.entity)
    if source is None or target is None:
        judged = snapshot.once(everything)
        if source is target is entity is None:
            return judged
        return [each for each in judged if _about(each.wanted, entity) and _between(each.wanted, source, target)]
    asked = between(source, target, entity)
    why = next((each.why for each in snapshot.once(wanted) if _same(each, asked)), None)
    return [snapshot.once(Flows).judged(asked._replace(why=why, real_time=bool(why and why.field("real_time"))))]


def _between(want: Wanted, source: Node | None, target: Node | None) -> bool:
    """Whether it goes from the one place to the other, where these are given."""
    from_there = source is None or source is want.source or not set(ends_of(source)).isdisjoint(want.givers)
    return from_there and (target is None or target is want.target or not set(ends_of(target)).isdisjoint(want.takers))


def _about(want: Wanted, entity: InformationEntityNode | None) -> bool:
    return entity is None or want.entity is entity


def _same(want: Wanted, asked: Wanted) -> bool:
    """Whether what the graph wants is what is asked about."""
    ends = bool(set(want.takers) & set(asked.takers)) and bool(set(want.givers) & set(asked.givers))
    return ends and _about(want, asked.entity)


def _shown(case: Judged, parameters: Parameters) -> bool:
    if parameters.gaps_only and case.rule.verdict not in FAILS:
        return False
    return parameters.verdict in (None, case.rule.verdict)


def identity(case: Judged) -> tuple[object, ...]:
    """What was wanted and how it is; not on which way."""
    return *case.wanted.what, case.rule.id


def explain(snapshot: Snapshot, case: Judged, parameters: Parameters) -> Row:
    """The verdict with its way, what else holds, and what could be done."""
    flows, want, rule = snapshot.once(Flows), case.wanted, case.rule
    against = [each for each in flows.against(case.path, want) if each is not rule]
    help_ = remedy(snapshot, case)
    return Row(
        verdict=rule.verdict,
        entity=ThingRef.of(want.entity) if want.entity else None,
        source=ThingRef.of(want.source) if want.source else _first(want.givers),
        target=ThingRef.of(want.target),
        wanted_by=ThingRef.of(want.why) if want.why else None,
        level=rule.level,
        rule=rule.id,
        explanation=rule.words,
        also=tuple(each.words for each in against),
        path=tuple(_step(flows, step, want) for step in case.path),
        single_points=tuple(map(ThingRef.of, single_points(flows, case))),
        remedy=help_.phrase if help_ else None,
        leads=(
            Lead.to("model_coverage", entity=want.entity.id),
            Lead.to("interoperability_gaps", entity=want.entity.id),
        ) if want.entity else (),
        grounds=grounds(
            want.why, want.entity, want.source, want.target, end_facts(want),
            [step_facts(step, want) for step in case.path], help_.facts if help_ else (),
        ),
    )  # fmt: skip


def _first(givers: tuple[Node, ...]) -> ThingRef | None:
    return ThingRef.of(givers[0]) if givers else None


def _step(flows: Flows, step: FlowStep, want: Wanted) -> InteroperabilityVerdictsStep:
    return InteroperabilityVerdictsStep(
        giver=ThingRef.of(step.giver),
        carrier=ThingRef.of(step.carrier),
        taker=ThingRef.of(step.taker),
        follows=tuple(map(ThingRef.of, (*step.carrier.side("conforms_to"), *step.carrier.side("profiled_by")))),
        through=tuple(map(ThingRef.of, (*step.carrier.side("mediated_by"), *step.carrier.side("runs_through")))),
        against=tuple(each.id for each in flows.step_against(step, want)),
    )
