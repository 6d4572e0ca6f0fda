"""What CONTRIBUTING.md promises: a field is one line, a question is two files, and everything else follows."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rooms.house import HOUSE, ROOMS

FIELD = '    hosting: Text | None = fact("Hosting", "Drift")\n'
CYPHER = """// Which systems say where they run?
// Vilka system har uppgiven drift?
MATCH (system:System)
WHERE system.hosting IS NOT NULL
RETURN system, system.hosting AS hosting
ORDER BY system.sort_key, system.id
"""
PYTHON = '''"""Systems whose hosting is stated; where it is not, nothing is said."""

from queries.question import AnswerRow, ThingRef, column


class Row(AnswerRow):
    """One system and where it runs."""

    system: ThingRef = column("System", "System")
    hosting: str = column("Hosting", "Drift")
'''
LOOK = """
from graph.ontology import ONTOLOGY, System
from queries.catalogue import catalogue
from api.graphql.schema import exported
from loaders.register.json_schema import json_schema
assert System.attributes()["hosting"].words.sv == "Drift"
assert catalogue()["hosted"].columns["hosting"].sv == "Drift"
assert "hosting" in exported() and "hosted" in exported()
assert "hosting" in str(json_schema())
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The house in a place where it can be changed."""
    for each in (*ROOMS, "tests", "docs"):
        shutil.copytree(HOUSE / each, tmp_path / each, ignore=shutil.ignore_patterns("__pycache__"))
    for each in ("pyproject.toml", "README.md"):
        shutil.copy(HOUSE / each, tmp_path / each)
    return tmp_path


def done(copy: Path, *arguments: str) -> None:
    command = [sys.executable, *arguments]
    run = subprocess.run(command, cwd=copy, env={"PYTHONPATH": str(copy)}, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_field_is_one_line_and_a_question_is_two_files(copy: Path) -> None:
    ontology = copy / "graph" / "ontology.py"
    text = ontology.read_text(encoding="utf-8")
    before = "    category: Text | None = fact("
    assert before in text
    ontology.write_text(text.replace(before, FIELD + before, 1), encoding="utf-8")
    (copy / "queries" / "hosted.cypher").write_text(CYPHER, encoding="utf-8")
    (copy / "queries" / "hosted.py").write_text(PYTHON, encoding="utf-8")
    done(copy, "-m", "docs.build")
    done(copy, "-c", LOOK)
    laws = ["tests/rooms/test_cypher.py", "tests/rooms/test_questions.py", "tests/rooms/test_docs.py"]
    done(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "hosted or reference_is or readme_has", *laws)
