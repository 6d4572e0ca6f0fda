"""What a product says of itself: an offer, made of claims that each know where they are written.

An offer is a system of the graph, or files that somebody hands in: a FHIR CapabilityStatement, an OpenAPI document,
a questionnaire that was filled in. Nothing here judges; `queries.compliance` does.
"""

from collections.abc import Iterable
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from graph.facts.facts import FactKey
from graph.language.words import Language, Words
from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import EvidenceLevel


def plain(name: str) -> str:
    """`name` for comparing: an address without its protocol and last slash, a text without case and outer space."""
    text = " ".join(name.split()).casefold()
    return text.removeprefix("https://").removeprefix("http://").rstrip("/")


class Aspect(Choice):
    """What a claim, or a demand, is about."""

    STANDARD = "standard", "Standard", "Standard"
    MODEL = "information-model", "Information model", "Informationsmodell"
    TERMINOLOGY = "terminology", "Terminology", "Terminologi"
    SECURITY = "security", "Security", "Säkerhet"
    PROFILE = "profile", "Profile", "Profil"
    RESOURCE = "resource", "FHIR resource and its interactions", "FHIR-resurs och dess interaktioner"
    CLIENT = "client-resource", "FHIR resource that a client asks for", "FHIR-resurs som en klient frågar efter"
    SEARCH = "search-parameter", "FHIR search parameters", "FHIR-sökparametrar"
    COMBINATION = "search-combination", "FHIR search parameters together", "FHIR-sökparametrar tillsammans"
    OPERATION = "operation", "FHIR operation", "FHIR-operation"
    ACTOR = "actor", "Actor of a guide", "Aktör i en guide"
    FORMAT = "format", "Format", "Format"
    ENTITY = "entity", "Information entity", "Informationsmängd"
    REQUIREMENT = "requirement", "Answer to a requirement", "Svar på ett krav"


class Says(Choice):
    """What is claimed of it."""

    YES = "yes", "Yes", "Ja"
    PARTLY = "partly", "Partly", "Delvis"
    NO = "no", "No", "Nej"
    MENTIONED = "mentioned", "Only mentioned", "Bara omnämnt"
    UNREADABLE = "unreadable", "Cannot be read", "Går inte att läsa"


ANSWERS = (Says.YES, Says.PARTLY, Says.NO)
"""What a requirement is answered with. What running text only mentions claims nothing: it shows where to ask."""


class Format(Choice):
    """What an offer is read from."""

    SYSTEM = "system", "A system in the graph", "Ett system i grafen"
    CAPABILITIES = "capability-statement", "FHIR CapabilityStatement", "FHIR CapabilityStatement"
    OPENAPI = "openapi", "OpenAPI document", "OpenAPI-dokument"
    QUESTIONNAIRE = "questionnaire", "Questionnaire", "Frågeformulär"
    CLAIMS = "claims", "Claims given with the question", "Uppgifter som gavs med frågan"


class Claim(BaseModel):
    """One thing that an offer says of itself."""

    model_config = ConfigDict(frozen=True)

    aspect: Aspect
    name: str
    """The standard, profile, resource type, operation, ... as the file names it."""
    also: tuple[str, ...] = ()
    """Other names of the same thing."""
    version: str | None = None
    parts: tuple[str, ...] = ()
    """The interactions of a resource, or the search parameters."""
    optional: tuple[str, ...] = ()
    """Of search parameters together: those that may be left out."""
    says: Says = Says.YES
    evidence: EvidenceLevel | None = EvidenceLevel.DECLARED
    """How well it is established; absent where that is not stated."""
    file: str = ""
    place: str = ""
    """Where in the file: a JSON pointer, an XPath, or sheet and row; of a system, the relation in the graph."""
    note: str | None = None
    """What the file adds in words."""
    problem: SkipValidation[Words | None] = Field(None, exclude=True)
    """Of an answer that cannot be read: why, and what to do."""
    grounds: SkipValidation[tuple[FactKey, ...]] = Field((), exclude=True)
    """The things and relations of the graph that it rests on; none where it was read from a file."""
    illustrative: bool = False
    """True where it rests on a made-up example."""
    assumed: bool = False
    """True where it rests on what only a scenario says."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return (self.name, *self.also)


class Offer(BaseModel):
    """All that one product says of itself, whatever it was read from."""

    model_config = ConfigDict(frozen=True)

    name: str
    name_sv: str | None = None
    files: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    claims: tuple[Claim, ...] = ()
    complete: frozenset[Aspect] = frozenset()
    """What it lists whole, so that what is left out is not there. Everywhere else silence says nothing."""
    system: str | None = None
    """Id of the system in the graph that it is."""
    answers: str | None = None
    """Id of the requirement set that its questionnaire was made from."""

    def of(self, *aspects: Aspect) -> list[Claim]:
        """The claims about these; not what is only mentioned."""
        return [claim for aspect in aspects for claim in self._by_aspect.get(aspect, ())]

    def about(self, names: Iterable[str], *aspects: Aspect) -> list[Claim]:
        """The claims about these that go by one of the names, each once; not what is only mentioned."""
        return [claim for claim in self._named(names, aspects) if claim.says is not Says.MENTIONED]

    def mentioned(self, names: Iterable[str], *aspects: Aspect) -> list[Claim]:
        """What is mentioned of these and not claimed, each once."""
        return [claim for claim in self._named(names, aspects) if claim.says is Says.MENTIONED]

    def _named(self, names: Iterable[str], aspects: Iterable[Aspect]) -> list[Claim]:
        keys = [plain(name) for name in names]
        found = (claim for aspect in aspects for key in keys for claim in self._by_name.get((aspect, key), ()))
        return list({id(claim): claim for claim in found}.values())

    @cached_property
    def _by_aspect(self) -> dict[Aspect, list[Claim]]:
        found: dict[Aspect, list[Claim]] = {}
        for claim in self.claims:
            if claim.says is not Says.MENTIONED:
                found.setdefault(claim.aspect, []).append(claim)
        return found

    @cached_property
    def _by_name(self) -> dict[tuple[Aspect, str], list[Claim]]:
        found: dict[tuple[Aspect, str], list[Claim]] = {}
        for claim in self.claims:
            for name in dict.fromkeys(plain(name) for name in claim.names):
                found.setdefault((claim.aspect, name), []).append(claim)
        return found

    def say(self, language: Language) -> str:
        """Its name in `language`."""
        return (self.name_sv if language == "sv" else None) or self.name

    @property
    def illustrative(self) -> bool:
        """True where any claim rests on a made-up example."""
        return any(claim.illustrative for claim in self.claims)


def together(name: str, offers: Iterable[Offer]) -> Offer:
    """One product's files as one offer: what one of them claims, another can bear out or contradict."""
    every = list(offers)
    return Offer(
        name=name,
        files=tuple(file for offer in every for file in offer.files),
        formats=tuple(dict.fromkeys(each for offer in every for each in offer.formats)),
        claims=tuple(claim for offer in every for claim in offer.claims),
        complete=frozenset().union(*(offer.complete for offer in every)),
        system=next((offer.system for offer in every if offer.system), None),
        answers=next((offer.answers for offer in every if offer.answers), None),
    )
