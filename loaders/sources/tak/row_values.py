"""The texts and times of a row; what cannot be read is said to be wrong with the row."""

import re
from datetime import datetime
from typing import NamedTuple

from graph.language.words import N_, Message
from graph.ontology.declaration import LONGEST_ID, LONGEST_TEXT, UNPRINTABLE
from graph.ontology.vocabulary import NoteReason
from loaders.files.cells_and_problems import shown
from loaders.sources.tak.rows import CatalogueRow

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


def text_of(row: CatalogueRow, name: str, *, id: bool = False, needed: bool = False) -> Written | None:
    """The text called `name`, without what surrounds it; None where there is none, or after saying why."""
    value = row.said.get(name.casefold())
    if value is None or (isinstance(value, str) and not _stripped(value)):
        if needed:
            row.fault(NoteReason.MISSING, N_("{field} is missing."), value, field=name)
        return None
    if not isinstance(value, str):
        row.fault(NoteReason.NOT_A_TEXT, N_("{field} is not a text."), value, field=name)
        return None
    text = _stripped(value)
    if id and ((found := UNPRINTABLE.search(text)) or len(text.splitlines()) > 1):
        code = f"U+{ord(found.group()):04X}" if found else Message(N_("a line break"), {})
        said = N_("{field} has {code} inside it, and cannot be an id or address.")
        row.fault(NoteReason.UNPRINTABLE, said, value, field=name, code=code)
        return None
    if not id:
        text = " ".join(UNPRINTABLE.sub(lambda found: f"[U+{ord(found.group()):04X}]", text).split())
    if len(text) > (longest := LONGEST_ID if id else LONGEST_TEXT):
        said = N_("{field} is longer than {most} characters.")
        row.fault(NoteReason.TOO_LONG, said, value, field=name, most=longest)
        return None
    return Written(text, value)


def day_in(row: CatalogueRow, name: str) -> str | None:
    """The day of the time called `name`; None where there is none, or after saying that it is no time."""
    value = row.said.get(name.casefold())
    if value is None or (isinstance(value, str) and not _stripped(value)):
        return None
    day = day_of(value)
    if day is None:
        said = N_('{field} is "{value}", which is not a time such as 2026-03-10T13:31:55+0000.')
        row.fault(NoteReason.NOT_A_TIME, said, value, field=name, value=shown(str(value)))
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
