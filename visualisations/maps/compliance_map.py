"""The map of a comparison: what is judged, the requirements that it does not meet, and what these demand."""

from collections.abc import Iterator
from typing import Final

from graph.database.one_revision import still_changing
from graph.database.store import Store
from graph.facts.facts import Evidence, LinkKey, Ref
from graph.language.words import LANGUAGES, N_, Language, Words, say
from graph.ontology.kinds import Requirement, StandardVersion, System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import new_node
from graph.tender.offer import Offer
from queries.asking.snapshots import Snapshots
from queries.compliance.comparison import ComplianceMatrix, ComplianceRow
from queries.compliance.comply import looked_at
from queries.compliance.judgement import CitedClaim, Judgement, Status
from visualisations.drawing.finishing import Heading
from visualisations.drawing.link_lines import link_line
from visualisations.drawing.map_drawing import FactDetails, MapDrawing, SourceWords
from visualisations.drawing.sketch import Line, Sketch, Sort
from visualisations.maps.draw import traced
from visualisations.wording.wording import place_wording, wording

MOST_THINGS = 60
FEW_LINES = 20
TALLEST = 12
ROOM_FOR_WORDS = 170
SUBJECTS, REQUIREMENTS, DEMANDED, VERSIONS = range(4)
COLUMNS = {
    SUBJECTS: N_("What is judged"),
    REQUIREMENTS: N_("Requirements that are not met"),
    DEMANDED: N_("What they demand"),
    VERSIONS: N_("Versions demanded"),
}
SORTS = {
    Status.CONTRADICTED: Sort("contradicted", Status.CONTRADICTED.words, "#5b2a86"),
    Status.NOT_MET: Sort("not-met", Status.NOT_MET.words, "#a4161a"),
    Status.PARTLY: Sort("partly", Status.PARTLY.words, "#b7791f"),
    Status.NOT_DECLARED: Sort("not-declared", Status.NOT_DECLARED.words, "#5f6b78"),
}
"""The statuses that are drawn, what weighs most first."""
DEMANDS: Final = ("demands", "concerns")
VERSION = StandardVersion.__name__
ABOUT = N_(
    "From left to right: what is judged, the requirements that it does not meet, and what these demand. "
    "What is met is left out. A line from left says how the requirement stands; choose it to see why, and where."
)
NOT_HELD = N_("Not judged")
TITLE = N_("{name}: what is not met")
OFFER = Words("Offer", "Anbud")


async def draw_compliance(
    store: Store, snapshots: Snapshots, comparison: ComplianceMatrix, language: Language, most: int = MOST_THINGS
) -> MapDrawing:
    """The map of the comparison, of at most so many things.

    Raises:
        ChangingError: a run has written since the comparison was made.
    """
    view = await snapshots.view(looked_at({"as_of": comparison.as_of, "scenario": comparison.scenario}))
    if view.snapshot.revision == comparison.revision:
        sketch = sketched(comparison, view.snapshot, language, most)
        drawing = await traced(store, _heading(comparison), sketch, view, language)
        if drawing is not None:
            return drawing
    raise still_changing()


def _heading(comparison: ComplianceMatrix) -> Heading:
    name = comparison.requirements.name
    titles = (say(TITLE, language, name=name) for language in LANGUAGES)
    return Heading("compliance", Words(*titles), Words(*(say(ABOUT, language) for language in LANGUAGES)))


def sketched(comparison: ComplianceMatrix, snapshot: Snapshot, language: Language, most: int) -> Sketch:
    """Subjects, the requirements that one of them does not meet, and what those demand; the weightiest first."""
    board = _Board(comparison, snapshot, language)
    drawn = Sketch(total=len(board.columns), gap=ROOM_FOR_WORDS, tallest=TALLEST)
    drawn.columns = {column: say(text, language) for column, text in COLUMNS.items()}
    for ref in list(board.columns)[:most]:
        drawn.put((0, board.columns[ref]), board.nodes[ref])
    drawn.own, drawn.notes, drawn.lines = board.own, board.notes, board.lines
    drawn.emphasised = set(board.subjects)
    drawn.words_on_lines = len(drawn.strokes()) <= FEW_LINES
    return drawn


class _Board:
    """What stands in which column, what it tells, and the lines between."""

    def __init__(self, comparison: ComplianceMatrix, snapshot: Snapshot, language: Language) -> None:
        self._comparison, self._snapshot, self._language = comparison, snapshot, language
        self.nodes: dict[Ref, Node] = {}
        self.columns: dict[Ref, int] = {}
        self.own: dict[Ref, FactDetails] = {}
        self.notes: dict[Ref, str] = {}
        self.lines: list[Line] = []
        self._links: dict[LinkKey, None] = {}
        self.subjects = [self._subject(offer, place) for place, offer in enumerate(comparison.offers)]
        for row in sorted(filter(_unmet, comparison.rows), key=_weight):
            self._add_row(row)
        weights = [sort.name for sort in SORTS.values()]
        self.lines.sort(key=lambda line: weights.index(line.relation))
        self.lines += map(link_line, self._links)

    def _put(self, node: Node, column: int) -> Ref:
        self.nodes.setdefault(node.ref, node)
        self.columns.setdefault(node.ref, column)
        return node.ref

    def _subject(self, offer: Offer, place: int) -> Ref:
        """A system of the graph as it is; an offer as a card of its own."""
        if offer.system and (node := self._snapshot.get(System, offer.system)):
            return self._put(node, SUBJECTS)
        id = f"offer {place + 1}"
        while self._snapshot.get(System, id):
            id += "′"
        fields = {"name": offer.name, "name_sv": offer.name_sv}
        ref = self._put(new_node(System.__name__, id, "", fields), SUBJECTS)
        formats = ", ".join(each.words.say(self._language) for each in offer.formats)
        source = SourceWords(", ".join(offer.files), None, None, formats, False, "", "", ())
        self.own[ref] = FactDetails(
            offer.say(self._language), OFFER.say(self._language), None, False, (), (source,) if offer.files else ()
        )
        return ref

    def _add_row(self, row: ComplianceRow) -> None:
        requirement = self._requirement(row)
        if row.requirement.level:
            self.notes[requirement] = row.requirement.level.words.say(self._language)
        for subject, judgement in zip(self.subjects, row.judgements, strict=True):
            if sort := SORTS.get(judgement.status):
                told = (self._details(row, judgement),)
                self.lines.append(Line(subject, requirement, sort.name, sort=sort, details=told))
        for node in self._demanded(row):
            self._put(node, VERSIONS if node.kind == VERSION else DEMANDED)
            self._links |= dict.fromkeys(node.links("version_of"))
        if requirement not in self.own:
            self._links |= dict.fromkeys(self.nodes[requirement].links(*DEMANDS))

    def _requirement(self, row: ComplianceRow) -> Ref:
        """A requirement of the graph as it is; one that a file states as a card of its own."""
        requirement = row.requirement
        if requirement.grounds and (node := self._snapshot.get(Requirement, requirement.id)):
            return self._put(node, REQUIREMENTS)
        fields = {"name": requirement.name.en, "name_sv": requirement.name.sv}
        ref = self._put(new_node(Requirement.__name__, requirement.id, "", fields), REQUIREMENTS)
        name, sort = requirement.name.say(self._language), Requirement.words.say(self._language)
        self.own[ref] = FactDetails(name, sort, None, requirement.illustrative, (), ())
        return ref

    def _demanded(self, row: ComplianceRow) -> Iterator[Node]:
        for demand in row.requirement.demands:
            yield from filter(None, (self._snapshot.get(*ref) for ref in demand.refs))

    def _details(self, row: ComplianceRow, judgement: Judgement) -> FactDetails:
        """Why the requirement stands so, and every place that it rests on."""
        language = self._language
        facts = [(say(N_("Why"), language), judgement.summary.say(language))]
        facts += [(each.demand.say(language), each.why.say(language)) for each in judgement.findings]
        if row.requirement.unjudged:
            facts.append((say(NOT_HELD, language), "; ".join(row.requirement.unjudged)))
        if judgement.evidence:
            facts.append((say(N_("Evidence level"), language), judgement.evidence.words.say(language)))
        facts.append((say(N_("Rules"), language), ", ".join(judgement.rules)))
        records = tuple(self._record(place) for place in judgement.places)
        name = row.requirement.name.say(language)
        return FactDetails(
            name,
            Requirement.words.say(language),
            None,
            judgement.illustrative,
            tuple(facts),
            records,
            judgement.assumed,
        )

    def _record(self, place: CitedClaim) -> SourceWords:
        told = f"{place.claim}: {place.says.words.say(self._language)}"
        if place.note:
            told += f" – {place.note}"
        level = Evidence.ASSUMED.words if place.assumed else place.evidence.words if place.evidence else None
        evidence, where = wording(level, self._language), place_wording(place, self._language)
        return SourceWords(place.file, None, told, evidence, place.illustrative, "", where, ())


def _unmet(row: ComplianceRow) -> bool:
    return any(each.status in SORTS for each in row.judgements)


def _weight(row: ComplianceRow) -> int:
    """What is contradicted before what is not met, and so on; within each as the set has it."""
    return min(list(SORTS).index(each.status) for each in row.judgements if each.status in SORTS)
