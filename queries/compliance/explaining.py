"""What a judgement says in words, beside the sentences of its rules."""

from collections.abc import Iterator

from graph.language.words import LANGUAGES, N_, Language, Words, say
from graph.tender.offer import Offer
from graph.tender.requirement_set import Demand
from queries.asking.answer import Phrase
from queries.compliance.actor_findings import covered
from queries.compliance.judgement import DemandFinding, Status
from queries.compliance.rules import FindingRule

FOR_THESE = N_("It is for: {covered}.")
NOT_SAID_OF = N_("No content guide is named for: {others}.")
NOT_JUDGED = N_("No file is held against: {parts}.")


def why(summary: Words, findings: tuple[DemandFinding, ...], unjudged: tuple[str, ...]) -> Phrase:
    """The summary, what was found of each demand, and what else is asked for."""

    def said_in(language: Language) -> Iterator[str]:
        yield summary.say(language)
        yield from (finding.why.say(language) for finding in findings)
        if unjudged:
            yield say(NOT_JUDGED, language, parts="; ".join(unjudged))

    told = (" ".join(said_in(language)) for language in LANGUAGES)
    return Phrase(text="{sentence}", values={"sentence": Words(*told)})


def with_categories(found: Phrase, demand: Demand, offer: Offer, rule: FindingRule) -> Phrase:
    """For which information an actor is declared, and of which nothing is said."""
    if rule.status is not Status.MET or not demand.categories:
        return found
    there = covered(demand, offer)
    others = [each for each in demand.categories if each not in there]

    def said_in(language: Language) -> str:
        named, silent = (", ".join(each.name.say(language) for each in some) for some in (there, others))
        told = say(FOR_THESE, language, covered=named)
        return f"{found.say(language)} {told}" + (f" {say(NOT_SAID_OF, language, others=silent)}" if silent else "")

    return Phrase(text="{sentence}", values={"sentence": Words(*map(said_in, LANGUAGES))})
