"""The XML of a workbook's parts, element by element as it is read: no tree is built of what can be a gigabyte."""

import re
from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from loaders.files.workbook_guard import DamagedError

CHUNK = 256 * 1024
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROW, CELL, VALUE, FORMULA, TEXT, PHONETIC, SHARED = (
    f"{MAIN} {name}" for name in ["row", "c", "v", "f", "t", "rPh", "si"]
)
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def elements(
    source: IO[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    characters: Callable[[str], None],
) -> Iterator[None]:
    """Hand the elements of a part to `start` and `end`, some thousands before each step.

    Raises:
        DamagedError: the part cannot be made sense of, or they cannot make sense of it.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    parser.StartDoctypeDeclHandler = _refuse
    while True:
        try:
            chunk = source.read(CHUNK)
            parser.Parse(chunk, not chunk)
        # zipfile, zlib, and what the cells of a damaged part say break in a dozen ways.
        except Exception as error:
            raise DamagedError from error
        yield
        if not chunk:
            return


def _refuse(*_: object) -> None:
    raise DamagedError


def unescaped(text: str) -> str:
    """The text with the characters that XML cannot have, which are written as their numbers."""
    return ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text
