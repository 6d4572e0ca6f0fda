"""What a source of facts is: something that recognises its files and reads them into facts and problems."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from graph.facts.facts import Fact
from graph.language.words import Words
from loaders.files.problem import Problem

SLUG = re.compile(r"\w[\w.-]{0,99}")
"""What the id of a dataset consists of."""


@dataclass(frozen=True)
class Dataset:
    """What one run loads as a whole; facts that it stops stating are swept."""

    id: str
    title: str
    title_sv: str | None = None
    trust: int = 50
    """Where two datasets disagree, the higher one is shown (0 to 100)."""

    @classmethod
    def named_after(cls, stem: str) -> Self:
        """The dataset of a file or folder called `stem` that does not state what it is called."""
        slug = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:100] or "register"
        return cls(slug, stem or slug)


@dataclass(frozen=True)
class KnownThing:
    """A thing that the graph already holds."""

    name: str
    datasets: frozenset[str]


Known = Mapping[str, Mapping[str, KnownThing]]
"""What the graph already holds, by kind's name and id."""


@dataclass(frozen=True)
class Reading:
    """All that a source found in its files. With any problem, nothing of it is written."""

    dataset: Dataset
    digest: str
    """Changes when the files' content does."""
    facts: list[Fact]
    problems: list[Problem]


class Source(Protocol):
    """One format of input."""

    name: str
    about: Words
    """What is written in it, as the end of a list of what can be loaded."""

    def recognises(self, path: Path) -> bool:
        """True when `path` looks like this source's format; reads at most the beginning of it."""

    def read(self, path: Path, known: Known) -> Reading:
        """Read `path` whole. References may point at things of the file or at `known` things of other datasets.

        Raises:
            RegisterError: the path cannot be read at all.
        """
