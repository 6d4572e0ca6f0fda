"""What a source of facts is: something that recognises its files and reads them into facts and problems."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from inspect import signature
from pathlib import Path
from typing import Protocol, Self, cast

from graph.facts.facts import Fact
from graph.language.words import N_, Words
from loaders.files.problem import Problem

SLUG = re.compile(r"\w[\w.-]{0,99}")
"""What the id of a dataset consists of."""
NO_ID = N_(
    "{name} cannot be the id of a dataset. It begins with a letter or digit, and has letters, digits, "
    "points, hyphens and underscores only."
)


@dataclass(frozen=True)
class Dataset:
    """What one run loads as a whole; facts that it stops stating are swept."""

    id: str
    title: str
    title_sv: str | None = None
    trust: int = 50
    """Where two datasets disagree, the higher one is shown (0 to 100)."""
    named_by_file: bool = False
    """Its files do not say which dataset they are: their name does."""

    @classmethod
    def named_after(cls, stem: str) -> Self:
        """The dataset of a file or folder called `stem` that does not state what it is called."""
        slug = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:100] or "register"
        return cls(slug, stem or slug, named_by_file=True)


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
    warnings: list[Problem] = field(default_factory=list)
    """What is loaded all the same, and told."""


class Source(Protocol):
    """One format of input."""

    name: str
    about: Words
    """What is written in it, as the end of a list of what can be loaded."""

    def recognises(self, path: Path) -> bool:
        """True when `path` looks like this source's format; reads at most the beginning of it."""

    def read(self, path: Path, known: Known) -> Reading:
        """Read `path` whole. References may point at things of the file or at `known` things of other datasets.

        What comes of it depends on those and on the files at `path`, and on nothing else: files that have not changed
        are not read again.

        Raises:
            RegisterError: the path cannot be read at all.
        """


_HELD: list[object] = []


class SourceError(TypeError):
    """A file of the formats is no source; the message names it, and says what to add."""


def checked(module: str, declared: object) -> Source:
    """The `SOURCE` of a module of that name.

    Raises:
        SourceError: it lacks something of what a source has.
    """
    if declared is None:
        raise SourceError(f"{module}: it has no source; add SOURCE = an instance of its class, last in the file")
    if lacks := "; ".join(_lacks(declared)):
        raise SourceError(f"{module}: {type(declared).__name__} is no source; add {lacks}")
    _HELD.append(declared)
    return cast(Source, declared)


def held_to_contract(source: Source) -> bool:
    """Whether this is a `SOURCE` of a module, and no other object that reads as one does."""
    return any(each is source for each in _HELD)


def _lacks(declared: object) -> Iterator[str]:
    name, about = getattr(declared, "name", None), getattr(declared, "about", None)
    if not (isinstance(name, str) and name):
        yield 'name = "...", what the format is called'
    if not (isinstance(about, Words) and all(about)):
        yield "about = Words(English, Swedish), what it loads"
    for method, given in (("recognises", ("path",)), ("read", ("path", "known"))):
        if not _takes(getattr(declared, method, None), len(given)):
            yield f"{method}({', '.join(given)})"


def _takes(method: object, count: int) -> bool:
    if not callable(method):
        return False
    try:
        signature(method).bind(*range(count))
    except TypeError:
        return False
    return True
