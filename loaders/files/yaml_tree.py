"""YAML as texts with their lines: no types, nothing said twice, aliases and tags only where a format allows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.cells_and_problems import Cell, Problems, shown
from loaders.files.file_limits import FileLimits
from loaders.files.yaml_bounds import EndedError, YamlBounds

NOTHING = {"", "~", "null", "Null", "NULL"}
MERGE = "<<"
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


TABBED = re.compile(" *\t")
Node = Cell | Listing | Mapping | None
"""None where the value is left empty."""


def tree(text: str, file: str, limits: FileLimits, problems: Problems) -> Node:
    """The one document of `text`, or None after noting why it cannot be read."""
    try:
        return _Builder(file, limits, problems).document(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        # One of YAML's parsers counts the end of a last line without an end as a line more.
        line = min(error.problem_mark.line, text.count("\n")) + 1 if error.problem_mark else 0
        written = text.splitlines()[line - 1 : line]
        tabbed = any(TABBED.match(each) for each in written)
        reason = of_parser("tab character" if tabbed else shown(error.problem or error.context or ""))
        problems.add(Place(file, line), limits.not_yaml, reason=reason)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.add(
            Place(file, line),
            N_("The file has the character {code}, which cannot be shown or stored. Remove it."),
            code=f"U+{error.character if isinstance(error.character, int) else ord(error.character):04X}",
        )
    except EndedError:
        pass
    return None


class _Builder:
    def __init__(self, file: str, limits: FileLimits, problems: Problems) -> None:
        self._bounds, self._limits, self._problems = YamlBounds(file, limits, problems), limits, problems
        self._anchors: dict[str, tuple[Node, int]] = {}

    def document(self, events: Iterator[Any]) -> Node:
        found: Node = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._bounds.refuse(event, N_("A new document begins here (---). Keep one document in each file."))
            elif isinstance(event, yaml.NodeEvent):
                found = self._node(event, events)
        return found

    def _node(self, event: Any, events: Iterator[Any]) -> Node:
        self._bounds.allow(event)
        before = self._bounds.values
        self._bounds.count(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        found = self._written(event, events)
        if event.anchor is not None:
            self._anchors[event.anchor] = found, self._bounds.values - before
        return found

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            self._bounds.refuse(event, N_('"{value}" points at nothing above it.'), event.anchor)
        node, size = self._anchors[event.anchor]
        self._bounds.count(event, size)
        return node

    def _written(self, event: Any, events: Iterator[Any]) -> Node:
        place = self._bounds.place(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style is None or event.style == ""
            return None if plain and event.value in NOTHING else Cell(event.value, place, plain)
        self._bounds.enter(event)
        listed = isinstance(event, yaml.SequenceStartEvent)
        found = self._listing(place, events) if listed else self._mapping(place, events)
        self._bounds.leave()
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
        merged: list[Node] = []
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events)
            value = self._node(next(events), events)
            if not isinstance(key, Cell):
                self._problems.add(
                    self._bounds.place(event), N_("A key is missing or is not a text. Write name: value.")
                )
            elif key.text == MERGE:
                merged += value.items if isinstance(value, Listing) else [value]
                if not self._limits.aliases:
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
        for each in merged:
            if isinstance(each, Mapping):
                mapping.entries = each.entries | mapping.entries
        return mapping
