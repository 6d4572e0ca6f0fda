"""CSV as rows of cells with their lines, and texts held back from spreadsheets that would calculate them."""

import csv
import io
import re
from collections.abc import Collection, Iterator

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems, TableRow
from loaders.files.file_limits import MOST_COLUMNS, MOST_ROWS

HELD = re.compile(r"'+[=+\-@\t\r]")
"""A text that a spreadsheet would take for a formula, held by an apostrophe that does not belong to it."""
TO_HOLD = re.compile(r"'*[=+\-@\t\r]")
STATED = re.compile(r"sep=(.)\r?\n")
"""How some spreadsheets say by what cells are divided."""


def held(text: str) -> str:
    """`text` so that no spreadsheet calculates it."""
    return "'" + text if TO_HOLD.match(text) else text


def released(text: str) -> str:
    """`text` as it was before `held`."""
    return text[1:] if HELD.match(text) else text


def read_csv(text: str, file: str, known: Collection[str], problems: Problems) -> Iterator[TableRow]:
    """The rows from the first that is not empty, which is the header; what cannot be read is noted.

    Cells are divided by comma or semicolon: as the file says, or else by which more of the `known` headings appear.
    """
    stated = STATED.match(text)
    skipped = 1 if stated else 0
    written = text[stated.end() :] if stated else text
    rows = _rows(written, stated.group(1) if stated else _delimiter(written, known), file, skipped, problems)
    for line, header in rows:
        if len(header) > MOST_COLUMNS:
            problems.add(Place(file, line), N_("More than {most} columns."), most=MOST_COLUMNS)
            return
        if any(map(str.strip, header)):
            yield line, header
            yield from rows
            return


def _delimiter(text: str, known: Collection[str]) -> str:
    line = next((each for each in text.splitlines() if each.strip()), "")

    def score(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return sum(each.strip() in known or each.strip().casefold() in known for each in cells), len(cells)

    return max(",;", key=score)


def _rows(text: str, delimiter: str, file: str, skipped: int, problems: Problems) -> Iterator[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1 + skipped
    count = 0
    holds = HELD.search(text) is not None
    try:
        for cells in reader:
            count += 1
            if count > MOST_ROWS:
                problems.add(Place(file, line), N_("More than {most} rows. Divide the file."), most=MOST_ROWS)
                return
            yield line, [*map(released, cells)] if holds else cells
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        problems.add(
            Place(file, line),
            N_("The row that begins here is not correct CSV ({reason}). Look for a quotation mark too many."),
            reason=of_parser(str(error)),
        )
