"""The glossary is a law: what stands in backquotes under *Avoid* names nothing in the code and is in no text."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from graph.language.words import catalogue
from graph.ontology.ontology import ONTOLOGY
from tests.rooms.house import HOUSE, files

OF_THE_CODE = "How the program is made"
"""The section whose words are of the code alone."""
STORED = {name for kind in ONTOLOGY.kinds.values() for name in kind.attributes()}
"""Fields of the ontology: a graph that is loaded has them under these names."""


@cache
def avoided(*, in_texts: bool = False) -> dict[str, str]:
    """What stands in backquotes in the last column of the glossary's tables: the word to use, by the word to avoid."""
    found: dict[str, str] = {}
    section = ""
    for line in (HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines():
        section = line.removeprefix("## ") if line.startswith("## ") else section
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4 and not (in_texts and section == OF_THE_CODE):
            found |= dict.fromkeys(re.findall(r"`([^`]+)`", cells[3]), cells[0])
    return found


def words(name: str) -> str:
    """`CamelCase` and `snake_case` as words between spaces."""
    parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_")
    return f" {' '.join(part for part in parts if part)} "


def defined(text: str) -> Iterator[tuple[int, str]]:
    """The names of classes, functions, parameters and fields that a Python text defines, by line."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.lineno, node.target.id


def misnamed(name: str) -> Iterator[str]:
    """What the glossary says against `name`."""
    for word, instead in avoided().items():
        if f" {word.lower()} " in words(name) and name not in STORED:
            yield f"{name}: not {word}, but {instead}"


def test_no_file_and_nothing_in_it_is_named_by_a_word_to_avoid() -> None:
    found = []
    for path in files(".py"):
        here = path.relative_to(HOUSE)
        found += [f"{here}: {wrong}" for part in here.with_suffix("").parts for wrong in misnamed(part)]
        for line, name in defined(path.read_text(encoding="utf-8")):
            found += [f"{here}:{line}: {wrong}" for wrong in misnamed(name)]
    assert not found, "docs/glossary.md has another word:\n" + "\n".join(found)


def test_no_text_that_people_read_has_a_word_to_avoid() -> None:
    texts = [*catalogue("sv"), *(kind.words.en for kind in ONTOLOGY.kinds.values())]
    texts += [each.about.en for each in ONTOLOGY.relations.values()]
    found = [
        f"{text!r}: not {word}, but {instead}"
        for text in texts
        for word, instead in avoided(in_texts=True).items()
        if re.search(rf"\b{re.escape(word)}\b", re.sub(r"\{\w*\}", "", text))
    ]
    assert not found, "docs/glossary.md has another word:\n" + "\n".join(found)


def test_no_word_is_both_to_use_and_to_avoid() -> None:
    used = {word.strip().lower() for instead in avoided().values() for word in instead.split(",")}
    assert len(avoided()) > 100
    assert not used & {word.lower() for word in avoided()}


@pytest.mark.parametrize("name", ["Picture", "read_picture", "asker", "ShelfMark"])
def test_the_law_sees_what_it_forbids(name: str) -> None:
    assert [*misnamed(name)]
    assert not [*misnamed("Snapshot")]
