"""An Excel workbook as sheets of rows, after it has been seen that it can safely be opened."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from zipfile import ZipFile

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems, TableRow, shown
from loaders.files.file_limits import FileLimits
from loaders.files.number_formats import FormattedNumber
from loaders.files.workbook_cells import rows
from loaders.files.workbook_guard import DamagedError, declares_entities, merged_cells, openable
from loaders.files.workbook_parts import WorkbookParts


class Sheet(NamedTuple):
    """One sheet, read when it is asked for its rows."""

    title: str
    place: Place
    hidden: bool
    """True where Excel does not show it."""
    path: str
    parts: WorkbookParts

    def rows(self, problems: Problems) -> Iterator[TableRow]:
        """The rows that are not empty; what cannot be read is noted.

        A cell that people see otherwise is a `FormattedNumber`: for a text, that is noted with `note_unseen`.
        """
        return rows(self.parts, self.path, self.place, problems)

    def merged(self) -> list[str]:
        """The areas of cells that are merged, such as ``A1:B2``."""
        return merged_cells(self.parts.archive, self.path)


def note_unseen(cell: FormattedNumber, place: Place, problems: Problems) -> None:
    """Note that nobody can tell what people see in a cell whose text is needed."""
    problems.add(
        place,
        N_(
            '"{value}" is what the cell holds, and not what it shows: its format is {format}. '
            "Format the cell as text, and write what it should say."
        ),
        value=cell,
        format=shown(cell.number_format),
    )


@contextmanager
def sheets(data: bytes, file: str, limits: FileLimits, problems: Problems) -> Iterator[list[Sheet]]:
    """The sheets of a workbook while it is open; none after noting why it is not opened.

    Where it turns out to be damaged while its rows are read, that is noted and the block is left.
    """
    archive = openable(data, file, limits, problems)
    if archive is None:
        yield []
        return
    with archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found: list[Sheet] = []
        try:
            found = _sheets(archive, file, problems)
        except DamagedError:
            _note_damage(file, problems)
        try:
            yield found
        except DamagedError:
            _note_damage(file, problems)


def _note_damage(file: str, problems: Problems) -> None:
    problems.add(
        Place(file), N_("The workbook is damaged. Open it in Excel, let it repair the file, and save it again.")
    )


def _sheets(archive: ZipFile, file: str, problems: Problems) -> list[Sheet]:
    if declares_entities(archive):
        problems.add(Place(file), N_("The workbook holds XML declarations that no Excel writes."))
        return []
    parts = WorkbookParts(archive)
    return [Sheet(title, Place(file, 0, "", title), hidden, path, parts) for title, hidden, path in parts.sheets]
