"""What needs to be looked at in the addressing catalogue (TAK), one finding a row."""

from collections.abc import Iterator, Sequence
from typing import Final

from graph.language.words import Words
from graph.ontology.kinds import Permission, Route, Standard, System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import StandardVersionNode, SystemNode
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.addressing import ENTRIES, LISTED, AddressingCase, AddressingFinding, findings, standards
from queries.meaning.addressing_explanations import explained, running_entries
from queries.meaning.succession import taken_over

TITLE = Words(
    "What in the addressing catalogue needs to be looked at: what lacks its other half, is old, ends soon or "
    "is not used?",
    "Vad i tjänsteadresseringskatalogen behöver ses över: vad saknar sin andra halva, är gammalt, upphör "
    "snart eller används inte?",
)
ABOUT = Words(
    "What needs to be looked at in the addressing catalogue (TAK), one finding a row. A permission and a route belong "
    "together when they are for the same contract version at the same logical address; an address is taken as it is "
    "written, so a route to a larger unit or to a default address is not found for its parts. What is in force on the "
    "day has begun and is not over; a last day counts as in force, and what has no date has no limit. A permission in "
    "force without a route in force cannot be answered; a route without a permission is called by nobody. Two "
    "versions of one contract in force are in use in parallel. A profile is old when its successor has taken over, or "
    "when its publisher says so; a profile of which nothing of the kind is stated is listed as such, for then no "
    "route by it is found to be old. A contract of the catalogue that no permission and no route in force is for is "
    "unused. What the source writes irregularly was loaded all the same. A row that cannot be used, and that nothing "
    "needs, was set aside when the catalogue was read; such rows, and lists without rows, are listed last with their "
    "place.",
    "Vad i tjänsteadresseringskatalogen (TAK) som behöver ses över, ett fynd per rad. En anropsbehörighet och ett "
    "vägval hör ihop när de avser samma kontraktsversion och samma logiska adress; adressen tas som den är skriven, "
    "så ett vägval till en större enhet eller till en standardadress hittas inte för dess delar. Det som gäller på "
    "dagen har börjat och är inte slut; sista dagen räknas som gällande, och det som saknar datum har ingen gräns. En "
    "gällande behörighet utan gällande vägval kan inte besvaras; ett vägval utan behörighet anropas av ingen. Två "
    "gällande versioner av ett kontrakt används parallellt. En profil är gammal när dess efterträdare har tagit över, "
    "eller när utgivaren säger det; en profil om vilken inget sådant är uppgivet står som en sådan, för då hittas "
    "inget vägval enligt den som gammalt. Ett kontrakt i katalogen som ingen gällande behörighet och inget gällande "
    "vägval avser används inte. Det som källan skriver avvikande lästes in ändå. En rad som inte går att använda, och "
    "som inget behöver, lades åt sidan när katalogen lästes; sådana rader, och listor utan rader, står sist med sitt "
    "ställe.",
)

TIES: Final = ("allows", "leads_to", "under_contract", "addressed_to", "under_profile")


class Parameters(QuestionParameters):
    """Which findings; all when not given."""

    finding: AddressingFinding | None = parameter("Finding", "Fynd")
    within_days: int = parameter("Ends within days", "Upphör inom dagar", 90, ge=0, le=36_500)
    system: str | None = parameter("Consumer or producer", "Konsument eller producent", of=System)
    contract: str | None = parameter("Service contract", "Tjänstekontrakt", of=Standard)


class Row(AnswerRow):
    """One finding."""

    finding: AddressingFinding = column("Finding", "Fynd")
    about: ThingRef = column("About", "Gäller")
    consumers: tuple[ThingRef, ...] = column("Consumer", "Konsument")
    producers: tuple[ThingRef, ...] = column("Producer", "Producent")
    contracts: tuple[ThingRef, ...] = column("Contract", "Kontrakt")
    addresses: tuple[ThingRef, ...] = column("Logical address", "Logisk adress")
    profiles: tuple[ThingRef, ...] = column("Profile", "Profil")
    day: str | None = column("Last day", "Sista dag")
    explanation: tuple[Phrase, ...] = column("Explanation", "Förklaring")


def find(snapshot: Snapshot, parameters: Parameters) -> list[AddressingCase]:
    """What is asked for of all that there is to find, by what was found, then by name."""
    found = findings(snapshot, parameters.day, parameters.within_days)
    return [each for each in found if _asked(each, parameters)]


def _asked(found: AddressingCase, parameters: Parameters) -> bool:
    about = found.about
    if parameters.finding not in (None, found.finding):
        return False
    entries = found.others if found.finding is AddressingFinding.NO_SUCCESSION else (about,)
    if parameters.system is not None:
        parts = {
            each.id
            for entry in entries
            for each in (*entry.side("allows"), *entry.side("leads_to"), *entry.side("refers_to"))
        }
        parts |= {about.id} if isinstance(about, SystemNode) else set()
        if parameters.system not in parts:
            return False
    return parameters.contract is None or any(
        parameters.contract == each.id for entry in entries for each in standards(entry)
    )


def explain(snapshot: Snapshot, found: AddressingCase, parameters: Parameters) -> Row:
    """The finding with who calls, who answers, and why it is listed."""
    finding, about, others = found
    versions: Sequence[Node] = others if finding is AddressingFinding.PARALLEL else about.side("under_contract")
    profiles: Sequence[Node] = about.side("under_profile")
    if finding is AddressingFinding.NO_SUCCESSION:
        profiles = (about,)
    elif isinstance(about, StandardVersionNode):
        versions = (about,)
    return Row(
        finding=finding,
        about=ThingRef.of(about),
        consumers=refs(about.side("allows")),
        producers=refs(about.side("leads_to")),
        contracts=refs(versions),
        addresses=refs(about.side("addressed_to")),
        profiles=refs(profiles),
        day=about.field("valid_until"),
        explanation=tuple(explained(snapshot, found, parameters.day)),
        grounds=grounds(about, *_facts(snapshot, found, parameters.day)),
        leads=tuple(_leads(found)),
    )


def _facts(snapshot: Snapshot, found: AddressingCase, day: str) -> Iterator[Facts]:
    finding, about, others = found
    for each in (about,) if finding is AddressingFinding.NO_SUCCESSION else (about, *others):
        if each.kind in (Permission.__name__, Route.__name__):
            yield each, [each.side(side) for side in TIES], each.links(*TIES)
    if finding is AddressingFinding.PARALLEL:
        for version in others:
            running = [each for kind in ENTRIES for each in running_entries(version, kind.__name__, day)][:LISTED]
            yield version, version.link("version_of", about), running
            yield [version.link("contract_of", each) for each in running]
    elif finding is AddressingFinding.OLD_PROFILE:
        for profile in others:
            newer = taken_over(snapshot, profile, day)
            yield newer, [profile.link("superseded_by", each) for each in newer]
    elif finding is AddressingFinding.SET_ASIDE:
        yield about.side("refers_to"), about.links("refers_to")
    elif finding is AddressingFinding.UNUSED:
        some = about.side("contract_of")[:LISTED]
        yield some, [about.link("contract_of", each) for each in some]


def _leads(found: AddressingCase) -> Iterator[Lead]:
    finding, about, others = found
    if finding is AddressingFinding.PARALLEL:
        yield Lead.to("superseded_versions", standard=about.id)
    elif finding is AddressingFinding.OLD_PROFILE:
        for whole in ordered(whole for profile in others for whole in profile.side("version_of")):
            yield Lead.to("superseded_versions", standard=whole.id)
    elif finding in (AddressingFinding.NO_ROUTE, AddressingFinding.NO_PERMISSION):
        for whole in ordered(standards(about)):
            yield Lead.to("addressing_findings", contract=whole.id)
