"""The file around a catalogue: whether it is one, and its lists."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.facts.places import ListRow, ListRows
from graph.language.words import N_, Sayable
from loaders.files.cells_and_problems import Problems, shown
from loaders.files.encodings import decoded
from loaders.files.file_limits import FileLimits
from loaders.files.folder import beginning
from loaders.files.json_values import read_json
from loaders.files.problem import Problem
from loaders.sources.tak.row_values import day_of

PEEK = 65_536
FORMAT = "1"
LIMITS = FileLimits(
    largest=200 * 1024 * 1024,
    most_values=20_000_000,
    too_large=N_("The file is larger than {most} MB. Divide it into several."),
)
"""A catalogue of a million permissions has a tenth of so many values."""
CONSUMERS, PRODUCERS, COMPONENTS = "tjanstekonsument", "tjansteproducent", "tjanstekomponent"
PROFILES, CONTRACTS, ADDRESSES = "rivtaprofil", "tjanstekontrakt", "logiskadress"
URLS, PERMISSIONS, ROUTES = "anropsadress", "anropsbehorighet", "vagval"
FILTERS, CATEGORIES = "filter", "filtercategorization"
LISTS = (
    PROFILES, CONTRACTS, ADDRESSES, COMPONENTS, CONSUMERS, PRODUCERS, URLS, PERMISSIONS, ROUTES, FILTERS, CATEGORIES,
)  # fmt: skip
NEEDED = (PROFILES, CONTRACTS, ADDRESSES, PERMISSIONS, ROUTES)
NEEDED_NEWER, NEEDED_OLDER = (*NEEDED, COMPONENTS, URLS), (*NEEDED, CONSUMERS, PRODUCERS)
"""Lists that a whole catalogue has, if only empty; the older shape has addresses in its routes."""
RARE = (FILTERS, CATEGORIES)
"""Lists that may be absent, which is noted."""
MARKS = re.compile(
    rb'"(?:formatVersion|utforare|vagval|anropsbehorighet|rivtaprofil|tjanstekontrakt)"\s*:', re.IGNORECASE
)
ABSENT = N_(
    "This list is not in the file, and all that it said before would be taken back. Export the catalogue again, whole; "
    "a list without rows is written []."
)


@dataclass(frozen=True)
class Envelope:
    """A catalogue's lists by name, and what the file says of itself."""

    file: str
    data: dict[str, list[Any]]
    older: bool
    """References are HSA ids, namespaces and addresses, and not numbers."""
    day: str | None
    """When it was made."""


def recognised(path: Path) -> bool:
    """True for a JSON file that begins like a catalogue, in whatever encoding."""
    return path.suffix.lower() == ".json" and bool(MARKS.search(beginning(path, PEEK).replace(b"\0", b"")))


def opened(data: bytes, file: str, problems: Problems) -> Envelope | None:
    """The catalogue in `data`, or None after noting why there is none."""
    value = _value(data, file, problems)
    if problems.found:
        return None
    inside = value.get("data") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(inside, dict):
        _note(problems, file, N_('This is not an addressing catalogue: it has no object "data". Export it again.'))
        return None
    if value.get("formatVersion") not in (None, FORMAT):
        _note(
            problems, file, N_("The catalogue says that its format is {value}; {known} is read."),
            value=shown(str(value["formatVersion"])), known=FORMAT,
        )  # fmt: skip
        return None
    lists: dict[str, list[Any]] = {}
    for name, rows in inside.items():
        if not isinstance(rows, list):
            if rows is not None:
                _note(problems, _list(file, name), N_("This is not a list of rows. Export the catalogue again."))
        elif name.casefold() in lists:
            _note(problems, _list(file, name), N_("This list stands twice. Keep one."))
        elif name.casefold() in LISTS:
            lists[name.casefold()] = rows
        elif rows:
            _note(
                problems, _list(file, name),
                N_("This list is not known, and what it says would be lost. Known: {known}."), known=", ".join(LISTS),
            )  # fmt: skip
    older = CONSUMERS in lists or PRODUCERS in lists
    if older and lists.get(COMPONENTS):
        _note(problems, file, N_("The file mixes both shapes of a catalogue. Export it again in one of them."))
    if not problems.found and not any(lists.values()):
        _note(problems, file, N_("Nothing stands in the catalogue. Export it again."))
    day = None
    if (made := value.get("tidpunkt")) is not None and (day := day_of(made)) is None:
        _note(problems, f"{file}, tidpunkt", N_("This is not a time such as 2026-03-10T13:31:55Z."))
    if not problems.found:
        for name in NEEDED_OLDER if older else NEEDED_NEWER:
            if name not in lists:
                _note(problems, _list(file, name), ABSENT)
    return None if problems.found else Envelope(file, lists, older, day)


def _value(data: bytes, file: str, problems: Problems) -> Any:
    if not data.strip():
        _note(problems, file, N_("The file is empty. Fetch it again."))
        return None
    written = decoded(data, file, problems)
    return None if written is None else read_json(written, file, LIMITS, problems)


def _note(problems: Problems, place: str | Sayable, text: str, /, **values: object) -> None:
    problems.found.append(Problem(place, text, values))


def _list(file: str, name: str) -> ListRows:
    return ListRows(file, (ListRow(shown(name)),))
