"""The rows of a sheet, each cell as somebody would have written it in a text file."""

import math
import re
from collections.abc import Iterator

from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter as letter
from openpyxl.utils.datetime import from_excel, from_ISO8601

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems, TableRow
from loaders.files.file_limits import MOST_COLUMNS, MOST_ROWS
from loaders.files.number_formats import shown_day, shown_number
from loaders.files.workbook_guard import DamagedError
from loaders.files.workbook_parts import WorkbookParts
from loaders.files.workbook_rows import FormulaText, WrittenCell, written_rows
from loaders.files.workbook_xml import unescaped

NUMBER = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*", re.ASCII)
MOST_SEEN = 10_000
"""Numbers and days of a sheet that are not made sense of again; most come again."""
OUT_OF_RANGE = "#VALUE!"
"""What a spreadsheet shows for a number that is no day."""


def rows(parts: WorkbookParts, path: str, place: Place, problems: Problems) -> Iterator[TableRow]:
    """The rows of the sheet in the part at `path` that are not empty; what cannot be read is noted.

    Raises:
        DamagedError: the sheet cannot be made sense of.
    """
    sheet = _Sheet(parts, place, problems)
    texts = parts.texts
    for line, written in written_rows(parts.opened(path), texts):
        if line > MOST_ROWS:
            problems.add(place._replace(line=line), N_("More than {most} rows. Divide the file."), most=MOST_ROWS)
            return
        cells = [
            sheet.text(cell, line, index) if isinstance(cell, WrittenCell) else cell or ""
            for index, cell in enumerate(written, 1)
        ]
        while cells and (not cells[-1] or cells[-1].isspace()):
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            problems.add(place._replace(line=line), N_("More than {most} columns."), most=MOST_COLUMNS)
            return
        if cells:
            yield line, cells


class _Sheet:
    """Makes texts of what is written in the cells of one sheet."""

    def __init__(self, parts: WorkbookParts, place: Place, problems: Problems) -> None:
        self._parts, self._place, self._problems = parts, place, problems
        self._seen: dict[WrittenCell, str] = {}
        self._shared: dict[str, tuple[str, str]] = {}

    def text(self, cell: WrittenCell, line: int, column: int) -> str:
        """What the cell holds; what is wrong with it is noted."""
        if (known := self._seen.get(cell)) is not None:
            return known
        place = self._place._replace(line=line, column=letter(column))
        try:
            return self._text(cell, place)
        # what the XML of a cell may not say breaks in a dozen ways
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise DamagedError from error

    def _text(self, cell: WrittenCell, place: Place) -> str:
        if cell.formula:
            formula = self._formula(cell.formula, f"{place.column}{place.line}")
            told = N_('"{value}" is a formula. Copy the cell and paste it as a value.')
            self._problems.add(place, told, value=formula)
            return formula
        text = _value(cell, self._parts) if cell.type != "e" else None
        if text is None:
            text = cell.text if cell.type == "e" else OUT_OF_RANGE
            told = N_('"{value}" is an error in the sheet. Write the value, or clear the cell.')
            self._problems.add(place, told, value=text)
            return text
        if len(self._seen) < MOST_SEEN:
            self._seen[cell] = text
        return text

    def _formula(self, formula: FormulaText, place: str) -> str:
        """The formula as the cell at `place` shows it."""
        text = f"={formula.text}"
        if formula.group is None:
            return text
        if formula.text:
            self._shared[formula.group] = text, place
        first, origin = self._shared.get(formula.group, (text, place))
        return str(Translator(first, origin).translate_formula(place))


def _value(cell: WrittenCell, parts: WorkbookParts) -> str | None:
    """What the cell holds; None for a number that no day has."""
    if cell.type == "b":
        return "yes" if int(cell.text) else "no"
    if cell.type not in ("n", "d"):
        return unescaped(cell.text)
    style = parts.style(cell.style)
    if cell.type == "d":
        moment = from_ISO8601(cell.text)  # type: ignore[no-untyped-call]
        return shown_day(moment, style.format)
    number = _number(cell.text)
    if not style.is_day:
        return shown_number(number, style.format)
    try:
        return shown_day(from_excel(number, parts.epoch, timedelta=style.is_span), style.format)
    except (OverflowError, ValueError):
        return None


def _number(text: str) -> int | float:
    if not NUMBER.fullmatch(text):
        raise DamagedError
    number = float(text)
    if not math.isfinite(number):
        raise DamagedError
    return int(text) if text.strip("+- ").isdigit() else number
