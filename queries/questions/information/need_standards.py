"""A need, the information that it calls for, the standard that suits, and whether it can be met today."""

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import NamedTuple

from graph.language.words import Words
from graph.ontology.kinds import Need
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.node import PLACE
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import (
    ApiNode,
    ExchangeNode,
    InformationEntityNode,
    NeedNode,
    SharedStorageNode,
    SideName,
    SystemNode,
)
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ref, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.needs_met import Met, between, facts, verdict
from queries.meaning.succession import Publication

TITLE = Words(
    "For a need: which standard suits, which systems already speak it, can it be met today, and which "
    "exchange is missing?",
    "För ett behov: vilken standard passar, vilka system talar den redan, kan det mötas i dag och vilket "
    "utbyte saknas?",
)
ABOUT = Words(
    "A need, the information that it calls for, the standard that suits, and whether it can be met today. Standards: "
    "those that a source says suit the need, those that can express the information, and those that are both (a "
    "standard and its version count as one); terminologies that code it beside them. A system speaks a standard when "
    "it, an API of it, or an exchange that it gives or takes is stated to follow a standard that both suits the need "
    "and expresses the information; where no standard does both, one that expresses it; where none expresses it, one "
    "that suits the need. Met today is what an exchange in use carries; by hand, or not in real time where that is "
    "needed, is said apart. An exchange between the parties that carries the information, but is not stated to meet "
    "the need, is shown as such. What is missing is named pair by pair: from whom, to whom, of what.",
    "Ett behov, informationen som det efterfrågar, standarden som passar, och om behovet kan mötas i dag. Standarder: "
    "de som enligt en källa passar för behovet, de som kan uttrycka informationen, och de som gör båda delarna (en "
    "standard och dess version räknas som en). Terminologier som kodar informationen står bredvid. Ett system talar "
    "en standard när systemet, ett API som hör till det, eller ett utbyte som det lämnar eller tar emot uppges följa "
    "en standard som både passar för behovet och uttrycker informationen. Om ingen standard gör båda delarna gäller "
    "en som uttrycker informationen, och om ingen uttrycker den gäller en som passar för behovet. Behovet möts i dag "
    "av det som ett utbyte i bruk bär. Om det sker för hand, eller inte i realtid när det behövs, sägs det särskilt. "
    "Ett utbyte mellan parterna som bär informationen, men inte uppges tillgodose behovet, visas som ett sådant. Vad "
    "som saknas anges par för par: från vem, till vem och vilken information.",
)


class Parameters(QuestionParameters):
    """Which need to look at; all when not given."""

    need: str | None = parameter("Need", "Behov", of=Need)
    listed: int = parameter("Systems listed per row at most", "Högst antal system per rad", 50, ge=1, le=1_000)


class Row(AnswerRow):
    """One need and one kind of information that it calls for."""

    need: ThingRef = column("Need", "Behov")
    entity: ThingRef | None = column("Information", "Information")
    met: Met | None = column("Met today", "Möts i dag")
    exchanges: tuple[ThingRef, ...] = column("By", "Genom")
    missing: tuple[Phrase, ...] = column("Missing", "Saknas")
    best: tuple[ThingRef, ...] = column("Suits and expresses it", "Passar och uttrycker det")
    suited_by: tuple[ThingRef, ...] = column("Said to suit the need", "Sägs passa behovet")
    expressed_by: tuple[ThingRef, ...] = column("Can express the information", "Kan uttrycka informationen")
    coded_by: tuple[ThingRef, ...] = column("Coded by", "Kodas med")
    speaking: int | None = column("Systems that speak it", "System som talar den")
    speakers: tuple[ThingRef, ...] = column("Which systems", "Vilka system")


class Found(NamedTuple):
    """One need and one kind of information that it calls for."""

    need: NeedNode
    entity: InformationEntityNode | None


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Need by need, one kind of information at a time."""
    return [
        Found(need, entity)
        for need in snapshot.all(Need)
        if parameters.need in (None, need.id)
        for entity in need.calls_for or (None,)
    ]


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The standards that suit, who speaks them, and whether the need is met."""
    need, entity = found
    suited = need.suited_by
    expressing = entity.expressed_by if entity else ()
    codes = entity.bound_to if entity else ()
    wide = {each for standard in suited for each in _same(standard)}
    speaking = _speaking(suited, expressing, wide)
    speakers = nsmallest(parameters.listed, speaking, key=PLACE)
    flows = list(between(need, entity)) if entity else []
    met, by, missing = verdict(need, entity, flows)
    sides: tuple[SideName, ...] = ("suited_by", "met_by", "asked_of", "needed_at")
    versions = [(each, each.links("has_version", "version_of")) for each in suited]
    return Row(
        need=ThingRef.of(need),
        entity=ref(entity),
        met=met,
        exchanges=refs(by),
        missing=missing,
        best=refs(each for each in expressing if each in wide),
        suited_by=refs(suited),
        expressed_by=refs(expressing),
        coded_by=refs(codes),
        speaking=len(speaking) if suited or expressing else None,
        speakers=refs(speakers),
        grounds=grounds(
            need, entity, need.link("calls_for", entity) if entity else None,
            ((need.side(side), need.links(side)) for side in sides), wide, versions,
            expressing, codes, entity.links("expressed_by", "bound_to") if entity else (),
            (flow.links("carries") for flow in need.met_by), speakers, map(facts, flows),
        ),
    )  # fmt: skip


def _same(standard: Publication) -> tuple[Publication, ...]:
    """A standard with its versions, or a version with its standard."""
    return (standard, *standard.side("has_version"), *standard.side("version_of"))


def _speaking(
    suited: Iterable[Publication], expressing: Iterable[Publication], wide: set[Publication]
) -> set[SystemNode]:
    """The systems that are stated to follow a standard that both suits and expresses, else one of the next best."""
    suits, expresses = _versions(suited), _versions(expressing)
    versions = expresses or suits
    if not wide.isdisjoint(expressing):
        versions = suits & expresses
    return {system for version in versions for system in version.once(_following)}


def _versions(standards: Iterable[Publication]) -> set[Publication]:
    """The versions that can be followed: a standard stands for all of its own."""
    return {version for each in standards for version in (each, *each.side("has_version"))}


def _systems(follower: ExchangeNode | ApiNode | SystemNode | SharedStorageNode) -> Iterator[SystemNode]:
    """The system that follows a standard, or those that expose the interface or give or take the exchange."""
    around = (follower, *follower.side("exposed_by"), *follower.side("provided_by"), *follower.side("consumed_by"))
    return (each for each in around if isinstance(each, SystemNode))


def _following(version: Publication) -> frozenset[SystemNode]:
    """The systems that follow a version."""
    systems = {system for each in version.side("conformed_to_by") for system in _systems(each)}
    return frozenset(system for system in systems if system.lifecycle != Lifecycle.RETIRED)
