"""What CONTRIBUTING.md promises: a field is one line, a question is two files, a kind, a source and a map likewise."""

import os
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
RETURN system
"""
PYTHON = '''"""Systems whose hosting is stated; where it is not, nothing is said."""

from graph.ontology.kinds import System
from graph.snapshot.snapshot import Snapshot
from queries.asking.grounds import grounds
from queries.asking.answer import (AnswerRow, ThingRef)
from queries.asking.question import (QuestionParameters, column)


class Row(AnswerRow):
    """One system and where it runs."""

    system: ThingRef = column("System", "System")
    hosting: str = column("Hosting", "Drift")


def find(snapshot: Snapshot, parameters: QuestionParameters) -> list[Row]:
    """Each system that says it."""
    return [
        Row(system=ThingRef.of(each), hosting=each.hosting, grounds=grounds(each))
        for each in snapshot.all(System)
        if each.hosting
    ]
'''
LOOK = """
from graph.ontology.kinds import System
from queries.asking.catalogue import catalogue
from api.graphql.graphql_schema import exported
from loaders.sources.register.json_schema import json_schema
assert System.attributes()["hosting"].words.sv == "Drift"
assert catalogue()["hosted"].columns["hosting"].sv == "Drift"
assert "hosting" in exported() and "hosted" in exported()
assert "hosting" in str(json_schema())
"""
KIND = '''class Building(Kind, sv="Byggnad", plural="buildings", plural_sv="byggnader", colour="#445566", shape="box",
               about_sv="Ett hus som något finns i."):
    """A house that something stands in."""

    floors: int | None = fact("Floors", "Våningar")


KINDS: list['''
RELATION = """RELATIONS = [
    relation(Device, "stands in / has inside", "står i / har i sig", Building, "Where it is.", "Var den finns."),
"""
SOURCE = '''"""A list of buildings, a line each: id, name, floors."""

from hashlib import sha256
from pathlib import Path

from graph.facts.facts import Fact, Provenance, ThingFact
from graph.ontology.kinds import Building
from loaders.sources.contract import Dataset, Known, Reading


class Buildings:
    """The source of ``.buildings`` files."""

    name = "buildings"

    def recognises(self, path: Path) -> bool:
        return path.suffix == ".buildings"

    def read(self, path: Path, known: Known) -> Reading:
        text, facts = path.read_text(encoding="utf-8"), []
        for number, line in enumerate(text.splitlines(), start=1):
            id, name, floors = line.split(",")
            fields = {"id": id, "name": name, "floors": int(floors)}
            facts.append(ThingFact(Building, id, fields, Provenance(path.name, place=f"{path.name}, line {number}")))
        return Reading(Dataset(path.stem, path.stem), sha256(text.encode()).hexdigest(), list[Fact](facts), [])


SOURCE = Buildings()
'''
SAMBAND = "import sys; from api.cli import main; sys.argv[0] = 'samband'; sys.exit(main())"
MAP_TEXT = """// Buildings
// Byggnader
// Every building, by name.
// Varje byggnad, efter namn.
MATCH (building:Building)
RETURN building
"""
MAP = '''"""Every building on one row."""

from graph.ontology.kinds import Building
from graph.snapshot.snapshot import Snapshot
from graph.language.words import Language
from visualisations.drawing.sketch import MapParameters, Sketch


def sketch(snapshot: Snapshot, parameters: MapParameters, language: Language) -> Sketch:
    """The buildings beside each other."""
    found = snapshot.all(Building)
    drawn = Sketch(total=len(found))
    for number, building in enumerate(found[: parameters.limit]):
        drawn.put((0, number), building)
    return drawn
'''


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The house in a place where it can be changed."""
    for each in (*ROOMS, "tests", "docs"):
        shutil.copytree(HOUSE / each, tmp_path / each, ignore=shutil.ignore_patterns("__pycache__"))
    for each in ("pyproject.toml", "README.md"):
        shutil.copy(HOUSE / each, tmp_path / each)
    return tmp_path


def done(copy: Path, *arguments: str) -> str:
    command = [sys.executable, *arguments]
    own = {"PYTHONPATH": str(copy), "SAMBAND_HOME": str(copy / ".samband"), "PATH": os.environ["PATH"]}
    run = subprocess.run(command, cwd=copy, env=own, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_a_field_is_one_line_and_a_question_is_two_files(copy: Path) -> None:
    kinds = copy / "graph" / "ontology" / "kinds.py"
    text = kinds.read_text(encoding="utf-8")
    before = "    category: Text | None = fact("
    assert before in text
    kinds.write_text(text.replace(before, FIELD + before, 1), encoding="utf-8")
    (copy / "queries" / "questions" / "going" / "hosted.cypher").write_text(CYPHER, encoding="utf-8")
    (copy / "queries" / "questions" / "going" / "hosted.py").write_text(PYTHON, encoding="utf-8")
    done(copy, "-m", "docs.build")
    done(copy, "-c", LOOK)
    laws = ["tests/rooms/test_cypher.py", "tests/rooms/test_questions.py", "tests/rooms/test_docs.py"]
    done(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "hosted or reference_is or readme_has", *laws)


def test_a_kind_is_declared_in_one_place_and_a_source_and_a_map_of_it_are_files_of_their_own(copy: Path) -> None:
    for file, before, after in (
        ("kinds", "KINDS: list[", KIND), ("relations", "RELATIONS = [\n", RELATION),
        ("kinds", "    System, Device,", "    Building, System, Device,"),
        ("relations", "    Api,\n", "    Api,\n    Building,\n"),
    ):  # fmt: skip
        path = copy / "graph" / "ontology" / f"{file}.py"
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1
        path.write_text(text.replace(before, after), encoding="utf-8")
    (copy / "loaders" / "sources" / "buildings.py").write_text(SOURCE, encoding="utf-8")
    (copy / "visualisations" / "maps" / "buildings.cypher").write_text(MAP_TEXT, encoding="utf-8")
    (copy / "visualisations" / "maps" / "buildings.py").write_text(MAP, encoding="utf-8")
    (copy / "town.buildings").write_text("north,Norra huset,4\nsouth,Södra huset,2\n", encoding="utf-8")
    done(copy, "-m", "docs.build")
    assert "Våningar" in (copy / "docs" / "reference.md").read_text(encoding="utf-8")
    done(copy, "-c", SAMBAND, "load", "town.buildings")
    done(copy, "-c", SAMBAND, "map", "buildings", "-o", "buildings.html")
    assert "Norra huset" in (copy / "buildings.html").read_text(encoding="utf-8")
    done(copy, "-c", SAMBAND, "export", "out")
    assert "floors: 4" in "".join(path.read_text(encoding="utf-8") for path in (copy / "out").rglob("*.yaml"))
    schema = (copy / "docs" / "schema.graphql").read_text(encoding="utf-8")
    assert "type Building" in schema
    assert "hasInside" in schema
