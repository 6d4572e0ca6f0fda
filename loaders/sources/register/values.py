"""From a text to a value of the declared type, as numbers, dates and yes or no are written here."""

import re
from collections.abc import Callable
from typing import Any

from graph.language.words import N_
from graph.ontology.declaration import Attribute, Choice
from loaders.runs.field_values import LARGEST, NOT_OF_TYPE, TOO_LARGE, WrongValueError, not_a_choice

TRUE = {"yes", "true", "ja", "1", "sant"}
FALSE = {"no", "false", "nej", "0", "falskt"}
SPACES = "[ \u00a0\u2009\u202f]"
GROUPED = re.compile(rf"[+-]?\d{{1,3}}(?:{SPACES}\d{{3}})+(?=$|[.,])")
WHOLE = re.compile(r"[+-]?\d+(?:[.,]0+)?")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")


def reader(attribute: Attribute) -> Callable[[str, Attribute], Any]:
    """How the texts of `attribute` are read.

    Raises:
        WrongValueError: (the reader) the text is not of the type.
    """
    return _choice if attribute.choices else _READERS[attribute.type]


def _text(text: str, attribute: Attribute) -> str:
    return text


def _boolean(text: str, attribute: Attribute) -> bool:
    word = text.strip().lower()
    if word in TRUE or word in FALSE:
        return word in TRUE
    raise WrongValueError(NOT_OF_TYPE[bool])


def _ungrouped(text: str) -> str:
    text = text.strip().replace("\u2212", "-")
    if found := GROUPED.match(text):
        return re.sub(SPACES, "", found.group()) + text[found.end() :]
    return text


def _whole(text: str, attribute: Attribute) -> int:
    digits = _ungrouped(text)
    if not WHOLE.fullmatch(digits) or AMBIGUOUS.fullmatch(digits):
        raise WrongValueError(NOT_OF_TYPE[int])
    number = int(re.split("[.,]", digits)[0])
    if not -LARGEST <= number < LARGEST:
        raise WrongValueError(TOO_LARGE)
    return number


def _number(text: str, attribute: Attribute) -> float:
    digits = _ungrouped(text)
    if AMBIGUOUS.fullmatch(digits):
        raise WrongValueError(
            N_(
                '"{value}" can be read as {thousands} or as {decimal}. '
                "In {field}, write {thousands}, or {decimal} with a point."
            ),
            thousands=digits.replace(",", ""),
            decimal=digits.replace(",", "."),
        )
    if not NUMBER.fullmatch(digits):
        raise WrongValueError(NOT_OF_TYPE[float])
    number = float(digits.replace(",", "."))
    if number in (float("inf"), float("-inf")):
        raise WrongValueError(TOO_LARGE)
    return number


_READERS: dict[type, Callable[[str, Attribute], Any]] = {str: _text, bool: _boolean, int: _whole, float: _number}


def _choice(text: str, attribute: Attribute) -> Choice:
    word = text.strip()
    for member in attribute.choices:
        if word == member.value:
            return member
    raise not_a_choice(word, attribute)
