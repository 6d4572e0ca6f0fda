"""Sheets of a workbook that a person opens: text stays text, and no cell is ever calculated."""

from collections.abc import Iterable
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
Value = str | int | float


def add_sheet(book: Any, title: str, headings: list[str], rows: Iterable[Iterable[Value]], count: int) -> None:
    """Add a sheet with headings that stay in sight, and `count` rows."""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{min(count, MOST_ROWS) + 1}"
    for number, heading in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(60, max(16, len(heading) + 4))
    sheet.append([cell(sheet, heading, bold=True) for heading in headings])
    for _, row in zip(range(MOST_ROWS), rows, strict=False):
        sheet.append([cell(sheet, value) for value in row])


def cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    """A cell; text stays text even where it looks like a formula."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    cell = WriteOnlyCell(sheet, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…")
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA_STARTS)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.font = Font(bold=bold)
    return cell
