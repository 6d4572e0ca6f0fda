"""Where something is written, and the problems found there."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from graph.declaration import UNPRINTABLE
from graph.words import N_, Language, say
from loaders.source import Problem

LONGEST_SHOWN = 60
SUGGESTIONS = 300
"""How many problems get a suggestion: each is a search through every known name."""


class Place(NamedTuple):
    """A file and line, or a sheet and row, and there a column; made into words only when somebody asks."""

    file: str
    line: int = 0
    column: str = ""
    sheet: str = ""

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: Language) -> str:
        """The place in `language`; file and line are the same in every one."""
        if not self.sheet:
            where = f"{self.file}:{self.line}" if self.line else self.file
            text = N_("{place}, column {column}")
            return say(text, language, place=where, column=self.column) if self.column else where
        if self.column:
            text = N_("{file}, sheet {sheet}, cell {column}{line}")
        else:
            text = N_("{file}, sheet {sheet}, row {line}") if self.line else N_("{file}, sheet {sheet}")
        return say(text, language, **self._asdict())


class Cell(NamedTuple):
    """A text as written, and where."""

    text: str
    place: Place


def shown(value: str) -> str:
    """`value` cut to one short line that any terminal can show."""
    line = re.sub(r"\s+", " ", UNPRINTABLE.sub(lambda found: f"[U+{ord(found.group()):04X}]", value))
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `word` was most likely meant to be."""
    found = process.extractOne(word, list(names), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=75)
    return found[0] if found else None


def _reading_order(place: Place) -> tuple[str, str, int]:
    return place.file, place.sheet, place.line


class Problems:
    """Everything that is wrong, in the order it was found."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self._places: list[Place] = []
        self._searches = 0

    def add(
        self,
        place: Place,
        text: str,
        /,
        value: str | None = None,
        among: Iterable[str] = (),
        suggestion: str | None = None,
        values: Mapping[str, object] | None = None,
        **more: object,
    ) -> None:
        """Note a problem: a catalogue text, the `value` found, and the names `among` which the right one may be."""
        filled = {**(values or {}), **more}
        if value is not None:
            filled["value"] = shown(value)
            if suggestion is None and among and self.searching:
                self._searches += 1
                suggestion = nearest(value, among)
        self._places.append(place)
        self.found.append(Problem(place, text, filled, suggestion))

    def in_order(self) -> list[Problem]:
        """The problems by file, sheet and line."""
        ordered = sorted(zip(self._places, self.found, strict=True), key=lambda each: _reading_order(each[0]))
        return [problem for _, problem in ordered]

    @property
    def searching(self) -> bool:
        """True while suggestions are still looked for."""
        return self._searches < SUGGESTIONS
