"""CSV files: one per kind, named as it, and one for relations."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.written import Problems, TableRow
from loaders.sources.register.columns import headings, titles
from loaders.sources.register.drafts import Drafts
from loaders.sources.register.headings import RELATIONS
from loaders.sources.register.tables import read_table

MOST_ROWS = 1_000_000
MOST_COLUMNS = 500
HELD = re.compile(r"'+[=+\-@\t\r]")
"""A text that a spreadsheet would take for a formula, held by an apostrophe that does not belong to it."""
TO_HOLD = re.compile(r"'*[=+\-@\t\r]")


def held(text: str) -> str:
    """`text` so that no spreadsheet calculates it."""
    return "'" + text if TO_HOLD.match(text) else text


def released(text: str) -> str:
    """`text` as it was before `held`."""
    return text[1:] if HELD.match(text) else text


def read_csv(text: str, file: str, drafts: Drafts) -> None:
    """Add what the file says to `drafts`."""
    stem = PurePosixPath(file).stem
    if stem.casefold() not in titles():
        drafts.problems.add(
            Place(file),
            N_('"{value}" is not a kind of thing: name the file as the kind that it holds.'),
            value=stem,
            among=[*(k.__name__ for k in titles().values() if k), RELATIONS],
        )
        return
    kind = titles()[stem.casefold()]
    skipped = 0
    if found := re.match(r"sep=(.)\r?\n", text):
        delimiter, skipped = found.group(1), 1
        text = text[found.end() :]
    else:
        delimiter = _delimiter(text, set(headings(kind)))
    rows = _rows(text, delimiter, file, skipped, drafts.problems)
    for line, header in rows:
        if len(header) > MOST_COLUMNS:
            drafts.problems.add(Place(file, line), N_("More than {most} columns."), most=MOST_COLUMNS)
        elif any(map(str.strip, header)):
            named = [(each, each.strip() or str(index + 1)) for index, each in enumerate(header)]
            read_table(kind, named, rows, Place(file, line), drafts)
        else:
            continue
        return


def _delimiter(text: str, known: set[str]) -> str:
    """Comma or semicolon: the one under which more headings of the first line are known."""
    line = next((each for each in text.splitlines() if each.strip()), "")

    def score(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return sum(each.strip() in known or each.strip().casefold() in known for each in cells), len(cells)

    return max(",;", key=score)


def _rows(text: str, delimiter: str, file: str, skipped: int, problems: Problems) -> Iterator[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1 + skipped
    count = 0
    try:
        for cells in reader:
            count += 1
            if count > MOST_ROWS:
                problems.add(Place(file, line), N_("More than {most} rows. Divide the file."), most=MOST_ROWS)
                return
            yield line, [released(each) if each[:1] == "'" else each for each in cells]
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        problems.add(
            Place(file, line),
            N_("The row that begins here is not correct CSV ({reason}). Look for a quotation mark too many."),
            reason=of_parser(str(error)),
        )
