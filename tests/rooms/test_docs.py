"""What is written about the program is what the program is."""

import re
from pathlib import Path

import pytest

from docs.build import REFERENCE, written
from docs.neo4j_files import PAGE, STYLE, brightness
from graph.database.constraints import RECORDS_OF_RUNS
from graph.facts.records import MARKS
from graph.ontology.ontology import ONTOLOGY
from tests.rooms.house import HOUSE

PAGES = sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").glob("*.md")])
WRITTEN = written()


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_generated_file_is_what_the_declarations_make_of_it(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == WRITTEN[path], "the declarations have changed: run make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_leads_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) if "://" not in link}
    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_anchor_of_the_reference_is_there() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    headings = {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in re.findall(r"(?m)^#+ (.*)$", text)}
    assert not set(re.findall(r"\]\(#([^)]+)\)", text)) - headings


def test_the_page_on_neo4j_names_every_label_and_property_that_is_no_kind_and_no_field() -> None:
    text = PAGE.read_text(encoding="utf-8")
    noted = re.search(r"(?s)Eight labels are the program's own notes and no things: (.*?)\.\n", text)
    assert noted
    assert set(
        re.findall(r"`(\w+)`", noted[1].replace("(revision and lock)", "").replace("(what a run touched)", ""))
    ) == set(RECORDS_OF_RUNS)
    said = text.split("## Who says so")[1].split("\n## ")[0]
    first_cells = re.findall(r"(?m)^\| (`[^|]*) \|", said)
    assert {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)} == MARKS - {"id"}


def test_the_style_file_has_rules_that_neo4j_browser_can_read_and_people_too() -> None:
    text = STYLE.read_text(encoding="utf-8")
    blocks = re.findall(r"([\w.]+) \{\n((?:  [^\n]+;\n)+)\}\n", text)
    rules = {name: dict(re.findall(r"  ([\w-]+): ([^:;\n]+);\n", body)) for name, body in blocks}
    assert rules.keys() == {"node", "relationship", *(f"node.{name}" for name in ONTOLOGY.kinds)}
    assert text.count(":") == sum(map(len, rules.values())), "a value that holds a colon is lost"
    for name, kind in ONTOLOGY.kinds.items():
        rule = rules[f"node.{name}"]
        assert (rule["color"], rule["caption"]) == (kind.colour, "'{name}'")
        light, dark = sorted((brightness(rule["color"]), brightness(rule["text-color-internal"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3, f"{name} can hardly be read"
