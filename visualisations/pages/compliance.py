"""The page of compliance: a form to choose from, and a matrix of requirements and offers whose cells open."""

import base64
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from graph.facts import Ref
from graph.ontology import ONTOLOGY, Requirement, System
from graph.picture import Picture
from graph.scenario_shelf import Kept
from graph.vocabulary import RequirementLevel
from graph.words import Language, say
from queries.answer import Lead
from queries.catalogue import catalogue
from queries.compliance.comparison import Comparison
from queries.compliance.from_picture import requirement_sets, words
from queries.compliance.judgement import Judgement, Place, Status
from visualisations.canvas import fragment
from visualisations.compliance_sheets import NO_LEVEL, compliance_xlsx
from visualisations.drawing import MapDrawing
from visualisations.pages.addresses import compliance_address, surroundings_address, thing_address
from visualisations.pages.answer import lead_address
from visualisations.pages.asked_of import DAY, AskedOf, shelf_mark
from visualisations.pages.fitting import Of
from visualisations.wording import ISO_DAY

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
    places: tuple[tuple[Place, str], ...]
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
class Filled:
    """What the form was filled in with, beside files."""

    wanted: str
    """Id of the requirement set."""
    systems: tuple[str, ...]
    of: Mapping[str, str]
    """The day and the scenario that were chosen."""
    asked_of: AskedOf | None
    """What is judged where that is not the facts of today."""
    scenarios: tuple[Kept, ...]
    """Those to choose from."""
    again: bool
    """Whether the address says all of it: nothing was handed in."""

    @property
    def day(self) -> str:
        """The day that was chosen, whole; empty where it is none."""
        whole = f"{self.of[DAY]}-01-01"[:10] if self.of.get(DAY) else ""
        return whole if ISO_DAY.fullmatch(whole) else ""


@dataclass(frozen=True)
class CompliancePage:
    """What the page shows."""

    filled: Filled
    sets: tuple[Option, ...]
    revision: int
    problem: str
    """What is wrong with what was given; empty where nothing is."""
    matrix: Matrix | None
    map: Markup | None
    """The matrix as a map."""
    illustrative: bool
    assumed: bool
    signs: Mapping[str, str]
    shelf: str
    """Changes when a scenario that may be chosen does."""

    @property
    def of(self) -> Mapping[str, str]:
        """The parameters of the day and the scenario, to be carried on to where the page leads."""
        return self.filled.of if self.filled.asked_of else {}

    @property
    def address_of_facts(self) -> str:
        """The same, of the facts of today; empty where files were handed in, which are kept nowhere."""
        filled = self.filled
        return compliance_address(set=filled.wanted, system=filled.systems) if filled.again else ""


class Graphs(NamedTuple):
    """What things are looked up in."""

    picture: Picture
    """What is judged: today's, another day's, or a scenario's."""
    facts: Picture
    """Today's facts: what they hold has a page."""


def compliance_page(
    graphs: Graphs,
    language: Language,
    filled: Filled,
    comparison: Comparison | None = None,
    drawing: MapDrawing | None = None,
    problem: str = "",
) -> CompliancePage:
    """The form as it was filled in, and the comparison with its map, or what stood in its way."""
    return CompliancePage(
        filled=filled,
        sets=tuple(Option(node.id, words(node).say(language)) for node in requirement_sets(graphs.picture)),
        revision=comparison.revision if comparison else graphs.picture.revision,
        problem=problem,
        matrix=_matrix(comparison, graphs, filled.of, language) if comparison else None,
        map=fragment(drawing, within=True) if drawing and drawing.strokes else None,
        illustrative=comparison is not None and comparison.illustrative,
        assumed=comparison is not None and comparison.assumed,
        signs={status.words.say(language): sign for status, sign in SIGNS.items()},
        shelf=shelf_mark(filled.scenarios),
    )


def _matrix(comparison: Comparison, graphs: Graphs, of: Of, language: Language) -> Matrix:
    data = base64.b64encode(compliance_xlsx(comparison, language)).decode()
    return Matrix(
        title=comparison.requirements.name.say(language),
        about=comparison.requirements.about or "",
        offers=tuple(_offer(comparison, place, graphs, of, language) for place in range(len(comparison.offers))),
        rows=tuple(
            RowView(
                id=row.requirement.id,
                name=row.requirement.name.say(language),
                level=_level(row.requirement.level, language),
                rationale=row.requirement.rationale or "",
                origins=tuple(
                    (each.say(language), _address(graphs, Ref(each.kind, each.id), of))
                    for each in row.requirement.origins
                ),
                address=_address(graphs, Ref(Requirement.__name__, row.requirement.id), of),
                illustrative=row.requirement.illustrative,
                cells=tuple(_cell(each, graphs, of, language) for each in row.judgements),
            )
            for row in comparison.rows
        ),
        file=f"data:{SHEET};base64,{data}",
        file_name=f"samband-compliance-r{comparison.revision}.xlsx",
    )


def _offer(comparison: Comparison, place: int, graphs: Graphs, of: Of, language: Language) -> OfferView:
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
        address=_address(graphs, Ref(SYSTEM, offer.system), of) if offer.system else "",
        files=offer.files,
        formats=tuple(each.words.say(language) for each in offer.formats),
        sums=sums,
    )


def _cell(judgement: Judgement, graphs: Graphs, of: Of, language: Language) -> CellView:
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
        places=tuple((each, _address(graphs, each.about, of) if each.about else "") for each in judgement.places),
        leads=tuple(_leads(judgement.leads, graphs, of, language)),
        illustrative=judgement.illustrative,
        assumed=judgement.assumed,
    )


def _leads(leads: Sequence[Lead], graphs: Graphs, of: Of, language: Language) -> Iterator[tuple[str, str]]:
    """What to ask next; what it is asked of is named where the same question is asked of several things."""
    asked = Counter(lead.question for lead in leads)
    for lead in leads:
        title, address = lead_address(lead, of, language)
        if asked[lead.question] > 1:
            kinds = catalogue()[lead.question].kind_of
            things = (graphs.picture.get(kinds(each.name) or "", each.value) for each in lead.given)
            title += f" ({', '.join(words(node).say(language) for node in things if node)})"
        yield title, address


def _level(level: RequirementLevel | None, language: Language) -> str:
    return level.words.say(language) if level else say(NO_LEVEL, language)


def _address(graphs: Graphs, ref: Ref, of: Of) -> str:
    """The page of a thing where the facts have it; the map around one that only the scenario has."""
    if ref.kind not in ONTOLOGY.kinds:
        return ""
    if graphs.facts.get(*ref):
        return thing_address(ref, **of)
    return surroundings_address(ref, **of) if graphs.picture.get(*ref) else ""
