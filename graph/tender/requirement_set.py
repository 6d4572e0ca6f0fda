"""Requirements as they are judged: what each demands, how binding it is, and where it comes from.

They stand in the graph (kinds Requirement and RequirementSet) or in a FHIR CapabilityStatement of the kind
*requirements*; either way they become these models, which the questionnaire is made of and the judge works on.
"""

from collections import Counter
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, model_validator

from graph.facts.facts import FactKey, Ref
from graph.language.validation_errors import UnfitError
from graph.language.words import N_, Language, Words
from graph.ontology.vocabulary import RequirementLevel
from graph.tender.offer import Aspect

INTERACTIONS = (
    "read", "vread", "update", "patch", "delete", "history-instance", "history-type", "create", "search-type",
)  # fmt: skip
"""What can be done with a FHIR resource type, as FHIR calls it."""


class Version(BaseModel):
    """One version of a standard, by every name that it goes by."""

    model_config = ConfigDict(frozen=True)

    name: str
    known_as: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return (self.name, *self.known_as)


class Category(BaseModel):
    """A sort of information, and the guides by which an offer says that it handles it."""

    model_config = ConfigDict(frozen=True)

    name: Words
    known_as: tuple[str, ...] = ()


class Demand(BaseModel):
    """One thing that a requirement asks for and that an offer can be held against."""

    model_config = ConfigDict(frozen=True)

    aspect: Aspect
    name: Words
    known_as: tuple[str, ...] = ()
    """Names and canonical addresses that a file may use for it."""
    accepted: tuple[Version, ...] = ()
    """Versions that will do; empty where any will."""
    superseded: tuple[Version, ...] = ()
    """Versions that an accepted one has replaced."""
    superseding: tuple[Version, ...] = ()
    """Versions that have replaced an accepted one."""
    parts: tuple[str, ...] = ()
    """The interactions of a resource type, or its search parameters."""
    optional: tuple[str, ...] = ()
    """Of search parameters together: those that may be left out."""
    categories: tuple[Category, ...] = ()
    """Of an actor: the information that it is wanted for. It is asked for one of them at least."""
    refs: SkipValidation[tuple[Ref, ...]] = Field((), exclude=True)
    """The things of the graph that are demanded: a standard and the versions that will do, a model, an entity."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that an offer may use for it."""
        return (*self.name, *self.known_as)

    def say(self, language: Language) -> str:
        """What is demanded, in a few words."""
        name, versions = self.name.say(language), " / ".join(each.name for each in self.accepted)
        if versions:
            name = versions if versions.startswith(name) else f"{name} {versions}"
        return f"{name}: {listed(self.aspect, self.parts, self.optional)}" if self.parts else name


def listed(aspect: Aspect, parts: tuple[str, ...], optional: tuple[str, ...]) -> str:
    """Parts as they are told: one by one, or together where they are combined."""
    if aspect is not Aspect.COMBINATION:
        return ", ".join(parts)
    return " + ".join(parts) + "".join(f" (+ {each})" for each in optional)


class RequirementOrigin(BaseModel):
    """What a requirement comes from: a regulation, an information model, a guide."""

    model_config = ConfigDict(frozen=True)

    kind: str
    """The kind's name where it is a thing of the graph, otherwise empty."""
    id: str
    name: Words
    citation: str | None = None

    def say(self, language: Language) -> str:
        """Its name, with how it is cited."""
        name = self.name.say(language)
        return f"{name} ({self.citation})" if self.citation and self.citation != name else name


class StatedRequirement(BaseModel):
    """Something that a product shall or should satisfy."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: Words
    level: RequirementLevel | None = None
    rationale: str | None = None
    origins: tuple[RequirementOrigin, ...] = ()
    demands: tuple[Demand, ...] = ()
    """Empty where only an answer can tell whether it is met."""
    unjudged: tuple[str, ...] = ()
    """What else it asks for, each as its source has it: no file is held against that, and an answer can tell."""
    grounds: SkipValidation[tuple[FactKey, ...]] = Field((), exclude=True)
    """The things and relations of the graph that it is made of."""
    illustrative: bool = False


class StatedRequirementSet(BaseModel):
    """Requirements that are judged together."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: Words
    about: str | None = None
    version: str | None = None
    requirements: tuple[StatedRequirement, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        twice = [id for id, count in Counter(each.id for each in self.requirements).items() if count > 1]
        if twice:
            raise UnfitError(N_("{set} has two requirements called {id}"), set=self.id[:80], id=twice[0][:80])
        return self

    @property
    def illustrative(self) -> bool:
        """True where any requirement is made up as an example."""
        return any(each.illustrative for each in self.requirements)
