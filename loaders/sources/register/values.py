"""From a text to a value of the declared type, as numbers, dates and yes or no are written here."""

import re
from collections.abc import Callable
from typing import Any

from graph.language.words import N_
from graph.ontology.declaration import Attribute, Choice
from loaders.files.written import nearest

TRUE = {"yes", "true", "ja", "1", "sant"}
FALSE = {"no", "false", "nej", "0", "falskt"}
SPACES = "[ \u00a0\u2009\u202f]"
GROUPED = re.compile(rf"[+-]?\d{{1,3}}(?:{SPACES}\d{{3}})+(?=$|[.,])")
WHOLE = re.compile(r"[+-]?\d+(?:[.,]0+)?")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
LARGEST = 2**63


class WrongValueError(ValueError):
    """The text cannot be that field's value; carries the catalogue text and its values."""

    def __init__(self, text: str, suggestion: str | None = None, **values: object) -> None:
        super().__init__(text)
        self.text, self.suggestion, self.values = text, suggestion, values


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
    raise WrongValueError(
        N_('"{value}" is neither yes nor no. In {field}, write yes or no, or leave it out when it is unknown.')
    )


def _ungrouped(text: str) -> str:
    text = text.strip().replace("\u2212", "-")
    if found := GROUPED.match(text):
        return re.sub(SPACES, "", found.group()) + text[found.end() :]
    return text


def _whole(text: str, attribute: Attribute) -> int:
    digits = _ungrouped(text)
    if not WHOLE.fullmatch(digits) or AMBIGUOUS.fullmatch(digits):
        raise WrongValueError(N_('"{value}" is not a whole number. In {field}, write digits only, such as 1200.'))
    number = int(re.split("[.,]", digits)[0])
    if not -LARGEST <= number < LARGEST:
        raise WrongValueError(N_('"{value}" is too large a number for {field}.'))
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
        raise WrongValueError(N_('"{value}" is not a number. In {field}, write a number such as 1200 or 1200.50.'))
    number = float(digits.replace(",", "."))
    if number in (float("inf"), float("-inf")):
        raise WrongValueError(N_('"{value}" is too large a number for {field}.'))
    return number


_READERS: dict[type, Callable[[str, Attribute], Any]] = {str: _text, bool: _boolean, int: _whole, float: _number}


def _choice(text: str, attribute: Attribute) -> Choice:
    word = text.strip()
    for member in attribute.choices:
        if word == member.value:
            return member
    labels = {label.casefold(): member.value for member in attribute.choices for label in member.words}
    allowed = [member.value for member in attribute.choices]
    raise WrongValueError(
        N_('"{value}" is not a value of {field}. Write one of: {allowed}.'),
        suggestion=labels.get(word.casefold()) or nearest(word, allowed),
        allowed=", ".join(allowed),
    )
