"""What a run changed from what to what, as it is kept with the run: readers see so without an older graph."""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple, Self

from graph.facts.facts import FactKey, LinkKey, Ref


class HowChanged(StrEnum):
    """What happened to a thing, or to a relation between things that were there before and after."""

    CHANGED = "~"
    NEW = "+"
    GONE = "-"


class RunChange(NamedTuple):
    """One change of what readers see."""

    about: FactKey
    how: HowChanged
    field: str = ""
    """What of it, where it was changed: a field, or a part of who says it."""
    before: Any = None
    after: Any = None

    @classmethod
    def read(cls, stored: str | None) -> list[Self]:
        """The changes that `stored` keeps; none where a run has kept none."""
        return [
            cls(_key(about), HowChanged(how), *more) for about, how, *more in json.loads(stored or "[]")
        ]  # fmt: skip


class GoneThing(NamedTuple):
    """A thing that a run deleted."""

    ref: Ref
    name: str = ""
    """What it was called; older runs have kept no name."""

    @classmethod
    def read(cls, stored: str) -> Self:
        """The thing that `stored` keeps: ``Kind/id``, and after a tab the name."""
        key, _, name = stored.partition("\t")
        kind, _, id = key.partition("/")
        return cls(Ref(kind, id), name)

    def stored(self) -> str:
        """It, as a text that `read` takes apart again."""
        return f"{self.ref}\t{self.name}"


def stored_changes(changes: Iterable[RunChange]) -> str:
    """`changes` as one text that `RunChange.read` takes apart again."""
    rows = [[_parts(each.about), each.how, *([each.field, each.before, each.after] if each.field else [])]
            for each in changes]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _parts(about: FactKey) -> list[str]:
    return [*about] if isinstance(about, Ref) else [*about.source, about.relation, *about.target]


def _key(parts: list[str]) -> FactKey:
    if len(parts) == 2:
        return Ref(*parts)
    return LinkKey(Ref(*parts[:2]), parts[2], Ref(*parts[3:]))
