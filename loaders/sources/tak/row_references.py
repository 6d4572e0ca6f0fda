"""What rows refer to each other by, and where that does not say which row is meant."""

from typing import Generic, TypeVar

from graph.language.words import N_
from graph.ontology.vocabulary import Irregularity, NoteReason
from loaders.files.cells_and_problems import shown
from loaders.sources.tak.rows import CatalogueRow

T = TypeVar("T")
NOT_THERE = N_("{field} is {value}, which is not in the file.")
UNUSABLE = N_("{field} is {value}, and that row cannot be used.")
AMBIGUOUS = N_("{field} is {value}, and that is the number of several rows.")


class Targets(Generic[T]):
    """What can be referred to, by number or key: each row with what it is about, or None where it cannot be used."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[CatalogueRow, T | None]]] = {}

    def add(self, key: str, row: CatalogueRow, about: T | None, *, doubled: bool = True) -> None:
        """Let `key` mean the row; `doubled`: it may mean no other, unless that is about the same."""
        here = self._rows.setdefault(key, [])
        if doubled and here and (about is None or here[0][1] != about):
            row.twice = True
        here.append((row, about))

    def unusable(self, key: str) -> list[CatalogueRow]:
        """The rows under the key that cannot be used."""
        return [row for row, about in self._rows.get(key, ()) if about is None]

    def find(self, row: CatalogueRow, name: str, key: str) -> T | None:
        """What `row` refers to by `key` in its field `name`; None after saying why that cannot be told."""
        here = self._rows.get(key)
        value = shown(key)
        if here is None:
            row.fault(NoteReason.NOT_THERE, NOT_THERE, key, field=name, value=value)
            return None
        failing = [each for each, about in here if each.twice or about is None]
        if not failing:
            return here[0][1]
        if any(each.twice for each in failing):
            row.fault(NoteReason.AMBIGUOUS, AMBIGUOUS, key, field=name, value=value)
        else:
            row.fault(NoteReason.UNUSABLE, UNUSABLE, key, field=name, value=value)
        row.leans_on += failing
        return None


class Numbers:
    """The numbers of one list's rows: whoever is read from rows that share one is marked."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[object, set[Irregularity] | None]] = {}

    def see(self, row: CatalogueRow, about: object, marks: set[Irregularity] | None) -> bool:
        """True where the row's number stands on a row before it with other content."""
        if row.id is None:
            return False
        if row.id not in self._seen:
            self._seen[row.id] = about, marks
            return False
        first, marks_of_first = self._seen[row.id]
        if about is not None and first == about:
            return False
        for each in (marks, marks_of_first):
            if each is not None:
                each.add(Irregularity.SAME_NUMBER)
        return True
