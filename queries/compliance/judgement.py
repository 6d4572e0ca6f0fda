"""What comes of judging: a status for each requirement and offer, with its grounds."""

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from graph.facts.facts import FactKey, LinkKey, Ref
from graph.language.words import Words
from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Aspect, Claim, Says
from graph.tender.requirement_set import StatedRequirement, listed
from queries.asking.answer import Lead, Phrase


class Status(Choice):
    """How a requirement stands with an offer."""

    MET = "met", "Met", "Uppfyllt"
    PARTLY = "partly", "Partly met", "Delvis uppfyllt"
    NOT_MET = "not-met", "Not met", "Inte uppfyllt"
    NOT_DECLARED = "not-declared", "Not declared", "Inte deklarerat"
    CONTRADICTED = "contradicted", "Contradicted", "Motsägs"


class CitedClaim(BaseModel):
    """Where a claim is written, and what is written there."""

    model_config = ConfigDict(frozen=True)

    file: str
    place: str
    """A JSON pointer, an XPath, or sheet and row; of a system, the relation in the graph."""
    claim: str
    """What is claimed there, in a few words."""
    aspect: Aspect
    says: Says
    evidence: EvidenceLevel | None
    note: str | None
    illustrative: bool
    assumed: bool
    """True where only a scenario says it."""
    key: SkipValidation[FactKey | None] = Field(None, exclude=True)
    """The thing or relation of the graph that it is, where it is one."""

    @property
    def about(self) -> Ref | None:
        """The thing of the graph that says it of itself; none where it was read from a file."""
        return self.key.source if isinstance(self.key, LinkKey) else self.key

    @classmethod
    def of(cls, claim: Claim) -> "CitedClaim":
        """The place of `claim`."""
        return cls(
            file=claim.file, place=claim.place, claim=claim_text(claim), aspect=claim.aspect, says=claim.says,
            evidence=claim.evidence, note=claim.note, illustrative=claim.illustrative, assumed=claim.assumed,
            key=claim.grounds[-1] if claim.grounds else None,
        )  # fmt: skip


class DemandFinding(BaseModel):
    """One demand held against an offer."""

    model_config = ConfigDict(frozen=True)

    aspect: Aspect
    demand: Words
    rule: str
    """Id of the rule in the table."""
    status: Status
    why: Phrase
    evidence: EvidenceLevel | None
    """The best evidence for what is offered; absent where nothing is, or where none is stated."""
    places: tuple[CitedClaim, ...]


class Judgement(BaseModel):
    """One requirement held against one offer."""

    model_config = ConfigDict(frozen=True)

    requirement: StatedRequirement
    offer: str
    status: Status
    rules: tuple[str, ...]
    """Ids of the rules that it follows from."""
    summary: Phrase
    """What the status follows from, in one sentence."""
    why: Phrase
    """The summary, and what was found of each demand."""
    evidence: EvidenceLevel | None
    """The weakest of what it rests on: a chain holds as its weakest link."""
    findings: tuple[DemandFinding, ...]
    places: tuple[CitedClaim, ...]
    """Every place that it rests on, each once."""
    leads: tuple[Lead, ...] = ()
    """What to ask next about it."""

    @property
    def illustrative(self) -> bool:
        """True where the requirement, or what it is held against, is made up as an example."""
        return self.requirement.illustrative or any(place.illustrative for place in self.places)

    @property
    def assumed(self) -> bool:
        """True where something of what it rests on is said by a scenario alone."""
        return any(place.assumed for place in self.places)


def claim_text(claim: Claim) -> str:
    """A claim in a few words: name, version and parts as the file has them."""
    version = f" {claim.version}" if claim.version else ""
    parts = f": {listed(claim.aspect, claim.parts, claim.optional)}" if claim.parts else ""
    return f"{claim.name}{version}{parts}"
