"""The catalogue: every question is told in both languages, and takes what it says."""

import ast

import pytest

from queries.asking.catalogue import QUESTIONS, catalogue
from queries.asking.question import Question, QuestionParameters

EVERY = pytest.mark.parametrize("question", catalogue().values(), ids=lambda question: question.stem)


def used_by_answer(question: Question) -> set[str]:
    """The parameters that the question's Python reads."""
    tree = ast.parse(next(QUESTIONS.glob(f"*/{question.stem}.py")).read_text(encoding="utf-8"))
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@EVERY
def test_its_title_asks_it_in_english_and_in_swedish(question: Question) -> None:
    assert question.title.en.endswith("?")
    assert question.title.sv.endswith("?")
    assert question.title.en != question.title.sv


@EVERY
def test_its_parameters_are_used(question: Question) -> None:
    unused = question.inputs.keys() - used_by_answer(question) - QuestionParameters.model_fields.keys()
    assert not unused, f"Parameters has {unused}, which nothing uses"


@EVERY
def test_every_column_and_parameter_is_named_in_both_languages(question: Question) -> None:
    for words in (*question.columns.values(), *(each.words for each in question.inputs.values())):
        assert words.en.strip()
        assert words.sv.strip()
    assert question.columns


@EVERY
def test_what_its_answer_takes_as_true_is_said_in_both_languages(question: Question) -> None:
    assert question.about.en.endswith(".")
    assert question.about.sv.endswith(".")
    assert question.about.en != question.about.sv
