"""The ontology is declared once, and a word means one thing: a kind, a relation and a class have each a name."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from graph.ontology.ontology import ONTOLOGY
from tests.rooms.house import HOUSE, ROOMS, files, numbered, place

NAMES = ONTOLOGY.kinds.keys() | ONTOLOGY.relations.keys()
WORDING = {"column", "parameter", "required", "fact", "Words", "N_", "say", "_"}
"""Functions whose arguments are words for people; ``System`` is English there."""
OWN = {
    "Parameters": "what the question or the map can be given",
    "Row": "a row of the question's answer",
    "Found": "what the question finds before it is told",
}
"""Names that each question and each map may give a class of its own; the file says whose it is."""


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


def is_of_a_question_or_a_map(path: Path) -> bool:
    """Whether the file is one question of the catalogue, or one map."""
    return HOUSE / "queries" / "questions" in path.parents or path.parent == HOUSE / "visualisations" / "maps"


def classes(path: Path, text: str) -> Iterator[tuple[str, int]]:
    """Each class that other files can see, and its line; where a name is a file's own, the file says what it means."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            own = node.name in OWN and is_of_a_question_or_a_map(path)
            if not own:
                yield node.name, node.lineno


def shared(texts: Iterable[tuple[Path, str]]) -> dict[str, list[str]]:
    """The names that several classes have, and where these stand."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, text in texts:
        for name, line in classes(path, text):
            found[name].append(place(path, line))
    return {name: places for name, places in found.items() if len(places) > 1}


def test_no_two_classes_share_a_name() -> None:
    found = shared((path, path.read_text(encoding="utf-8")) for path in files(".py"))
    told = "\n".join(f"{name}: {', '.join(places)}" for name, places in found.items())
    assert not found, f"A word means one thing. Name each for what it holds, or use the one for both:\n{told}"


def test_the_law_on_classes_sees_two_of_a_name_and_lets_each_question_have_its_row() -> None:
    one, other = HOUSE / "queries" / "asking" / "one.py", HOUSE / "graph" / "other.py"
    assert shared([(one, "class Step: ..."), (other, "class Step: ...")]) == {
        "Step": ["queries/asking/one.py:1", "graph/other.py:1"]
    }
    assert shared([(one, "class Row: ..."), (other, "class Row: ...")])
    assert not shared([(one, "class _Reader: ..."), (other, "class _Reader: ...")])
    questions = [HOUSE / "queries" / "questions" / "flows" / f"{stem}.py" for stem in ("islands", "facades")]
    assert not shared((path, "class Row: ...") for path in questions)
    assert shared((path, "class Way: ...") for path in questions)


UNNAMED = {"__init__.py", "__main__.py", "conftest.py"}


def test_no_two_files_share_a_name() -> None:
    tree = [path for room in (*ROOMS, "benchmarks", "docs", "tests") for path in (HOUSE / room).rglob("*.py")]
    found: dict[str, list[str]] = defaultdict(list)
    for path in tree:
        if path.name not in UNNAMED and not is_of_a_question_or_a_map(path):
            found[path.name].append(path.relative_to(HOUSE).as_posix())
    twice = [", ".join(sorted(paths)) for paths in found.values() if len(paths) > 1]
    assert not twice, "Say in its name what each is:\n" + "\n".join(twice)
