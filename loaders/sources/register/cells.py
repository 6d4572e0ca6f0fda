"""From the text somebody wrote to the value that is stored, by the declared type of its field."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import BaseModel

from graph.ontology.declaration import Attribute, Choice, attributes
from loaders.files.cells_and_problems import Cell, Problems
from loaders.runs.field_values import FieldRule, WrongValueError, called
from loaders.sources.register.values import reader

PIECE = re.compile(r"\\[\\;\s]|;|\\|[^\\;]+")


class Converter:
    """Reads the texts of one field."""

    def __init__(self, attribute: Attribute) -> None:
        self.attribute = attribute
        self.many = attribute.many
        self._rule = FieldRule(attribute)
        self._plain = reader(attribute)
        self.seen: dict[str, Any] = {}
        """The stored values of texts that were read before; most texts come again."""

    def __call__(self, text: str) -> Any:
        """The stored value of one text. For a list field, of one of its items.

        Raises:
            WrongValueError: it cannot be a value of the field.
        """
        if (known := self.seen.get(text)) is not None:
            return known
        value = self._plain(text, self.attribute)
        self._rule.check(value)
        value = value.value if isinstance(value, Choice) else value
        if len(self.seen) < 10_000:
            self.seen[text] = value
        return value

    def read(self, cell: Cell, problems: Problems) -> Any:
        """The stored value of `cell`, or None after noting what is wrong with it."""
        try:
            return self(cell.text)
        except WrongValueError as wrong:
            values = {"field": called(self.attribute), **wrong.values}
            problems.add(cell.place, wrong.text, value=cell.text, suggestion=wrong.suggestion, values=values)
            return None


@cache
def converters(model: type[BaseModel]) -> dict[str, Converter]:
    """How each field of a kind or of a relation is read."""
    return {name: Converter(attribute) for name, attribute in attributes(model).items()}


def blank(text: str) -> bool:
    """True where nothing is stated."""
    return not text or text.isspace()


def items(text: str) -> list[str]:
    r"""The items of a list in one cell, separated by ``;``; write ``\;`` ``\\`` and ``\ `` for the characters."""
    if "\\" not in text:
        if ";" not in text:
            return [] if blank(text) else [text.strip()]
        return [each.strip() for each in text.split(";") if not blank(each)]
    found: list[str] = []
    item, solid = "", 0
    for piece in [*PIECE.findall(text), ";"]:
        if piece == ";":
            item = item[:solid] + item[solid:].rstrip()
            if item:
                found.append(item)
            item, solid = "", 0
        elif len(piece) == 2 and piece[0] == "\\":
            item += piece[1]
            solid = len(item)
        else:
            item += piece if item else piece.lstrip()
    return found


def joined(values: Iterable[str]) -> str:
    """`values` as one cell that `items` takes apart again."""
    return ";".join(_edge_escaped(each.replace("\\", "\\\\").replace(";", "\\;")) for each in values)


def _edge_escaped(item: str) -> str:
    if item and item[0].isspace():
        item = "\\" + item
    return item[:-1] + "\\" + item[-1] if item[-1:].isspace() and len(item) > 1 else item
