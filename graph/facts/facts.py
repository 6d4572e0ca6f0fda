"""What a source says (`ThingFact`, `LinkFact`) and what the graph holds of it (`Thing`, `Link`)."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, Self

from graph.ontology.declaration import Choice, Kind, Relation

Properties = dict[str, Any]


class Evidence(Choice):
    """On what ground a fact stands."""

    DOCUMENTED = "documented", "Read in a document", "Läst i ett dokument"
    STATED = "stated", "Stated by its register", "Uppgivet i registret"
    ILLUSTRATIVE = "illustrative", "Illustrative: made up as an example", "Illustrativt: påhittat som exempel"
    ASSUMED = "assumed", "Assumed in a scenario", "Antaget i ett scenario"


WRITTEN = (Evidence.DOCUMENTED, Evidence.STATED, Evidence.ILLUSTRATIVE)
"""What a source may say of its facts; only a scenario assumes."""


class Ref(NamedTuple):
    """Which thing: its kind's name and its id."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


class LinkKey(NamedTuple):
    """Which relation between which things."""

    source: Ref
    relation: str
    target: Ref

    def __str__(self) -> str:
        return f"{self.source} {self.relation} {self.target}"


def _about(text: str) -> Mapping[str, str]:
    """What a field of a record says, for those who show records by its fields."""
    return {"about": text}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who says a fact: the document or file, where in it, in which words, and the place in the file we read."""

    source: str = field(metadata=_about("The document or file that says it"))
    section: str | None = field(default=None, metadata=_about("Where in the document"))
    paraphrase: str | None = field(default=None, metadata=_about("What the document says, in other words"))
    evidence: Evidence = field(default=Evidence.STATED, metadata=_about("On what ground it stands"))
    place: str = field(
        default="", metadata=_about("Where it was read: file:line, file#sheet!row:row, or file#list[id=...]")
    )
    """In the notation of `graph.facts.places`."""


@dataclass(frozen=True, slots=True)
class ThingFact:
    """A source says that a thing exists and has these fields."""

    kind: type[Kind]
    id: str
    fields: Properties
    provenance: Provenance

    @property
    def key(self) -> Ref:
        """Which thing it is about."""
        return Ref(self.kind.__name__, self.id)


@dataclass(frozen=True, slots=True)
class LinkFact:
    """A source says that a relation holds between two things."""

    source: Ref
    relation: Relation
    target: Ref
    fields: Properties
    provenance: Provenance

    @property
    def key(self) -> LinkKey:
        """Which relation between which things."""
        return LinkKey(self.source, self.relation.name, self.target)


Fact = ThingFact | LinkFact


class Bookkeeping(StrEnum):
    """Properties that every node and relationship has beside its own fields."""

    SOURCE = "source"
    SECTION = "section"
    PARAPHRASE = "paraphrase"
    EVIDENCE = "evidence"
    DATASET = "dataset"
    PLACE = "place"
    RUN = "run"
    FIRST_RUN = "first_run"
    BORN = "born"
    """The run that created the node or relationship."""
    DATASETS = "datasets"
    RECORDS = "records"
    ENDPOINTS = "endpoints"
    SORT_KEY = "sort_key"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Provenance):
    """Who says what the graph holds: one dataset's word on one thing or relation, from the database to every face.

    What is stored of it, an answer's JSON and the GraphQL types are made of its fields: a new field is one line here.
    """

    key: Ref | LinkKey
    """The thing or relation that it is about."""
    dataset: str = field(metadata=_about("Id of the dataset that the record belongs to"))
    run: int = field(metadata=_about("The run that wrote the record as it is"))

    @classmethod
    def read(cls, key: Ref | LinkKey, stored: Mapping[str, Any], **more: Any) -> Self:
        """The record that is kept as these properties of what it is about."""
        said = {name: stored[name] for name in properties_of(cls) if stored.get(name) is not None}
        return cls(**said | {"key": key, "evidence": Evidence(said["evidence"])} | more)

    @classmethod
    def assumed(cls, key: Ref | LinkKey, scenario: str) -> Self:
        """The record of what only a scenario says."""
        return cls(key=key, source=scenario, evidence=Evidence.ASSUMED, dataset="", run=0)

    def stored(self) -> Properties:
        """The properties that keep it; absent ones left out."""
        said = {name: getattr(self, name) for name in properties_of(type(self))} | {"evidence": self.evidence.value}
        return {name: value for name, value in said.items() if value is not None}

    @property
    def about(self) -> str:
        """``Kind/id``, or ``Kind/id RELATION Kind/id``."""
        return str(self.key)

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The thing, or the two things, that it is about."""
        return (self.key,) if isinstance(self.key, Ref) else (self.key.source, self.key.target)

    @property
    def illustrative(self) -> bool:
        """True where it is made up as an example."""
        return self.evidence is Evidence.ILLUSTRATIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Record):
    """A record with what its dataset states, which is read where records are merged, compared or written out."""

    first_run: int = field(default=0, metadata=_about("The run that first said it"))
    fields: Properties = field(default_factory=dict)

    @classmethod
    def of(cls, fact: Fact, dataset: str, run: int) -> Self:
        """The record of a fact that `dataset` says for the first time in `run`."""
        said = {name: getattr(fact.provenance, name) for name in properties_of(Provenance)}
        return cls(**said, key=fact.key, dataset=dataset, run=run, first_run=run, fields=fact.fields)


def _named(shape: type[Provenance]) -> tuple[str, ...]:
    """The properties that it is kept in, in the order of `Bookkeeping`; those that this does not name come last."""
    own = [each.name for each in fields(shape) if each.name not in ("key", "fields")]
    return tuple(dict.fromkeys([*(each.value for each in Bookkeeping if each.value in own), *own]))


_PROPERTIES: Mapping[type[Provenance], tuple[str, ...]] = {each: _named(each) for each in (Provenance, Record, Stated)}


def properties_of(shape: type[Provenance]) -> tuple[str, ...]:
    """The properties that a provenance, or a record of this shape, is kept in."""
    return _PROPERTIES[shape]


MARKS = frozenset({*(each.value for each in Bookkeeping), *properties_of(Stated)})
"""The properties that are no field of a kind or relation."""


@dataclass(frozen=True)
class _Held(ABC):
    """A node or relationship as read from the database."""

    properties: Properties

    @property
    @abstractmethod
    def key(self) -> Ref | LinkKey:
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

    def name(self, language: str = "en") -> str:
        """Its name in `language`, or the one it has."""
        swedish = self.properties.get("name_sv") if language == "sv" else None
        return str(swedish or self.properties.get("name") or self.id)


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
