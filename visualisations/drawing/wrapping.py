"""Names on cards: a few short lines, cut with an ellipsis where they do not fit."""

import textwrap
import unicodedata

WIDTH, LINES = 19, 3
SQUEEZED = 5
"""Letters that a single word may have beyond the width: it is drawn narrower rather than broken."""


def wrapped(text: str, width: int = WIDTH, lines: int = LINES) -> list[str]:
    """`text` in at most `lines` lines of about `width` letters; wide letters count as two."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    fitting = max(8, round(width * len(text) / (len(text) + wide))) if text else width
    words = " ".join(part for word in text.split() for part in _parts(word, fitting))
    return textwrap.wrap(words, fitting, max_lines=lines, placeholder="…", break_long_words=False)


def _parts(word: str, width: int) -> list[str]:
    """A word that is too long even when squeezed, as parts with hyphens."""
    if len(word) <= width + SQUEEZED:
        return [word]
    cuts = range(0, len(word), width - 1)
    return [word[at : at + width - 1] + ("-" if at + width - 1 < len(word) else "") for at in cuts]
