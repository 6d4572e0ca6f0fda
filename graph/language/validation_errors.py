"""Why a value is refused, in the reader's language: what Pydantic finds in our models, as texts of the catalogue.

Each reason is told as the end of a sentence that names the value: it has no capital letter and no full stop.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from graph.language.words import N_, Message

_WHOLE, _NUMBER, _YES_OR_NO = N_("write a whole number"), N_("write a number"), N_("write yes or no")
_TEXT, _LIST, _NAMED = N_("write a text"), N_("write a list"), N_("write names with values")
_DATE, _ONE_OF = N_("write a date, such as 2026-03-10"), N_("write one of: {expected}")
MISSING, UNKNOWN = "missing", "extra_forbidden"
TEXTS: Mapping[str, str] = {
    MISSING: N_("it is missing"),
    UNKNOWN: N_("nothing has this name here; take it away, or spell it as it should be"),
    "string_type": _TEXT, "string_sub_type": _TEXT, "string_unicode": N_("it is not UTF-8 text"),
    "string_too_long": N_("it is too long; the most is {max_length} characters"),
    "string_too_short": N_("it is too short; the least number of characters is {min_length}"),
    "string_pattern_mismatch": N_("it has several lines, or begins or ends with a space"),
    "int_type": _WHOLE, "int_parsing": _WHOLE, "int_from_float": _WHOLE,
    "int_parsing_size": N_("the number is too large"),
    "float_type": _NUMBER, "float_parsing": _NUMBER, "finite_number": N_("write a finite number"),
    "bool_type": _YES_OR_NO, "bool_parsing": _YES_OR_NO,
    "greater_than": N_("it must be more than {gt}"), "greater_than_equal": N_("it must be at least {ge}"),
    "less_than": N_("it must be less than {lt}"), "less_than_equal": N_("it must be at most {le}"),
    "enum": _ONE_OF, "literal_error": _ONE_OF,
    "too_long": N_("it has too many entries; the most is {max_length}"),
    "too_short": N_("it has too few entries; the least is {min_length}"),
    "list_type": _LIST, "tuple_type": _LIST, "set_type": _LIST, "frozen_set_type": _LIST, "iterable_type": _LIST,
    "dict_type": _NAMED, "mapping_type": _NAMED, "model_type": _NAMED, "model_attributes_type": _NAMED,
    "dataclass_type": _NAMED, "named_tuple_type": _NAMED, "invalid_key": N_("the names must be texts"),
    "date_type": _DATE, "date_parsing": _DATE, "date_from_datetime_parsing": _DATE, "date_from_datetime_inexact": _DATE,
    "datetime_type": _DATE, "datetime_parsing": _DATE, "datetime_from_date_parsing": _DATE,
    "path_type": N_("write the path of a file or folder"),
    "none_required": N_("leave it empty"),
    "union_tag_invalid": N_("for {discriminator}, write one of: {expected_tags}"),
    "union_tag_not_found": N_("it lacks {discriminator}"),
    "json_invalid": N_("it is not correct JSON"), "json_type": N_("write JSON as a text"),
}  # fmt: skip
OTHER = N_("it cannot stand here ({type})")
NAMES = ("expected", "expected_tags", "discriminator")
"""Values that Pydantic lists with quotes and an English *or*."""
QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")
LONGEST = 80


class UnfitError(ValueError):
    """What a validator of ours raises: a value that is refused, with the reason as a text of the catalogue."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.message = Message(text, values)


class Wrong(NamedTuple):
    """One thing that is wrong with what was given."""

    path: tuple[int | str, ...]
    """The names and places in lists that lead to it."""
    type: str
    """What Pydantic calls it."""
    value: str
    """What was given, cut short."""
    reason: Message

    @property
    def name(self) -> str:
        """The path as one name: ``steps.1.by``."""
        return ".".join(map(str, self.path))


def first(error: ValidationError) -> Wrong:
    """The first thing that is wrong."""
    found = error.errors(include_url=False)[0]
    why = reason(found["type"], found.get("ctx", {}))
    return Wrong(found["loc"], found["type"], repr(found["input"])[:LONGEST], why)


def reason(type: str, context: Mapping[str, Any]) -> Message:
    """Why a value is refused; of what is not known here, what Pydantic calls it."""
    raised = context.get("error")
    if isinstance(raised, UnfitError):
        return raised.message
    if text := TEXTS.get(type):
        return Message(text, {name: _listed(said) if name in NAMES else said for name, said in context.items()})
    return Message(OTHER, {"type": type})


def _listed(said: object) -> str:
    """``'a', 'b' or 'c'`` as ``a, b, c``."""
    return ", ".join(QUOTED.findall(str(said))) or str(said)
