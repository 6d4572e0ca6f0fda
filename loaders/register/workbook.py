"""Excel workbooks: one sheet per kind, one for relations, one for what the register says of itself."""

import re
import warnings
from collections.abc import Iterator
from datetime import datetime, time
from typing import IO, Any, cast
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter as letter
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from graph.words import N_
from loaders.register.columns import titles
from loaders.register.drafts import Drafts
from loaders.register.headings import GUIDE, LISTS, REGISTER, RELATIONS
from loaders.register.manifest import Manifest, read_manifest
from loaders.register.places import Cell, Place, Problems
from loaders.register.tables import Row, read_table
from loaders.register.workbook_guard import DamagedError, declares_entities, merged_cells, openable

MOST_ROWS = 1_000_000
MOST_COLUMNS = 500
IGNORED = {GUIDE.casefold(), LISTS.casefold()}
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class _Reader(ExcelReader):
    """openpyxl's own drops the escape ``_x005F_`` from shared texts and keeps the others."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                for _, node in iterparse(source):
                    if node.tag == f"{{{SHEET_MAIN_NS}}}si":
                        text = Text.from_tree(node)
                        self.shared_strings.append(text.content if text else "")
                        node.clear()


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
                _read(archive, _opened(archive), file, manifest, drafts)
        except DamagedError:
            drafts.problems.add(
                Place(file), N_("The workbook is damaged. Open it in Excel, let it repair the file, and save it again.")
            )


def _opened(archive: ZipFile) -> Any:
    try:
        reader = _Reader(cast(IO[bytes], archive.fp), read_only=True, keep_links=False)
        reader.read()
    # A damaged part can break the parsers below us in any way.
    except Exception as error:
        raise DamagedError from error
    return reader.wb


def _read(archive: ZipFile, workbook: Any, file: str, manifest: Manifest, drafts: Drafts) -> None:
    sheets = [sheet for sheet in workbook.worksheets if sheet.title.strip().casefold() not in IGNORED]
    for sheet in sorted(sheets, key=lambda each: each.title.strip().casefold() != REGISTER.casefold()):
        title, place = sheet.title.strip().casefold(), Place(file, 0, "", sheet.title)
        if title.startswith("_"):
            continue
        rows = _rows(sheet, place, drafts.problems)
        first = next(rows, None)
        if first is None:
            continue
        line, cells = first
        for area in merged_cells(archive, sheet._worksheet_path):
            drafts.problems.add(
                place, N_("The cells {area} are merged. Unmerge them, and write the value in each."), area=area
            )
        if title == REGISTER.casefold():
            _manifest([first, *rows], place, manifest, drafts)
        elif title in titles():
            header = [(heading, letter(index)) for index, heading in enumerate(cells, 1)]
            read_table(titles()[title], header, rows, place._replace(line=line), drafts)
        else:
            drafts.problems.add(
                place,
                N_(
                    '"{value}" is not a kind of thing. Name the sheet as one, or begin its name with _ to leave it out.'
                ),
                value=sheet.title,
                among=[*(kind.__name__ for kind in titles().values() if kind), RELATIONS, REGISTER],
            )


def _manifest(rows: list[Row], place: Place, manifest: Manifest, drafts: Drafts) -> None:
    said = []
    for line, cells in rows:
        if len(cells) > 1 and cells[0].strip() and cells[1].strip():
            said.append(
                (
                    Cell(cells[0].strip(), place._replace(line=line, column="A")),
                    Cell(cells[1], place._replace(line=line, column="B")),
                )
            )
    read_manifest(said, place, manifest, drafts)


def _raw_rows(sheet: Any) -> Iterator[tuple[int, Any]]:
    try:
        sheet.reset_dimensions()
        yield from enumerate(sheet.iter_rows(), 1)
    except Exception as error:
        raise DamagedError from error


def _rows(sheet: Any, place: Place, problems: Problems) -> Iterator[Row]:
    """The rows that are not empty."""
    for line, row in _raw_rows(sheet):
        if line > MOST_ROWS:
            problems.add(place._replace(line=line), N_("More than {most} rows. Divide the file."), most=MOST_ROWS)
            return
        cells = [
            "" if cell.value is None else _text(cell, place._replace(line=line, column=letter(index)), problems)
            for index, cell in enumerate(row, 1)
        ]
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            problems.add(place._replace(line=line), N_("More than {most} columns."), most=MOST_COLUMNS)
            return
        if cells:
            yield line, cells


def _text(cell: Any, place: Place, problems: Problems) -> str:
    """What a cell holds, as somebody would have written it in a text file."""
    value = cell.value
    if cell.data_type == "f":
        formula = value if isinstance(value, str) else getattr(value, "text", None) or ""
        problems.add(place, N_('"{value}" is a formula. Copy the cell and paste it as a value.'), value=formula)
        return str(formula)
    if cell.data_type == "e":
        problems.add(place, N_('"{value}" is an error in the sheet. Write the value, or clear the cell.'), value=value)
        return str(value)
    if isinstance(value, str):
        return ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), value) if "_x" in value else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
