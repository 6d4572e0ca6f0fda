"""What CONTRIBUTING.md promises: who follows it to the letter has it all, in so few files, and every law is kept."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rooms.drills import DRILLS, Drill
from tests.rooms.house import HOUSE

LEFT = (
    ".git", ".venv", ".cache", ".samband", "*_cache", ".hypothesis", "mutants", "build", "__pycache__", "*.egg-info",
    Path(__file__).name, "test_misspelt.py",
)  # fmt: skip
"""What a copy of the house is without: what is made, this test, which would copy it again, and one that has the type
checker read the whole house, for which it takes long where it knows nothing of it yet."""
EVERY = pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.adds)
SAMBAND = "import sys; from api.cli import main; sys.argv[0] = 'samband'; sys.exit(main())"
LAWS = (
    "rooms",
    "unit/test_sources.py",
    "unit/test_verdicts.py",
    "unit/test_layout.py",
    "unit/test_sketches.py",
    "unit/test_leads.py",
)
WORLD = "20-1 or every_question_of_the_catalogue or every_rule"
LOOK = """
from api.graphql.graphql_schema import exported
from graph.ontology.kinds import Building, RequirementSet, System
from graph.ontology.ontology import ONTOLOGY, SPANS
from loaders.sources.register.json_schema import json_schema
from queries.asking.catalogue import catalogue
from queries.verdicts.table import rules
from tests.bundled import bundled_snapshot

assert System.attributes()["hosting"].words.sv == "Drift"
assert "hosting" in exported() and "hosting" in str(json_schema())
assert ONTOLOGY.kinds["Building"] is Building and {"has_inside", "houses"} <= ONTOLOGY.sides(Building).keys()
assert "type Building" in exported() and "hasInside" in exported() and SPANS["Building"].since == "opened"
assert catalogue()["hosted"].columns["hosting"].sv == "Drift" and "hosted" in exported()
assert rules()["called", "other-names"].id == "V99"
annex = bundled_snapshot().get(RequirementSet, "archive-annex")
assert annex and [each.id for each in annex.lists] == ["hands-over-to-an-archive"]
"""


def section(adds: str) -> str:
    """What CONTRIBUTING.md says of a change."""
    text = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(rf"(?ms)^## Add {adds}\n(.*?)(?=^## |\Z)", text)
    assert found, f"CONTRIBUTING.md has no section '## Add {adds}'"
    return found[1]


@EVERY
def test_each_file_that_is_touched_is_named_and_there_are_no_more_than_promised(drill: Drill) -> None:
    told = section(drill.adds)
    unnamed = {step.named for step in (*drill.steps, *drill.asked_for) if f"`{step.named}" not in told}
    assert not unnamed, f"the section on {drill.adds} does not name {', '.join(sorted(unnamed))}"
    assert len({step.file for step in drill.steps}) <= drill.budget


def done(house: Path, *command: str) -> str:
    """What a command says that is run in a copy of the house."""
    own = {"PYTHONPATH": str(house), "SAMBAND_HOME": str(house / ".samband"), "PATH": os.environ["PATH"]}
    run = subprocess.run(command, cwd=house, env=own, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def python(house: Path, *arguments: str) -> str:
    return done(house, sys.executable, *arguments)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house in which every change was made as it is explained."""
    house = tmp_path_factory.mktemp("house") / "samband"
    shutil.copytree(HOUSE, house, ignore=shutil.ignore_patterns(*LEFT))
    for drill in DRILLS:
        for step in (*drill.steps, *drill.asked_for):
            step.take(house)
    stamp = Path(sys.prefix) / "dev.stamp"  # the environment is there, whatever the copied lock files are newer than
    done(house, "make", "docs", f"VENV={sys.prefix}", "-o", str(stamp))
    return house


def test_every_law_of_the_house_is_kept(changed: Path) -> None:
    python(changed, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/{each}" for each in LAWS))
    python(changed, "-m", "ruff", "check", "--no-cache", ".")
    python(changed, "-m", "ruff", "format", "--check", "--no-cache", ".")


def test_the_type_checker_knows_what_is_new(changed: Path) -> None:
    cache = HOUSE / ".mypy_cache"
    if cache.exists():  # what it knows of the rest, which has not changed
        shutil.copytree(cache, changed / cache.name)
    written = dict.fromkeys(step.file for drill in DRILLS for step in drill.steps if step.file.endswith(".py"))
    python(changed, "-m", "mypy", *written)


def test_what_was_planted_is_found(changed: Path) -> None:
    python(changed, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", WORLD, "tests/unit/test_planted_worlds.py")


def test_each_change_is_everywhere(changed: Path) -> None:
    python(changed, "-c", LOOK)
    assert "Våningar" in (changed / "docs" / "reference.md").read_text(encoding="utf-8")
    readme = (changed / "README.md").read_text(encoding="utf-8")
    assert "samband ask hosted" in readme
    assert "samband map buildings" in readme


def test_what_a_new_source_reads_is_loaded_drawn_and_exported(changed: Path) -> None:
    (changed / "town.buildings").write_text("north,Norra huset,4\nsouth,Södra huset,2\n", encoding="utf-8")
    python(changed, "-c", SAMBAND, "load", "town.buildings")
    python(changed, "-c", SAMBAND, "map", "buildings", "-o", "buildings.html")
    assert "Norra huset" in (changed / "buildings.html").read_text(encoding="utf-8")
    python(changed, "-c", SAMBAND, "export", "out")
    assert "floors: 4" in "".join(path.read_text(encoding="utf-8") for path in (changed / "out").rglob("*.yaml"))
