"""Rows of a catalogue's lists: their texts, times and references, and what is wrong or odd with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from graph.facts.places import ListRow, ListRows
from graph.language.words import N_, Message
from graph.ontology.declaration import LONGEST_ID, LONGEST_TEXT, UNPRINTABLE
from loaders.files.problem import Problem
from loaders.files.written import Problems, shown

UNSEEN = "\u200b\ufeff"
"""Characters of no width that ``str.strip`` leaves."""
TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?")


class Written(NamedTuple):
    """A text as it is read, and as it is written."""

    text: str
    raw: str

    @property
    def odd(self) -> bool:
        """True where reading left something out."""
        return self.text != self.raw


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One row, what it says, and where it stands."""

    place: ListRows
    id: str | None
    said: Mapping[str, Any]
    """By name in small letters, with what stands under its relationships."""


class CatalogueRows:
    """Reads rows, and notes what cannot be read."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file, self._problems = file, problems

    def note(self, place: ListRows, text: str, /, **values: object) -> None:
        """Note a problem."""
        self._problems.found.append(Problem(place, text, values))

    def place(self, name: str, id: str = "", number: int = 0) -> ListRows:
        """Where a row of the list called `name` stands; without its id or number, the list."""
        return ListRows(self._file, (ListRow(name, id, number),))

    def of(self, name: str, rows: list[Any]) -> Iterator[CatalogueRow]:
        """The rows of the list called `name`."""
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, dict):
                self.note(self.place(name, number=number), N_("This is not a row with named values."))
                continue
            related = row.get("relationships")
            id = row.get("id")
            told = isinstance(id, str) and 0 < len(id) <= 40
            place = self.place(name, shown(str(id))) if told else self.place(name, number=number)
            if related is not None and not isinstance(related, dict):
                self.note(place, N_("Its relationships are not named values."))
                continue
            said = {key.casefold(): value for key, value in (*row.items(), *(related or {}).items())}
            yield CatalogueRow(place, id if told else None, said)

    def text(self, row: CatalogueRow, name: str, *, id: bool = False, needed: bool = False) -> Written | None:
        """The text called `name`, without what surrounds it; None where there is none, or after noting why."""
        value = row.said.get(name.casefold())
        if value is None or (isinstance(value, str) and not _stripped(value)):
            if needed:
                self.note(row.place, N_("{field} is missing."), field=name)
            return None
        if not isinstance(value, str):
            self.note(row.place, N_("{field} is not a text."), field=name)
            return None
        text = _stripped(value)
        if id and ((found := UNPRINTABLE.search(text)) or len(text.splitlines()) > 1):
            code = f"U+{ord(found.group()):04X}" if found else Message(N_("a line break"), {})
            self.note(
                row.place, N_("{field} has {code} inside it, and cannot be an id or address."), field=name, code=code
            )
            return None
        if not id:
            text = " ".join(UNPRINTABLE.sub(lambda found: f"[U+{ord(found.group()):04X}]", text).split())
        longest = LONGEST_ID if id else LONGEST_TEXT
        if len(text) > longest:
            self.note(row.place, N_("{field} is longer than {most} characters."), field=name, most=longest)
            return None
        return Written(text, value)

    def day(self, row: CatalogueRow, name: str) -> str | None:
        """The day of the time called `name`; None where there is none, or after noting that it is no time."""
        value = row.said.get(name.casefold())
        if value is None or (isinstance(value, str) and not _stripped(value)):
            return None
        day = day_of(value)
        if day is None:
            text = N_('{field} is "{value}", which is not a time such as 2026-03-10T13:31:55+0000.')
            self.note(row.place, text, field=name, value=shown(str(value)))
        return day


def day_of(value: object) -> str | None:
    """The day of a time as it is written there; None where it is no time."""
    if not isinstance(value, str) or not TIME.fullmatch(value.strip()):
        return None
    try:
        return datetime.fromisoformat(value.strip().replace(",", ".")).date().isoformat()
    except ValueError:
        return None


def _stripped(text: str) -> str:
    return text.strip().strip(UNSEEN).strip()
