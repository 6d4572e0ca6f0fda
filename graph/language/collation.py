"""Swedish order and search: å, ä, ö are letters of their own after z; other marks are ignored.

ICU would do this too, but its binding needs a C++ toolchain on every machine; the alphabet is three letters.
"""

import unicodedata
from functools import cache

_LAST = {"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3"}  # "{" is what comes after "z" in Unicode
_PLACES = str.maketrans(_LAST)


def fold(text: str) -> str:
    """`text` for comparing: lower case, å ä ö kept, other accents dropped."""
    if text.isascii():
        return text.lower()
    return "".join(map(_letter, unicodedata.normalize("NFC", text.casefold())))


@cache
def _letter(letter: str) -> str:
    if letter in _LAST:
        return letter
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))


def sort_key(text: str) -> str:
    """A key that orders like a Swedish dictionary when compared as plain text."""
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(_PLACES)
