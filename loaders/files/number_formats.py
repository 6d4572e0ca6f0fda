"""Numbers and days as a spreadsheet shows them by their format, as far as that can be told for certain.

What a cell shows depends on the land of whoever opens it, and on how much is rounded; where the format alone does not
settle it, nothing is told, and whoever needs what people see says so at the cell.
"""

import re
from datetime import date, datetime, time, timedelta

GENERAL = ("General", "GENERAL", "general", "@")
"""What shows a number as it is, while it fits."""
WIDEST = 11
"""Characters of a number that is no whole one, that these show; of a longer one they show a rounded one."""
EXACT = 10**15
"""Whole numbers from here on have lost digits."""
ZEROS = re.compile(r"(?P<grouped>#,##)?(?P<digits>0+)(?:\.(?P<decimals>0+))?")
UNGROUPED = 1_000
ISO = re.compile(r"(?:\[\$-[0-9A-Fa-f]+\])?(?P<day>yyyy(?:\\?-mm(?:\\?-dd)?)?)(?:;@)?", re.IGNORECASE)
"""A day as it is written everywhere: 2017-05-12, 2017-05 or 2017."""
Moment = date | datetime | time | timedelta


class FormattedNumber(str):
    """What a cell holds, where people see something else there: a number or a day in a format of its own."""

    number_format: str
    is_day: bool

    def __new__(cls, text: str, number_format: str, *, is_day: bool = False) -> "FormattedNumber":
        made = super().__new__(cls, text)
        made.number_format, made.is_day = number_format, is_day
        return made


def shown_number(value: float, format: str) -> str:
    """The number as people see it, with its zeros: 0007, 4.0, 1.10; a `FormattedNumber` where that is not certain."""
    if found := ZEROS.fullmatch(format):
        decimals = len(found["decimals"] or "")
        width = len(found["digits"]) + (decimals + 1 if decimals else 0)
        text = f"{value:0{width + (value < 0)}.{decimals}f}"
        if float(text) == value and abs(value) < (UNGROUPED if found["grouped"] else EXACT):
            return text
    text = _plain(value)
    whole = float(value).is_integer() and abs(value) < EXACT
    if format in GENERAL and (whole or ("e" not in text and len(text.lstrip("-")) <= WIDEST)):
        return text
    return FormattedNumber(text, format)


def _plain(value: float) -> str:
    """The number as somebody would have written it in a text file."""
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return str(int(value))
    return str(value)


def shown_day(moment: Moment, format: str) -> str:
    """The day as people see it, where that is how days are written everywhere; else a `FormattedNumber`."""
    if isinstance(moment, date) and (found := ISO.fullmatch(format)):
        whole = moment.isoformat()[:10]
        return whole[: len(re.sub(r"\\", "", found["day"]))]
    if isinstance(moment, datetime):
        text = moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ")
    else:
        text = str(moment)
    return FormattedNumber(text, format, is_day=True)
