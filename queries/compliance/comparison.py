"""Several offers side by side: each requirement of a set held against each of them."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict
from rapidfuzz import process

from graph.errors import OfferError
from graph.language.words import N_
from graph.ontology.vocabulary import RequirementLevel
from graph.tender.offer import Aspect, Offer, plain
from graph.tender.requirement_set import StatedRequirement, StatedRequirementSet
from queries.compliance.judgement import Judgement, Status
from queries.compliance.judging_requirements import judge

NEAR_ENOUGH = 60


class Tally(NamedTuple):
    """How many requirements of one level stand how with one offer."""

    level: RequirementLevel | None
    counts: dict[Status, int]
    total: int
    unjudged: int = 0
    """Those among them that no file is held against: an answer alone tells."""


class ComplianceRow(BaseModel):
    """One requirement and how each offer stands with it, in the order of the offers."""

    model_config = ConfigDict(frozen=True)

    requirement: StatedRequirement
    judgements: tuple[Judgement, ...]


class ComplianceMatrix(BaseModel):
    """A requirement set held against offers, at one revision of the graph."""

    model_config = ConfigDict(frozen=True)

    requirements: StatedRequirementSet
    offers: tuple[Offer, ...]
    rows: tuple[ComplianceRow, ...]
    revision: int
    day: str = ""
    """The day that the graph is looked at (``YYYY-MM-DD``); empty before it is."""
    as_of: str | None = None
    """The same, where somebody has chosen it; else it is today."""
    scenario: str | None = None
    """Id of the scenario that it is looked at after, where it is."""

    @property
    def illustrative(self) -> bool:
        """True where anything of it rests on a made-up example."""
        return any(each.illustrative for row in self.rows for each in row.judgements)

    @property
    def assumed(self) -> bool:
        """True where anything of it rests on what only a scenario says."""
        return any(each.assumed for row in self.rows for each in row.judgements)

    def tallies(self, place: int) -> list[Tally]:
        """How the offer at `place` stands with the requirements of each level."""
        levels = dict.fromkeys((*RequirementLevel, None))
        found = []
        for level in levels:
            rows = [row for row in self.rows if row.requirement.level is level]
            if rows:
                counted = Counter(row.judgements[place].status for row in rows)
                unjudged = sum(not row.requirement.demands for row in rows)
                found.append(Tally(level, {status: counted[status] for status in Status}, len(rows), unjudged))
        return found

    @property
    def unmet(self) -> bool:
        """True where an offer does not meet a requirement that it shall meet."""
        return any(
            row.requirement.level is RequirementLevel.SHALL and each.status is not Status.MET
            for row in self.rows
            for each in row.judgements
        )


def compared(requirements: StatedRequirementSet, offers: Sequence[Offer], revision: int) -> ComplianceMatrix:
    """The set held against the offers.

    Raises:
        OfferError: an answer is to no requirement of the set.
    """
    for offer in offers:
        _check_answers(requirements, offer)
    columns = [judge(requirements, offer) for offer in offers]
    rows = tuple(
        ComplianceRow(requirement=each, judgements=tuple(column[place] for column in columns))
        for place, each in enumerate(requirements.requirements)
    )
    return ComplianceMatrix(requirements=requirements, offers=tuple(offers), rows=rows, revision=revision)


def _check_answers(requirements: StatedRequirementSet, offer: Offer) -> None:
    """Refuse answers that nothing asks for: they are to another set, or the id is wrong."""
    known = {plain(each.id) for each in requirements.requirements}
    for claim in offer.of(Aspect.REQUIREMENT):
        if known.isdisjoint(map(plain, claim.names)):
            near = process.extractOne(
                claim.name, [each.id for each in requirements.requirements], score_cutoff=NEAR_ENOUGH
            )
            raise OfferError(
                N_(
                    "{file}, {place}: the answer is to {id}, which the requirement set {set} does not have. "
                    "Hand in the questionnaire that was made from this set. The nearest is: {near}."
                ),
                file=claim.file or offer.name,
                place=claim.place or "–",
                id=claim.name,
                set=requirements.id,
                near=near[0] if near else "–",
            )
