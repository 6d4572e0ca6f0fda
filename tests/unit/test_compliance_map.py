"""A comparison: where its cells lead, what a scenario makes of it, and its map."""

from collections.abc import Sequence

from graph.facts.facts import Ref
from graph.ontology.kinds import Standard, StandardVersion, System
from graph.scenarios.steps import Addition, Scenario, applied
from graph.snapshot.snapshot import Snapshot
from graph.tender.offer import Aspect, Claim, Format, Offer
from graph.tender.requirement_set import StatedRequirementSet
from queries.asking.catalogue import catalogue
from queries.asking.snapshots import View
from queries.asking.validation import must_exist, validated
from queries.compliance.comparison import ComplianceMatrix, compared
from queries.compliance.compliance_leads import with_leads
from queries.compliance.from_snapshot import requirement_set
from queries.compliance.judgement import Status
from queries.compliance.systems import offer_of_system
from tests.bundled import bundled_snapshot
from visualisations.drawing.fetching import behind
from visualisations.drawing.finishing import finished
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.drawing.sketch import Sketch
from visualisations.maps.compliance_map import sketched

SET, LABORATORY = "regional-annex", "laboratory-system"
HOSTILE = "</script><img src=x onerror=alert(1)>"
OLD = Offer(
    name=HOSTILE,
    files=("a.json",),
    formats=(Format.CAPABILITIES,),
    claims=(
        Claim(aspect=Aspect.STANDARD, name="HL7 FHIR", version="3.0.2", file="a.json", place="/fhirVersion"),
        Claim(aspect=Aspect.REQUIREMENT, name="speaks-fhir", file="a.json", place="B4"),
    ),
)


def judged(
    snapshot: Snapshot, offers: Sequence[Offer] = (), wanted: StatedRequirementSet | None = None
) -> ComplianceMatrix:
    subjects = [offer_of_system(snapshot, LABORATORY), *offers]
    return with_leads(snapshot, compared(wanted or requirement_set(snapshot, SET), subjects, 1))


def drawn(comparison: ComplianceMatrix, sketch: Sketch, snapshot: Snapshot) -> MapDrawing:
    view = View(snapshot, "", None)
    heading = catalogue()["islands"]
    return finished(_Heading(heading.stem), sketch, behind(sketch, {}, view), view, "en")


class _Heading:
    def __init__(self, stem: str) -> None:
        self.stem, self.title, self.about = stem, catalogue()[stem].title, catalogue()[stem].title


def test_cells_that_are_not_met_lead_to_questions_that_take_what_they_are_given() -> None:
    comparison = judged(bundled_snapshot(), [OLD])
    leads = {(row.requirement.id, lead) for row in comparison.rows for each in row.judgements for lead in each.leads}
    assert {lead.question for _, lead in leads} == {
        "superseded_versions", "interoperability_verdicts", "need_standards"
    }  # fmt: skip
    for _, lead in leads:
        question = catalogue()[lead.question]
        parameters = validated(question.parameters, lead.question, {each.name: each.value for each in lead.given})
        must_exist(bundled_snapshot(), parameters.refers_to())
        assert question.find(bundled_snapshot(), parameters)
    met = [each for row in comparison.rows for each in row.judgements if each.status is Status.MET]
    assert met
    assert not [lead for each in met for lead in each.leads]


def test_a_requirement_of_a_file_leads_nowhere_in_the_graph() -> None:
    snapshot = bundled_snapshot()
    graph = requirement_set(snapshot, SET)
    bare = [each.model_copy(update={"grounds": (), "demands": ()}) for each in graph.requirements]
    comparison = judged(snapshot, [OLD], graph.model_copy(update={"requirements": tuple(bare)}))
    assert not [lead for row in comparison.rows for each in row.judgements for lead in each.leads]
    sketch = sketched(comparison, snapshot, "en", 60)
    assert {ref.id for ref in sketch.own} >= {"speaks-fhir", "offer 2"}
    assert not [line for line in sketch.strokes() if not line.sort]


def test_the_map_has_subjects_what_they_do_not_meet_and_what_that_demands() -> None:
    comparison = judged(bundled_snapshot(), [OLD])
    sketch = sketched(comparison, bundled_snapshot(), "sv", 60)
    columns = {ref: column for (_, column), held in sketch.cells.items() for ref in (node.ref for node in held)}
    unmet = {
        row.requirement.id for row in comparison.rows if any(each.status is not Status.MET for each in row.judgements)
    }
    assert {ref.id for ref, column in columns.items() if column == 1} == unmet
    assert [column for ref, column in columns.items() if ref in sketch.emphasised] == [0, 0]
    assert columns[Ref(Standard.__name__, "hl7-fhir")] == 2
    assert columns[Ref(StandardVersion.__name__, "hl7-fhir-r4")] == 3
    assert (sketch.total, len(sketch.things())) == (len(columns), len(columns))
    contradicted = [line for line in sketch.strokes() if line.relation == "contradicted"]
    assert [(line.source.id, line.target.id) for line in contradicted] == [("offer 2", "speaks-fhir")]
    assert {record.place for record in contradicted[0].details[0].records} == {"/fhirVersion", "B4"}
    assert next(line.sort.name for line in sketch.lines if line.sort) == "contradicted"


def test_a_cut_map_keeps_the_weightiest_and_says_n_of_m() -> None:
    comparison = judged(bundled_snapshot(), [OLD])
    sketch = sketched(comparison, bundled_snapshot(), "en", 3)
    shown = drawn(comparison, sketch, bundled_snapshot())
    assert [card.ref.id for card in shown.cards] == [LABORATORY, "offer 2", "speaks-fhir"]
    assert shown.cut
    assert shown.extent == f"3 of {sketch.total} shown"
    offer = shown.cards[1]
    assert (offer.label, offer.details.ref, offer.details.records[0].source) == (HOSTILE, None, "a.json")
    assert [entry.label for entry in shown.legend if entry.shape == "line"] == ["Contradicted"]


def test_an_offer_is_not_taken_for_a_system_of_the_same_id() -> None:
    snapshot = bundled_snapshot()
    taken = snapshot.changed(things=[snapshot.all(System)[0].__class__(System.__name__, "offer 2", "", {"name": "X"})])
    sketch = sketched(judged(taken, [OLD]), taken, "en", 60)
    assert [ref.id for ref in sketch.own if ref.kind == System.__name__] == ["offer 2′"]


def test_a_scenario_can_make_a_system_meet_what_it_did_not() -> None:
    snapshot = bundled_snapshot()
    plan = Scenario(
        id="plan", name="Plan",
        steps=(Addition(do="add-exchange", id="images", provider=LABORATORY, consumers=("new-laboratory-system",),
                        conforms_to=("dicom-current",)),),
    )  # fmt: skip

    def status(of: Snapshot) -> Status:
        row = next(row for row in judged(of).rows if row.requirement.id == "dicom-for-images")
        return row.judgements[0].status

    assert (status(snapshot), status(applied(snapshot, plan))) == (Status.NOT_DECLARED, Status.MET)
