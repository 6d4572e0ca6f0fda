"""A place in a file is stored in one notation, and told in the reader's language wherever a fact is shown."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from graph.database.store import Store
from graph.facts.facts import Ref
from graph.ontology.kinds import System
from loaders.runs.run import load
from loaders.sources.register import SOURCE
from tests.integration.test_pages import client
from visualisations.wording.addresses import map_address, question_address, thing_address

SHEET = System.__name__
NOTATION = f"made-up.xlsx#{SHEET}!2:2"
TOLD = {"en": f"made-up.xlsx, sheet {SHEET}, row 2", "sv": f"made-up.xlsx, blad {SHEET}, rad 2"}


async def loaded(store: Store, folder: Path) -> None:
    """Load a workbook with two systems, one of which needs the other."""
    book = Workbook()
    del book[book.sheetnames[0]]
    sheet = book.create_sheet(SHEET)
    for row in (["id", "name", "depends_on"], ["old", "Gamla", "new"], ["new", "Nya"]):
        sheet.append(row)
    book.save(folder / "made-up.xlsx")
    await load(store, SOURCE, folder / "made-up.xlsx")


@pytest.mark.parametrize("language", TOLD)
async def test_a_place_is_told_in_the_readers_language(store: Store, tmp_path: Path, language: str) -> None:
    await loaded(store, tmp_path)
    question = question_address("dependencies", system="old", lang=language)
    async with client(store) as pages:
        for address in (
            thing_address(Ref(SHEET, "old"), lang=language),
            question,
            map_address("surroundings", kind=SHEET, id="old", lang=language),
        ):
            page = (await pages.get(address)).text
            assert TOLD[language] in page, address
            assert NOTATION not in page, address
        sheet = await pages.get(question_address("dependencies", "xlsx", system="old", lang=language))
        evidence = load_workbook(io.BytesIO(sheet.content)).worksheets[1]
        assert TOLD[language] in {cell.value for row in evidence.iter_rows() for cell in row}
        data = await pages.get(question_address("dependencies", "json", system="old", lang=language))
        assert NOTATION in data.text


async def test_graphql_gives_the_place_as_it_is_stored(store: Store, tmp_path: Path) -> None:
    await loaded(store, tmp_path)
    query = '{ systems(where: {id: {eq: "old"}}) { nodes { records { place } } } }'
    async with client(store) as pages:
        said = (await pages.post("/graphql", json={"query": query})).json()
    assert said["data"]["systems"]["nodes"] == [{"records": [{"place": NOTATION}]}]
