"""The fields of a form, as templates draw them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Option:
    """One value that may be chosen."""

    value: str
    label: str


@dataclass(frozen=True)
class Input:
    """One field of a form."""

    name: str
    label: str
    hint: str
    type: str
    """``select``, ``many``, ``number``, ``date`` or ``text``."""
    values: tuple[str, ...]
    options: tuple[Option, ...] = ()
    required: bool = False
    kind: str | None = None
    """Where it takes the id of a thing, the thing's kind."""
    kind_from: str = ""
    """The field that holds the kind of thing, where any kind will do."""
    least: str = ""
    most: str = ""


def texts_of(value: Any) -> tuple[str, ...]:
    """A value, or each of several, as a field holds it."""
    if value is None:
        return ()
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return (str(value).lower(),) if isinstance(value, bool) else (str(value),)
