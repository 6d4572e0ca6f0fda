"""Who uses what has a successor: versions, standards and information models, with the successor and since when."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import Standard
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, PublicationStatus
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import DatedNode, SideName, StandardNode, StandardVersionNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.succession import DATED, months_since, newest, rings, since_when, taken_over

TITLE = Words(
    "Who uses a version, a standard or an information model that has a successor, and since when?",
    "Vem använder en version, en standard eller en informationsmodell som har en efterträdare, och sedan när?",
)
ABOUT = Words(
    "Who uses what has a successor: versions, whole standards and information models, with the successor and since "
    "when. A system, interface, exchange or storage uses a version that it follows or is profiled by; information "
    "uses the version that it is coded with, a requirement the one that it demands, a system the model that its own "
    "maps to. Where a whole standard has a successor, the users of all its versions are listed. Since when is what "
    "the succession says, else when the successor was released; where neither is stated it is unknown, and so is how "
    "long it has been. A later version does not always revoke an older one: the publisher's status, the note, and "
    "what still builds on the old one stand beside it. Things that replace each other in a circle have no newest one; "
    "that is said once for each circle.",
    "Vem som använder något som har en efterträdare: versioner, hela standarder och informationsmodeller, med "
    "efterträdaren och sedan när. Ett system, ett gränssnitt, ett utbyte eller ett lagringsutrymme använder en "
    "version som det följer eller profileras av; information använder den version som den kodas med, ett krav den som "
    "det fordrar, ett system den modell som dess egen kan översättas till. När en hel standard har en efterträdare "
    "visas användarna av alla dess versioner. Sedan när är det som efterträdandet uppger, annars när efterträdaren "
    "gavs ut; när inget av det är uppgivet är det okänt, och därmed hur länge sedan det var. En senare version "
    "upphäver inte alltid en äldre: utgivarens status, anmärkningen och det som fortfarande bygger på den gamla står "
    "bredvid. Det som ersätter varandra i en cirkel har ingen nyaste; det sägs en gång för varje cirkel.",
)

OUTDATED = (PublicationStatus.SUPERSEDED, PublicationStatus.WITHDRAWN)


class HowUsed(Choice):
    """In which way something uses what has a successor."""

    FOLLOWS = "follows", "Follows it", "Följer den"
    PROFILED = "profiled-by", "Is profiled by it", "Profileras av den"
    MAPS = "maps-to", "Maps to it", "Översätts till den"
    CODED = "coded-with", "Is coded with it", "Kodas med den"
    DEMANDS = "demands", "Demands it", "Fordrar den"


SIDES: dict[SideName, HowUsed] = {
    "conformed_to_by": HowUsed.FOLLOWS,
    "profiles": HowUsed.PROFILED,
    "mapped_by": HowUsed.MAPS,
    "binds": HowUsed.CODED,
    "demanded_by": HowUsed.DEMANDS,
}
"""From what is used to its users."""


class Stage(Choice):
    """Whether the successor is there yet."""

    SUPERSEDED = "superseded", "Superseded", "Ersatt"
    NO_SUCCESSOR = "no-successor-stated", "Superseded; by what is not stated", "Ersatt; av vad är inte uppgivet"
    COMING = "coming", "Will be superseded", "Ska ersättas"
    CIRCLE = "circle", "They replace each other in a circle", "De ersätter varandra i en cirkel"


class Parameters(QuestionParameters):
    """Which standard, and whether to look ahead."""

    standard: str | None = parameter("Standard", "Standard", of=Standard)
    coming: bool = parameter("Also what will be superseded", "Även det som ska ersättas", False)
    unused: bool = parameter("Also what nobody is stated to use", "Även det som ingen uppges använda", False)


class Row(AnswerRow):
    """One user of something that has a successor."""

    old: ThingRef = column("Has a successor", "Har en efterträdare")
    stage: Stage = column("State", "Läge")
    used_by: ThingRef | None = column("Used by", "Används av")
    how: HowUsed | None = column("How", "Hur")
    version: ThingRef | None = column("In the version", "I versionen", "Where the whole standard has the successor")
    successors: tuple[ThingRef, ...] = column("Successor", "Efterträdare")
    newest: tuple[ThingRef, ...] = column("Newest", "Nyaste", "What the successors have been followed by, if anything")
    since: str | None = column("Since", "Sedan")
    months: int | None = column("Months since then, at least", "Månader sedan dess, minst")
    status: PublicationStatus | None = column("Publisher's status", "Utgivarens status")
    still_required_by: tuple[ThingRef, ...] = column("What still builds on it", "Vad som fortfarande bygger på den")
    circle: tuple[ThingRef, ...] = column("Circle", "Cirkel")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


Succeeded = Literal["superseded_by", "will_be_superseded_by"]


class Use(NamedTuple):
    """What has a successor, and one who uses it."""

    old: DatedNode
    stage: Stage
    user: Node | None
    how: HowUsed | None
    version: StandardVersionNode | None
    """The version that is used, where a whole standard has the successor."""


def find(snapshot: Snapshot, parameters: Parameters) -> list[Use]:
    """Circles first, then what is superseded, then what will be; by what is used, then by who uses it."""
    found: dict[Stage, list[Use]] = {stage: [] for stage in (Stage.CIRCLE, *Stage)}
    listed: set[DatedNode] = set()
    circling = snapshot.once(rings)
    for kind in DATED:
        for old in snapshot.all(kind):
            if parameters.standard is None or parameters.standard in _standards(old):
                if (ring := circling.get(old)) and old not in listed:
                    listed.update(ring)
                    found[Stage.CIRCLE].append(Use(old, Stage.CIRCLE, None, None, None))
                stage = _stage(snapshot, old, parameters)
                if stage is not None:
                    uses = [Use(old, stage, *each) for each in _users(old)]
                    found[stage] += uses or ([Use(old, stage, None, None, None)] if parameters.unused else [])
    return [use for uses in found.values() for use in uses]


def _standards(old: DatedNode) -> set[str]:
    """The ids of the standard that it is, or is a version of."""
    return {old.id if isinstance(old, StandardNode) else "", *(each.id for each in old.side("version_of"))}


def _stage(snapshot: Snapshot, old: DatedNode, parameters: Parameters) -> Stage | None:
    """How it stands with its successor; None where it has none, or where that is not asked for."""
    if taken_over(snapshot, old, parameters.day):
        return Stage.SUPERSEDED
    if old.superseded_by or old.will_be_superseded_by:
        return Stage.COMING if parameters.coming else None
    return Stage.NO_SUCCESSOR if old.field("publication_status") in OUTDATED else None


def _users(old: DatedNode) -> Iterator[tuple[Node, HowUsed, StandardVersionNode | None]]:
    """Who uses it, how, and which version where it is a whole standard; what is retired or ended uses nothing."""
    for version in (None, *old.side("has_version")):
        for side, how in SIDES.items():
            for user in (version or old).side(side):
                if user.field("lifecycle") != Lifecycle.RETIRED and user.field("status") != ExchangeStatus.ENDED:
                    yield user, how, version


def explain(snapshot: Snapshot, use: Use, parameters: Parameters) -> Row:
    """The use, with the successors and since when these are there."""
    old, stage, user, how, version = use
    coming = stage is Stage.COMING and old.will_be_superseded_by
    side: Succeeded = "will_be_superseded_by" if coming else "superseded_by"
    direct = taken_over(snapshot, old, parameters.day) if stage is Stage.SUPERSEDED else list(old.side(side))
    since = min(filter(None, (since_when(snapshot, old, side, each) for each in direct)), default=None)
    ring = snapshot.once(rings).get(old, ())
    last, way = newest(old)
    back = {how: side for side, how in SIDES.items()}
    used = version or old
    return Row(
        old=ThingRef.of(old),
        stage=stage,
        used_by=ThingRef.of(user) if user else None,
        how=how,
        version=ThingRef.of(version) if version else None,
        successors=refs(direct),
        newest=refs(last if set(last) != set(direct) else ()),
        since=since,
        months=months_since(since, parameters.day) if stage is Stage.SUPERSEDED else None,
        status=used.field("publication_status"),
        still_required_by=refs(used.side("required_by")),
        circle=refs(ring),
        notes=tuple(_notes(snapshot, old, side, direct)),
        grounds=grounds(
            old, used, direct, [old.link(side, each) for each in direct], way, ring,
            [each.link("superseded_by", other) for each in ring for other in each.superseded_by if other in ring],
            user, used.link(back[how], user) if user and how else None, [version.link("version_of", old)] if version
            else None, used.side("required_by"), used.links("required_by"),
        ),
    )  # fmt: skip


def _notes(snapshot: Snapshot, old: DatedNode, side: Succeeded, successors: list[DatedNode]) -> Iterator[Phrase]:
    for each in successors:
        if note := snapshot.stated(old.link(side, each), "note"):
            yield Phrase(text=N_("{next}: {note}"), values={"next": ThingRef.of(each), "note": note})
        stated = each.field("publication_status")
        if stated and stated != PublicationStatus.CURRENT:
            status = PublicationStatus(stated).words
            yield Phrase(
                text=N_("The publisher's status of {next}: {status}"),
                values={"next": ThingRef.of(each), "status": status},
            )
    if successors and not any(since_when(snapshot, old, side, each) for each in successors):
        yield Phrase(text=N_("No source says from when."))
