"""Where rows lead: to questions that are there, and that take what they are given."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.worlds import PlantedWorld
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow, Lead
from queries.asking.catalogue import catalogue
from queries.asking.validation import must_exist, validated
from tests.bundled import bundled_snapshot
from tests.planted_snapshots import loaded

SYSTEM = {"system": "laboratory-system"}


def rows(stem: str, snapshot: Snapshot) -> list[AnswerRow]:
    """Every row of the answer; what must be given is the laboratory system, or the first thing of its kind."""
    question, needed = catalogue()[stem], {}
    for name, each in question.inputs.items():
        if each.required:
            kind = ONTOLOGY.kinds[question.kind_of(name) or ""]
            needed[name] = SYSTEM[name] if snapshot.get(kind, SYSTEM[name]) else snapshot.all(kind)[0].id
    parameters = validated(question.parameters, stem, needed)
    return [question.explain(snapshot, each, parameters) for each in question.find(snapshot, parameters)]


def answers(world: Path) -> Iterator[tuple[str, Snapshot, list[AnswerRow]]]:
    """Each question with its rows: of the case, or else of a planted world."""
    PlantedWorld(20).write(world)
    planted = loaded(world)
    for stem in catalogue():
        snapshot = bundled_snapshot() if rows(stem, bundled_snapshot()) else planted
        yield stem, snapshot, rows(stem, snapshot)


def follow(lead: Lead, snapshot: Snapshot) -> None:
    """Ask what a row leads to."""
    question, values = catalogue()[lead.question], {each.name: each.value for each in lead.given}
    several = {name: [value] for name, value in values.items() if question.inputs[name].many}
    parameters = validated(question.parameters, lead.question, values | several)
    kinds = [(name, question.kind_of(name), value) for name, value in values.items()]
    must_exist(snapshot, [(name, kind, value) for name, kind, value in kinds if kind])
    question.find(snapshot, parameters)


def test_each_row_leads_to_questions_that_take_what_they_are_given(tmp_path: Path) -> None:
    led_to = set()
    for stem, snapshot, told in answers(tmp_path):
        assert told, f"{stem} has a row neither in the case nor in a planted world: nobody follows where it leads"
        leads = {(lead.question, lead.given): lead for row in told for lead in row.leads}
        for lead in leads.values():
            follow(lead, snapshot)
        led_to |= {question for question, _ in leads}
    assert led_to >= {"interoperability_verdicts", "divestment_blockers"}
