"""Made-up names in the mixture of Swedish and English that a region has."""

import random

from graph.ontology.declaration import Kind
from graph.ontology.kinds import (
    Api,
    Arena,
    Coordinator,
    Decision,
    Device,
    Exchange,
    GovernanceBody,
    InformationEntity,
    InformationModel,
    Initiative,
    IntegrationPlatform,
    Milestone,
    Need,
    Organisation,
    Regulation,
    Requirement,
    SharedStorage,
    Standard,
    SteeringObject,
    System,
)

PLACES = ["Östra", "Västra", "Norra", "Södra", "Lervik", "Åsby", "Ängsholm", "Örsjö", "Tallmo", "Hamnfjärd", "Bergslid",
          "Kvarnköping", "Regional", "Central"]  # fmt: skip
SECTORS = ["Primärvård", "Sjukhusvård", "Kommunal vård", "Psykiatri", "Tandvård", "Prehospital vård"]
DISCIPLINES = [
    "Radiologi",
    "Patologi",
    "Kardiologi",
    "Ögonsjukvård",
    "Klinisk kemi",
    "Onkologi",
    "Ortopedi",
    "Neurologi",
]
CARE = ["Journal", "Labb", "Bild", "Remiss", "Läkemedels", "Operations", "Blod", "Dialys", "Ögon", "Tand",
        "Förlossnings", "Ambulans", "Vaccinations", "Kallelse", "Hjälpmedels", "Patient", "Care", "Lab", "Imaging",
        "Medication", "Referral", "Theatre", "Maternity", "Pathology", "Outpatient", "Triage"]  # fmt: skip
TOOLS = [
    "system",
    "stöd",
    "register",
    "arkiv",
    "portal",
    "plan",
    " Manager",
    " View",
    " Link",
    " Suite",
    " Hub",
    " Desk",
]
FACTS = ["Diagnos", "Läkemedelsordination", "Laboratoriesvar", "Röntgensvar", "Remiss", "Vårdkontakt", "Vårdplan",
         "Överkänslighet", "Vaccination", "Epikris", "Blodgrupp", "Bokning", "Hjälpmedel", "Patient summary",
         "Discharge report", "Imaging study", "ePrescription", "Observation", "Immunisation"]  # fmt: skip
WORDS: dict[type[Kind], list[str]] = {
    Organisation: ["Vårdbolaget", "Specialistkliniken", "Lasarettet", "Hälsocentralen", "Rehab Centre"],
    InformationEntity: FACTS,
    Exchange: [f"{what} {to}" for what in FACTS for to in ("till", "mellan", "feed")],
    Api: ["Öppet API", "FHIR endpoint", "Tjänstegränssnitt", "Query API", "Anslutning"],
    IntegrationPlatform: ["Tjänstebuss", "Integration engine", "Meddelandeväxel"],
    SharedStorage: ["Bildlagring", "Gemensam lagring", "Data lake", "Journalarkiv"],
    Device: ["Mätväst", "Pulsoximeter", "Smart scale", "Glukosmätare"],
    Need: ["Se svar från annat sjukhus", "Samlad bild inför besök", "Share results", "Följa upp efter utskrivning"],
    Initiative: ["Framtidens vårdmiljö", "Digital front door", "Konsolidering", "Nästa journal"],
    Decision: ["Beslut om avveckling", "Inriktningsbeslut", "Decision on migration"],
    Requirement: ["Krav på bevarande", "Krav på interoperabilitet", "Requirement of access"],
    Coordinator: ["Vårdsamordnare", "Informatiksamordnare", "Integration coordinator"],
    Arena: ["Samverkansforum", "Informatikråd", "Interoperability forum"],
    GovernanceBody: ["Styrgrupp", "Beredningsgrupp", "Nämnd", "Steering committee"],
    Regulation: ["Förordning om hälsodata", "Regulation on health data"],
    Milestone: ["Tillämpas från", "Applies from"],
    Standard: ["Meddelandestandard", "Profil", "Exchange profile", "Kodverk"],
    InformationModel: ["Informationsmodell", "Lokal modell"],
    SteeringObject: ["Förvaltningsobjekt vård", "Object care IT"],
}


def named(kind: type[Kind], number: int, chance: random.Random) -> str:
    """A name that no other thing of the kind has: words, a place and a number."""
    words = chance.choice(CARE) + chance.choice(TOOLS) if kind is System else _word(kind, chance)
    return f"{words} {chance.choice(PLACES)} {number + 1}"


def _word(kind: type[Kind], chance: random.Random) -> str:
    return chance.choice(WORDS[kind]) if kind in WORDS else kind.words.sv
