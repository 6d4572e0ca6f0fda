"""Where rows lead: to questions that are there, and that take what they are given."""

from queries.asking.answer import AnswerRow
from queries.asking.catalogue import catalogue
from queries.asking.validation import must_exist, validated
from tests.bundled import bundled_snapshot

SYSTEM = {"system": "laboratory-system"}


def rows() -> list[AnswerRow]:
    """Every row of every answer to the case."""
    told = []
    for stem, question in catalogue().items():
        needed = {name: SYSTEM[name] for name, each in question.inputs.items() if each.required}
        parameters = validated(question.parameters, stem, needed)
        found = question.find(bundled_snapshot(), parameters)
        told += [question.explain(bundled_snapshot(), each, parameters) for each in found]
    return told


def test_each_row_leads_to_questions_that_take_what_they_are_given() -> None:
    leads = {(lead.question, lead.given) for row in rows() for lead in row.leads}
    assert {question for question, _ in leads} >= {"interoperability_verdicts", "divestment_blockers"}
    for stem, given in leads:
        question, values = catalogue()[stem], {each.name: each.value for each in given}
        several = {name: [value] for name, value in values.items() if question.inputs[name].many}
        parameters = validated(question.parameters, stem, values | several)
        kinds = [(name, question.kind_of(name), value) for name, value in values.items()]
        must_exist(bundled_snapshot(), [(name, kind, value) for name, kind, value in kinds if kind])
        question.find(bundled_snapshot(), parameters)
