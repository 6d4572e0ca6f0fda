"""Whether a value can be that of its field: its type, its closed list, and the limits that the ontology declares."""

import math
import re
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import chain
from types import GenericAlias
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from graph.language.validation_errors import reason
from graph.language.words import N_, Words
from graph.ontology.declaration import UNPRINTABLE, Attribute, attributes
from graph.ontology.spans import BEYOND_REASON
from loaders.files.cells_and_problems import nearest

TYPES: dict[type, tuple[type, ...]] = {str: (str,), bool: (bool,), int: (int,), float: (int, float)}
LARGEST = 2**63
"""Whole numbers of the database are smaller."""
SERIAL = re.compile(r"[1-9]\d{4}")
SERIAL_BEGINS = date(1899, 12, 30)
"""The day that a spreadsheet numbers 0, for days after February 1900."""
NOT_A_CHOICE = N_('"{value}" is not a value of {field}. Write one of: {allowed}.')
NOT_OF_TYPE = {
    str: N_('"{value}" is not a text, and {field} takes one.'),
    bool: N_('"{value}" is neither yes nor no. In {field}, write yes or no, or leave it out when it is unknown.'),
    int: N_('"{value}" is not a whole number. In {field}, write digits only, such as 1200.'),
    float: N_('"{value}" is not a number. In {field}, write a number such as 1200 or 1200.50.'),
}
UNFIT = N_('"{value}" cannot be the value of {field}: {reason}.')
TOO_LARGE = N_('"{value}" is too large a number for {field}.')
NOT_PRINTABLE = N_('"{value}" in {field} has the character {code}, which cannot be shown or stored. Remove it.')
TOO_LONG = N_("{field} is {length} characters long, beginning {value}. At most {most} are kept: shorten it.")


_CONFIG = ConfigDict(allow_inf_nan=False)


class WrongValueError(ValueError):
    """A value cannot be that of its field; carries the catalogue text and its values."""

    def __init__(self, text: str, suggestion: str | None = None, **values: object) -> None:
        super().__init__(text)
        self.text, self.suggestion, self.values = text, suggestion, values


class FieldRule:
    """What the values of one field must be."""

    def __init__(self, attribute: Attribute) -> None:
        self.attribute = attribute
        info = attribute.info
        annotation: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        self._validator = TypeAdapter(annotation, config=_CONFIG).validator
        self._annotation_of_all: Any = GenericAlias(list, (annotation,))
        self._types = (str,) if attribute.choices else TYPES[attribute.type]

    def takes_all(self, values: list[Any]) -> bool:
        """Whether each of `values` can be stored, or is a list of what can, looked at together.

        Where it is false, `check` tells which cannot.
        """
        types = {*map(type, values)}
        if self.attribute.many:
            if not types <= {list, tuple}:
                return False
            values = [*chain.from_iterable(values)]
            types = {*map(type, values)}
        untrue = bool in types and self.attribute.type is not bool
        if untrue or not all(issubclass(each, self._types) for each in types):
            return False
        if types == {str}:
            values = [*{*values}]  # most come again and again
        elif self._types != (str,) and not all(-LARGEST <= each < LARGEST for each in values):
            return False
        try:
            self._validator_of_all.validate_python([(each,) for each in values] if self.attribute.many else values)
        except ValidationError:
            return False
        return True

    @cached_property
    def _validator_of_all(self) -> Any:
        return TypeAdapter(self._annotation_of_all, config=_CONFIG).validator

    def check(self, value: object) -> None:
        """Nothing where `value` can be stored; of a list field, one of its items.

        Raises:
            WrongValueError: it cannot.
        """
        attribute = self.attribute
        if not isinstance(value, self._types) or (isinstance(value, bool) and attribute.type is not bool):
            raise WrongValueError(NOT_OF_TYPE[str if attribute.choices else attribute.type])
        if isinstance(value, int) and not -LARGEST <= value < LARGEST:
            raise WrongValueError(TOO_LARGE)
        if isinstance(value, float) and not math.isfinite(value):
            raise WrongValueError(TOO_LARGE)
        try:
            self._validator.validate_python((value,) if attribute.many else value)
        except ValidationError as error:
            raise _explained(value, attribute, error) from None


@cache
def rules(model: type[BaseModel]) -> dict[str, FieldRule]:
    """What the values of each field of a kind, or of a relation's own fields, must be."""
    return {name: FieldRule(attribute) for name, attribute in attributes(model).items()}


def called(attribute: Attribute) -> Words:
    """The field as it is written in files; in Swedish with its label."""
    return Words(attribute.name, f"{attribute.name} ({attribute.words.sv})")


def not_a_choice(word: str, attribute: Attribute) -> WrongValueError:
    """`word` is none of the values of the closed list; told with the one that it was most likely meant to be."""
    allowed = [member.value for member in attribute.choices]
    labels = {label.casefold(): member.value for member in attribute.choices for label in member.words}
    meant = labels.get(word.casefold()) or nearest(word, allowed)
    labelled = (f"{member.value} ({member.words.sv})" for member in attribute.choices)
    return WrongValueError(NOT_A_CHOICE, suggestion=meant, allowed=Words(", ".join(allowed), ", ".join(labelled)))


def _explained(value: object, attribute: Attribute, error: ValidationError) -> WrongValueError:
    """What the ontology refuses, in words for the person who wrote it."""
    text = str(value)
    if found := UNPRINTABLE.search(text):
        return WrongValueError(NOT_PRINTABLE, code=f"U+{ord(found.group()):04X}")
    if attribute.choices:
        return not_a_choice(text, attribute)
    first = error.errors(include_url=False)[0]
    why = reason(first["type"], first.get("ctx", {}))
    if attribute.is_day and SERIAL.fullmatch(text):
        day = (SERIAL_BEGINS + timedelta(days=int(text))).isoformat()
        return WrongValueError(
            N_('"{value}" in {field} is how a spreadsheet counts days. Write {day}, if that is what is meant.'), day=day
        )
    if attribute.is_day and why.text != BEYOND_REASON:
        return WrongValueError(N_('"{value}" is not a date. In {field}, write YYYY-MM-DD, YYYY-MM or YYYY.'))
    match first["type"]:
        case "string_too_long" | "too_long":
            return WrongValueError(TOO_LONG, length=len(text), most=first["ctx"]["max_length"])
        case "string_too_short" | "too_short":
            return WrongValueError(N_("{field} is empty. Write it, or leave it out when it is unknown."))
        case "string_pattern_mismatch" if text != text.strip():
            return WrongValueError(N_('"{value}" begins or ends with a space. Remove the space from {field}.'))
        case "string_pattern_mismatch":
            return WrongValueError(N_('"{value}" has a form that {field} cannot have; write it on one line.'))
        case "greater_than_equal":
            return WrongValueError(
                N_('"{value}" is too small for {field}, which is at least {least}.'), least=attribute.at_least
            )
        case "less_than_equal":
            return WrongValueError(
                N_('"{value}" is too large for {field}, which is at most {most}.'), most=attribute.at_most
            )
        case "value_error":
            return WrongValueError(UNFIT, reason=why)
    return WrongValueError(N_('"{value}" cannot be the value of {field} ({about}).'), about=attribute.about)
