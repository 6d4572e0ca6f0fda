"""Where in a file something is written: stored in one notation, told in the reader's language.

    systems.yaml:12                                 line 12
    region.xlsx#System!2:2                          row 2 of a sheet, as a spreadsheet refers to it
    region.xlsx#'Old systems'!C2                    a cell
    catalogue.json#vagval[id=8]                     the row of a list that has this id
    catalogue.json#anropsbehorighet[7]|vagval[id=8] two rows, the one the seventh of its list

A name with any sign of the notation in it stands in single quotes, and a quote in it twice. What is not written so is
another source's own word for a place, and is shown as it is.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from graph.language.words import N_, Language, say

_QUOTED = r"'(?:[^']|'')*'"
_NAME = rf"{_QUOTED}|[^\W\d]\w*"
_PLAIN = re.compile(r"[^\W\d]\w*")
_PLAIN_ID = re.compile(r"[\w.-]+")
_PLAIN_FILE = re.compile(r"[^':#][^:#]*", re.DOTALL)
_NUMBER = "[1-9][0-9]{0,11}"
_IN_FILE = re.compile(rf"(?P<file>{_QUOTED}|[^':#][^:#]*)(?P<rest>[:#].*)?", re.DOTALL)
_LINE = re.compile(rf":(?P<line>{_NUMBER})(?::(?P<column>.+))?", re.DOTALL)
_SHEET = re.compile(
    rf"#(?P<sheet>{_NAME})!(?:(?P<row>{_NUMBER}):(?P=row)|(?P<column>[A-Z]{{1,3}})(?P<line>{_NUMBER}))?"
)
_ENTRY = rf"(?P<list>{_NAME})\[(?:id=(?P<id>{_QUOTED}|[\w.-]+)|(?P<number>{_NUMBER}))?\]"
_ENTRIES = re.compile(rf"{_ENTRY}(?P<more>\|)?")


class Place(NamedTuple):
    """A file and line, or a sheet and row, and there a column; made into text only when somebody asks."""

    file: str
    line: int = 0
    column: str = ""
    sheet: str = ""

    def __str__(self) -> str:
        """In the notation."""
        file = _quoted(self.file, _PLAIN_FILE)
        if not self.sheet:
            line = f"{file}:{self.line}" if self.line else file
            return f"{line}:{self.column}" if self.column else line
        cells = f"{self.column}{self.line}" if self.column else f"{self.line}:{self.line}"
        return f"{file}#{_quoted(self.sheet, _PLAIN)}!{cells if self.line else ''}"

    def say(self, language: Language) -> str:
        """In a message about the file: a line as every tool writes it, all else in words."""
        if self.sheet:
            return self.words(language)
        where = f"{self.file}:{self.line}" if self.line else self.file
        return say(N_("{place}, column {column}"), language, place=where, column=self.column) if self.column else where

    def words(self, language: Language) -> str:
        """In words."""
        if self.sheet and self.column:
            text = N_("{file}, sheet {sheet}, cell {column}{line}")
        elif self.sheet:
            text = N_("{file}, sheet {sheet}, row {line}") if self.line else N_("{file}, sheet {sheet}")
        elif self.column:
            text = N_("{file}, line {line}, column {column}")
        else:
            text = N_("{file}, line {line}") if self.line else "{file}"
        return say(text, language, **self._asdict())


class ListRow(NamedTuple):
    """A row of a list by its id, or by its number; without either, the whole list."""

    list: str
    id: str = ""
    number: int = 0

    def __str__(self) -> str:
        if self.id:
            return f"{_quoted(self.list, _PLAIN)}[id={_quoted(self.id, _PLAIN_ID)}]"
        return f"{_quoted(self.list, _PLAIN)}[{self.number or ''}]"

    def say(self, language: Language) -> str:
        """In words."""
        if self.id:
            text = N_("list {list}, row {id}")
        else:
            text = N_("list {list}, row number {number}") if self.number else N_("list {list}")
        return say(text, language, **self._asdict())


class ListRows(NamedTuple):
    """Rows of lists of one file."""

    file: str
    rows: tuple[ListRow, ...]

    def __str__(self) -> str:
        return f"{_quoted(self.file, _PLAIN_FILE)}#{'|'.join(map(str, self.rows))}"

    def say(self, language: Language) -> str:
        """In words."""
        return ", ".join([self.file, *(each.say(language) for each in self.rows)])

    def words(self, language: Language) -> str:
        """In words."""
        return self.say(language)


def parsed(text: str) -> Place | ListRows | None:
    """The place that is written in the notation; None where it is another source's own word."""
    if not (found := _IN_FILE.fullmatch(text)):
        return None
    file, rest = _bare(found["file"]), found["rest"] or ""
    if not file or not rest:
        return Place(file) if file else None
    if at := _LINE.fullmatch(rest):
        return Place(file, int(at["line"]), at["column"] or "")
    if at := _SHEET.fullmatch(rest):
        return Place(file, int(at["row"] or at["line"] or 0), at["column"] or "", _bare(at["sheet"]))
    entries = _entries(rest[1:]) if rest[0] == "#" else ()
    return ListRows(file, entries) if entries else None


def in_words(text: str, language: Language) -> str:
    """The place that is stored as `text`, in words; as it is where it is not in the notation."""
    place = parsed(text)
    return place.words(language) if place else text


def _entries(text: str) -> tuple[ListRow, ...]:
    """The rows that `text` consists of; none where it is not made of rows alone."""
    entries: list[ListRow] = []
    start, more = 0, True
    while more:
        if not (found := _ENTRIES.match(text, start)):
            return ()
        entries.append(ListRow(_bare(found["list"]), _bare(found["id"] or ""), int(found["number"] or 0)))
        start, more = found.end(), bool(found["more"])
    return tuple(entries) if start == len(text) else ()


@lru_cache(1_000)
def _quoted(name: str, plain: re.Pattern[str]) -> str:
    return name if plain.fullmatch(name) else "'" + name.replace("'", "''") + "'"


def _bare(name: str) -> str:
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
