"""What a format allows of YAML while it is read: aliases, tags, levels and values."""

from typing import Any, NoReturn

import yaml

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems
from loaders.files.excess import note_depth, note_values
from loaders.files.file_limits import FileLimits


class EndedError(Exception):
    """The rest of the file is not read; why has been noted."""


class YamlBounds:
    """Looks at each event of a parser before it is used.

    Raises:
        EndedError: (its methods) the file goes beyond what its format allows.
    """

    def __init__(self, file: str, limits: FileLimits, problems: Problems) -> None:
        self._file, self._limits, self._problems = file, limits, problems
        self._depth = 0
        self.values = 0
        """How many there were so far, those that aliases stand for counted each time."""

    def place(self, event: Any) -> Place:
        """Where the event begins."""
        return Place(self._file, event.start_mark.line + 1)

    def refuse(self, event: Any, text: str, value: str | None = None) -> NoReturn:
        """Note what is wrong, and end."""
        self._problems.add(self.place(event), text, value=value)
        raise EndedError

    def allow(self, event: Any) -> None:
        """End at an alias, an anchor or a tag that is not allowed."""
        alias = isinstance(event, yaml.AliasEvent)
        if not self._limits.aliases and (alias or event.anchor is not None):
            text = N_('"{value}" is a YAML anchor or alias (& or *). Write the value out, or put it in quotes.')
            self.refuse(event, text, event.anchor)
        if not (self._limits.tags or alias or event.tag is None):
            self.refuse(
                event, N_('"{value}" is a YAML tag. Write the value without it, or put it in quotes.'), event.tag
            )

    def count(self, event: Any, more: int = 1) -> None:
        """End at a value too many."""
        self.values += more
        if self.values > self._limits.most_values:
            note_values(self.place(event), self._limits, self._problems)
            raise EndedError

    def enter(self, event: Any) -> None:
        """Go one level deeper; end at a level too many."""
        self._depth += 1
        if self._depth > self._limits.deepest:
            note_depth(self.place(event), self._limits, self._problems)
            raise EndedError

    def leave(self) -> None:
        """Come back from a level."""
        self._depth -= 1
