"""The sheets and cells of a workbook, as somebody would have written them in a text file."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from typing import IO, Any, cast
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter as letter
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.file_limits import MOST_COLUMNS, MOST_ROWS
from loaders.files.workbook_guard import DamagedError
from loaders.files.written import Problems, TableRow

ZEROS = re.compile(r"(?P<digits>0+)(?:\.(?P<decimals>0+))?")
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


def opened(archive: ZipFile) -> Any:
    """The workbook in `archive`, its sheets to be read row by row.

    Raises:
        DamagedError: its inside cannot be made sense of.
    """
    try:
        reader = _Reader(cast(IO[bytes], archive.fp), read_only=True, keep_links=False)
        reader.read()
    # A damaged part can break the parsers below us in any way.
    except Exception as error:
        raise DamagedError from error
    return reader.wb


def _raw_rows(sheet: Any) -> Iterator[tuple[int, Any]]:
    try:
        sheet.reset_dimensions()
        yield from enumerate(sheet.iter_rows(), 1)
    except Exception as error:
        raise DamagedError from error


def rows(sheet: Any, place: Place, problems: Problems) -> Iterator[TableRow]:
    """The rows that are not empty; what cannot be read is noted."""
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
    if isinstance(value, int | float) and (seen := _as_seen(value, cell.number_format)):
        return seen
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _as_seen(value: float, format: str) -> str | None:
    """A number with the zeros that its format shows, where that is the whole number: 0007, 4.0, 1.10."""
    if not (found := ZEROS.fullmatch(format)):
        return None
    decimals = len(found["decimals"] or "")
    width = len(found["digits"]) + (decimals + 1 if decimals else 0)
    text = f"{value:0{width + (value < 0)}.{decimals}f}"
    return text if float(text) == value else None
