"""Rows of a catalogue's lists, and what is wrong with them.

What is wrong with a row stays with it until it is known whether something needs the row: then it is refused, and else
set aside.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.facts.facts import Ref
from graph.facts.places import ListRow, ListRows
from graph.language.words import N_
from graph.ontology.vocabulary import NoteReason
from loaders.files.cells_and_problems import Problems, shown
from loaders.files.problem import Problem

TWICE = N_("Its number stands on another row too. Export the catalogue again.")


class RowFault(NamedTuple):
    """Why a row cannot be used."""

    reason: NoteReason
    text: str
    values: Mapping[str, object]
    """Of the text; with the name of the field that is at fault, where it is one."""
    raw: object = None
    """What is written there."""


@dataclass(slots=True, eq=False)
class CatalogueRow:
    """One row, what it says, and where it stands."""

    place: ListRows
    id: str | None
    said: Mapping[str, Any]
    """By name in small letters, with what stands under its relationships."""
    faults: list[RowFault] = field(default_factory=list)
    leans_on: list["CatalogueRow"] = field(default_factory=list)
    """Rows that it refers to and that cannot be used."""
    refers_to: list[Ref] = field(default_factory=list)
    """Things that it refers to and that can be told."""
    twice: bool = False
    """Its number stands on a row with other content too."""

    def fault(self, reason: NoteReason, text: str, raw: object = None, /, **values: object) -> None:
        """Say why it cannot be used."""
        self.faults.append(RowFault(reason, text, values, raw))


class CatalogueRows:
    """Reads rows; keeps those that cannot be used, and notes a problem where one of them is needed."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file, self._problems = file, problems
        self._aside: dict[CatalogueRow, None] = {}
        self._refused: set[CatalogueRow] = set()

    @property
    def aside(self) -> list[CatalogueRow]:
        """The rows that cannot be used and that nothing needs, in the order of reading."""
        return [row for row in self._aside if row not in self._refused]

    def note(self, place: ListRows, text: str, /, **values: object) -> None:
        """Note a problem."""
        self._problems.found.append(Problem(place, text, values))

    def set_aside(self, row: CatalogueRow) -> None:
        """Keep a row with faults aside, unless something turns out to need it."""
        self._aside[row] = None

    def refuse(self, row: CatalogueRow) -> None:
        """Note as problems what is wrong with a row that is needed, and with those that it refers to; once."""
        if row in self._refused:
            return
        self._refused.add(row)
        if row.twice:
            self.note(row.place, TWICE)
        for fault in row.faults:
            self.note(row.place, fault.text, **fault.values)
        for other in row.leans_on:
            self.refuse(other)

    def place(self, name: str, id: str = "", number: int = 0) -> ListRows:
        """Where a row of the list called `name` stands; without its id or number, the list."""
        return ListRows(self._file, (ListRow(name, id, number),))

    def of(self, name: str, rows: list[Any]) -> Iterator[CatalogueRow]:
        """The rows of the list called `name`."""
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, dict):
                found = CatalogueRow(self.place(name, number=number), None, {})
                found.fault(NoteReason.NOT_A_ROW, N_("This is not a row with named values."), row)
                yield found
                continue
            related = row.get("relationships")
            id = row.get("id")
            told = isinstance(id, str) and 0 < len(id) <= 40
            place = self.place(name, shown(str(id))) if told else self.place(name, number=number)
            named = related if isinstance(related, dict) else {}
            said = {key.casefold(): value for key, value in (*row.items(), *named.items())}
            found = CatalogueRow(place, id if told else None, said)
            if related is not None and not isinstance(related, dict):
                found.fault(NoteReason.NOT_A_ROW, N_("Its relationships are not named values."), related)
            yield found
