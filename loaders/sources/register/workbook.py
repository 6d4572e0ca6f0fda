"""Excel workbooks: one sheet per kind, one for relations, one for what the register says of itself."""

import warnings
from typing import Any
from zipfile import ZipFile

from openpyxl.utils import get_column_letter as letter

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.workbook_cells import opened, rows
from loaders.files.workbook_guard import DamagedError, declares_entities, merged_cells, openable
from loaders.files.written import Cell, TableRow
from loaders.sources.register.columns import titles
from loaders.sources.register.drafts import Drafts
from loaders.sources.register.headings import GUIDE, LISTS, REGISTER, RELATIONS
from loaders.sources.register.manifest import Manifest, read_manifest
from loaders.sources.register.tables import read_table

IGNORED = {GUIDE.casefold(), LISTS.casefold()}


def read_workbook(data: bytes, file: str, manifest: Manifest, drafts: Drafts) -> None:
    """Add what the workbook says to `drafts`."""
    archive = openable(data, file, drafts.problems)
    if archive is None:
        return
    with archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            if declares_entities(archive):
                drafts.problems.add(Place(file), N_("The workbook holds XML declarations that no Excel writes."))
            else:
                _read(archive, opened(archive), file, manifest, drafts)
        except DamagedError:
            drafts.problems.add(
                Place(file), N_("The workbook is damaged. Open it in Excel, let it repair the file, and save it again.")
            )


def _read(archive: ZipFile, workbook: Any, file: str, manifest: Manifest, drafts: Drafts) -> None:
    sheets = [sheet for sheet in workbook.worksheets if sheet.title.strip().casefold() not in IGNORED]
    for sheet in sorted(sheets, key=lambda each: each.title.strip().casefold() != REGISTER.casefold()):
        title, place = sheet.title.strip().casefold(), Place(file, 0, "", sheet.title)
        if title.startswith("_"):
            continue
        written = rows(sheet, place, drafts.problems)
        first = next(written, None)
        if first is None:
            continue
        line, cells = first
        for area in merged_cells(archive, sheet._worksheet_path):
            drafts.problems.add(
                place, N_("The cells {area} are merged. Unmerge them, and write the value in each."), area=area
            )
        if title == REGISTER.casefold():
            _manifest([first, *written], place, manifest, drafts)
        elif title in titles():
            header = [(heading, letter(index)) for index, heading in enumerate(cells, 1)]
            read_table(titles()[title], header, written, place._replace(line=line), drafts)
        else:
            drafts.problems.add(
                place,
                N_(
                    '"{value}" is not a kind of thing. Name the sheet as one, or begin its name with _ to leave it out.'
                ),
                value=sheet.title,
                among=[*(kind.__name__ for kind in titles().values() if kind), RELATIONS, REGISTER],
            )


def _manifest(written: list[TableRow], place: Place, manifest: Manifest, drafts: Drafts) -> None:
    said = []
    for line, cells in written:
        if len(cells) > 1 and cells[0].strip() and cells[1].strip():
            said.append(
                (
                    Cell(cells[0].strip(), place._replace(line=line, column="A")),
                    Cell(cells[1], place._replace(line=line, column="B")),
                )
            )
    read_manifest(said, place, manifest, drafts)
