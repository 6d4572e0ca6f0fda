"""What narrows permissions: filters with their categories.

One of them that cannot be read is a problem: without it, some permission would seem to allow more.
"""

from collections.abc import Iterable
from typing import NamedTuple

from graph.facts.places import ListRows
from graph.language.words import N_
from loaders.files.cells_and_problems import shown
from loaders.sources.tak.row_references import NOT_THERE, Numbers
from loaders.sources.tak.row_values import text_of
from loaders.sources.tak.rows import CatalogueRow, CatalogueRows


class _Filter(NamedTuple):
    place: ListRows
    text: str


class Narrowing:
    """The filters of each permission, by its number."""

    def __init__(
        self, rows: CatalogueRows, filters: Iterable[CatalogueRow], categories: Iterable[CatalogueRow]
    ) -> None:
        self._rows = rows
        self._filters: dict[str, list[_Filter]] = {}
        self._met: set[str] = set()
        named = self._categories(categories)
        known, numbers = set(), Numbers()
        for row in filters:
            domain, of = (text_of(row, name, needed=True) for name in ("servicedomain", "anropsbehorighet"))
            row.twice = numbers.see(row, row.said, None) and row.id in named
            if row.faults or row.twice or not (domain and of):
                rows.refuse(row)
            else:
                some = ", ".join(sorted(named.get(row.id or "", {})))
                text = f"{domain.text}: {some}" if some else domain.text
                self._filters.setdefault(of.text, []).append(_Filter(row.place, text))
            known.add(row.id or "")
        for each in named.keys() - known:
            for place in named[each].values():
                rows.note(place, NOT_THERE, field="filter", value=shown(each))

    def of(self, number: str | None) -> tuple[str, ...]:
        """What narrows the permission of that number."""
        if number not in self._filters:
            return ()
        self._met.add(number)
        return tuple(sorted({each.text for each in self._filters[number]}))

    def note_unmet(self) -> None:
        """Note the filters of permissions that nobody asked for."""
        for number in self._filters.keys() - self._met:
            for each in self._filters[number]:
                self._rows.note(each.place, N_("It narrows a permission that is not in the file."))

    def _categories(self, rows: Iterable[CatalogueRow]) -> dict[str, dict[str, ListRows]]:
        """By the number of their filter, each with where it stands."""
        named: dict[str, dict[str, ListRows]] = {}
        for row in rows:
            category, of = (text_of(row, name, needed=True) for name in ("category", "filter"))
            if row.faults or not (category and of):
                self._rows.refuse(row)
            else:
                named.setdefault(of.text, {})[category.text] = row.place
        return named
