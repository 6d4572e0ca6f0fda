"""What is written about the program is what the program is."""

import re
from pathlib import Path

import pytest

from docs.build import REFERENCE, written
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
