"""The matrix of requirements and offers as its page shows it: cells that open, with sources and what to ask next."""

import base64
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.facts.facts import Ref
from graph.language.words import Language, say
from graph.ontology.kinds import Requirement, System
from graph.ontology.vocabulary import RequirementLevel
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Lead
from queries.asking.catalogue import catalogue
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.judgement import CitedClaim, Judgement, Status
from queries.compliance.thing_names import words
from visualisations.files.compliance_sheets import BY_ANSWER, NO_LEVEL, compliance_xlsx
from visualisations.pages.frame.fitting import Of
from visualisations.pages.question.question_page import lead_address
from visualisations.wording.addresses import thing_address

SIGNS = {
    Status.MET: "✓", Status.PARTLY: "◐", Status.NOT_MET: "✗", Status.NOT_DECLARED: "?", Status.CONTRADICTED: "≠",
}  # fmt: skip
"""Told apart in black and white too."""
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SYSTEM = System.__name__


@dataclass(frozen=True)
class CellView:
    """One requirement and one offer."""

    status: str
    sign: str
    words: str
    evidence: str
    summary: str
    findings: tuple[tuple[str, str, str], ...]
    """The demands one by one: sign and words of the status, and what was found."""
    rules: str
    places: tuple[tuple[CitedClaim, str], ...]
    """Where it was found, and the address of the thing of the graph that says so."""
    leads: tuple[tuple[str, str], ...]
    """Title and address of what to ask next about it."""
    illustrative: bool
    assumed: bool


@dataclass(frozen=True)
class RowView:
    """One requirement."""

    id: str
    name: str
    level: str
    rationale: str
    unjudged: tuple[str, ...]
    """What it asks for that no file is held against."""
    origins: tuple[tuple[str, str], ...]
    """Each by name, and its address where it is a thing of the graph."""
    address: str
    illustrative: bool
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class OfferView:
    """One column."""

    name: str
    address: str
    files: tuple[str, ...]
    formats: tuple[str, ...]
    sums: tuple[tuple[str, tuple[tuple[str, str, int], ...]], ...]
    """By level: sign, words and count of each status that there is, and of what no file is held against."""


@dataclass(frozen=True)
class Matrix:
    """The comparison as the page shows it."""

    title: str
    about: str
    offers: tuple[OfferView, ...]
    rows: tuple[RowView, ...]
    file: str
    """The workbook, as an address that holds it: what was handed in is kept nowhere."""
    file_name: str


def matrix_of(comparison: ComplianceMatrix, snapshot: Snapshot, of: Of, language: Language) -> Matrix:
    """The comparison as the page shows it, with addresses that carry on the day and the scenario."""
    data = base64.b64encode(compliance_xlsx(comparison, language)).decode()
    return Matrix(
        title=comparison.requirements.name.say(language),
        about=comparison.requirements.about or "",
        offers=tuple(_offer(comparison, place, snapshot, of, language) for place in range(len(comparison.offers))),
        rows=tuple(
            RowView(
                id=row.requirement.id,
                name=row.requirement.name.say(language),
                level=_level(row.requirement.level, language),
                rationale=row.requirement.rationale or "",
                unjudged=row.requirement.unjudged,
                origins=tuple(
                    (each.say(language), _address(snapshot, Ref(each.kind, each.id), of))
                    for each in row.requirement.origins
                ),
                address=_address(snapshot, Ref(Requirement.__name__, row.requirement.id), of),
                illustrative=row.requirement.illustrative,
                cells=tuple(_cell(each, snapshot, of, language) for each in row.judgements),
            )
            for row in comparison.rows
        ),
        file=f"data:{SHEET};base64,{data}",
        file_name=f"samband-compliance-r{comparison.revision}.xlsx",
    )


def _offer(comparison: ComplianceMatrix, place: int, snapshot: Snapshot, of: Of, language: Language) -> OfferView:
    offer = comparison.offers[place]
    sums = tuple(
        (
            _level(tally.level, language),
            (
                *((SIGNS[each], each.words.say(language), count) for each, count in tally.counts.items() if count),
                *((("–", say(BY_ANSWER, language), tally.unjudged),) if tally.unjudged else ()),
            ),
        )
        for tally in comparison.tallies(place)
    )
    return OfferView(
        name=offer.say(language),
        address=_address(snapshot, Ref(SYSTEM, offer.system), of) if offer.system else "",
        files=offer.files,
        formats=tuple(each.words.say(language) for each in offer.formats),
        sums=sums,
    )


def _cell(judgement: Judgement, snapshot: Snapshot, of: Of, language: Language) -> CellView:
    return CellView(
        status=judgement.status.value,
        sign=SIGNS[judgement.status],
        words=judgement.status.words.say(language),
        evidence=judgement.evidence.words.say(language) if judgement.evidence else "",
        summary=judgement.summary.say(language),
        findings=tuple(
            (SIGNS[each.status], each.status.words.say(language), each.why.say(language)) for each in judgement.findings
        ),
        rules=", ".join(judgement.rules),
        places=tuple((each, _address(snapshot, each.about, of) if each.about else "") for each in judgement.places),
        leads=tuple(_leads(judgement.leads, snapshot, of, language)),
        illustrative=judgement.illustrative,
        assumed=judgement.assumed,
    )


def _leads(leads: Sequence[Lead], snapshot: Snapshot, of: Of, language: Language) -> Iterator[tuple[str, str]]:
    """What to ask next; what it is asked of is named where the same question is asked of several things."""
    asked = Counter(lead.question for lead in leads)
    for lead in leads:
        title, address = lead_address(lead, of, language)
        if asked[lead.question] > 1:
            kinds = catalogue()[lead.question].kind_of
            things = (snapshot.get(kinds(each.name) or "", each.value) for each in lead.given)
            title += f" ({', '.join(words(node).say(language) for node in things if node)})"
        yield title, address


def _level(level: RequirementLevel | None, language: Language) -> str:
    return level.words.say(language) if level else say(NO_LEVEL, language)


def _address(snapshot: Snapshot, ref: Ref, of: Of) -> str:
    """The page of a thing that is there."""
    return thing_address(ref, **of) if snapshot.get(*ref) else ""
