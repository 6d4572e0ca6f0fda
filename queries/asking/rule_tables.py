"""Tables of rules that a domain expert reads and changes: the program's own, or a region's in place of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml

from graph.errors import SettingsError
from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.validation_errors import UnfitError
from graph.language.words import N_, Message
from graph.settings import own_rules

Table = TypeVar("Table")


class RuleTableError(UnfitError):
    """A table of rules cannot be used; the message says which line and why."""


def table(program: Path, own: str, read: Callable[[str, str], Table]) -> Table:
    """What `read` makes of a table and its name: of a region's `own` where there is one, else of the `program`'s.

    Raises:
        SettingsError: the region's own table cannot be used; says which line and why.
    """
    path = (own_rules() or program.parent) / own
    if not path.is_file():
        return read(program.read_text(encoding="utf-8"), program.name)
    try:
        return read(path.read_text(encoding="utf-8"), str(path))
    except (RuleTableError, UnicodeDecodeError) as error:
        reason = error.told if isinstance(error, RuleTableError) else Message(N_("it is not UTF-8 text"), {})
        raise SettingsError(
            N_("The table of rules cannot be used: {reason}. Mend it, or take it away."), reason=reason
        ) from error


def parsed(text: str, place: str) -> Any:
    """The values of a table that stands at `place`.

    Raises:
        RuleTableError: it is not YAML.
    """
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
        raise RuleTableError(
            N_("{place}: this is not YAML: {problem}"),
            place=Place(place, mark.line + 1 if mark else 0),
            problem=of_parser(problem or str(error).splitlines()[0]),
        ) from error
