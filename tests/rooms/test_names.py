"""The ontology is declared once: nobody else spells the name of a kind or of a relation."""

import ast
import re
from collections.abc import Iterator

import pytest

from graph.ontology.ontology import ONTOLOGY
from tests.rooms.house import HOUSE, files, numbered, place

NAMES = ONTOLOGY.kinds.keys() | ONTOLOGY.relations.keys()
WORDING = {"column", "parameter", "required", "fact", "Words", "N_", "say", "_"}
"""Functions whose arguments are words for people; ``System`` is English there."""


def for_people(tree: ast.AST) -> set[ast.AST]:
    """The literals of `tree` that people read: docstrings, arguments of wording functions, labels of choices."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            found.add(node.value)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in WORDING:
            found |= set(node.args)
        elif isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "Choice" for base in node.bases):
            for each in node.body:
                if isinstance(each, ast.Assign) and isinstance(each.value, ast.Tuple):
                    found |= set(each.value.elts[1:])
    return found


def spelled(text: str) -> Iterator[tuple[int, str]]:
    """Literals of a Python text that are a kind's or a relation's name, or Cypher that holds one, by line."""
    tree = ast.parse(text)
    exempt = for_people(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in exempt:
            labels = re.findall(r"[(\[]\w*:(\w+)", node.value)
            if node.value in NAMES or NAMES.intersection(labels):
                yield node.lineno, node.value[:80]


def test_no_python_file_but_the_ontology_spells_a_kind_or_a_relation() -> None:
    found = [
        f"{place(path, line)}: {literal!r}"
        for path in files(".py")
        if path.parent != HOUSE / "graph" / "ontology"
        for line, literal in spelled(path.read_text(encoding="utf-8"))
    ]
    assert not found, "Take the name from the declaration (System.__name__, relation.name):\n" + "\n".join(found)


def test_no_template_script_or_style_spells_a_kind_or_a_relation() -> None:
    found = []
    for path in files(".html", ".jinja", ".js", ".css", ".svg"):
        for number, line in numbered(path):
            told = re.sub(r"\b_\(\s*(['\"]).*?\1", "", line)
            found += [
                f"{place(path, number)}: {literal!r}"
                for _, literal in re.findall(r"(['\"`])(.*?)\1", told)
                if literal in NAMES
            ]
    assert not found, "Hand the name to the template from the declaration:\n" + "\n".join(found)


@pytest.mark.parametrize("name", ["System", "OWNED_BY"])
def test_the_law_sees_what_it_forbids_and_lets_words_for_people_be(name: str) -> None:
    assert [*spelled(f"kind = {name!r}")] == [(1, name)]
    assert [*spelled(f"text = 'MATCH (n:{name}) RETURN n'")]
    assert not [*spelled(f"title = N_({name!r})")]
