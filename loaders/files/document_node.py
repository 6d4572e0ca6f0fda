"""A place in a document and what is written there, the same for JSON, YAML and XML.

Some formats are written in more than one of them; a reader that walks in nodes does not care which it was given, and
whatever it finds can say where it was read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

UNTELLABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class DocumentNode:
    """A value and where it stands: a JSON pointer, or an XPath where the document is XML."""

    value: Any
    file: str
    place: str = ""
    xpath: bool = False

    def get(self, name: str) -> "DocumentNode":
        """What stands under `name`: the first where XML has several, a node with nothing in it where there is none."""
        node = self.whole(name)
        return next(node._items(), node) if self.xpath else node

    def each(self, name: str) -> Iterator["DocumentNode"]:
        """The items of the list under `name`; one value counts as a list of it."""
        return self.whole(name)._items()

    def whole(self, name: str) -> "DocumentNode":
        """The whole list under `name`, for saying where it stands."""
        found = self.value.get(name) if isinstance(self.value, dict) else None
        return DocumentNode(found, self.file, f"{self.place}/{name if self.xpath else _escaped(name)}", self.xpath)

    def entries(self) -> Iterator[tuple[str, "DocumentNode"]]:
        """Everything that stands under a name here."""
        if isinstance(self.value, dict):
            for name in self.value:
                yield name, self.get(name)

    def _items(self) -> Iterator["DocumentNode"]:
        if isinstance(self.value, list):
            for index, item in enumerate(self.value):
                here = f"{self.place}[{index + 1}]" if self.xpath else f"{self.place}/{index}"
                yield DocumentNode(item, self.file, here, self.xpath)
        elif self.value is not None:
            yield self

    @property
    def text(self) -> str | None:
        """The value as one line of text; none where it is empty, or holds others."""
        if isinstance(self.value, bool):
            return "true" if self.value else "false"
        if isinstance(self.value, str | int | float):
            return UNTELLABLE.sub(" ", str(self.value))[:LONGEST].strip() or None
        return None

    def texts(self, name: str) -> list[tuple[str, "DocumentNode"]]:
        """The texts of the list under `name`, each with its node."""
        return [(item.text, item) for item in self.each(name) if item.text]

    @property
    def is_object(self) -> bool:
        """True where names stand under it."""
        return isinstance(self.value, dict)

    def __bool__(self) -> bool:
        return self.value is not None


def _escaped(name: str) -> str:
    """`name` as a step of a JSON pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")
