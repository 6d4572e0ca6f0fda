"""What the graph holds of a thing or a relation: one value a field, over the records of all who state it."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.facts.facts import FactKey, LinkKey, Properties, Ref, name_of
from graph.facts.records import MARKS, Bookkeeping, Stated
from graph.language.words import Language


@dataclass(frozen=True)
class _Held(ABC):
    """A node or relationship as read from the database."""

    properties: Properties

    @property
    @abstractmethod
    def key(self) -> FactKey:
        """Which thing or relation it is."""

    @cached_property
    def fields(self) -> Properties:
        """Its own fields, merged over all datasets."""
        return {name: value for name, value in self.properties.items() if name not in MARKS}

    @cached_property
    def records(self) -> tuple[Stated, ...]:
        """What each dataset says, most trusted first."""
        if text := self.properties.get(Bookkeeping.RECORDS):
            return tuple(Stated.read(self.key, each, fields=each["fields"]) for each in json.loads(text))
        return (Stated.read(self.key, self.properties, fields=self.fields),)

    @property
    def illustrative(self) -> bool:
        """True where any of its records is made up as an example."""
        return any(record.illustrative for record in self.records)


@dataclass(frozen=True)
class Thing(_Held):
    """A node of the graph."""

    kind: str

    @property
    def id(self) -> str:
        """Its id, unique among its kind."""
        return str(self.properties["id"])

    @property
    def key(self) -> Ref:
        """Which thing it is."""
        return Ref(self.kind, self.id)

    def name(self, language: Language = "en") -> str:
        """Its name in `language`, or the one it has."""
        return name_of(self.id, self.properties).say(language)


@dataclass(frozen=True)
class Link(_Held):
    """A relationship of the graph."""

    relation: str

    @property
    def key(self) -> LinkKey:
        """Which relation between which things."""
        source_kind, source_id, target_kind, target_id = self.properties[Bookkeeping.ENDPOINTS]
        return LinkKey(Ref(source_kind, source_id), self.relation, Ref(target_kind, target_id))


def merged(records: Iterable[Stated], trust: Mapping[str, int]) -> Properties:
    """The stored properties of a thing or relation from what each dataset says.

    Per field, the most trusted dataset that states it wins (ties: by name). Each record is kept.
    """
    ranked = sorted(records, key=lambda record: (-trust.get(record.dataset, 0), record.dataset))
    properties: Properties = {}
    for record in ranked:
        for name, value in record.fields.items():
            properties.setdefault(name, value)
    properties |= ranked[0].stored()
    properties[Bookkeeping.DATASETS] = [record.dataset for record in ranked]
    if len(ranked) > 1:
        kept = [{**record.stored(), "fields": record.fields} for record in ranked]
        properties[Bookkeeping.RECORDS] = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return properties
