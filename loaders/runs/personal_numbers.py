"""Swedish personal numbers and coordination numbers in a text: the map is of systems, and never of persons."""

import re
from collections.abc import Iterator
from datetime import date

CANDIDATE = re.compile(
    r"(?<![\w-])(?<!\d\.)(?P<century>19|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)[-+]?(?P<last>\d{4})(?![\w-])(?!\.\d)"
)
"""Alone, and not a part of a longer code, of an HSA id or of an object identifier."""
SIGN = re.compile(r"\d{6}[-+]?\d{4}")
"""What every candidate has in it; few texts have, and to look for it costs little."""
COORDINATED = 60
"""What a coordination number has more in its day."""


def personal_numbers(text: str) -> Iterator[str]:
    """Each personal number in `text`, without the last digits: no message repeats what should not be kept."""
    if not SIGN.search(text):
        return
    for found in CANDIDATE.finditer(text):
        if _is_born(found) and _checks(found):
            yield f"{found['century'] or ''}{found['year']}{found['month']}{found['day']}-****"


def _is_born(found: re.Match[str]) -> bool:
    """Whether it begins with a day of the calendar; the number of an organisation has no such month."""
    day = int(found["day"])
    for century in [found["century"]] if found["century"] else ["19", "20"]:
        try:
            date(int(century + found["year"]), int(found["month"]), day - COORDINATED if day > COORDINATED else day)
        except ValueError:
            continue
        return True
    return False


def _checks(found: re.Match[str]) -> bool:
    """Whether the last digit is the check digit of the nine before it (Luhn)."""
    digits = found["year"] + found["month"] + found["day"] + found["last"]
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(each // 10 + each % 10 for each in doubled) % 10 == 0
