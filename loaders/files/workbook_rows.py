"""The cells of a sheet as they are written, row by row."""

from collections.abc import Iterator
from typing import IO, NamedTuple

from openpyxl.utils import column_index_from_string

from loaders.files.file_limits import MOST_COLUMNS
from loaders.files.workbook_guard import DamagedError
from loaders.files.workbook_xml import CELL, FORMULA, PHONETIC, ROW, TEXT, VALUE, elements, unescaped

NUMBER, SHARED_TEXT, INLINE_TEXT = "n", "s", "inlineStr"
DIGITS = "0123456789"
BEYOND = MOST_COLUMNS + 1
"""Where a cell is put that stands further to the right than anything is read."""


class FormulaText(NamedTuple):
    """A formula as it is written."""

    text: str
    group: str | None
    """Cells of one group share the formula that the first of them has, moved to where they are."""


class WrittenCell(NamedTuple):
    """What a cell holds that is no shared text, as it is written: its type and style are what to make of it."""

    type: str
    style: int
    text: str
    formula: FormulaText | None = None


WrittenRow = tuple[int, list[str | WrittenCell | None]]
"""A row by its number, with its cells from the first column on; a shared or an inline text is a `str`."""


class _Columns(dict[str, int]):
    """The numbers of columns by their letters."""

    def __missing__(self, letters: str) -> int:
        self[letters] = number = column_index_from_string(letters)
        return number


def written_rows(source: IO[bytes], texts: list[str]) -> Iterator[WrittenRow]:
    """The rows of a sheet in which anything is written, in their order.

    Raises:
        DamagedError: the sheet cannot be made sense of.
    """
    rows: list[WrittenRow] = []
    characters: list[str] = []
    columns = _Columns()
    cells: list[str | WrittenCell | None] = []
    line = column = 0
    written: dict[str, str] = {}
    value: str | None = None
    group: str | None = None
    formula: FormulaText | None = None
    phonetic = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal line, column, written, group, value, cells, phonetic
        if name == CELL:
            written, value = attributes, None
            place = attributes.get("r")
            column = columns[place.rstrip(DIGITS)] if place else column + 1
        elif name in (VALUE, TEXT):
            characters.clear()
        elif name == ROW:
            number = attributes.get("r")
            before, line = line, int(float(number)) if number else line + 1
            if line <= before:
                raise DamagedError
            cells, column = [], 0
        elif name == FORMULA:
            characters.clear()
            group = attributes.get("si")
        elif name == PHONETIC:
            phonetic = True

    def end(name: str) -> None:
        nonlocal value, formula, phonetic
        if name == VALUE:
            if written.get("t") != INLINE_TEXT:
                value = characters[0] if len(characters) == 1 else "".join(characters)
        elif name == CELL:
            cell: str | WrittenCell
            type = written.get("t", NUMBER)
            if formula is not None:
                cell, formula = WrittenCell(type, 0, "", formula), None
            elif not value:
                return
            elif type == SHARED_TEXT:
                cell = texts[int(value)]
            elif type == INLINE_TEXT:
                cell = unescaped(value)
            else:
                cell = WrittenCell(type, int(written.get("s", 0)), value)
            if column == len(cells) + 1:
                cells.append(cell)
            else:
                position = min(column, BEYOND) - 1
                cells.extend([None] * (position - len(cells)))
                cells[position : position + 1] = [cell]
        elif name == TEXT:
            if not phonetic and written.get("t") == INLINE_TEXT:
                value = (value or "") + "".join(characters)
        elif name == ROW:
            if cells:
                rows.append((line, cells))
        elif name == FORMULA:
            formula = FormulaText("".join(characters), group)
        elif name == PHONETIC:
            phonetic = False

    for _ in elements(source, start, end, characters.append):
        yield from rows
        rows.clear()
