"""What a region has before its systems: organisations, bodies, standards, terminologies, a model, care sectors."""

from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.worlds.asked import EVER, Moment
from benchmarks.worlds.sectors import Placed
from benchmarks.worlds.world_draft import Thing, WorldDraft
from benchmarks.worlds.world_names import DISCIPLINES, PLACES, SECTORS
from graph.ontology.kinds import (
    CareSector,
    Discipline,
    GovernanceBody,
    InformationModel,
    Organisation,
    Standard,
    StandardVersion,
)
from graph.ontology.vocabulary import BodyType, OrganisationType, PublicationStatus, StandardType, Transport

STANDARDS = [
    ("HL7 FHIR", "4.0.1", Transport.REST), ("HL7 v2", "2.5.1", Transport.MLLP), ("DICOM", "2024a", Transport.DIMSE),
    ("HL7 CDA", "R2", Transport.SOAP), ("GetCareDocumentation", "3.0", Transport.SOAP),
    ("GetLaboratoryOrderOutcome", "4.2", Transport.SOAP), ("GetMedicationHistory", "2.0", Transport.SOAP),
]  # fmt: skip
CONTRACTS_FROM = 4
USUAL = ("EngagementIndex Update", "1.0", Transport.SOAP)
TERMINOLOGIES = [
    ("SNOMED CT SE", "2024-05"),
    ("LOINC", "2.77"),
    ("ATC", "2024"),
    ("ICD-10-SE", "2024"),
    ("NPU", "2024"),
]
BODIES = ["Projektstyrgrupp", "IT-styrgrupp", "Regional styrgrupp", "Hälso- och sjukvårdsnämnd", "Regionfullmäktige"]


class Form(NamedTuple):
    """How some information is sent: a version of a standard, with codes where it is coded."""

    version: Thing
    transport: Transport
    codes: tuple[Thing, ...] = ()


class Source(NamedTuple):
    """A system of the region that masters something, with what that is."""

    master: Thing
    entity: Thing


@dataclass
class Region:
    """A region, and what its systems refer to."""

    draft: WorldDraft
    model: Thing = field(init=False)
    usual: Form = field(init=False)
    """How information is sent for which nothing else is said."""
    organisations: list[Thing] = field(default_factory=list)
    vendors: list[Thing] = field(default_factory=list)
    bodies: list[Thing] = field(default_factory=list)
    sectors: list[Thing] = field(default_factory=list)
    disciplines: list[Thing] = field(default_factory=list)
    standards: list[Thing] = field(default_factory=list)
    terminologies: list[Thing] = field(default_factory=list)
    ways: list[Form] = field(default_factory=list)
    forms: dict[Thing, Form] = field(default_factory=dict)
    """How each piece of information of the background is sent."""
    sources: list[Source] = field(default_factory=list)
    buses: list[Thing] = field(default_factory=list)
    hub: Source = field(init=False)
    """The system that every care sector exchanges information with."""
    placed: list[Placed] = field(default_factory=list)
    unsteered: set[Thing] = field(default_factory=set)
    """Systems that no steering object is to contain."""

    def some_organisation(self) -> Thing:
        """One that gives care."""
        return self.draft.chance.choice(self.organisations)

    def sector(self, near: int | None, **joined: tuple[Moment, ...]) -> Thing:
        """Another care sector; the region's own are near each other by the number 0."""
        number = len(self.placed)
        sector = self.draft.put(CareSector, f"{SECTORS[number % len(SECTORS)]} {number}")
        self.placed.append(Placed(sector, near, **joined))
        return sector

    @property
    def nowhere(self) -> int:
        """A number that no care sector is near by yet."""
        return len(self.placed)

    def found(self, systems: int) -> None:
        """Put everything there that does not depend on the systems themselves."""
        put, chance = self.draft.put, self.draft.chance
        whole = put(Organisation, "Region Västmark", organisation_type=OrganisationType.REGION)
        kinds = (OrganisationType.HOSPITAL, OrganisationType.MUNICIPALITY, OrganisationType.COMPANY)
        self.organisations = [
            put(Organisation, _organisation(kind, number), organisation_type=kind,
                part_of=[whole] if kind is OrganisationType.HOSPITAL else [])
            for number in range(max(6, systems // 60)) for kind in [kinds[number % 3]]
        ]  # fmt: skip
        self.vendors = [
            put(Organisation, f"{chance.choice(['Nordlys', 'Vitalis', 'MedTech', 'Careware'])} {number + 1} AB",
                organisation_type=OrganisationType.VENDOR)
            for number in range(max(3, systems // 80))
        ]  # fmt: skip
        above: list[Thing] = []
        for name in reversed(BODIES):
            political = name in BODIES[-2:]
            kind_of = BodyType.POLITICAL if political else BodyType.STEERING
            above = [put(GovernanceBody, name, body_type=kind_of, part_of=[whole], escalates_to=above)]
            self.bodies.append(above[0])
        self.sectors = [put(CareSector, name) for name in SECTORS]
        self.placed = [Placed(each, 0, EVER, EVER) for each in self.sectors]
        self.disciplines = [put(Discipline, name) for name in DISCIPLINES]
        self.model = put(InformationModel, "Regional informationsmodell", version="3", owned_by=[self.bodies[2]],
                         governed_by=[self.bodies[2]], guides_procurement=True)  # fmt: skip
        self._standards()

    def _standards(self) -> None:
        for place, (name, number, transport) in enumerate([*STANDARDS, USUAL]):
            contract = place >= CONTRACTS_FROM
            version = self._version(name, number, StandardType.CONTRACT if contract else StandardType.EXCHANGE)
            self.ways.append(Form(version, transport))
        self.usual = self.ways.pop()
        self.terminologies = [self._version(name, number, StandardType.TERMINOLOGY) for name, number in TERMINOLOGIES]

    def _version(self, name: str, number: str, kind: StandardType) -> Thing:
        standard = self.draft.put(Standard, name, standard_type=kind, international=not name.startswith("Get"))
        self.standards.append(standard)
        return self.draft.put(StandardVersion, f"{name} {number}", version=number, version_of=[standard],
                             publication_status=PublicationStatus.CURRENT)  # fmt: skip


def _organisation(kind: OrganisationType, number: int) -> str:
    place = PLACES[number % len(PLACES)]
    words = {OrganisationType.HOSPITAL: f"{place} sjukhuset", OrganisationType.MUNICIPALITY: f"{place} kommun"}
    return f"{words.get(kind, f'{place} vård AB')} {number // len(PLACES) + 1}"
