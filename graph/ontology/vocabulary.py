"""The closed lists of values that kinds use: value, English label, Swedish label."""

from graph.ontology.declaration import Choice


class Mode(Choice):
    """Bimodal IT: which of the two tracks something belongs to."""

    MODE_1 = "mode-1", "Mode 1: keep running", "Läge 1: hålla i drift"
    MODE_2 = "mode-2", "Mode 2: innovate", "Läge 2: förnya"


class Lifecycle(Choice):
    """Own use, from plan to retirement (LeanIX's phases)."""

    PLAN = "plan", "Planned", "Planerad"
    PHASE_IN = "phase-in", "Phase in", "Införs"
    ACTIVE = "active", "Active", "I drift"
    PHASE_OUT = "phase-out", "Phase out", "Avvecklas"
    RETIRED = "retired", "Retired", "Avvecklad"


class Origin(Choice):
    """Where a system comes from."""

    BOUGHT = "bought", "Bought", "Köpt"
    IN_HOUSE = "in-house", "Built in-house", "Egenutvecklad"
    OPEN_SOURCE = "open-source", "Open source", "Öppen källkod"


class FunctionalFit(Choice):
    """TIME: how well it supports the work."""

    UNREASONABLE = "unreasonable", "Unreasonable", "Orimlig"
    INSUFFICIENT = "insufficient", "Insufficient", "Otillräcklig"
    APPROPRIATE = "appropriate", "Appropriate", "Lämplig"
    PERFECT = "perfect", "Perfect", "Utmärkt"


class TechnicalFit(Choice):
    """TIME: how sound its technology is."""

    UNREASONABLE = "unreasonable", "Unreasonable", "Orimlig"
    INAPPROPRIATE = "inappropriate", "Inappropriate", "Olämplig"
    ADEQUATE = "adequate", "Adequate", "Tillräcklig"
    FULLY_APPROPRIATE = "fully-appropriate", "Fully appropriate", "Fullt lämplig"


class TimeVerdict(Choice):
    """TIME: what to do with a system (Gartner; SAP LeanIX)."""

    TOLERATE = "tolerate", "Tolerate", "Behåll tills vidare"
    INVEST = "invest", "Invest", "Investera"
    MIGRATE = "migrate", "Migrate", "Flytta över"
    ELIMINATE = "eliminate", "Eliminate", "Avveckla"


class Criticality(Choice):
    """What a stop would cost."""

    LOW = "low", "Low", "Låg"
    MEDIUM = "medium", "Medium", "Medel"
    HIGH = "high", "High", "Hög"
    SAFETY = "safety-critical", "Safety-critical", "Patientsäkerhetskritisk"


class DesignBasis(Choice):
    """What a design rests on."""

    STANDARD = "international-standard", "International standard", "Internationell standard"
    OPINION = "personal-opinion", "Personal opinion", "Personlig uppfattning"
    PROPRIETARY = "proprietary", "Proprietary", "Leverantörsspecifik"


class Timing(Choice):
    """When information moves."""

    REAL_TIME = "real-time", "Real time", "Realtid"
    BATCH = "batch", "Batch", "Satsvis"
    MANUAL = "manual", "Manual", "Manuell"


class Transport(Choice):
    """How information moves."""

    REST = "rest", "REST over HTTPS", "REST över HTTPS"
    SOAP = "soap", "SOAP over HTTPS", "SOAP över HTTPS"
    MLLP = "mllp", "MLLP", "MLLP"
    DIMSE = "dimse", "DICOM DIMSE", "DICOM DIMSE"
    MESSAGE_QUEUE = "message-queue", "Message queue", "Meddelandekö"
    FILE_TRANSFER = "file-transfer", "File transfer", "Filöverföring"
    DATABASE_LINK = "database-link", "Database link", "Databaskoppling"
    MANUAL = "manual", "By hand", "För hand"


class ExchangeStatus(Choice):
    """Whether an exchange runs."""

    IN_USE = "in-use", "In use", "I bruk"
    PLANNED = "planned", "Planned", "Planerat"
    ENDED = "ended", "Ended", "Avslutat"


class EvidenceLevel(Choice):
    """How well a claim of interoperability is established."""

    DECLARED = "declared", "Declared", "Deklaration"
    TESTED = "tested", "Tested", "Test"
    CERTIFIED = "certified", "Certified", "Certifiering"
    OBSERVED = "observed", "Observed in production", "Observation i drift"


class StandardType(Choice):
    """What a standard settles."""

    EXCHANGE = "exchange", "Exchange standard", "Utbytesstandard"
    PROFILE = "profile", "Profile or implementation guide", "Profil eller tillämpningsanvisning"
    CONTRACT = "service-contract", "Service contract", "Tjänstekontrakt"
    MODEL = "information-model", "Information model", "Informationsmodell"
    TERMINOLOGY = "terminology", "Terminology", "Terminologi"
    ARCHITECTURE = "architecture", "Architecture", "Arkitektur"
    SECURITY = "security", "Security", "Säkerhet"
    IDENTIFIER = "identifier", "Identifier", "Identifierare"


class InteroperabilityLevel(Choice):
    """HIMSS levels of interoperability."""

    FOUNDATIONAL = "foundational", "Foundational", "Grundläggande"
    STRUCTURAL = "structural", "Structural", "Strukturell"
    SEMANTIC = "semantic", "Semantic", "Semantisk"
    ORGANISATIONAL = "organisational", "Organisational", "Organisatorisk"


class PublicationStatus(Choice):
    """Where a version stands with its publisher."""

    DRAFT = "draft", "Draft or ballot", "Utkast eller omröstning"
    TRIAL = "trial-use", "Trial use", "Provbruk"
    CURRENT = "current", "Current", "Gällande"
    SUPERSEDED = "superseded", "Superseded", "Ersatt"
    WITHDRAWN = "withdrawn", "Withdrawn", "Upphävd"


class Irregularity(Choice):
    """What is odd about how a source writes something that could be read all the same."""

    SPACES = "spaces", "Spaces, line breaks or unprintable characters", "Blanksteg, radbrytningar eller osynliga tecken"
    SAME_ID = "same-id", "Its id stands on several rows", "Dess id står på flera rader"
    REPEATED = "repeated", "The same is said on several rows", "Samma sak står på flera rader"
    NAMESPACE = "namespace", "The namespace does not follow the pattern", "Namnrymden följer inte mönstret"
    MAJOR = "major", "The major differs from the namespace's", "Huvudversionen är en annan än namnrymdens"
    PERIOD = "period", "Ends before it begins", "Slutar innan den börjar"
    UNUSED_ADDRESS = "unused-address", "An address that no route uses", "En anropsadress som inget vägval använder"
    SAME_NUMBER = "same-number", "Its number stands on another row too", "Dess nummer står på en annan rad också"


class NoteReason(Choice):
    """Why a row of an addressing catalogue was set aside, or what was noted of a list."""

    NOT_A_ROW = "not-a-row", "Not a row with named values", "Ingen rad med namngivna värden"
    MISSING = "missing", "A value is missing", "Ett värde saknas"
    NOT_A_TEXT = "not-a-text", "A value is not a text", "Ett värde är ingen text"
    UNPRINTABLE = (
        "unprintable", "An id or address has a line break or an unprintable character inside it",
        "Ett id eller en adress har en radbrytning eller ett osynligt tecken inuti",
    )  # fmt: skip
    TOO_LONG = "too-long", "A value is too long", "Ett värde är för långt"
    NOT_A_TIME = "not-a-time", "A time cannot be read", "En tidpunkt går inte att läsa"
    NOT_THERE = "not-there", "It refers to what is not in the file", "Den hänvisar till något som inte finns i filen"
    UNUSABLE = (
        "unusable", "It refers to a row that cannot be used", "Den hänvisar till en rad som inte går att använda",
    )  # fmt: skip
    AMBIGUOUS = (
        "ambiguous", "It refers to a number that stands on several rows",
        "Den hänvisar till ett nummer som står på flera rader",
    )  # fmt: skip
    OWNERLESS = (
        "ownerless", "No route uses this address, and it does not say whose it is",
        "Inget vägval använder anropsadressen, och den säger inte vems den är",
    )  # fmt: skip
    EMPTY_LIST = "empty-list", "The list is empty", "Listan är tom"
    NO_LIST = "no-list", "The list is not in the file", "Listan finns inte i filen"


class RequirementLevel(Choice):
    """How binding a requirement is."""

    SHALL = "shall", "Shall", "Ska"
    SHOULD = "should", "Should", "Bör"


class OrganisationType(Choice):
    """What an organisation is."""

    REGION = "region", "Region", "Region"
    COUNTY_COUNCIL_BODY = "county-council-body", "County-council body", "Landstingsorgan"
    HOSPITAL = "hospital", "Hospital", "Sjukhus"
    MUNICIPALITY = "municipality", "Municipality", "Kommun"
    AUTHORITY = "authority", "Authority", "Myndighet"
    ASSOCIATION = "association", "Association", "Förbund"
    VENDOR = "vendor", "Vendor", "Leverantör"
    UNIVERSITY = "university", "University", "Lärosäte"
    SCIENCE_PARK = "science-park", "Science park", "Forskningspark"
    FUND = "fund", "Fund", "Fond"
    COMPANY = "company", "Company", "Bolag"


class BodyType(Choice):
    """What a governance body is."""

    POLITICAL = "political-assembly", "Political assembly", "Politisk församling"
    STEERING = "steering-committee", "Steering committee", "Styrgrupp"
    PROJECT_STEERING = "project-steering-committee", "Project steering committee", "Projektstyrgrupp"
    PROJECT_TEAM = "project-team", "Project team", "Projektgrupp"
    BOARD = "board", "Board", "Nämnd eller styrelse"
    MANAGEMENT = "management", "Management", "Ledning"


class OrchestrationAction(Choice):
    """Resource orchestration: three groups of three actions (Sirmon et al. 2011)."""

    ACQUIRE = "acquire", "Structuring: acquire", "Strukturera: förvärva"
    ACCUMULATE = "accumulate", "Structuring: accumulate", "Strukturera: bygga upp"
    DIVEST = "divest", "Structuring: divest", "Strukturera: avveckla"
    STABILISE = "stabilise", "Bundling: stabilise", "Samla: stabilisera"
    ENRICH = "enrich", "Bundling: enrich", "Samla: berika"
    PIONEER = "pioneer", "Bundling: pioneer", "Samla: bryta ny mark"
    MOBILISE = "mobilise", "Leveraging: mobilise", "Utnyttja: mobilisera"
    COORDINATE = "coordinate", "Leveraging: coordinate", "Utnyttja: samordna"
    DEPLOY = "deploy", "Leveraging: deploy", "Utnyttja: sätta in"


class ManagerialLevel(Choice):
    """Where in the organisation something is done."""

    TOP = "top", "Top", "Högsta ledning"
    MIDDLE = "middle", "Middle", "Mellannivå"
    OPERATIONAL = "operational", "Operational", "Operativ nivå"


class Progress(Choice):
    """How far something has come."""

    IDEA = "idea", "Idea", "Idé"
    PLANNED = "planned", "Planned", "Planerad"
    ONGOING = "ongoing", "Ongoing", "Pågår"
    COMPLETED = "completed", "Completed", "Avslutad"
    STOPPED = "stopped", "Stopped", "Stoppad"
