"""What goes into a spreadsheet's cell, so that it comes out again and is never calculated."""

import re
from typing import Any

from graph.errors import RegisterError
from graph.language.words import N_
from loaders.files.cells_and_problems import shown

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
EXACT = 2**53
"""Whole numbers beyond this lose digits in a spreadsheet; they are written as text."""
LITERAL_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
FORMULA = re.compile(r"[=+\-@\t\r]")


def fitting(value: object) -> object:
    """`value` as a cell can hold it.

    Raises:
        RegisterError: the text is longer than a cell holds.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        # openpyxl writes 16 digits; a number that needs 17 would come back as another
        exact = abs(value) < EXACT and float(f"{value:.16g}") == value
        return value if exact else str(value)
    if not isinstance(value, str):
        return value
    text = LITERAL_ESCAPE.sub("_x005F_", value).replace("\r", "_x000D_")
    if len(text) > LONGEST_CELL:
        raise RegisterError(
            N_('"{value}" is too long for a cell, which holds {most} characters. Export as CSV or YAML.'),
            value=shown(text),
            most=LONGEST_CELL,
        )
    return text


def fill(cell: Any, value: object) -> Any:
    """`cell` with a fitting `value` in it; text stays text, whatever it begins with."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        if FORMULA.match(value):
            cell.quotePrefix = True
    return cell
