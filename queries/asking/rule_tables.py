"""Tables of rules that a domain expert reads and changes: the program's own, or a region's in place of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from graph.errors import SettingsError
from graph.language.validation_errors import UnfitError
from graph.language.words import N_
from graph.settings import own_rules
from loaders.files.cells_and_problems import Problems
from loaders.files.file_limits import FileLimits
from loaders.files.folder import whole_text
from loaders.files.plain_values import plain_values
from loaders.files.refusal import UnreadableFileError, settle
from loaders.files.yaml_tree import tree

Table = TypeVar("Table")
LIMITS = FileLimits(
    largest=1024 * 1024,
    deepest=20,
    most_values=50_000,
    aliases=True,
    not_yaml=N_("this is not YAML: {reason}."),
)
"""What a table of rules, or a scoring profile, may hold; the largest of ours has some hundreds of values."""


class RuleTableError(UnfitError):
    """A table of rules cannot be used; the message says which line and why."""


class UnreadTableError(RuleTableError):
    """A table of rules cannot be read at all; the message is whole sentences."""


def table(program: Path, own: str, read: Callable[[str, str], Table]) -> Table:
    """What `read` makes of a table and its name: of a region's `own` where there is one, else of the `program`'s.

    Raises:
        SettingsError: the region's own table cannot be used; says which line and why.
    """
    folder = own_rules()
    path = folder / own if folder else program
    if path == program or not path.is_file():
        return read(written(program, program.name), program.name)
    try:
        return read(written(path, str(path)), str(path))
    except UnreadTableError as error:
        text = N_("The table of rules cannot be used: {problem} Mend it, or take it away.")
        raise SettingsError(text, problem=error.message) from error
    except RuleTableError as error:
        text = N_("The table of rules cannot be used: {reason}. Mend it, or take it away.")
        raise SettingsError(text, reason=error.message) from error


def written(path: Path, place: str) -> str:
    """The text of the table at `path`, which messages call `place`.

    Raises:
        UnreadTableError: it is too large, may not be read, or is not UTF-8.
    """
    with _as_a_table():
        return whole_text(path, place, LIMITS)


def parsed(text: str, place: str) -> Any:
    """The values of a table that stands at `place`.

    Raises:
        UnreadTableError: it is not YAML, says something twice, or uses what is not read of YAML.
    """
    problems = Problems()
    with _as_a_table():
        found = plain_values(tree(text, place, LIMITS, problems), numbers=True)
        settle(problems)
    return found


@contextmanager
def _as_a_table() -> Iterator[None]:
    """Tell of a file that cannot be read as of such a table, by the first of its problems."""
    try:
        yield
    except UnreadableFileError as error:
        raise UnreadTableError("{problem}", problem=error.problems[0]) from error
