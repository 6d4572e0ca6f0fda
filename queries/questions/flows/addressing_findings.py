"""What needs to be looked at in the addressing catalogue (TAK), one finding a row."""

from collections.abc import Iterator

from graph.language.words import N_, Words
from graph.ontology.kinds import Permission, Route, Standard, StandardVersion, System
from graph.ontology.vocabulary import Irregularity, PublicationStatus
from graph.snapshot.snapshot import Node, Snapshot
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.addressing import ENTRIES, LISTED, AddressingCase, AddressingFinding, findings, in_force, standards
from queries.meaning.succession import taken_over

ABOUT = Words(
    "What needs to be looked at in the addressing catalogue (TAK), one finding a row. A permission and a route belong "
    "together when they are for the same contract version at the same logical address; an address is taken as it is "
    "written, so a route to a larger unit or to a default address is not found for its parts. What is in force on the "
    "day has begun and is not over; a last day counts as in force, and what has no date has no limit. A permission in "
    "force without a route in force cannot be answered; a route without a permission is called by nobody. Two "
    "versions of one contract in force are in use in parallel. A profile is old when its successor has taken over, or "
    "when its publisher says so. A contract of the catalogue that no permission and no route in force is for is "
    "unused. What the source writes irregularly was loaded all the same, and is listed last.",
    "Vad i tjänsteadresseringskatalogen (TAK) som behöver ses över, ett fynd per rad. En anropsbehörighet och ett "
    "vägval hör ihop när de avser samma kontraktsversion och samma logiska adress; adressen tas som den är skriven, "
    "så ett vägval till en större enhet eller till en standardadress hittas inte för dess delar. Det som gäller på "
    "dagen har börjat och är inte slut; sista dagen räknas som gällande, och det som saknar datum har ingen gräns. En "
    "gällande behörighet utan gällande vägval kan inte besvaras; ett vägval utan behörighet anropas av ingen. Två "
    "gällande versioner av ett kontrakt används parallellt. En profil är gammal när dess efterträdare har tagit över, "
    "eller när utgivaren säger det. Ett kontrakt i katalogen som ingen gällande behörighet och inget gällande vägval "
    "avser används inte. Det som källan skriver avvikande lästes in ändå, och står sist.",
)

TIES = ("allows", "leads_to", "under_contract", "addressed_to", "under_profile")


LACKS = {
    AddressingFinding.NO_ROUTE: N_("It may be called, but no route in force says where: the call cannot be answered"),
    AddressingFinding.NO_PERMISSION: N_("No permission in force lets anyone call it"),
}


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
    parts = (*about.allows, *about.leads_to, *((about,) if about.kind == System.__name__ else ()))
    if parameters.system is not None and all(each.id != parameters.system for each in parts):
        return False
    return parameters.contract is None or parameters.contract in {each.id for each in standards(about)}


def explain(snapshot: Snapshot, found: AddressingCase, parameters: Parameters) -> Row:
    """The finding with who calls, who answers, and why it is listed."""
    finding, about, others = found
    versions = others if finding is AddressingFinding.PARALLEL else about.under_contract
    if about.kind == StandardVersion.__name__:
        versions = (about,)
    return Row(
        finding=finding,
        about=ThingRef.of(about),
        consumers=refs(about.allows),
        producers=refs(about.leads_to),
        contracts=refs(versions),
        addresses=refs(about.addressed_to),
        profiles=refs(about.under_profile),
        day=about.valid_until,
        explanation=tuple(_explained(snapshot, found, parameters.day)),
        grounds=grounds(about, *_facts(snapshot, found, parameters.day)),
        leads=tuple(_leads(found)),
    )


def _explained(snapshot: Snapshot, found: AddressingCase, day: str) -> Iterator[Phrase]:
    finding, about, others = found
    if finding in (AddressingFinding.NO_ROUTE, AddressingFinding.NO_PERMISSION):
        yield Phrase(text=LACKS[finding])
        for each in others:
            yield Phrase(
                text=N_("{entry} would fit, but ended on {day}"),
                values={"entry": ThingRef.of(each), "day": each.valid_until},
            )
    elif finding is AddressingFinding.PARALLEL:
        for each in others:
            permissions, routes = (_running(each, kind.__name__, day) for kind in ENTRIES)
            values = {"version": ThingRef.of(each), "permissions": len(permissions), "routes": len(routes)}
            yield Phrase(text=N_("{version}: permissions {permissions}, routes {routes}"), values=values)
    elif finding is AddressingFinding.OLD_PROFILE:
        for each in others:
            yield from _replaced(snapshot, each, day)
    elif finding is AddressingFinding.EXPIRING:
        yield Phrase(text=N_("In force until {day}; renew it, or let it end"), values={"day": about.valid_until})
    elif finding is AddressingFinding.EXPIRED:
        yield Phrase(text=N_("Ended on {day}, and is still in the catalogue"), values={"day": about.valid_until})
    elif finding is AddressingFinding.UNUSED:
        yield Phrase(
            text=N_("Every permission and route for it is over or has not begun")
            if about.contract_of
            else N_("No permission and no route is for it")
        )
    else:
        for each in about.irregularities:
            yield Phrase(text=N_("Read all the same: {what}"), values={"what": Words(*Irregularity(each).words)})


def _replaced(snapshot: Snapshot, profile: Node, day: str) -> Iterator[Phrase]:
    newer = taken_over(snapshot, profile, day)
    for each in newer:
        values = {"old": ThingRef.of(profile), "next": ThingRef.of(each)}
        yield Phrase(text=N_("{next} has taken over from {old}"), values=values)
    if not newer:
        status = PublicationStatus(profile.publication_status).words
        text = N_("The publisher's status of {next}: {status}")
        yield Phrase(text=text, values={"next": ThingRef.of(profile), "status": status})


def _running(version: Node, kind: str, day: str) -> list[Node]:
    """The contract's permissions, or its routes, that are in force."""
    return [each for each in version.contract_of if each.kind == kind and in_force(each, day)]


def _facts(snapshot: Snapshot, found: AddressingCase, day: str) -> Iterator[object]:
    finding, about, others = found
    for each in (about, *others):
        if each.kind in (Permission.__name__, Route.__name__):
            yield each, [each.sides.get(side) for side in TIES], each.links(*TIES)
    if finding is AddressingFinding.PARALLEL:
        for version in others:
            running = [each for kind in ENTRIES for each in _running(version, kind.__name__, day)][:LISTED]
            yield version, version.link("version_of", about), running
            yield [version.link("contract_of", each) for each in running]
    elif finding is AddressingFinding.OLD_PROFILE:
        for profile in others:
            newer = taken_over(snapshot, profile, day)
            yield newer, [profile.link("superseded_by", each) for each in newer]
    elif finding is AddressingFinding.UNUSED:
        some = about.contract_of[:LISTED]
        yield some, [about.link("contract_of", each) for each in some]


def _leads(found: AddressingCase) -> Iterator[Lead]:
    finding, about, others = found
    if finding is AddressingFinding.PARALLEL:
        yield Lead.to("superseded_versions", standard=about.id)
    elif finding is AddressingFinding.OLD_PROFILE:
        for whole in ordered(whole for profile in others for whole in profile.version_of):
            yield Lead.to("superseded_versions", standard=whole.id)
    elif finding in (AddressingFinding.NO_ROUTE, AddressingFinding.NO_PERMISSION):
        for whole in ordered(standards(about)):
            yield Lead.to("addressing_findings", contract=whole.id)
