"""What exists: every kind with its fields. With the relations (`graph.ontology.relations`), the page to read first.

A field is one line, with its limits; a day is `since` or `until` where the thing begins or ends by it. Everything else follows from these
declarations: constraints, write statements, loader validation, GraphQL types, legend, JSON Schema and the reference page.
"""

from graph.ontology.declaration import EARLIEST_YEAR, LATEST_YEAR, Day, Kind, Many, Text, Url, fact
from graph.ontology.spans import day, phase, since, until
from graph.ontology.vocabulary import (
    BodyType,
    Criticality,
    DesignBasis,
    EvidenceLevel,
    ExchangeStatus,
    FunctionalFit,
    InteroperabilityLevel,
    Irregularity,
    Lifecycle,
    ManagerialLevel,
    Mode,
    NoteReason,
    OrchestrationAction,
    OrganisationType,
    Origin,
    Progress,
    PublicationStatus,
    RequirementLevel,
    StandardType,
    TechnicalFit,
    TimeVerdict,
    Timing,
    Transport,
)

# --- Kinds: systems and information -----------------------------------------------------------


class System(Kind, sv="System", plural="systems", plural_sv="system", colour="#2563a8", shape="box",
             about_sv="En mjukvara som regionen har, planerar eller har avvecklat."):
    """A piece of software that the region has, plans or has retired."""

    category: Text | None = fact("Category", "Kategori", "What it is for, e.g. electronic patient record",
                                 "Vad det är till för, t.ex. journalsystem")
    mode: Mode | None = fact("Mode", "Läge")
    era: Text | None = fact("Era", "Tillkomsttid", "When it was built, as told", "När det byggdes, enligt källan")
    origin: Origin | None = fact("Origin", "Ursprung")
    lifecycle: Lifecycle | None = phase("Own use", "Egen användning",
        before=Lifecycle.PLAN, during=Lifecycle.ACTIVE, after=Lifecycle.RETIRED)
    used_since: Day | None = since("Used since", "Används sedan")
    used_until: Day | None = until("Used until", "Används till")
    support_ends: Day | None = day("Vendor support ends", "Leverantörens support upphör")
    extended_support_ends: Day | None = day("Extended support ends", "Förlängd support upphör")
    end_of_life: Day | None = day("Vendor's end of life", "Leverantörens slutdatum")
    functional_fit: FunctionalFit | None = fact("Functional fit", "Funktionell lämplighet")
    technical_fit: TechnicalFit | None = fact("Technical fit", "Teknisk lämplighet")
    recommendation: TimeVerdict | None = fact("Recommendation", "Rekommendation",
        "What people recommend to do with it (TIME), whatever is computed",
        "Vad människor rekommenderar att göra med det (TIME), oavsett vad som räknas fram")
    criticality: Criticality | None = fact("Criticality", "Kritikalitet")
    design_basis: DesignBasis | None = fact("Design basis", "Grund för utformningen")
    general_purpose: bool | None = fact("General-purpose", "Allmänt verktyg",
        "General-purpose software, such as a database manager, and not made for health data",
        "Allmän programvara, till exempel en databashanterare, som inte är gjord för hälsodata")
    inherited_model: bool | None = fact("Inherited information model", "Ärvd informationsmodell",
        "Came with an information model that cannot be changed", "Följde med en informationsmodell som inte kan ändras")
    kept_because: Text | None = fact("Kept because", "Behålls därför att")
    must_not_stop: bool | None = fact("Must not stop", "Får inte stängas av")
    backup_required: bool | None = fact("Backup required", "Säkerhetskopia krävs")
    archive_duty: bool | None = fact("Archive duty", "Arkiveringsplikt")
    annual_cost_sek: float | None = fact("Cost per year, SEK", "Kostnad per år, SEK", at_least=0)
    contract_ends: Day | None = day("Contract ends", "Avtalet upphör")
    contract_notice_by: Day | None = day("Contract notice by", "Uppsägning senast")
    irregularities: Many[Irregularity] | None = fact("Irregular in its source", "Avvikelser i källan")


class Device(Kind, sv="Enhet", plural="devices", plural_sv="enheter", colour="#0f8b8d", shape="dot",
             about_sv="En apparat eller sensor som skickar data."):
    """A measuring or sensing thing that sends data."""

    mode: Mode | None = fact("Mode", "Läge")
    measures: Text | None = fact("Measures", "Mäter")


class Api(Kind, sv="API", plural="APIs", plural_sv="API:er", colour="#7a4fb5", shape="hexagon",
          about_sv="Ett gränssnitt som andra system kan anropa."):
    """An interface that other systems can call."""

    transport: Transport | None = fact("Transport", "Transport")
    version: Text | None = fact("Version", "Version")
    available_since: Day | None = since("Available since", "Tillgängligt sedan")
    available_until: Day | None = until("Available until", "Tillgängligt till")


class Exchange(Kind, sv="Informationsutbyte", plural="exchanges", plural_sv="informationsutbyten", colour="#b8860b",
               shape="diamond", about_sv="Ett informationsflöde från en producent till konsumenter."):
    """A flow of information from one provider to its consumers."""

    status: ExchangeStatus | None = phase("Status", "Status",
        before=ExchangeStatus.PLANNED, during=ExchangeStatus.IN_USE, after=ExchangeStatus.ENDED)
    timing: Timing | None = fact("Timing", "Tidsläge")
    transport: Transport | None = fact("Transport", "Transport")
    format: Text | None = fact("Format", "Format", "Format where it is not a standard", "Format där det inte är en standard")
    valid_from: Day | None = since("Valid from", "Gäller från")
    valid_until: Day | None = until("Valid until", "Gäller till")
    established: EvidenceLevel | None = fact("Established by", "Belagt genom")


class IntegrationPlatform(Kind, sv="Integrationsplattform", plural="integration platforms",
                          plural_sv="integrationsplattformar", colour="#c2571a", shape="square",
                          about_sv="Tjänstebuss eller integrationsmotor som förmedlar utbyten."):
    """A service bus or integration engine that mediates exchanges."""

    pattern: Text | None = fact("Pattern", "Mönster")
    lifecycle: Lifecycle | None = fact("Own use", "Egen användning")


class SharedStorage(Kind, sv="Delad lagring", plural="shared storages", plural_sv="delade lagringsutrymmen", colour="#5b7f2b",
                    shape="database", about_sv="Ett lagringsutrymme som flera specialiteter eller system delar."):
    """A storage space that several disciplines or systems share."""

    used_since: Day | None = since("Used since", "Används sedan")
    age: Text | None = fact("Age", "Ålder", "How old it is, as told", "Hur gammal den är, enligt källan")
    seen_as_one: bool | None = fact("Seen as one space", "Ses som ett utrymme")
    stands_apart_because: Text | None = fact("Stands apart because", "Står för sig därför att")
    design_basis: DesignBasis | None = fact("Design basis", "Grund för utformningen")


class Discipline(Kind, sv="Specialitet", plural="disciplines", plural_sv="specialiteter", colour="#8aa83a", shape="ellipse",
                 about_sv="Ett medicinskt ämnesområde."):
    """A clinical discipline."""


class InformationModel(Kind, sv="Informationsmodell", plural="information models", plural_sv="informationsmodeller",
                       colour="#a0447c", shape="star", about_sv="Hur information ska vara strukturerad."):
    """A statement of how information is to be structured."""

    version: Text | None = fact("Version", "Version")
    valid_from: Day | None = since("Valid from", "Gäller från")
    guides_procurement: bool | None = fact("Guides procurement", "Styr upphandling")


class InformationEntity(Kind, sv="Informationsmängd", plural="information entities", plural_sv="informationsmängder",
                        colour="#c9659f", shape="ellipse", about_sv="Något som information handlar om."):
    """A thing that information is about, such as a diagnosis or a laboratory result."""

    ehds_category: Text | None = fact("EHDS priority category", "Prioriterad kategori enligt EHDS")


# --- Kinds: standards and law -----------------------------------------------------------------


class Standard(Kind, sv="Standard", plural="standards", plural_sv="standarder", colour="#4d6b8a", shape="triangle",
               about_sv="En publicerad standard, profil, terminologi eller tjänstekontrakt."):
    """A published standard, profile, terminology or service contract."""

    standard_type: StandardType | None = fact("Type", "Typ")
    levels: Many[InteroperabilityLevel] | None = fact("Interoperability levels", "Interoperabilitetsnivåer")
    publisher: Text | None = fact("Publisher", "Utgivare")
    international: bool | None = fact("International", "Internationell")
    canonical: Text | None = fact("Canonical identifier", "Kanonisk identifierare")
    verified: bool | None = fact("Verified", "Verifierad", "Whether the facts were read at the publisher",
                                 "Om uppgifterna är lästa hos utgivaren")


class StandardVersion(Kind, sv="Standardversion", plural="standard versions", plural_sv="standardversioner", colour="#7d99b4",
                      shape="triangleDown", about_sv="En version av en standard."):
    """One version of a standard."""

    version: Text | None = fact("Version", "Version")
    released: Day | None = since("Released", "Utgiven")
    publication_status: PublicationStatus | None = fact("Publication status", "Publiceringsstatus")
    in_catalogue: bool | None = fact("In an addressing catalogue", "Finns i en tjänsteadresseringskatalog")
    irregularities: Many[Irregularity] | None = fact("Irregular in its source", "Avvikelser i källan")
    verified: bool | None = fact("Verified", "Verifierad", "Whether the facts were read at the publisher",
                                 "Om uppgifterna är lästa hos utgivaren")


class Regulation(Kind, sv="Författning", plural="regulations", plural_sv="författningar", colour="#6b3a3a", shape="square",
                 about_sv="En lag, förordning eller policy."):
    """A law, an ordinance or a policy."""

    citation: Text | None = fact("Citation", "Beteckning")
    in_force_since: Day | None = day("In force since", "I kraft sedan")
    binding: bool | None = fact("Binding", "Bindande", "Whether it binds by law, unlike a recommendation or an inquiry",
                                "Om den är rättsligt bindande, till skillnad från en rekommendation eller utredning")


class Milestone(Kind, sv="Tillämpningsdag", plural="milestones", plural_sv="tillämpningsdagar", colour="#9c6b6b", shape="dot",
                about_sv="En dag från vilken något i en författning gäller."):
    """A day from which something in a regulation applies."""

    day: Day | None = day("Day", "Dag")
    origin: Origin | None = fact("Reaches only", "Gäller bara",
        "The origin of the systems that it reaches, where that is not any",
        "Ursprunget hos de system som den gäller, där det inte är vilket som helst")


class Requirement(Kind, sv="Krav", plural="requirements", plural_sv="krav", colour="#8f5a2a", shape="square",
                  about_sv="Något som en produkt eller ett utbyte ska eller bör uppfylla."):
    """Something that a product or an exchange shall or should satisfy."""

    level: RequirementLevel | None = fact("Level", "Nivå")
    rationale: Text | None = fact("Rationale", "Motiv")
    fhir_resources: Many[Text] | None = fact("FHIR resources", "FHIR-resurser",
        "Resource types with the interactions on each: Patient: read, search-type",
        "Resurstyper med interaktionerna på var och en: Patient: read, search-type")
    fhir_search_parameters: Many[Text] | None = fact("FHIR search parameters", "FHIR-sökparametrar",
        "Resource types with the parameters of each: Patient: identifier, name",
        "Resurstyper med parametrarna för var och en: Patient: identifier, name")
    fhir_operations: Many[Text] | None = fact("FHIR operations", "FHIR-operationer",
        "Names as in Patient: $match, or canonical addresses", "Namn som i Patient: $match, eller kanoniska adresser")
    fhir_profiles: Many[Text] | None = fact("FHIR profiles", "FHIR-profiler",
        "Canonical addresses, with |version where one is demanded", "Kanoniska adresser, med |version där en viss version krävs")
    formats: Many[Text] | None = fact("Formats", "Format", "Media types, such as application/fhir+json",
                                      "Mediatyper, till exempel application/fhir+json")


class RequirementSet(Kind, sv="Kravuppsättning", plural="requirement sets", plural_sv="kravuppsättningar", colour="#b5824f",
                     shape="box", about_sv="Krav som prövas tillsammans, till exempel i en upphandling."):
    """Requirements that are judged together, for instance in a procurement."""

    version: Text | None = fact("Version", "Version")


# --- Kinds: the addressing catalogue (TAK) ----------------------------------------------------


class LogicalAddress(Kind, sv="Logisk adress", plural="logical addresses", plural_sv="logiska adresser", colour="#3f7f93",
                     shape="dot", about_sv="Den organisation eller enhet som ett anrop gäller."):
    """The organisation or unit that a call is about."""

    irregularities: Many[Irregularity] | None = fact("Irregular in its source", "Avvikelser i källan")


class Permission(Kind, sv="Anropsbehörighet", plural="permissions", plural_sv="anropsbehörigheter", colour="#5c9a86",
                 shape="ellipse", about_sv="Att en konsument får anropa ett tjänstekontrakt för en logisk adress."):
    """That a consumer may call a service contract for a logical address."""

    # A catalogue lists a permission or a route when it is over as well: so these days do not say that it is there.
    valid_from: Day | None = day("Valid from", "Gäller från")
    valid_until: Day | None = day("Valid until", "Gäller till")
    agreement: Text | None = fact("Integration agreement", "Integrationsavtal")
    narrowed_to: Many[Text] | None = fact("Narrowed to", "Avgränsad till",
        "Filters, each a service domain with its categories", "Filter, vart och ett en tjänstedomän med sina kategorier")
    irregularities: Many[Irregularity] | None = fact("Irregular in its source", "Avvikelser i källan")


class Route(Kind, sv="Vägval", plural="routes", plural_sv="vägval", colour="#94703f", shape="hexagon",
            about_sv="Vart anrop av ett tjänstekontrakt för en logisk adress går."):
    """Where calls of a service contract for a logical address go."""

    valid_from: Day | None = day("Valid from", "Gäller från")
    valid_until: Day | None = day("Valid until", "Gäller till")
    url: Url | None = fact("Address (URL)", "Anropsadress (URL)")
    irregularities: Many[Irregularity] | None = fact("Irregular in its source", "Avvikelser i källan")


class CatalogueNote(Kind, sv="Kataloganmärkning", plural="catalogue notes", plural_sv="kataloganmärkningar", colour="#a3a3a3",
                    shape="square", about_sv="En rad i en tjänsteadresseringskatalog som lades åt sidan, eller en lista utan rader."):
    """A row of an addressing catalogue that was set aside when it was read, or a list of it without rows."""

    reasons: Many[NoteReason] | None = fact("Why", "Varför")
    in_fields: Many[Text] | None = fact("In fields", "I fälten", "What the source calls the values that it is about",
                                        "Vad källan kallar de värden som det gäller")


# --- Kinds: organisations and governance ------------------------------------------------------


class Organisation(Kind, sv="Organisation", plural="organisations", plural_sv="organisationer", colour="#33475b", shape="box",
                   about_sv="En region, ett sjukhus, en kommun, en myndighet, en leverantör eller annan organisation."):
    """A region, hospital, municipality, authority, vendor or other organisation."""

    organisation_type: OrganisationType | None = fact("Type", "Typ")


class CareSector(Kind, sv="Vårdsektor", plural="care sectors", plural_sv="vårdsektorer", colour="#52708c", shape="ellipse",
                 about_sv="En del av vården, som primärvård eller sjukhusvård."):
    """A part of care, such as primary care or hospital care."""


class GovernanceBody(Kind, sv="Styrande organ", plural="governance bodies", plural_sv="styrande organ", colour="#7b2d43",
                     shape="hexagon", about_sv="En grupp som beslutar eller bereder beslut."):
    """A group that takes or prepares decisions."""

    body_type: BodyType | None = fact("Type", "Typ")
    managerial_levels: Many[ManagerialLevel] | None = fact("Managerial level", "Ledningsnivå")


class Role(Kind, sv="Roll", plural="roles", plural_sv="roller", colour="#a35d72", shape="dot",
           about_sv="En befattning; aldrig en person."):
    """A designation; never a person."""

    managerial_levels: Many[ManagerialLevel] | None = fact("Managerial level", "Ledningsnivå")


class Coordinator(Kind, sv="Samordnare", plural="coordinators", plural_sv="samordnare", colour="#c07f94", shape="dot",
                  about_sv="En roll som samordnar resurser mellan organisationer."):
    """A role that integrates resources across organisations."""

    permanent: bool | None = fact("Permanent", "Permanent")
    headcount: int | None = fact("Number of people", "Antal personer", at_least=0)


class Arena(Kind, sv="Arena", plural="arenas", plural_sv="arenor", colour="#d69a6a", shape="ellipse",
            about_sv="Ett forum där parter möts om något gemensamt."):
    """A forum where parties meet over something shared."""

    arena_type: Text | None = fact("Type", "Typ")
    held_from: Day | None = since("Held from", "Hålls från")
    held_until: Day | None = until("Held until", "Hålls till")
    meetings: int | None = fact("Meetings", "Möten", at_least=0)
    participants: Text | None = fact("Participants", "Deltagare", "Who takes part, as told", "Vilka som deltar, enligt källan")


class Decision(Kind, sv="Beslut", plural="decisions", plural_sv="beslut", colour="#8c1d40", shape="diamond",
               about_sv="Något som beslutas eller har beslutats."):
    """Something that is or has been decided."""

    decided_on: Day | None = since("Decided on", "Beslutat")
    outcome: Text | None = fact("Outcome", "Utfall")
    constraint: Text | None = fact("Constraint", "Begränsning")
    actions: Many[OrchestrationAction] | None = fact("Orchestration action", "Orkestreringsåtgärd")
    managerial_levels: Many[ManagerialLevel] | None = fact("Managerial level", "Ledningsnivå")


class SteeringModel(Kind, sv="Styrmodell", plural="steering models", plural_sv="styrmodeller", colour="#4b2e5e", shape="star",
                    about_sv="En modell för hur IT styrs, till exempel pm3."):
    """A model of how IT is steered, such as pm3."""


class SteeringObject(Kind, sv="Styrobjekt", plural="steering objects", plural_sv="styrobjekt", colour="#6f4a86", shape="box",
                     about_sv="Ett förvaltningsobjekt med objektledare."):
    """A pm3-style object of steering, with its object leaders."""


# --- Kinds: change, money and ability ---------------------------------------------------------


class Initiative(Kind, sv="Initiativ", plural="initiatives", plural_sv="initiativ", colour="#1f7a4d", shape="hexagon",
                 about_sv="Ett projekt eller program som förändrar något."):
    """A project or programme that changes something."""

    mode: Mode | None = fact("Mode", "Läge")
    progress: Progress | None = phase("Progress", "Läge i arbetet",
        before=Progress.PLANNED, during=Progress.ONGOING, after=Progress.COMPLETED)
    starts: Day | None = since("Starts", "Startar")
    ends: Day | None = until("Ends", "Slutar")
    scope: Text | None = fact("Scope", "Omfattning")
    goals: Text | None = fact("Goals", "Mål")
    actions: Many[OrchestrationAction] | None = fact("Orchestration action", "Orkestreringsåtgärd")
    managerial_levels: Many[ManagerialLevel] | None = fact("Managerial level", "Ledningsnivå")


class Procurement(Kind, sv="Upphandling", plural="procurements", plural_sv="upphandlingar", colour="#3d9a6b", shape="square",
                  about_sv="Ett köp av en produkt eller tjänst."):
    """A purchase of a product or service."""

    progress: Progress | None = phase("Progress", "Läge i arbetet",
        before=Progress.PLANNED, during=Progress.ONGOING, after=Progress.COMPLETED)
    starts: Day | None = since("Starts", "Startar")
    ends: Day | None = until("Ends", "Slutar")
    months_allowed: int | None = fact("Months allowed", "Tillåtna månader", at_least=0)
    actions: Many[OrchestrationAction] | None = fact("Orchestration action", "Orkestreringsåtgärd")
    managerial_levels: Many[ManagerialLevel] | None = fact("Managerial level", "Ledningsnivå")


class Budget(Kind, sv="Budget", plural="budgets", plural_sv="budgetar", colour="#2f855a", shape="dot",
             about_sv="Pengar avsatta för något."):
    """Money set aside for something."""

    year: int | None = fact("Year", "År", at_least=EARLIEST_YEAR, at_most=LATEST_YEAR)
    amount_sek: float | None = fact("Amount, SEK", "Belopp, SEK", at_least=0)
    amount_as_told: Text | None = fact("Amount as told", "Belopp enligt källan")
    recurring: bool | None = fact("Recurring", "Återkommande")


class Fund(Kind, sv="Fond", plural="funds", plural_sv="fonder", colour="#68b38a", shape="database",
           about_sv="En källa till pengar för initiativ."):
    """A source of money for initiatives."""


class Capability(Kind, sv="Förmåga", plural="capabilities", plural_sv="förmågor", colour="#b7791f", shape="star",
                 about_sv="Vad en organisation kan."):
    """What an organisation is able to do."""


class MaturityAssessment(Kind, sv="Mognadsbedömning", plural="maturity assessments", plural_sv="mognadsbedömningar",
                         colour="#d6a65a", shape="dot", about_sv="En förmågas mognad vid en tidpunkt."):
    """How mature a capability was at one time."""

    assessed_on: Day | None = since("Assessed on", "Bedömd")
    maturity: int | None = fact("Maturity", "Mognad", "Level on the scale", "Nivå på skalan", at_least=0, scale="scale")
    scale: Text | None = fact("Scale", "Skala")


class Practice(Kind, sv="Praktik", plural="practices", plural_sv="praktiker", colour="#8c6d31", shape="ellipse",
               about_sv="Ett arbetssätt som bygger förmåga."):
    """A way of working that builds a capability."""

    practice_type: Text | None = fact("Type", "Typ")
    system_level: Text | None = fact("System level", "Systemnivå")


class Need(Kind, sv="Behov", plural="needs", plural_sv="behov", colour="#b03a2e", shape="triangle",
           about_sv="Något som någon behöver information för."):
    """Something that somebody needs information for."""

    real_time: bool | None = fact("Real time needed", "Realtid behövs")
    reason: Text | None = fact("Reason", "Skäl")


class Document(Kind, sv="Dokument", plural="documents", plural_sv="dokument", colour="#777777", shape="square",
               about_sv="En text som uppgifter är hämtade ur."):
    """A text that facts are taken from."""

    published: Day | None = day("Published", "Utgivet")
    file: Text | None = fact("File", "Fil")


KINDS: list[type[Kind]] = [
    each for each in [*vars().values()] if isinstance(each, type) and issubclass(each, Kind) and each is not Kind
]
"""Every kind of this page, in its order."""
