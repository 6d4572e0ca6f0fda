"""YAML as plain values: texts, yes and no, lists and objects. Anchors are followed, but never far.

Numbers and dates stay as they are written, so that version 1.10 does not become 1.1.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.refusal import InvalidOfferError, refuse
from loaders.files.written import shown
from loaders.files.yaml_tree import LOADER, NOTHING

DEEPEST = 100
MOST_VALUES = 500_000
"""Values after anchors are followed: a short file can stand for thousands of millions."""
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
MERGE = "<<"


def read_yaml(text: str, file: str) -> Any:
    """The one document of `text`.

    Raises:
        InvalidOfferError: it is not correct YAML, or grows too large or too deep.
    """
    try:
        return _Reader(file).document(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise refuse(
            Place(file, line),
            N_(
                "The file is neither JSON, XML nor correct YAML from here on ({reason}). "
                "It may be cut short: fetch it again, whole."
            ),
            reason=of_parser(shown(error.problem or error.context or "")),
        ) from error
    except yaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(error.character)
        raise refuse(
            Place(file, text.count("\n", 0, error.position) + 1),
            N_("The file has the character {code}, which cannot be shown or stored. Remove it."),
            code=f"U+{code:04X}",
        ) from error


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._values = 0

    def document(self, events: Iterator[Any]) -> Any:
        found: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refusal(event, N_("A new document begins here (---). Keep one document in each file."))
            elif isinstance(event, yaml.NodeEvent):
                found = self._value(event, events, 0)
        return found

    def _refusal(self, event: Any, text: str, /, **values: object) -> InvalidOfferError:
        return refuse(Place(self._file, event.start_mark.line + 1), text, **values)

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        if depth > DEEPEST:
            raise self._refusal(
                event, N_("The file is nested more than {most} levels deep. It is not read."), most=DEEPEST
            )
        before = self._values
        self._count(event, 1)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise self._refusal(event, N_('"{value}" points at nothing above it.'), value=shown(str(event.anchor)))
            value, size = self._anchors[event.anchor]
            self._count(event, size)
            return value
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list(events, depth)
        else:
            value = self._object(events, depth)
        if event.anchor:
            self._anchors[event.anchor] = (value, self._values - before)
        return value

    def _count(self, event: Any, more: int) -> None:
        self._values += more
        if self._values > MOST_VALUES:
            raise self._refusal(
                event, N_("The file holds more than {most} values. It is not read."), most=f"{MOST_VALUES:,}"
            )

    def _scalar(self, event: Any) -> Any:
        if event.style in (None, ""):
            if event.value in NOTHING:
                return None
            return TRUTHS.get(event.value, event.value)
        return event.value

    def _list(self, events: Iterator[Any], depth: int) -> list[Any]:
        found = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._value(event, events, depth + 1))
        return found

    def _object(self, events: Iterator[Any], depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        merged: list[Any] = []
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._value(event, events, depth + 1)
            value = self._value(next(events), events, depth + 1)
            name = str(key).lower() if isinstance(key, bool) else key
            if not isinstance(name, str):
                raise self._refusal(event, N_("A key is missing or is not a text. Write name: value."))
            if name == MERGE:
                merged += value if isinstance(value, list) else [value]
            elif name in found:
                raise self._refusal(
                    event,
                    N_('"{value}" stands twice here, so it is not clear which counts. Keep one.'),
                    value=shown(name),
                )
            else:
                found[name] = value
        for each in merged:
            if isinstance(each, dict):
                found = each | found
        return found
