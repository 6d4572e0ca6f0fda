"""From bytes to text: files are UTF-8, with or without a mark at the beginning."""

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems

WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins."""


def decoded(data: bytes, file: str, problems: Problems) -> str | None:
    """`data` as text, or None after noting where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 if data[:2] in WIDE else data.count(b"\n", 0, error.start) + 1
        problems.add(
            Place(file, line),
            N_(
                "The file is not UTF-8: byte {byte} is {code}. Save it again as UTF-8 "
                "(in Excel: Save As, CSV UTF-8; in Notepad: Save As, Encoding UTF-8)."
            ),
            byte=error.start + 1,
            code=f"0x{data[error.start]:02X}",
        )
        return None
