"""Random addressing catalogues with faults in some rows, and what becomes of each row, said apart from the loader."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

PARTS = {
    "rivtaprofil": "namn", "tjanstekontrakt": "namnrymd", "logiskadress": "hsaId", "tjanstekomponent": "hsaId",
}  # fmt: skip
PROFILE, CONTRACT, ADDRESS, SYSTEM = PARTS
URL, PERMISSION, ROUTE = "anropsadress", "anropsbehorighet", "vagval"
UNREADABLE = ("line break", "missing", "not a text")
"""What may be wrong with a key."""
BROKEN = (*UNREADABLE, "about")
FAULTS = (*[None] * 12, *BROKEN, "same number", "same key")


@dataclass(eq=False)
class OddRow:
    """A row, and what is wrong with it."""

    list: str
    number: int
    key: str
    fault: str | None
    refers: dict[str, "OddRow | None"] = field(default_factory=dict)
    """By field; None for what is not in the file."""


class OddCatalogue:
    """A catalogue in one of the shapes, with faults."""

    def __init__(self, random: Random, *, older: bool) -> None:
        self._random, self._older = random, older
        self._numbered = 0
        self._careful = random.random() < 0.7
        """Entries refer to what can be told, where there is any: else few catalogues would load."""
        self.rows: dict[str, list[OddRow]] = {name: [] for name in (*PARTS, URL, PERMISSION, ROUTE)}
        for name in PARTS:
            self._add(name, random.randint(1, 4), FAULTS)
        self._add(URL, random.randint(1, 4), (*[None] * 6, *UNREADABLE, "same number"), PROFILE, SYSTEM)
        self._add(PERMISSION, random.randint(1, 3), (*[None] * 5, "time"), SYSTEM, CONTRACT, ADDRESS)
        self._add(ROUTE, random.randint(1, 3), (*[None] * 5, "time"), URL, CONTRACT, ADDRESS)

    @property
    def entries(self) -> list[OddRow]:
        """Permissions and routes."""
        return [*self.rows[PERMISSION], *self.rows[ROUTE]]

    def usable(self, row: OddRow) -> bool:
        """Whether all that it says by itself, and all that it refers to, can be told."""
        return row.fault not in (*BROKEN, "time") and all(map(self.told, row.refers.values()))

    def told(self, row: OddRow | None) -> bool:
        """Whether it is clear which row is meant, and that one is usable."""
        if row is None or not self.usable(row):
            return False
        if not self._older:
            return [each.number for each in self.rows[row.list]].count(row.number) == 1
        return not any(each.key == row.key and each.fault == "about" for each in self.rows[row.list])

    def meant(self, row: OddRow) -> list[OddRow]:
        """The rows that a reference to this one may mean: the newer shape refers by number, the older by key."""
        return [
            each for each in self.rows[row.list]
            if (each.key == row.key if self._older else each.number == row.number)
        ]  # fmt: skip

    def astray(self, entry: OddRow) -> bool:
        """Whether the entry refers to what is not there, not usable or not one row."""
        return not all(map(self.told, entry.refers.values()))

    def needed(self, entry: OddRow) -> bool:
        """Whether the entry has its other half: one of which it can be told what it is for."""
        others = self.rows[ROUTE if entry.list == PERMISSION else PERMISSION]
        return any(_keys(entry) == _keys(other) for other in others if all(map(self.told, _about(other))))

    def refused(self) -> bool:
        """Whether something that is needed cannot be used."""
        return any(self.astray(each) or (each.fault == "time" and self.needed(each)) for each in self.entries)

    def data(self) -> dict[str, list[dict[str, Any]]]:
        """As it is exported."""
        lists: dict[str, list[dict[str, Any]]] = {"tjanstekonsument": [], "tjansteproducent": []} if self._older else {}
        for name, rows in self.rows.items():
            for row in rows:
                lists.setdefault(self.listed_in(row), []).append(dict(self._fields(row)))
            lists.setdefault(name, [])
        if self._older:
            del lists[SYSTEM]
        return lists

    def listed_in(self, row: OddRow) -> str:
        """The list that the row stands in; the older shape has two for systems."""
        if not self._older or row.list != SYSTEM:
            return row.list
        return ("tjanstekonsument", "tjansteproducent")[self.rows[SYSTEM].index(row) % 2]

    def place(self, row: OddRow) -> str:
        """Where it stands, in the notation of places."""
        return f"made-up.json#{self.listed_in(row)}[id={row.number}]"

    def _add(self, name: str, count: int, faults: tuple[str | None, ...], *others: str) -> None:
        for _ in range(count):
            self._numbered += 1
            number = self._numbered
            key = f"urn:riv:made:up:Get{number}Responder:1" if name == CONTRACT else f"{name}{number}"
            row = OddRow(name, number, key, self._random.choice(faults))
            last = self.rows[name][-1] if self.rows[name] else row
            row.number = last.number if row.fault == "same number" else number
            row.key = last.key if row.fault == "same key" else key
            row.refers = {other: self._chosen(name, other) for other in others}
            if others and (name == URL or not self._careful) and self._random.random() < 0.1:
                row.refers[self._random.choice(others)] = None
            self.rows[name].append(row)

    def _chosen(self, name: str, other: str) -> OddRow:
        told = (
            [row for row in self.rows[other] if self.told(row)] if self._careful and name in (PERMISSION, ROUTE) else []
        )
        return self._random.choice(told or self.rows[other])

    def _fields(self, row: OddRow) -> Iterator[tuple[str, Any]]:
        yield "id", row.number
        if (name := PARTS.get(row.list, "adress" if row.list == URL else None)) and row.fault != "missing":
            yield name, _written(row)
        yield "beskrivning", [] if row.fault == "about" else "Påhittad"
        if row.fault == "time":
            yield "tomTidpunkt", "soon"
        if row.refers:
            yield "relationships", dict(self._related(row))

    def _related(self, row: OddRow) -> Iterator[tuple[str, Any]]:
        for name, other in row.refers.items():
            called = "tjanstekonsument" if (row.list, name) == (PERMISSION, SYSTEM) else name
            if other is None:
                yield called, "nowhere" if self._older else 9999
            elif not self._older:
                yield called, other.number
            else:
                yield called, None if other.fault == "missing" else _written(other)
        if self._older and (url := row.refers.get(URL)):
            for name, other in url.refers.items():
                called = "tjansteproducent" if name == SYSTEM else name
                yield called, _written(other) if other and other.fault != "missing" else "nowhere"


def _written(row: OddRow) -> Any:
    return {"line break": f"{row.key}\r\nX", "not a text": [row.key]}.get(row.fault or "", row.key)


def _about(entry: OddRow) -> list[OddRow | None]:
    return [other for name, other in entry.refers.items() if name in (CONTRACT, ADDRESS)]


def _keys(entry: OddRow) -> list[str | None]:
    return [other.key if other else None for other in _about(entry)]
