"""The catalogue: every question is told in both languages, takes what it says, and can be pasted."""

import ast
import re

import pytest

from queries.asking.catalogue import QUESTIONS, catalogue
from queries.asking.question import Question, QuestionParameters
from tests.rooms.house import bare

LONGEST_TEXT = 40
EVERY = pytest.mark.parametrize("question", catalogue().values(), ids=lambda question: question.stem)


def used_by_answer(question: Question) -> set[str]:
    """The parameters that the question's Python reads."""
    tree = ast.parse(next(QUESTIONS.glob(f"*/{question.stem}.py")).read_text(encoding="utf-8"))
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@EVERY
def test_its_first_two_lines_ask_it_in_english_and_in_swedish(question: Question) -> None:
    first, second = question.text.splitlines()[:2]
    assert first == f"// {question.title.en}"
    assert second == f"// {question.title.sv}"
    assert question.title.en.endswith("?")
    assert question.title.sv.endswith("?")
    assert question.title.en != question.title.sv


@EVERY
def test_its_parameters_match_its_text(question: Question) -> None:
    asked = set(re.findall(r"\$(\w+)", bare(question.text)))
    taken = set(question.inputs)
    assert asked <= taken, f"the text uses {asked - taken}, which Parameters lacks"
    unused = taken - used_by_answer(question) - QuestionParameters.model_fields.keys()
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


@EVERY
def test_its_text_shows_things_and_relations_and_is_short_enough_to_paste(question: Question) -> None:
    text = bare(question.text)
    assert not re.search(r"\$(limit|offset|as_of|scenario)\b", text), "what is pasted shows today's facts, all of them"
    assert len(question.text.splitlines()) <= LONGEST_TEXT, "a text of so many lines is no longer a look at the facts"
    returned = re.split(r"\bRETURN\b", text)[-1]
    scalar = re.search(r"\w\.\w|\b(count|size|coalesce|type|labels|properties)\(|[{']", returned)
    assert not scalar, f"RETURN things and relations, not {scalar and scalar.group()}"
