"""Judging: each requirement of a set held against an offer, by the table of rules."""

from collections.abc import Iterable, Iterator

from graph.language.words import LANGUAGES, N_, Language, Words, say
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Claim, Offer, Says
from graph.tender.requirement_set import Demand, StatedRequirement, StatedRequirementSet
from queries.asking.answer import Phrase
from queries.compliance.actor_findings import covered
from queries.compliance.findings import answers_to, find, mentions_of
from queries.compliance.judgement import CitedClaim, DemandFinding, Judgement, Status, claim_text
from queries.compliance.rules import FindingRule, TogetherRule, rules, sentence
from queries.compliance.versioned_findings import GroundedFinding, named

LEVELS = list(EvidenceLevel)
MOST_PLACES = 12
"""How many places of one finding are shown; a wide demand may rest on hundreds."""
MOST_TOLD = 3
FOR_THESE = N_("It is for: {covered}.")
NOT_SAID_OF = N_("No content guide is named for: {others}.")
NOT_JUDGED = N_("No file is held against: {parts}.")


def judge(requirements: StatedRequirementSet, offer: Offer) -> list[Judgement]:
    """How each requirement stands with the offer, in the order of the set."""
    return [judged(each, offer) for each in requirements.requirements]


def judged(requirement: StatedRequirement, offer: Offer) -> Judgement:
    """How one requirement stands with the offer."""
    answers = answers_to(requirement.id, offer)
    found = ((demand, _found(demand, requirement, offer, answers)) for demand in requirement.demands)
    findings = tuple(_finding(demand, each, offer) for demand, each in found)
    joint = _together([finding.status for finding in findings])
    rule = rules().answer(_answer(answers), joint.status)
    borne = [each.evidence for each in findings if each.status in (Status.MET, Status.PARTLY)]
    spoken_for = _best(claim.evidence for claim in answers)
    evidence = _weakest(borne) if borne else spoken_for
    places = dict.fromkeys((*(CitedClaim.of(each) for each in answers), *(p for each in findings for p in each.places)))
    summary = rule.words if answers else joint.words
    return Judgement(
        requirement=requirement,
        offer=offer.name,
        status=rule.status,
        rules=(rule.id, joint.id, *(each.rule for each in findings)),
        summary=sentence(summary),
        why=_why(summary, findings, requirement.unjudged),
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
    if (said.finding == "accepted") != (found.finding == "accepted"):
        return GroundedFinding("conflicting", (*said.claims, *found.claims))
    return found


def _finding(demand: Demand, found: GroundedFinding, offer: Offer) -> DemandFinding:
    rule = rules().finding(demand.aspect, found.finding)
    seen = list(dict.fromkeys(claim_text(claim) for claim in found.claims))
    more = f" (+{len(seen) - MOST_TOLD})" if len(seen) > MOST_TOLD else ""
    return DemandFinding(
        aspect=demand.aspect,
        demand=Words(*map(demand.say, LANGUAGES)),
        rule=rule.id,
        status=rule.status,
        why=_with_categories(rule.phrase(demand=demand, found="; ".join(seen[:MOST_TOLD]) + more), demand, offer, rule),
        evidence=_best(claim.evidence for claim in found.claims),
        places=tuple(dict.fromkeys(map(CitedClaim.of, (*found.claims, *mentions_of(demand, offer)))))[:MOST_PLACES],
    )


def _with_categories(why: Phrase, demand: Demand, offer: Offer, rule: FindingRule) -> Phrase:
    """For which information an actor is declared, and of which nothing is said."""
    if rule.status is not Status.MET or not demand.categories:
        return why
    there = covered(demand, offer)
    others = [each for each in demand.categories if each not in there]

    def said_in(language: Language) -> str:
        named, silent = (", ".join(each.name.say(language) for each in some) for some in (there, others))
        told = say(FOR_THESE, language, covered=named)
        return f"{why.say(language)} {told}" + (f" {say(NOT_SAID_OF, language, others=silent)}" if silent else "")

    return Phrase(text="{sentence}", values={"sentence": Words(*map(said_in, LANGUAGES))})


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


def _why(summary: Words, findings: tuple[DemandFinding, ...], unjudged: tuple[str, ...]) -> Phrase:
    """The summary, what was found of each demand, and what else is asked for."""

    def said_in(language: Language) -> Iterator[str]:
        yield summary.say(language)
        yield from (finding.why.say(language) for finding in findings)
        if unjudged:
            yield say(NOT_JUDGED, language, parts="; ".join(unjudged))

    told = (" ".join(said_in(language)) for language in LANGUAGES)
    return Phrase(text="{sentence}", values={"sentence": Words(*told)})


def _best(levels: Iterable[EvidenceLevel | None]) -> EvidenceLevel | None:
    return max((level for level in levels if level), key=LEVELS.index, default=None)


def _weakest(levels: list[EvidenceLevel | None]) -> EvidenceLevel | None:
    """None, which is weaker than any, where one of them is not stated."""
    stated = [level for level in levels if level]
    return min(stated, key=LEVELS.index) if len(stated) == len(levels) else None
