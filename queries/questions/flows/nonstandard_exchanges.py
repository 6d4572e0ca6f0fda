"""What does not rest on a standard: exchanges, systems and storages, each with every reason that holds for it."""

from collections.abc import Iterator
from typing import Final

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import SharedStorage, System
from graph.ontology.vocabulary import DesignBasis, Lifecycle
from graph.snapshot.node import PLACE
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, SharedStorageNode, SystemNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.gaps.gap import OWN_DESIGN, Scope

Subject = ExchangeNode | SystemNode | SharedStorageNode
AROUND: Final = ("provided_by", "consumed_by", "carries", "masters", "stores", "maps_to", "owned_by")
TITLE = Words(
    "Which exchanges and systems rest on opinion, on proprietary formats, or on an inherited model that does not map?",
    "Vilka utbyten och system bygger på åsikter, leverantörsformat eller en ärvd modell som inte kan översättas?",
)
ABOUT = Words(
    "What does not rest on a standard: exchanges, systems and storages, each with every reason that holds for it. A "
    "system or storage is listed when its design is stated to rest on personal opinion or to be proprietary, or when "
    "it came with an information model that cannot be changed and no mapping to a model that guides procurement is "
    "stated. An exchange is listed when a format of its own is stated and no standard is, neither for it nor for an "
    "interface that it runs through. Where neither is stated the exchange is not known to be non-standard; those are "
    "shown last, when they are asked for. Ended exchanges and retired systems are left out.",
    "Det som inte vilar på en standard: utbyten, system och lagringar, med alla skäl som gäller för vart och ett. Ett "
    "system eller en lagring visas när utformningen uppges vila på personlig uppfattning eller vara "
    "leverantörsspecifik, eller när en informationsmodell som inte kan ändras följde med och ingen översättning är "
    "uppgiven till en modell som vägleder upphandling. Ett utbyte visas när ett eget format är uppgivet, men ingen "
    "standard, varken för utbytet eller för ett gränssnitt som det går genom. Om ingetdera är uppgivet vet man inte "
    "om utbytet avviker från standard; sådana utbyten visas sist, om man har valt att se dem. Avslutade utbyten och "
    "avvecklade system är inte med.",
)


class Parameters(QuestionParameters):
    """Which of them to show."""

    unstated: bool = parameter("Also exchanges without stated standard", "Även utbyten utan uppgiven standard", False)


class Reason(Choice):
    """Why something counts as non-standard."""

    OPINION = "opinion", "Built on personal opinion", "Byggt på personlig uppfattning"
    PROPRIETARY = "proprietary", "Proprietary", "Leverantörsspecifikt"
    FORMAT = "own-format", "A format of its own", "Ett eget format"
    INHERITED = "inherited-model", "Inherited model without mapping", "Ärvd modell utan översättning"
    UNSTATED = "unstated", "No standard stated", "Ingen standard är uppgiven"


class Row(AnswerRow):
    """One exchange, system or storage."""

    subject: ThingRef = column("What", "Vad")
    reasons: tuple[Reason, ...] = column("Reasons", "Skäl")
    why: tuple[Phrase, ...] = column("Why", "Varför")
    format: str | None = column("Format", "Format")
    provided_by: tuple[ThingRef, ...] = column("Provided by", "Lämnas av")
    consumed_by: tuple[ThingRef, ...] = column("Consumed by", "Tas emot av")
    entities: tuple[ThingRef, ...] = column("Information", "Information")
    maps_to: tuple[ThingRef, ...] = column("Maps to", "Kan översättas till")
    owned_by: tuple[ThingRef, ...] = column("Owned by", "Ägs av")


def find(snapshot: Snapshot, parameters: Parameters) -> list[Subject]:
    """Systems, storages, then exchanges; those of which nothing is stated last."""
    found: list[Subject] = [
        *(each for each in snapshot.all(System) if each.lifecycle != Lifecycle.RETIRED and _made_so(each)),
        *(each for each in snapshot.all(SharedStorage) if _made_so(each)),
    ]
    silent: list[Subject] = []
    flows = Scope(snapshot, parameters.day).flows
    for flow in sorted((*flows.of_own_format, *flows.silent), key=PLACE):
        (silent if flow.format is None else found).append(flow)
    return found + silent if parameters.unstated else found


def _made_so(place: Subject) -> bool:
    return place.field("design_basis") in OWN_DESIGN or _stuck(place)


def _stuck(place: Subject) -> bool:
    """Whether it came with a model that cannot be changed and maps to none that guides procurement."""
    return bool(place.field("inherited_model")) and not any(model.guides_procurement for model in place.side("maps_to"))


def explain(snapshot: Snapshot, subject: Subject, parameters: Parameters) -> Row:
    """What it is, every reason, and what it has to do with."""
    reasons = tuple(_reasons(subject))
    entities = (*subject.side("carries"), *subject.side("masters"), *subject.side("stores"))
    return Row(
        subject=ThingRef.of(subject),
        reasons=reasons,
        why=tuple(_why(reason, subject) for reason in reasons),
        format=subject.field("format"),
        provided_by=refs(subject.side("provided_by")),
        consumed_by=refs(subject.side("consumed_by")),
        entities=refs(entities),
        maps_to=refs(subject.side("maps_to")),
        owned_by=refs(subject.owned_by),
        grounds=grounds(subject, (subject.side(side) for side in AROUND), subject.links(*AROUND)),
    )


def _reasons(subject: Subject) -> Iterator[Reason]:
    if subject.field("design_basis") == DesignBasis.OPINION:
        yield Reason.OPINION
    if subject.field("design_basis") == DesignBasis.PROPRIETARY:
        yield Reason.PROPRIETARY
    if subject.field("format") is not None:
        yield Reason.FORMAT
    if _stuck(subject):
        yield Reason.INHERITED
    if isinstance(subject, ExchangeNode) and subject.format is None:
        yield Reason.UNSTATED


def _why(reason: Reason, subject: Subject) -> Phrase:
    if reason is Reason.OPINION:
        return Phrase(text=N_("It was built on somebody's opinion rather than on a standard."))
    if reason is Reason.PROPRIETARY:
        return Phrase(text=N_("Its design belongs to its vendor."))
    if reason is Reason.FORMAT:
        return Phrase(text=N_("It uses the format: {format}."), values={"format": subject.field("format")})
    if reason is Reason.UNSTATED:
        return Phrase(text=N_("No source says which standard or format it uses."))
    if subject.side("maps_to"):
        text = N_("Its model cannot be changed, and maps only to {model}, which does not guide procurement.")
        return Phrase(text=text, values={"model": ThingRef.of(subject.side("maps_to")[0])})
    return Phrase(text=N_("Its model cannot be changed, and no mapping to the regional model is stated."))
