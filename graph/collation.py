"""Swedish order and search: å, ä, ö are letters of their own after z; other marks are ignored.

ICU would do this too, but its binding needs a C++ toolchain on every machine; the alphabet is three letters.
"""

import unicodedata

_LAST = {"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"}


def fold(text: str) -> str:
    """`text` for comparing: lower case, å ä ö kept, other accents dropped."""
    kept = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in _LAST:
            kept.append(letter)
        else:
            kept.append("".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)))
    return "".join(kept)


def sort_key(text: str) -> str:
    """A key that orders like a Swedish dictionary when compared as plain text."""
    return "".join(_LAST.get(letter, letter) for letter in fold(text))
