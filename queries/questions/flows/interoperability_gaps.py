"""Where information does not get through, by what is stated, and who should have it."""

from collections.abc import Callable, Iterator

from graph.language.words import Words
from graph.ontology.kinds import CareSector, InformationEntity, System
from graph.ontology.vocabulary import InteroperabilityLevel
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import grounds, ref
from queries.asking.question import QuestionParameters, column, parameter
from queries.gaps import flow_gaps, gap_rows, missing, standards
from queries.gaps.gap import FoundGap, Gap, Scope
from queries.gaps.rationale import CountsAs, Reasons
from queries.verdicts.verdict_leads import way

TITLE = Words(
    "Where does information not flow, or not in a way that others can read?",
    "Var flödar information inte, eller inte så att andra kan läsa den?",
)
ABOUT = Words(
    "Where information does not get through, by what is stated, and who should have it. A fault is one pair of ends "
    "and one piece of information: each verdict that fails on what a need, a requirement or a reader wants makes the "
    "first finding that tells why a gap, and what else is found there follows from it. Where the verdict is unknown, "
    "or an owner or a standard is merely not stated, so is the finding; where what is wanted gets there all the same, "
    "it says so; where nothing is stated to want it, it is an observation, and comes last. Missing "
    "exchange: a need that no exchange in use meets, and no exchange, or several after each other, carries its "
    "information from the systems of whom it is asked of to those of who needs it, nor do both use one place that "
    "holds it. Care sectors not connected: no exchange in use between their systems, directly or over one stop, and "
    "no system of both. Reads without exchange: a system reads what another masters or stores, and no exchange in use "
    "or dependency brings it. Versions differ: an exchange follows one version of a standard, its provider, consumer "
    "or interface only another. Format of its own: no standard is stated, and a format or the provider's design basis "
    "says that it is its own. Connected to nothing: no exchange, interface, storage or dependency of a system in use "
    "is stated. Standard not stated: neither a standard nor a format; it may well follow one. Ended exchanges and "
    "retired systems are left out, and a planned system neither gives nor takes anything yet.",
    "Var information inte når fram, enligt det som är uppgivet, och vem som borde få den. Ett fel är ett par av ändar "
    "och en informationsmängd: varje utslag som visar att det som ett behov, ett krav eller en läsare önskar inte når "
    "fram gör det första fyndet som säger varför till en brist, och vad som mer finns där följer av den. När utslaget "
    "är okänt, eller en ägare eller en standard bara inte är uppgiven, är fyndet okänt; när det önskade kommer fram "
    "ändå sägs det; när inget uppges önska det är fyndet en iakttagelse och kommer sist. Utbyte "
    "saknas: ett behov som inget utbyte i bruk tillgodoser, där inget utbyte, eller flera efter varandra, bär "
    "informationen från systemen hos den som tillfrågas till systemen hos den som har behovet, och där de inte heller "
    "båda använder ett ställe där informationen finns. Vårdsektorer utan förbindelse: inget utbyte i bruk mellan "
    "deras system, vare sig direkt eller med ett mellanled, och inget system som båda har. Läser utan utbyte: ett "
    "system läser det som ett annat är master för eller lagrar, men inget utbyte i bruk och inget beroende för det "
    "dit. Olika versioner: ett utbyte följer en version av en standard, men den som lämnar det, den som tar emot det "
    "eller gränssnittet följer bara en annan. Eget format: ingen standard är uppgiven, och ett format, eller grunden "
    "för utformningen hos den som lämnar, visar att formatet är eget. Utan förbindelser: varken utbyte, gränssnitt, "
    "lagring eller beroende är uppgivet för ett system i bruk. Standard ej uppgiven: varken en standard eller ett "
    "format är uppgivet; utbytet kan ändå följa en standard. Avslutade utbyten och avvecklade system är inte med, och "
    "ett planerat system varken lämnar eller tar emot något än.",
)

FINDERS: dict[Gap, Callable[[Scope], Iterator[FoundGap]]] = {
    Gap.MISSING: missing.missing,
    Gap.SECTORS: flow_gaps.sectors_apart,
    Gap.READS: flow_gaps.unbrought_reads,
    Gap.VERSIONS: standards.differing_versions,
    Gap.ISLAND: flow_gaps.islands,
    Gap.NON_STANDARD: standards.own_formats,
    Gap.REPLACED: standards.replaced_versions,
    Gap.NOT_STATED: standards.silent,
    Gap.NO_OWNER: standards.unowned,
}


NOTHING = ("nothing stated", "inget uppgivet")


class Parameters(QuestionParameters):
    """Which gaps to look at; all when not given."""

    gap: Gap | None = parameter("Kind of gap", "Typ av brist")
    counts_as: CountsAs | None = parameter("Counts as", "Räknas som")
    system: str | None = parameter("System", "System", of=System)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    sector: str | None = parameter("Care sector", "Vårdsektor", of=CareSector)


class Row(AnswerRow):
    """One gap."""

    gap: Gap = column("Finding", "Fynd")
    counts_as: CountsAs = column("Counts as", "Räknas som")
    subject: ThingRef = column("Where", "Var")
    other: ThingRef | None = column("Other end", "Andra änden")
    entity: ThingRef | None = column("Information", "Information")
    explanation: Phrase = column("What is wrong", "Vad som är fel")
    wanted_by: ThingRef | None = column("Wanted because of", "Önskat på grund av", absent=NOTHING)
    remedy: Phrase | None = column("Possible remedy", "Möjlig åtgärd")
    level: InteroperabilityLevel | None = column("Interoperability level", "Interoperabilitetsnivå")


def find(snapshot: Snapshot, parameters: Parameters) -> list[FoundGap]:
    """Gaps first, then what follows from them, then what is unknown, then observations; each kind by kind."""
    scope = Scope(snapshot, parameters.day, parameters.system, parameters.entity, parameters.sector)
    reasons = snapshot.once(Reasons)
    kinds = [
        reasons.parted(FINDERS[gap](scope), parameters.day) for gap in ([parameters.gap] if parameters.gap else Gap)
    ]
    asked = [parameters.counts_as] if parameters.counts_as else CountsAs
    return [found for counts in asked for kind in kinds for found in kind.get(counts, ())]


def explain(snapshot: Snapshot, found: FoundGap, parameters: Parameters) -> Row:
    """The gap told as sentences."""
    told = gap_rows.explain(snapshot, found)
    counts, reason = snapshot.once(Reasons).judged(found, parameters.day)
    return Row(
        gap=found.gap,
        counts_as=counts,
        subject=ThingRef.of(found.subject),
        other=ref(told.other),
        entity=ref(told.entity),
        explanation=told.explanation,
        wanted_by=ref(reason.why if reason else None),
        remedy=told.remedy,
        level=told.level,
        grounds=grounds(found.subject, told.other, told.entity, told.facts, reason and (reason.why, reason.facts)),
        leads=_leads(found),
    )


def _leads(found: FoundGap) -> tuple[Lead, ...]:
    """The way that the information takes or lacks; what is around the thing."""
    if found.gap is Gap.MISSING and found.third and found.other:
        return (way(found.entity, found.other, found.third),)
    if found.gap is Gap.READS:
        return (way(found.entity, None, found.subject),)
    if found.gap is Gap.ISLAND:
        return (Lead.to("divestment_blockers", system=found.subject.id),)
    if found.gap in (Gap.NON_STANDARD, Gap.NOT_STATED, Gap.VERSIONS, Gap.REPLACED):
        return tuple(way(each, None, None) for each in found.subject.side("carries")[:1])
    return ()
