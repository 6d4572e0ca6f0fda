"""More evidence never lowers: an answer stays what it is established by, until something speaks against it."""

from itertools import product

import pytest

from graph.language.words import Words
from graph.ontology.vocabulary import EvidenceLevel, RequirementLevel
from graph.tender.offer import Aspect, Claim, Offer, Says
from graph.tender.requirement_set import Demand, StatedRequirement, Version
from queries.compliance.judgement import Judgement, Status
from queries.compliance.judging_requirements import MOST_PLACES, judged
from queries.compliance.rules import UNOPPOSED, rules

FHIR = Demand(aspect=Aspect.STANDARD, name=Words("FHIR", "FHIR"), accepted=(Version(name="4.0.1"),))
READS = Demand(aspect=Aspect.RESOURCE, name=Words("Patient", "Patient"), parts=("read",))
LEVELS = list(EvidenceLevel)
DECLARED, TESTED, CERTIFIED, OBSERVED = EvidenceLevel
MET, PARTLY, NOT_MET, NOT_DECLARED, CONTRADICTED = Status
RANK = [NOT_DECLARED, PARTLY, MET]


def judge(*claims: Claim, demands: tuple[Demand, ...] = (FHIR, READS)) -> Judgement:
    requirement = StatedRequirement(id="r", name=Words("R", "K"), level=RequirementLevel.SHALL, demands=demands)
    return judged(requirement, Offer(name="x", claims=claims))


def answer(level: EvidenceLevel, version: str | None = None, says: Says = Says.YES) -> Claim:
    return Claim(aspect=Aspect.REQUIREMENT, name="r", says=says, evidence=level, version=version, place="G3")


def stated(level: EvidenceLevel | None = DECLARED, version: str | None = "4.0.1", place: str = "/fhirVersion") -> Claim:
    return Claim(aspect=Aspect.STANDARD, name="FHIR", version=version, evidence=level, place=place)


def reads(level: EvidenceLevel | None = DECLARED) -> Claim:
    return Claim(aspect=Aspect.RESOURCE, name="Patient", parts=("read",), evidence=level, place="/rest/0")


@pytest.mark.parametrize("version", [None, "4.0.1"])
def test_an_answer_that_is_tested_stays_so_beside_a_statement_that_bears_it_out(version: str | None) -> None:
    found = judge(answer(TESTED, version), stated(), reads())
    assert (found.status, found.evidence) == (MET, TESTED)
    assert {(place.place, place.evidence) for place in found.places} == {
        ("G3", TESTED), ("/fhirVersion", DECLARED), ("/rest/0", DECLARED),
    }  # fmt: skip


@pytest.mark.parametrize("level", LEVELS)
def test_the_highest_level_counts_wherever_it_stands(level: EvidenceLevel) -> None:
    assert judge(answer(DECLARED), stated(level), reads(level)).evidence is level
    assert judge(answer(level), stated(), reads()).evidence is level
    assert judge(answer(level), stated(None), reads()).evidence is level
    assert judge(stated(level), stated(), reads(OBSERVED)).evidence is level


def test_a_file_that_is_silent_on_a_part_takes_nothing_from_an_answer() -> None:
    found = judge(answer(TESTED), stated())
    assert (found.status, found.evidence) == (MET, TESTED)
    assert found.rules[0] == rules().answer(UNOPPOSED, PARTLY).id
    assert judge(answer(TESTED), stated(version=None), reads()).status is MET
    assert judge(answer(TESTED, "4.0.1"), stated(version=None), demands=(FHIR,)).status is MET
    assert judge(stated()).status is PARTLY  # nobody answered: a part is not said


@pytest.mark.parametrize(
    "against",
    [
        stated(version="3.0.2"), Claim(aspect=Aspect.RESOURCE, name="Patient", parts=("create",)),
        stated().model_copy(update={"says": Says.NO}), answer(TESTED, says=Says.NO),
    ],
)  # fmt: skip
def test_what_speaks_against_an_answer_is_no_silence(against: Claim) -> None:
    assert judge(answer(TESTED), against).status is CONTRADICTED
    assert judge(answer(TESTED, "4.0.1"), stated(version="3.0.2"), demands=(FHIR,)).status is CONTRADICTED
    part = Claim(aspect=Aspect.RESOURCE, name="Patient", says=Says.PARTLY)
    assert judge(answer(TESTED), stated(), part).status is PARTLY


def test_no_claim_that_bears_out_lowers_status_or_evidence() -> None:
    more = [stated(level, version) for level, version in product((None, *LEVELS), (None, "4.0.1", "4.0"))]
    more += [reads(level) for level in (None, *LEVELS)] + [answer(level) for level in LEVELS]
    starts = [
        (),
        (answer(DECLARED),),
        (answer(CERTIFIED, "4.0.1"),),
        (stated(), reads()),
        (stated(TESTED), reads(None)),
    ]
    for start, first, second in product(starts, more, more):
        before, after = judge(*start, first), judge(*start, first, second)
        assert RANK.index(after.status) >= RANK.index(before.status)
        if after.status is before.status is MET and before.evidence:
            assert after.evidence is not None
            assert LEVELS.index(after.evidence) >= LEVELS.index(before.evidence)


def test_the_best_established_place_is_shown_among_many() -> None:
    many = [stated(place=f"/{number}") for number in range(MOST_PLACES + 5)]
    found = judge(*many, stated(OBSERVED, place="/last"), demands=(FHIR,))
    assert found.evidence is OBSERVED
    assert "/last" in {place.place for place in found.places}
