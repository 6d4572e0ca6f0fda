"""YAML as texts with their lines: no types, no anchors, no tags, nothing said twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.written import Cell, Problems

DEEPEST = 12
NOTHING = {"", "~", "null", "Null", "NULL"}
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Listing:
    """A list as written."""

    place: Place
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values as written."""

    place: Place
    entries: dict[str, tuple[Cell, "Node"]] = field(default_factory=dict)


Node = Cell | Listing | Mapping | None
"""None where the value is left empty."""


class _UnreadableError(Exception):
    """The rest of the file cannot be read."""


def tree(text: str, file: str, problems: Problems) -> Node:
    """The one document of `text`, or None after noting why it cannot be read."""
    try:
        return _Builder(file, problems).document(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        problems.add(
            Place(file, line),
            N_(
                "The file is not correct YAML from here on ({reason}). Look at this line and the one before: "
                "indentation, a missing colon, or a quote that is not closed."
            ),
            reason=of_parser(error.problem or error.context or ""),
        )
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.add(
            Place(file, line),
            N_("The file has the character {code}, which cannot be shown or stored. Remove it."),
            code=f"U+{error.character if isinstance(error.character, int) else ord(error.character):04X}",
        )
    except _UnreadableError:
        pass
    return None


class _Builder:
    def __init__(self, file: str, problems: Problems) -> None:
        self._file, self._problems = file, problems
        self._depth = 0

    def document(self, events: Iterator[Any]) -> Node:
        found: Node = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problems.add(
                        self._place(event),
                        N_("A new document begins here (---). Keep one document in each file."),
                    )
                    raise _UnreadableError
            elif isinstance(event, yaml.NodeEvent):
                found = self._node(event, events)
        return found

    def _place(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1)

    def _refuse(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._problems.add(
                self._place(event),
                N_('"{value}" is a YAML anchor or alias (& or *). Write the value out, or put it in quotes.'),
                value=event.anchor,
            )
            raise _UnreadableError
        if event.tag is not None:
            self._problems.add(
                self._place(event),
                N_('"{value}" is a YAML tag. Write the value without it, or put it in quotes.'),
                value=event.tag,
            )
            raise _UnreadableError

    def _node(self, event: Any, events: Iterator[Any]) -> Node:
        self._refuse(event)
        place = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style is None or event.style == ""
            return None if plain and event.value in NOTHING else Cell(event.value, place)
        self._depth += 1
        if self._depth > DEEPEST:
            self._problems.add(place, N_("Too many levels inside each other; a register has at most five."))
            raise _UnreadableError
        found = (
            self._listing(place, events) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(place, events)
        )
        self._depth -= 1
        return found

    def _listing(self, place: Place, events: Iterator[Any]) -> Listing:
        listing = Listing(place)
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            listing.items.append(self._node(event, events))
        return listing

    def _mapping(self, place: Place, events: Iterator[Any]) -> Mapping:
        mapping = Mapping(place)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events)
            value = self._node(next(events), events)
            if not isinstance(key, Cell):
                self._problems.add(self._place(event), N_("A key is missing or is not a text. Write name: value."))
            elif key.text == "<<":
                self._problems.add(key.place, N_("Merge keys (<<) are not read. Write the values out."))
            elif key.text in mapping.entries:
                first = mapping.entries[key.text][0].place.line
                self._problems.add(
                    key.place,
                    N_('"{value}" stands twice here; the first is on line {line}. Keep one of them.'),
                    value=key.text,
                    line=first,
                )
            else:
                mapping.entries[key.text] = (key, value)
        return mapping
