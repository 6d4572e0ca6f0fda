"""What is written and where, and the problems found there."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from graph.facts.places import Place
from graph.ontology.declaration import UNPRINTABLE
from loaders.files.problem import Problem

LONGEST_SHOWN = 60
SUGGESTIONS = 300
"""How many problems get a suggestion: each is a search through every known name."""


class Cell(NamedTuple):
    """A text as written, and where."""

    text: str
    place: Place
    plain: bool = False
    """Written in YAML without quotes, where a number can be meant."""


TableRow = tuple[int, list[str]]
"""A row of a table as written: its line and its cells."""


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
