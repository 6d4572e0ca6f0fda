"""What is to be known of a workbook before its cells are read: its sheets, shared texts and formats of numbers."""

from functools import cached_property
from typing import IO, Any, NamedTuple, cast
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.xml.constants import SHARED_STRINGS

from loaders.files.workbook_guard import DamagedError
from loaders.files.workbook_texts import shared_texts


class SheetPart(NamedTuple):
    """A sheet by its title, whether it is shown, and the part that holds its cells."""

    title: str
    hidden: bool
    path: str


class NumberStyle(NamedTuple):
    """How a cell shows a number."""

    format: str
    is_day: bool
    is_span: bool
    """A span of time, and no day."""


class WorkbookParts:
    """The parts of a workbook that its cells refer to.

    Raises:
        DamagedError: its inside cannot be made sense of.
    """

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        try:
            self._reader = ExcelReader(cast(IO[bytes], archive.fp), read_only=True, keep_links=False)
            self._reader.read_manifest()
            self._reader.read_workbook()
            self._book: Any = self._reader.wb
            apply_stylesheet(archive, self._book)
            self.sheets = [*self._sheets()]
        # A damaged part can break the parsers below us in any way.
        except Exception as error:
            raise DamagedError from error
        self._styles: dict[int, NumberStyle] = {}

    @property
    def epoch(self) -> Any:
        """The day that the workbook counts days from."""
        return self._book.epoch

    @cached_property
    def texts(self) -> list[str]:
        """The texts that cells refer to by number.

        Raises:
            DamagedError: they cannot be made sense of.
        """
        part = self._reader.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        return shared_texts(self.opened(part.PartName[1:])) if part is not None else []

    def opened(self, path: str) -> IO[bytes]:
        """The part at `path`.

        Raises:
            DamagedError: there is none that can be opened.
        """
        try:
            return self.archive.open(path)
        except Exception as error:
            raise DamagedError from error

    def style(self, number: int) -> NumberStyle:
        """How cells of the style of that number show theirs.

        Raises:
            IndexError: there is no such style.
        """
        if number not in self._styles:
            code = self._book._cell_styles[number].numFmtId
            own = self._book._number_formats
            builtin = BUILTIN_FORMATS.get(code, "General")
            format = builtin if code < BUILTIN_FORMATS_MAX_SIZE else own[code - BUILTIN_FORMATS_MAX_SIZE]
            is_day, is_span = number in self._book._date_formats, number in self._book._timedelta_formats
            self._styles[number] = NumberStyle(format, is_day, is_span)
        return self._styles[number]

    def _sheets(self) -> Any:
        parts = {*self.archive.namelist()}
        for sheet, relation in self._reader.parser.find_sheets():
            if relation.target in parts and "chartsheet" not in relation.Type:
                yield SheetPart(sheet.name, sheet.state != "visible", relation.target)
