"""From the text somebody wrote to the value that is stored, by the declared type of its field."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from graph.language.words import N_
from graph.ontology.declaration import UNPRINTABLE, Attribute, Choice, attributes
from loaders.files.written import Cell, Problems
from loaders.sources.register.values import WrongValueError, reader

PIECE = re.compile(r"\\[\\;\s]|;|\\|[^\\;]+")


class Converter:
    """Reads the texts of one field."""

    def __init__(self, attribute: Attribute) -> None:
        self.attribute = attribute
        self.many = attribute.many
        info = attribute.info
        annotation: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        self._validate: Callable[[Any], Any] = TypeAdapter(annotation).validator.validate_python
        self._plain = reader(attribute)
        self._seen: dict[str, Any] = {}

    def __call__(self, text: str) -> Any:
        """The stored value of one text. For a list field, of one of its items.

        Raises:
            WrongValueError: it cannot be a value of the field.
        """
        if text in self._seen:
            return self._seen[text]
        value = self._plain(text, self.attribute)
        try:
            self._validate((value,) if self.many else value)
        except ValidationError as error:
            raise _explained(text, self.attribute, error) from None
        value = value.value if isinstance(value, Choice) else value
        if len(self._seen) < 10_000:
            self._seen[text] = value
        return value

    def read(self, cell: Cell, problems: Problems) -> Any:
        """The stored value of `cell`, or None after noting what is wrong with it."""
        try:
            return self(cell.text)
        except WrongValueError as wrong:
            values = {"field": self.attribute.name, **wrong.values}
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


def _explained(text: str, attribute: Attribute, error: ValidationError) -> WrongValueError:
    """What the model refused, in words for the person who wrote it."""
    if found := UNPRINTABLE.search(text):
        code = f"U+{ord(found.group()):04X}"
        return WrongValueError(
            N_('"{value}" in {field} has the character {code}, which cannot be shown or stored. Remove it.'), code=code
        )
    if attribute.is_day:
        return WrongValueError(N_('"{value}" is not a date. In {field}, write YYYY-MM-DD, YYYY-MM or YYYY.'))
    first = error.errors(include_url=False)[0]
    match first["type"]:
        case "string_too_long":
            return WrongValueError(
                N_("{field} is {length} characters long, beginning {value}. At most {most} are kept: shorten it."),
                length=len(text),
                most=first["ctx"]["max_length"],
            )
        case "string_too_short":
            return WrongValueError(N_("{field} is empty. Write it, or leave it out when it is unknown."))
        case "string_pattern_mismatch" if text != text.strip():
            return WrongValueError(N_('"{value}" begins or ends with a space. Remove the space from {field}.'))
        case "string_pattern_mismatch":
            return WrongValueError(N_('"{value}" has a form that {field} cannot have; write it on one line.'))
    return WrongValueError(N_('"{value}" cannot be the value of {field} ({about}).'), about=attribute.about)
