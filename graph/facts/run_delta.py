"""What a run touched, by key, as compact text: a snapshot of before becomes one of after by reading that alone."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from graph.facts.facts import LinkKey, Ref

MOST_KEYS = 20_000
"""A run that touched more has no delta: to read so many by key takes as long as to read everything."""
KEYS_OF_PART = 5_000
"""As much as fits well into one property of a node."""
_THING, _THERE, _GONE = "things", "there", "gone"


@dataclass
class RunDelta:
    """Keys of what one run touched, or several after each other."""

    things: set[Ref] = field(default_factory=set)
    """Created, changed, or gone: which of it, the graph tells."""
    links: dict[LinkKey, bool] = field(default_factory=dict)
    """Relations that are there since, or (False) are gone; those whose own fields are as before left out."""
    earlier: bool = False
    """Whether the records of earlier runs were changed, too."""

    def __len__(self) -> int:
        return len(self.things) + len(self.links)

    def stored(self) -> Iterator[str]:
        """It as texts of some thousand keys each, at least one."""
        entries = self._entries()
        part = list(islice(entries, KEYS_OF_PART))
        while True:
            yield _text(part)
            if not (part := list(islice(entries, KEYS_OF_PART))):
                return

    def add(self, stored: str) -> None:
        """Take in what a text says that was stored later than what is known."""
        said: dict[str, dict[str, list[Any]]] = json.loads(stored)
        for kind, ids in said.get(_THING, {}).items():
            self.things.update(Ref(kind, id) for id in ids)
        for sort, there in ((_GONE, False), (_THERE, True)):
            for triple, pairs in said.get(sort, {}).items():
                source, relation, target = triple.split(" ")
                for start, end in pairs:
                    self.links[LinkKey(Ref(source, start), relation, Ref(target, end))] = there

    def _entries(self) -> Iterator[tuple[str, str, Any]]:
        for ref in sorted(self.things):
            yield _THING, ref.kind, ref.id
        for key, there in self.links.items():
            sort = f"{key.source.kind} {key.relation} {key.target.kind}"
            yield _THERE if there else _GONE, sort, [key.source.id, key.target.id]


def _text(entries: Iterable[tuple[str, str, Any]]) -> str:
    said: dict[str, dict[str, list[Any]]] = {}
    for sort, name, key in entries:
        said.setdefault(sort, {}).setdefault(name, []).append(key)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
