"""The catalogue: every question is told in both languages, takes what it says, and answers in one order."""

import ast
import re

import pytest

from queries.catalogue import HERE, catalogue
from queries.question import Question
from tests.rooms.house import bare

EVERY = pytest.mark.parametrize("question", catalogue().values(), ids=lambda question: question.stem)


def order_keys(text: str) -> list[str]:
    """The keys of the ORDER BY that follows the last RETURN."""
    ordered = re.split(r"\bORDER BY\b", re.split(r"\bRETURN\b", bare(text))[-1])
    if len(ordered) < 2:
        return []
    keys, depth = [""], 0
    for letter in ordered[-1]:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            keys.append("")
        else:
            keys[-1] += letter
    return [re.split(r"\b(SKIP|LIMIT)\b", key)[0].strip() for key in keys]


ONE_ROW = "// One row."


def unique(key: str, text: str) -> bool:
    """Whether no two rows can share the key: an id, or a number that counts the rows."""
    name = re.escape(re.sub(r"\s+(DESC|ASC)$", "", key))
    counted = rf"UNWIND\s+range\((?:[^()]|\([^()]*\))*\)\s+AS\s+{name}\b"
    return bool(re.search(r"(\.id|\bid)\b\)*(\s+(DESC|ASC))?$", key) or re.search(counted, text))


def grouped_by(text: str) -> set[str]:
    """The columns that a row of an aggregating RETURN is unique by; "nothing" where it does not aggregate."""
    returned = re.split(r"\bORDER BY\b", re.split(r"\bRETURN\b", text)[-1])[0]
    columns = [column.strip() for column in re.split(r",(?![^()]*\))", returned)]
    plain = {column for column in columns if not re.match(r"(collect|count|sum|min|max)\(", column)}
    return plain if len(plain) < len(columns) else {"nothing"}


def used_by_answer(question: Question) -> set[str]:
    """The parameters that the question's Python reads."""
    tree = ast.parse((HERE / f"{question.stem}.py").read_text(encoding="utf-8"))
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
    unused = taken - asked - used_by_answer(question) - {"limit", "offset"}
    assert not unused, f"Parameters has {unused}, which nothing uses"


@EVERY
def test_every_column_and_parameter_is_named_in_both_languages(question: Question) -> None:
    for words in (*question.columns.values(), *(each.words for each in question.inputs.values())):
        assert words.en.strip()
        assert words.sv.strip()
    assert question.columns
    assert question.about


@EVERY
def test_its_rows_come_in_one_order(question: Question) -> None:
    if ONE_ROW in question.text:
        return
    keys = order_keys(question.text)
    assert keys, f"the text does not end in ORDER BY; where it returns a single row, say so with {ONE_ROW!r}"
    text = bare(question.text)  # an id is unique in its kind only, so that a kind may follow it
    ordered = any(unique(key, text) for key in keys[-2:]) or grouped_by(text) <= set(keys)
    assert ordered, f"rows that share {keys[-1]} come in any order; end with an id"
