"""Names on cards: a few short lines, cut with an ellipsis where they do not fit."""

import textwrap
import unicodedata

WIDTH, LINES = 19, 3


def wrapped(text: str, width: int = WIDTH, lines: int = LINES) -> list[str]:
    """`text` in at most `lines` lines of about `width` letters; wide letters count as two."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    fitting = max(8, round(width * len(text) / (len(text) + wide))) if text else width
    words = " ".join(text.split())
    return textwrap.wrap(words, fitting, max_lines=lines, placeholder="…", break_long_words=True)
