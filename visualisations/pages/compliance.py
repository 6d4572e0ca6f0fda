"""The page of compliance: a form to choose from, and a matrix of requirements and offers whose cells open."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.facts import Ref
from graph.ontology import ONTOLOGY, Requirement, System
from graph.picture import Picture
from graph.vocabulary import RequirementLevel
from graph.words import Language, say
from queries.compliance.comparison import Comparison
from queries.compliance.from_picture import requirement_sets, words
from queries.compliance.judgement import Judgement, Place, Status
from visualisations.compliance_sheets import NO_LEVEL, compliance_xlsx
from visualisations.pages.addresses import thing_address

SIGNS = {
    Status.MET: "✓", Status.PARTLY: "◐", Status.NOT_MET: "✗", Status.NOT_DECLARED: "?", Status.CONTRADICTED: "≠",
}  # fmt: skip
"""Told apart in black and white too."""
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SYSTEM = System.__name__


@dataclass(frozen=True)
class Option:
    """One requirement set to choose."""

    id: str
    name: str


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
    places: tuple[Place, ...]
    illustrative: bool


@dataclass(frozen=True)
class RowView:
    """One requirement."""

    id: str
    name: str
    level: str
    rationale: str
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
    """By level: sign, words and count of each status that there is."""


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


@dataclass(frozen=True)
class CompliancePage:
    """What the page shows."""

    sets: tuple[Option, ...]
    revision: int
    chosen: str = ""
    systems: tuple[str, ...] = ()
    problem: str = ""
    """What is wrong with what was given; empty where nothing is."""
    matrix: Matrix | None = None
    illustrative: bool = False
    signs: Mapping[str, str] = field(default_factory=dict)


def compliance_page(
    picture: Picture,
    language: Language,
    chosen: str = "",
    systems: Sequence[str] = (),
    comparison: Comparison | None = None,
    problem: str = "",
) -> CompliancePage:
    """The form as it was filled in, and the comparison or what stood in its way."""
    return CompliancePage(
        sets=tuple(Option(node.id, words(node).say(language)) for node in requirement_sets(picture)),
        revision=comparison.revision if comparison else picture.revision,
        chosen=chosen,
        systems=tuple(systems),
        problem=problem,
        matrix=_matrix(comparison, picture, language) if comparison else None,
        illustrative=comparison is not None and comparison.illustrative,
        signs={status.words.say(language): sign for status, sign in SIGNS.items()},
    )


def _matrix(comparison: Comparison, picture: Picture, language: Language) -> Matrix:
    data = base64.b64encode(compliance_xlsx(comparison, language)).decode()
    return Matrix(
        title=comparison.requirements.name.say(language),
        about=comparison.requirements.about or "",
        offers=tuple(_offer(comparison, place, language) for place in range(len(comparison.offers))),
        rows=tuple(
            RowView(
                id=row.requirement.id,
                name=row.requirement.name.say(language),
                level=_level(row.requirement.level, language),
                rationale=row.requirement.rationale or "",
                origins=tuple(
                    (each.say(language), _address(picture, each.kind, each.id)) for each in row.requirement.origins
                ),
                address=_address(picture, Requirement.__name__, row.requirement.id),
                illustrative=row.requirement.illustrative,
                cells=tuple(_cell(each, language) for each in row.judgements),
            )
            for row in comparison.rows
        ),
        file=f"data:{SHEET};base64,{data}",
        file_name=f"samband-compliance-r{comparison.revision}.xlsx",
    )


def _offer(comparison: Comparison, place: int, language: Language) -> OfferView:
    offer = comparison.offers[place]
    sums = tuple(
        (
            _level(tally.level, language),
            tuple((SIGNS[each], each.words.say(language), count) for each, count in tally.counts.items() if count),
        )
        for tally in comparison.tallies(place)
    )
    return OfferView(
        name=offer.say(language),
        address=thing_address(Ref(SYSTEM, offer.system)) if offer.system else "",
        files=offer.files,
        formats=tuple(each.words.say(language) for each in offer.formats),
        sums=sums,
    )


def _cell(judgement: Judgement, language: Language) -> CellView:
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
        places=judgement.places,
        illustrative=judgement.illustrative,
    )


def _level(level: RequirementLevel | None, language: Language) -> str:
    return level.words.say(language) if level else say(NO_LEVEL, language)


def _address(picture: Picture, kind: str, id: str) -> str:
    """The page of a thing, where the graph has it."""
    return thing_address(Ref(kind, id)) if kind in ONTOLOGY.kinds and picture.get(kind, id) else ""
