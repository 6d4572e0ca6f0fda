"""Who says what the graph holds: each dataset's record of a thing or a relation, and the properties that keep it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Self

from graph.facts.facts import Evidence, Fact, FactKey, Properties, Provenance, Ref, what_it_says


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

    key: FactKey
    """The thing or relation that it is about."""
    dataset: str = field(metadata=what_it_says("Id of the dataset that the record belongs to"))
    run: int = field(metadata=what_it_says("The run that wrote the record as it is"))

    @classmethod
    def read(cls, key: FactKey, stored: Mapping[str, Any], **more: Any) -> Self:
        """The record that is kept as these properties of what it is about."""
        said = {name: stored[name] for name in properties_of(cls) if stored.get(name) is not None}
        return cls(**said | {"key": key, "evidence": Evidence(said["evidence"])} | more)

    @classmethod
    def assumed(cls, key: FactKey, scenario: str, **more: Any) -> Self:
        """The record of what only a scenario says."""
        return cls(key=key, source=scenario, evidence=Evidence.ASSUMED, dataset="", run=0, **more)

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

    @property
    def is_assumed(self) -> bool:
        """True where only a scenario says it."""
        return self.evidence is Evidence.ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Record):
    """A record with what its dataset states, which is read where records are merged, compared or written out."""

    first_run: int = field(default=0, metadata=what_it_says("The run that first said it"))
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


_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def fingerprint(said: Provenance, fields: Mapping[str, Any]) -> int:
    """What tells one record of a fact from another: a number of 64 bits, with a sign.

    Of its fields and of who says it, not of the place where it was read: a row that moved says what it said, and so
    does a file by another name. A source that is no more than that place, or its file, is of no account either.
    """
    ground = _ground(said)
    return _of_text(ground, _written(fields)) if fields else ground


def with_fingerprints(facts: Iterable[Fact]) -> Iterator[tuple[Fact, int]]:
    """Each fact with its fingerprint; those of one row, which stand on the very same, at the price of one."""
    before, ground = None, 0
    for fact in facts:
        if fact.provenance is not before:
            before = fact.provenance
            ground = _ground(before)
        yield fact, _of_text(ground, _written(fact.fields)) if fact.fields else ground


def _ground(said: Provenance) -> int:
    source = None if _is_place(said.source, said.place) else said.source
    return _of_ground(source, said.section, said.paraphrase, said.evidence.value)


def _is_place(source: str, place: str) -> bool:
    """Whether the source only tells where it was read: a file, or a place in it."""
    if place.startswith(source):
        return place[len(source) :][:1] in ("", ":", "#")
    quoted = "'" + source.replace("'", "''") + "'"
    return place.startswith(quoted) and place[len(quoted) :][:1] in ("", ":", "#")


@lru_cache(100_000)
def _of_ground(*said: str | None) -> int:
    return _of_text(0, _written(said))


def _of_text(salt: int, text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8, salt=salt.to_bytes(16, "big", signed=True))
    return int.from_bytes(digest.digest(), "big", signed=True)


MARKS = frozenset({*(each.value for each in Bookkeeping), *properties_of(Stated)})
"""The properties that are no field of a kind or relation."""
