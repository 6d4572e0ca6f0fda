"""What exists: every kind with its fields, and every relation that can hold between things: the page to read first.

A field is one line, with its limits; a day is `since` or `until` where the thing begins or ends by it. A relation is a
sentence with a name each way, its kinds, and its own fields. Everything else follows from these declarations: constraints,
write statements, loader validation, GraphQL types, legend, JSON Schema and the reference page.
"""

from graph.ontology.declaration import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Day,
    Kind,
    Many,
    RelationFields,
    Text,
    Url,
    fact,
    relation,
)
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
    retention_rationale: Text | None = fact("Kept because", "Behålls därför att", was="kept_because")
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
    separation_rationale: Text | None = fact("Stands apart because", "Står för sig därför att", was="stands_apart_because")
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
        "Resource types with the interactions on each: Patient: read, search-type; of a client: client Patient: read",
        "Resurstyper med interaktionerna på var och en: Patient: read, search-type; för en klient: client Patient: read")
    fhir_search_parameters: Many[Text] | None = fact("FHIR search parameters", "FHIR-sökparametrar",
        "Resource types with the parameters of each, with + between those used together: Patient: name, family + birthdate",
        "Resurstyper med parametrarna för var och en, med + mellan dem som används tillsammans: Patient: name, family + birthdate")
    fhir_operations: Many[Text] | None = fact("FHIR operations", "FHIR-operationer",
        "Names as in Patient: $match, or canonical addresses", "Namn som i Patient: $match, eller kanoniska adresser")
    fhir_profiles: Many[Text] | None = fact("FHIR profiles", "FHIR-profiler",
        "Canonical addresses, with |version where one is demanded", "Kanoniska adresser, med |version där en viss version krävs")
    fhir_actors: Many[Text] | None = fact("FHIR actors", "FHIR-aktörer",
        "Capability statements of actors, by canonical address: a product says that it instantiates one of them",
        "Aktörers CapabilityStatement, med kanonisk adress: en produkt uppger att den instansierar ett av dem")
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
    stated_amount: Text | None = fact("Stated amount", "Belopp enligt källan", was="amount_as_told")
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

# --- Fields of relations ----------------------------------------------------------------------


class Retirement(RelationFields):
    """How something is retired."""

    wave: int | None = fact("Wave", "Etapp", at_least=0)


class Succession(RelationFields):
    """How one thing follows another; stated before it has, so that what is to come can be asked for."""

    since: Day | None = day("Since", "Sedan")
    note: Text | None = fact("Note", "Anmärkning")


class ModelMapping(RelationFields):
    """How well a system's own model maps to another."""

    coverage: Text | None = fact("Coverage", "Täckning")


# --- Relations: flows of information ----------------------------------------------------------

Endpoint = System | Device | SharedStorage | IntegrationPlatform
Dated = Standard | StandardVersion | Regulation | InformationModel
Asset = System | Device | Api | Exchange | IntegrationPlatform | SharedStorage | InformationModel
Change = Initiative | Procurement
Party = Organisation | GovernanceBody | Role
Governed = (System | Api | Exchange | IntegrationPlatform | SharedStorage | InformationModel | SteeringObject
            | Initiative | Procurement | Decision | Budget | Fund)

RELATIONS = [
    relation(System | IntegrationPlatform | SharedStorage | Device, "exposes / exposed by", "exponerar / exponeras av", Api,
             "Offers an interface.", "Erbjuder ett gränssnitt."),
    relation(Api, "facade over / behind facade", "är fasad för / ligger bakom", System | SharedStorage,
             "A newer interface that stands in front of an older system.", "Ett nyare gränssnitt framför ett äldre system.",
             taken_over="behind facade"),
    relation(Endpoint, "provides / provided by", "lämnar / lämnas av", Exchange,
             "Is the source of a flow.", "Är källan till ett flöde.", taken_over="provides"),
    relation(Endpoint | Role, "consumes / consumed by", "tar emot / tas emot av", Exchange,
             "Receives a flow.", "Tar emot ett flöde.", taken_over="consumes"),
    relation(Exchange, "carries / carried by", "bär / bärs av", InformationEntity,
             "What the flow is about.", "Vad flödet handlar om."),
    relation(Exchange, "runs through / used in", "går genom / används i", Api,
             "The interface that the flow uses.", "Gränssnittet som flödet använder."),
    relation(Exchange, "mediated by / mediates", "förmedlas av / förmedlar", IntegrationPlatform,
             "Passes through a platform on its way.", "Passerar en plattform på vägen."),
    relation(Exchange | Api | System | SharedStorage, "conforms to / conformed to by", "följer / följs av", StandardVersion,
             "Is said to follow a version of a standard.", "Uppges följa en version av en standard."),
    relation(Exchange | Api | System, "profiled by / profiles", "profileras av / profilerar", StandardVersion,
             "Narrows the standard by a profile or guide.", "Snävar in standarden med en profil."),
    relation(System | Initiative | Device, "depends on / needed by", "är beroende av / behövs av",
             System | Api | SharedStorage | IntegrationPlatform | Device,
             "Cannot work without it.", "Fungerar inte utan det.", taken_over="needed by"),
    relation(System, "keeps data in / keeps data of", "lagrar i / lagrar åt", SharedStorage,
             "Uses the storage space.", "Använder lagringsutrymmet.", taken_over="keeps data in"),
    relation(System, "masters / mastered by", "är master för / har som master", InformationEntity,
             "Is where the entity is created and true.", "Är där informationen skapas och gäller.",
             taken_over="masters"),
    relation(System | SharedStorage, "stores / stored in", "lagrar / lagras i", InformationEntity,
             "Holds a copy.", "Har en kopia.", taken_over="stores"),
    relation(System, "reads / read by", "läser / läses av", InformationEntity,
             "Uses the entity.", "Använder informationen.", taken_over="reads"),
    relation(System | Device, "publishes / published by", "publicerar / publiceras av", InformationEntity,
             "Makes the entity available to others.", "Gör informationen tillgänglig för andra.",
             taken_over="publishes"),
    relation(System | SharedStorage, "serves / served by", "betjänar / betjänas av", Discipline,
             "Is used by a clinical discipline.", "Används av en specialitet.", taken_over="serves"),
    relation(System, "succeeds / succeeded by", "efterträder / efterträds av", System,
             "Takes over from an older system.", "Tar över efter ett äldre system.", fields=Succession,
             acyclic=True),
    # --- information model, standards, law
    relation(InformationModel, "defines / defined in", "definierar / definieras i", InformationEntity,
             "Says how the entity is structured.", "Säger hur informationen är strukturerad."),
    relation(System, "maps to / mapped by", "kan översättas till / översätts från", InformationModel,
             "Its own model can be mapped to this one.", "Dess egen modell kan översättas till denna.", fields=ModelMapping),
    relation(InformationEntity, "bound to / binds", "kodas med / kodar", Standard | StandardVersion,
             "Its values come from the terminology.", "Dess värden kommer från terminologin."),
    relation(Standard | StandardVersion, "expresses / expressed by", "uttrycker / uttrycks av", InformationEntity,
             "Can carry the entity.", "Kan bära informationen."),
    relation(StandardVersion, "version of / has version", "är version av / har version", Standard,
             "Belongs to the standard.", "Hör till standarden.", single=True),
    relation(Dated, "supersedes / superseded by", "ersätter / ersätts av", Dated,
             "Follows an older one.", "Följer på en äldre.", fields=Succession, acyclic=True),
    relation(Dated, "will supersede / will be superseded by", "ska ersätta / ska ersättas av", Dated,
             "Is planned to follow it; has not done so yet.", "Är tänkt att följa på den; har inte gjort det än.", fields=Succession,
             acyclic=True),
    relation(Standard | StandardVersion, "requires / required by", "kräver / krävs av", Standard | StandardVersion,
             "Builds on the other.", "Bygger på den andra."),
    relation(Standard, "fronts / fronted by", "är framsida för / har framsida", Standard,
             "Is a newer face of an older standard.", "Är ett nyare ansikte för en äldre standard.", acyclic=True),
    relation(Regulation | InformationModel, "sets / set by", "ställer / ställs av", Requirement,
             "Is the ground of a requirement.", "Är grunden för ett krav."),
    relation(Requirement, "listed in / lists", "finns i / räknar upp", RequirementSet,
             "Is judged as part of the set.", "Prövas som en del av uppsättningen."),
    relation(Requirement, "demands / demanded by", "fordrar / fordras av", Standard | StandardVersion,
             "Is met by following the standard.", "Uppfylls genom att följa standarden."),
    relation(Regulation, "applies from / applies through", "tillämpas från / avser", Milestone,
             "Has a day from which something applies.", "Har en dag från vilken något gäller."),
    relation(Milestone | Requirement | Decision | Budget, "concerns / concern of", "gäller / berörs av",
             System | InformationEntity | InformationModel | Initiative | Procurement | SharedStorage | Organisation,
             "Is about it.", "Handlar om det."),
    # --- the addressing catalogue (TAK)
    relation(Permission, "allows / allowed by", "tillåter / tillåts av", System,
             "Who may call.", "Vem som får anropa."),
    relation(Route, "leads to / reached by", "leder till / nås genom", System,
             "Who answers.", "Vem som svarar."),
    relation(Permission | Route, "under contract / contract of", "enligt kontraktet / kontrakt för", StandardVersion,
             "The service contract that is called.", "Tjänstekontraktet som anropas."),
    relation(Permission | Route | Exchange, "addressed to / address of", "adresseras till / adress för", LogicalAddress,
             "Whom the call is about.", "Vem anropet gäller."),
    relation(Route, "under profile / profile of", "enligt profilen / profil för", StandardVersion,
             "How the call is made, such as RIV-TA Basic Profile 2.1.", "Hur anropet görs, till exempel RIV-TA basprofil 2.1."),
    relation(CatalogueNote, "refers to / referred to in", "hänvisar till / hänvisas till i",
             System | StandardVersion | LogicalAddress,
             "What the row that was set aside refers to, where that can be told.",
             "Vad raden som lades åt sidan hänvisar till, där det går att säga."),
    # --- organisations, ownership, governance
    relation(Asset, "owned by / owns", "ägs av / äger", Party,
             "Who answers for it.", "Vem som svarar för det."),
    relation(System | Device | Api | IntegrationPlatform | SharedStorage, "supplied by / supplies", "levereras av / levererar",
             Organisation, "The vendor.", "Leverantören."),
    relation(System | SharedStorage | Device | IntegrationPlatform, "used by / uses", "används av / använder", Organisation,
             "Who works with it.", "Vem som arbetar med det.", taken_over="used by"),
    relation(System | Organisation, "in sector / includes", "hör till / omfattar", CareSector,
             "Belongs to a part of care.", "Hör till en del av vården.", taken_over="in sector"),
    relation(Organisation | GovernanceBody | CareSector | Fund | SteeringModel, "part of / has part", "är del av / har som del",
             Organisation, "Belongs to a larger organisation.", "Hör till en större organisation.", acyclic=True),
    relation(Role | Coordinator, "works at / has role", "arbetar vid / har roll", Organisation,
             "Where the designation is held.", "Där befattningen finns."),
    relation(Party, "member of / has member", "ingår i / har medlem", GovernanceBody,
             "Sits in the body.", "Sitter i organet."),
    relation(GovernanceBody, "escalates to / escalated from", "lyfter till / får ärenden från", GovernanceBody,
             "Passes on what it may not decide.", "Lämnar vidare vad det inte får besluta."),
    relation(GovernanceBody | Role | Organisation, "governs / governed by", "styr / styrs av",
             InformationModel | IntegrationPlatform | SharedStorage | SteeringModel | Organisation | CareSector | Capability,
             "Sets the direction of it.", "Anger riktningen för det.", reflexive=True),
    relation(Party, "has input on / input from", "ger underlag till / får underlag från", Governed,
             "May be heard before it is decided.", "Hörs innan det beslutas."),
    relation(Party, "decides on / decided by", "beslutar om / beslutas av", Governed,
             "Takes the decision.", "Fattar beslutet."),
    relation(Party, "accountable for / accountable", "ansvarar för / har som ansvarig", Governed,
             "Answers for the outcome.", "Svarar för utfallet."),
    relation(Decision, "raised to / takes up", "lyfts till / tar upp", GovernanceBody,
             "Was escalated to the body.", "Har lyfts till organet."),
    relation(Decision | Requirement, "blocks / blocked by", "hindrar / hindras av", System | Initiative | Procurement,
             "Stands in the way of its change or retirement.", "Står i vägen för dess förändring eller avveckling."),
    relation(SteeringModel, "steers through / steered in", "styr genom / styrs i", SteeringObject,
             "Is made of objects.", "Består av objekt."),
    relation(SteeringObject, "contains / contained in", "innehåller / finns i", System | IntegrationPlatform | SharedStorage | Api,
             "Is steered as part of the object.", "Styrs som en del av objektet."),
    relation(Role | Organisation, "leads / led by", "leder / leds av", Initiative | Procurement | SteeringObject | SteeringModel | Fund,
             "Runs the work.", "Driver arbetet."),
    relation(Role, "informed / informed by", "intervjuades för / bygger på intervju med", Document,
             "Was interviewed for the text.", "Intervjuades för texten."),
    # --- change, money, ability
    relation(Change, "retires / retired by", "avvecklar / avvecklas av", System,
             "Ends the use of it.", "Avslutar användningen.", fields=Retirement),
    relation(Change, "introduces / introduced by", "inför / införs av",
             System | Device | Api | IntegrationPlatform | SharedStorage | InformationModel | Practice,
             "Brings it into use.", "Tar det i bruk."),
    relation(Change, "covers / covered by", "omfattar / omfattas av", Discipline | CareSector | InformationEntity | Organisation,
             "Has it in its scope.", "Har det i sin omfattning."),
    relation(Organisation | Role, "partner in / has partner", "deltar i / har deltagare", Initiative,
             "Takes part in the work.", "Deltar i arbetet."),
    relation(Change, "carries out / carried out in", "genomför / genomförs i", Decision,
             "Does what was decided.", "Gör det som beslutats."),
    relation(Budget, "finances / financed by", "finansierar / finansieras av", Initiative | Procurement | Organisation | Fund | CareSector,
             "Pays for it.", "Betalar för det."),
    relation(Fund, "pays for / paid by", "bekostar / bekostas av", Initiative | Procurement,
             "Gives it money.", "Ger det pengar."),
    relation(Fund, "started at / start of", "startade vid / började med", Organisation,
             "Where it began.", "Där den började."),
    relation(Change, "addresses / addressed by", "möter / möts av", Need,
             "Is meant to meet the need.", "Är tänkt att möta behovet."),
    relation(Practice | Initiative | Coordinator, "builds / built by", "bygger / byggs av", Capability,
             "Makes the capability grow.", "Får förmågan att växa."),
    relation(Capability, "contributes to / helped by", "bidrar till / stöds av", Capability,
             "Makes the other capability stronger.", "Gör den andra förmågan starkare."),
    relation(MaturityAssessment, "assesses / assessed by", "bedömer / bedöms av", Capability,
             "Says how mature it is.", "Säger hur mogen den är.", single=True),
    relation(MaturityAssessment | Capability | Practice, "held at / holds", "finns vid / har", Organisation,
             "Where it is.", "Var den finns."),
    # --- needs across organisations
    relation(Need, "needed at / has need", "finns hos / har behov", Organisation | CareSector | Role | System,
             "Who needs the information.", "Vem som behöver informationen.", taken_over="has need"),
    relation(Need, "asked of / asked for", "begärs från / tillfrågas om",
             Organisation | CareSector | System | Device | SharedStorage | Discipline | Role,
             "Who has the information.", "Vem som har informationen.", taken_over="asked for"),
    relation(Need, "calls for / called for by", "efterfrågar / efterfrågas i", InformationEntity,
             "The information that is needed.", "Informationen som behövs."),
    relation(Need, "suited by / suits", "har lämplig standard / passar för", Standard | StandardVersion,
             "The standard that fits the need.", "Standarden som passar behovet."),
    relation(Need, "met by / meets", "tillgodoses av / tillgodoser", Exchange,
             "The flow that answers the need.", "Flödet som svarar mot behovet."),
    relation(Coordinator, "coordinates / coordinated by", "samordnar / samordnas av", Need | Exchange | Initiative,
             "Brings the parties together over it.", "För parterna samman om det."),
    relation(Coordinator, "creates / created by", "skapar / skapas av", Arena,
             "Sets up the forum.", "Ordnar forumet."),
    relation(Organisation | Coordinator | Role, "takes part in / gathers", "deltar på / samlar", Arena,
             "Meets there.", "Möts där."),
    relation(Arena, "discusses / discussed in", "behandlar / behandlas i", Need | Exchange | Initiative | Decision,
             "Is where it is dealt with.", "Är där det behandlas."),
]
