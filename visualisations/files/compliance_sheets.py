"""A comparison of offers as a file: an Excel workbook or JSON, with the same words as its page."""

import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook

from graph.language.words import N_, Language, say
from graph.tender.requirement_set import StatedRequirement
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.judgement import CitedClaim, Judgement, Status
from queries.compliance.rules import rules
from visualisations.files.answer_sheets import ILLUSTRATIVE
from visualisations.files.spreadsheet import Value, add_sheet
from visualisations.wording.wording import place_wording, wording

NO_LEVEL = N_("Level not stated")
BY_ANSWER = N_("By an answer alone")
"""Requirements that no file is held against."""
ASSUMED = N_("Some of it rests on what only the scenario says.")


def compliance_data(comparison: ComplianceMatrix, language: Language) -> dict[str, Any]:
    """The comparison as plain data: whole values and ids, beside the words for them."""
    return {
        "requirementSet": {"id": comparison.requirements.id, "name": comparison.requirements.name.say(language)},
        "revision": comparison.revision,
        "asOf": comparison.day,
        "scenario": comparison.scenario,
        "illustrative": comparison.illustrative,
        "assumed": comparison.assumed,
        "offers": [
            {
                "name": offer.say(language), "system": offer.system, "files": list(offer.files),
                "formats": [each.value for each in offer.formats], "summary": _summary(comparison, place),
                "byAnswerAlone": sum(tally.unjudged for tally in comparison.tallies(place)),
            }
            for place, offer in enumerate(comparison.offers)
        ],
        "rows": [
            {
                "requirement": row.requirement.id,
                "name": row.requirement.name.say(language),
                "level": row.requirement.level,
                "notJudged": list(row.requirement.unjudged),
                "judgements": [_judgement(each, language) for each in row.judgements],
            }
            for row in comparison.rows
        ],
    }  # fmt: skip


def _summary(comparison: ComplianceMatrix, place: int) -> dict[str, dict[str, int]]:
    return {
        tally.level.value if tally.level else "not-stated": {each.value: count for each, count in tally.counts.items()}
        for tally in comparison.tallies(place)
    }


def _judgement(judgement: Judgement, language: Language) -> dict[str, Any]:
    return {
        "offer": judgement.offer,
        "status": judgement.status,
        "evidence": judgement.evidence,
        "rules": list(judgement.rules),
        "why": judgement.why.say(language),
        "illustrative": judgement.illustrative,
        "assumed": judgement.assumed,
        "leads": [each.model_dump(mode="json") for each in judgement.leads],
        "places": [each.model_dump(mode="json") for each in judgement.places],
    }


def compliance_xlsx(comparison: ComplianceMatrix, language: Language) -> bytes:
    """The comparison as a workbook: the matrix, the grounds of every cell, the sums, and the rules."""
    book = Workbook(write_only=True)
    for title, headings, rows in (
        (N_("Matrix"), _matrix_headings(comparison, language), list(_matrix(comparison, language))),
        (N_("Grounds"), _spoken(GROUNDS, language), list(_grounds(comparison, language))),
        (N_("Summary"), _summary_headings(language), list(_summaries(comparison, language))),
        (N_("Rules"), _spoken((N_("Rule"), N_("Status"), N_("Meaning")), language), list(_rules(comparison, language))),
        (N_("About"), _spoken((N_("What"), N_("Value")), language), list(_about(comparison, language))),
    ):
        add_sheet(book, say(title, language), headings, rows, len(rows))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


GROUNDS = (
    N_("Requirement"), N_("Offer"), N_("Status"), N_("Evidence level"), N_("Rules"), N_("Explanation"),
    N_("File or source"), N_("Place"), N_("What is claimed there"), N_("Claimed"), N_("Note"), N_("Illustrative"),
    N_("Assumed in a scenario"), N_("Evidence level there"),
)  # fmt: skip


def _spoken(headings: tuple[str, ...], language: Language) -> list[str]:
    return [say(heading, language) for heading in headings]


def _matrix_headings(comparison: ComplianceMatrix, language: Language) -> list[str]:
    own = _spoken((N_("Id"), N_("Level"), N_("Requirement"), N_("Comes from"), N_("Rationale")), language)
    return [
        *own,
        *(each for offer in comparison.offers for each in (offer.say(language), say(N_("Evidence level"), language))),
    ]


def _matrix(comparison: ComplianceMatrix, language: Language) -> Iterator[list[Value]]:
    for row in comparison.rows:
        cells: list[Value] = list(_requirement_cells(row.requirement, language))
        for each in row.judgements:
            cells += [each.status.words.say(language), each.evidence.words.say(language) if each.evidence else ""]
        yield cells


def _requirement_cells(requirement: StatedRequirement, language: Language) -> tuple[str, ...]:
    return (
        requirement.id,
        wording(requirement.level, language),
        requirement.name.say(language),
        "; ".join(origin.say(language) for origin in requirement.origins) or wording(None, language),
        wording(requirement.rationale, language),
    )


def _grounds(comparison: ComplianceMatrix, language: Language) -> Iterator[list[Value]]:
    for row in comparison.rows:
        for offer, each in zip(comparison.offers, row.judgements, strict=True):
            said: list[Value] = [
                row.requirement.id, offer.say(language), each.status.words.say(language),
                wording(each.evidence, language), ", ".join(each.rules), each.why.say(language),
            ]  # fmt: skip
            for place in each.places or (None,):
                marks = (wording(each.illustrative, language), wording(each.assumed, language))
                there = wording(place.evidence, language) if place else ""
                yield [*said, *_place(place, language), *marks, there]


def _place(place: CitedClaim | None, language: Language) -> list[Value]:
    if place is None:
        return [""] * 5
    return [place.file, place_wording(place, language), place.claim, place.says.words.say(language), place.note or ""]


def _summary_headings(language: Language) -> list[str]:
    return [
        say(N_("Offer"), language), say(N_("Level"), language), *(each.words.say(language) for each in Status),
        say(N_("All"), language), say(BY_ANSWER, language),
    ]  # fmt: skip


def _summaries(comparison: ComplianceMatrix, language: Language) -> Iterator[list[Value]]:
    for place, offer in enumerate(comparison.offers):
        for tally in comparison.tallies(place):
            level = tally.level.words.say(language) if tally.level else say(NO_LEVEL, language)
            yield [offer.say(language), level, *tally.counts.values(), tally.total, tally.unjudged]


def _rules(comparison: ComplianceMatrix, language: Language) -> Iterator[list[Value]]:
    cited = {rule for row in comparison.rows for each in row.judgements for rule in each.rules}
    for rule in rules():
        if rule.id in cited:
            yield [rule.id, rule.status.words.say(language), rule.words.say(language)]


def _about(comparison: ComplianceMatrix, language: Language) -> Iterator[list[Value]]:
    requirements = comparison.requirements
    name = f"{requirements.name.say(language)} ({requirements.id})"
    yield [say(N_("Requirement set"), language), f"{name} {requirements.version}" if requirements.version else name]
    for offer in comparison.offers:
        formats = ", ".join(each.words.say(language) for each in offer.formats)
        yield [
            say(N_("Offer"), language),
            f"{offer.say(language)}: {', '.join(offer.files) or offer.system or ''} ({formats})",
        ]
    yield [say(N_("Revision of the graph"), language), comparison.revision]
    if comparison.scenario:
        yield [say(N_("Scenario"), language), comparison.scenario]
    yield [say(N_("As of"), language), comparison.day]
    if comparison.assumed:
        yield [say(N_("Assumed in a scenario"), language), say(ASSUMED, language)]
    if comparison.illustrative:
        yield [say(N_("Illustrative"), language), say(ILLUSTRATIVE, language)]
