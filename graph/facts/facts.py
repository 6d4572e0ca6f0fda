"""What a source says (`ThingFact`, `LinkFact`) and what the graph holds of it (`Thing`, `Link`)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

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


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who says a fact: the document or file, where in it, in which words, and the place in the file we read."""

    source: str
    section: str | None = None
    paraphrase: str | None = None
    evidence: Evidence = Evidence.STATED
    place: str = ""
    """Where the fact was read, in the notation of `graph.facts.places`."""


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


@dataclass(frozen=True)
class Stated:
    """One dataset's record of one thing or relation."""

    dataset: str
    source: str
    section: str | None
    paraphrase: str | None
    evidence: Evidence
    place: str
    run: int
    """The run that wrote this record as it is."""
    first_run: int
    """The run that first said it."""
    fields: Properties = field(default_factory=dict)

    @classmethod
    def read(cls, stored: Mapping[str, Any], fields: Properties) -> "Stated":
        """Rebuild a record from stored properties."""
        return cls(
            dataset=stored["dataset"],
            source=stored["source"],
            section=stored.get("section"),
            paraphrase=stored.get("paraphrase"),
            evidence=Evidence(stored["evidence"]),
            place=stored.get("place", ""),
            run=stored["run"],
            first_run=stored["first_run"],
            fields=fields,
        )  # fmt: skip

    def provenance(self) -> Properties:
        """The record's properties without its fields; absent ones left out."""
        said = {
            "source": self.source, "section": self.section, "paraphrase": self.paraphrase,
            "evidence": self.evidence.value, "dataset": self.dataset, "place": self.place,
            "run": self.run, "first_run": self.first_run,
        }  # fmt: skip
        return {name: value for name, value in said.items() if value is not None}


@dataclass(frozen=True)
class _Held:
    """A node or relationship as read from the database."""

    properties: Properties

    @cached_property
    def fields(self) -> Properties:
        """Its own fields, merged over all datasets."""
        own = self.properties.keys() - {b.value for b in Bookkeeping}
        return {name: self.properties[name] for name in self.properties if name in own}

    @cached_property
    def records(self) -> tuple[Stated, ...]:
        """What each dataset says, most trusted first."""
        if text := self.properties.get(Bookkeeping.RECORDS):
            return tuple(Stated.read(each, each["fields"]) for each in json.loads(text))
        return (Stated.read(self.properties, self.fields),)

    @property
    def illustrative(self) -> bool:
        """True where any of its records is made up as an example."""
        return any(record.evidence is Evidence.ILLUSTRATIVE for record in self.records)


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
    properties |= ranked[0].provenance()
    properties[Bookkeeping.DATASETS] = [record.dataset for record in ranked]
    if len(ranked) > 1:
        kept = [{**record.provenance(), "fields": record.fields} for record in ranked]
        properties[Bookkeeping.RECORDS] = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return properties
