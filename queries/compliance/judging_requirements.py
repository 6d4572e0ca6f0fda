"""Judging: each requirement of a set held against an offer, by the table of rules."""

from collections.abc import Iterable

from graph.language.words import LANGUAGES, Words
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Claim, Offer, Says
from graph.tender.requirement_set import Demand, StatedRequirement, StatedRequirementSet
from queries.asking.answer import Phrase
from queries.compliance.explaining import why, with_categories
from queries.compliance.findings import answers_to, find, mentions_of
from queries.compliance.judgement import CitedClaim, DemandFinding, Judgement, Status, claim_text
from queries.compliance.rules import UNOPPOSED, TogetherRule, filled, rules
from queries.compliance.versioned_findings import GroundedFinding, named

LEVELS = list(EvidenceLevel)
MOST_PLACES = 12
"""How many places of one finding are shown; a wide demand may rest on hundreds."""
MOST_TOLD = 3
UNSAID = ("silent", "mentioned", "unlisted", "unversioned", "profiles-only", "uncategorised")
"""Findings in which an offer leaves something out, and speaks against nothing."""


def judge(requirements: StatedRequirementSet, offer: Offer) -> list[Judgement]:
    """How each requirement stands with the offer, in the order of the set."""
    return [judged(each, offer) for each in requirements.requirements]


def judged(requirement: StatedRequirement, offer: Offer) -> Judgement:
    """How one requirement stands with the offer."""
    answers = answers_to(requirement.id, offer)
    spoilt = [claim for claim in answers if claim.says is Says.UNREADABLE]
    counted = [] if spoilt else answers
    found = [(demand, _found(demand, requirement, offer, counted)) for demand in requirement.demands]
    findings = tuple(_finding(demand, each, offer) for demand, each in found)
    joint = _together([finding.status for finding in findings])
    answer = Says.UNREADABLE.value if spoilt else _answer(counted)
    if answer == Says.YES and joint.status is Status.PARTLY and _nothing_against(found, findings):
        answer = UNOPPOSED
    rule = rules().answer(answer, joint.status)
    evidence = _evidence(findings, [claim for claim in counted if claim.says is not Says.NO])
    places = dict.fromkeys((*(CitedClaim.of(each) for each in answers), *(p for each in findings for p in each.places)))
    problems = [claim.problem for claim in spoilt if claim.problem]
    said = Words(*(" ".join(each.say(language) for each in problems) for language in LANGUAGES))
    summary = filled(rule.words, found=said) if answers else joint.words
    return Judgement(
        requirement=requirement,
        offer=offer.name,
        status=rule.status,
        rules=(rule.id, joint.id, *(each.rule for each in findings)),
        summary=Phrase(text="{sentence}", values={"sentence": summary}),
        why=why(summary, findings, requirement.unjudged),
        evidence=evidence if rule.status in (Status.MET, Status.PARTLY) else None,
        findings=findings,
        places=tuple(places),
    )


def _found(demand: Demand, requirement: StatedRequirement, offer: Offer, answers: list[Claim]) -> GroundedFinding:
    """The finding; an answer that gives a version speaks for the one demand that has versions."""
    found = find(demand, offer)
    versioned = [each for each in requirement.demands if each.accepted]
    stated = [each for each in answers if each.version and each.says is not Says.NO]
    if not stated or versioned != [demand]:
        return found
    said = named(demand, [each.model_copy(update={"says": Says.YES}) for each in stated])
    if found.finding in ("silent", "mentioned"):
        return said
    if found.finding in UNSAID or found.finding == said.finding == "accepted":
        return GroundedFinding(said.finding, (*said.claims, *found.claims))
    if (said.finding == "accepted") != (found.finding == "accepted"):
        return GroundedFinding("conflicting", (*said.claims, *found.claims))
    return found


def _evidence(findings: tuple[DemandFinding, ...], answers: list[Claim]) -> EvidenceLevel | None:
    """The best for each demand, where an answer speaks for all of them, and the weakest of these."""
    spoken_for = _best(claim.evidence for claim in answers)
    borne = [each for each in findings if each.status in (Status.MET, Status.PARTLY)]
    counted = findings if spoken_for else borne
    levels = [_best((spoken_for, each.evidence if each in borne else None)) for each in counted]
    return _weakest(levels) if levels else spoken_for


def _nothing_against(found: list[tuple[Demand, GroundedFinding]], findings: tuple[DemandFinding, ...]) -> bool:
    """Whether all that is not met is merely not said: a file that is silent takes nothing from an answer."""
    return all(
        finding.status in (Status.MET, Status.NOT_DECLARED) or each.finding in UNSAID
        for (_, each), finding in zip(found, findings, strict=True)
    )


def _finding(demand: Demand, found: GroundedFinding, offer: Offer) -> DemandFinding:
    rule = rules().finding(demand.aspect, found.finding)
    seen = list(dict.fromkeys(claim_text(claim) for claim in found.claims))
    more = f" (+{len(seen) - MOST_TOLD})" if len(seen) > MOST_TOLD else ""
    return DemandFinding(
        aspect=demand.aspect,
        demand=Words(*map(demand.say, LANGUAGES)),
        rule=rule.id,
        status=rule.status,
        why=with_categories(rule.phrase(demand=demand, found="; ".join(seen[:MOST_TOLD]) + more), demand, offer, rule),
        evidence=_best(claim.evidence for claim in found.claims),
        places=_places((*found.claims, *mentions_of(demand, offer))),
    )


def _places(claims: Iterable[Claim]) -> tuple[CitedClaim, ...]:
    """Where the claims are written; of more than are shown, those that are established best."""
    cited = list(dict.fromkeys(map(CitedClaim.of, claims)))
    best = sorted(cited, key=lambda each: LEVELS.index(each.evidence) if each.evidence else -1, reverse=True)
    kept = set(best[:MOST_PLACES])
    return tuple(each for each in cited if each in kept)


def _together(statuses: list[Status]) -> TogetherRule:
    if not statuses:
        return rules().joint("no-demands")
    there = set(statuses)
    if Status.CONTRADICTED in there:
        return rules().joint("any-contradicted")
    if there == {Status.MET}:
        return rules().joint("all-met")
    if there & {Status.MET, Status.PARTLY}:
        return rules().joint("any-met-or-partly")
    return rules().joint("any-not-met" if Status.NOT_MET in there else "all-not-declared")


def _answer(answers: list[Claim]) -> str:
    said = {claim.says for claim in answers}
    if len(said) > 1:
        return "both"
    return said.pop().value if said else "none"


def _best(levels: Iterable[EvidenceLevel | None]) -> EvidenceLevel | None:
    return max((level for level in levels if level), key=LEVELS.index, default=None)


def _weakest(levels: list[EvidenceLevel | None]) -> EvidenceLevel | None:
    """None, which is weaker than any, where one of them is not stated."""
    stated = [level for level in levels if level]
    return min(stated, key=LEVELS.index) if len(stated) == len(levels) else None
